// UTF-8 in and out, one code point at a time.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace timso {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// DecodeCodePoint for what its fast paths leave: four bytes, the ends of the ranges, malformed sequences.
char32_t DecodeRareCodePoint(std::string_view text, std::size_t& pos);

// Reads the code point at text[pos] and advances pos past it. A malformed sequence yields U+FFFD and advances past
// its longest well-formed prefix, at least one byte. REQUIRES: pos < text.size().
inline char32_t DecodeCodePoint(std::string_view text, std::size_t& pos) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[pos + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    ++pos;
    return first;
  }
  const std::size_t left = text.size() - pos;
  if (first >= 0xC2 && first <= 0xDF && left >= 2 && (byte(1) & 0xC0) == 0x80) {
    const char32_t code_point = static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F));
    pos += 2;
    return code_point;
  }
  if (first >= 0xE1 && first <= 0xEC && left >= 3 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
    const char32_t code_point = static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    pos += 3;
    return code_point;
  }
  return DecodeRareCodePoint(text, pos);
}

// Writes the code point in UTF-8 and returns the place after it. REQUIRES: a scalar value, room for four bytes.
inline char* WriteCodePoint(char* out, char32_t code_point) {
  if (code_point < 0x80) {
    *out++ = static_cast<char>(code_point);
    return out;
  }
  if (code_point < 0x800) {
    *out++ = static_cast<char>(0xC0 | code_point >> 6);
  } else {
    if (code_point < 0x10000) {
      *out++ = static_cast<char>(0xE0 | code_point >> 12);
    } else {
      *out++ = static_cast<char>(0xF0 | code_point >> 18);
      *out++ = static_cast<char>(0x80 | (code_point >> 12 & 0x3F));
    }
    *out++ = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
  }
  *out++ = static_cast<char>(0x80 | (code_point & 0x3F));
  return out;
}

// Appends the code point in UTF-8. REQUIRES: a scalar value.
inline void AppendCodePoint(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
    return;
  }
  char buffer[4];
  out.append(buffer, static_cast<std::size_t>(WriteCodePoint(buffer, code_point) - buffer));
}

// True where a code point may begin: not on a continuation byte.
inline bool IsCodePointBoundary(std::string_view text, std::size_t pos) {
  return pos >= text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80;
}

}  // namespace timso
