#include "analyzers/text/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace timso {

char32_t DecodeRareCodePoint(std::string_view text, std::size_t& pos) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, pos, text.size(), code_point);
  return static_cast<char32_t>(code_point);
}

}  // namespace timso
