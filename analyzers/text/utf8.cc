#include "analyzers/text/utf8.h"

#include <unicode/utf8.h>

namespace timso {

char32_t DecodeCodePoint(std::string_view text, std::size_t& pos) {
  const unsigned char first = static_cast<unsigned char>(text[pos]);
  if (first < 0x80) {
    ++pos;
    return first;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, pos, text.size(), code_point);
  return static_cast<char32_t>(code_point);
}

void AppendCodePoint(std::string& out, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  out.append(buffer, length);
}

}  // namespace timso
