#include "searcher/sinks/width.h"

#include <unicode/uchar.h>

#include "analyzers/text/utf8.h"

namespace timso {
std::size_t CharacterWidth(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return 0;
  if (code_point < 0x300) return 1;
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += CharacterWidth(DecodeCodePoint(text, at));
  return width;
}

std::string FitWidth(std::string_view text, std::size_t width) {
  if (width == 0) return "";
  std::size_t used = 0;
  std::size_t keep = 0;  // bytes that leave room for the …
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    used += CharacterWidth(DecodeCodePoint(text, at));
    if (used <= width - 1) keep = at;
    if (used > width) return std::string(text.substr(0, std::min(keep, begin))) + "…";
  }
  return std::string(text);
}

std::string PadWidth(std::string_view text, std::size_t width, bool right) {
  const std::string fitted = FitWidth(text, width);
  const std::string spaces(width - std::min(width, DisplayWidth(fitted)), ' ');
  return right ? spaces + fitted : fitted + spaces;
}

std::string OneLine(std::string_view text) {
  std::string line;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = DecodeCodePoint(text, at);
    const bool is_blank = c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    if (!is_blank) {
      if (blank && !line.empty()) line += ' ';
      line += text.substr(begin, at - begin);
    }
    blank = is_blank;
  }
  return line;
}

}  // namespace timso
