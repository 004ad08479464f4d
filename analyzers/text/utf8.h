// UTF-8 in and out, one code point at a time.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace timso {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Reads the code point at text[pos] and advances pos past it. A malformed sequence yields U+FFFD and advances past
// its longest well-formed prefix, at least one byte. REQUIRES: pos < text.size().
char32_t DecodeCodePoint(std::string_view text, std::size_t& pos);

// Appends the code point in UTF-8. REQUIRES: a scalar value.
void AppendCodePoint(std::string& out, char32_t code_point);

// True where a code point may begin: not on a continuation byte.
inline bool IsCodePointBoundary(std::string_view text, std::size_t pos) {
  return pos >= text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
}

}  // namespace timso
