#include "tests/analyzers/text/legacy_bytes.h"

#include <unordered_map>
#include <vector>

#include "analyzers/data/table.h"
#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

std::string Hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

std::string Utf8(char32_t c) {
  std::string text;
  AppendCodePoint(text, c);
  return text;
}

// Windows-1258 has the letters with quality marks, and the tones as combining marks but for what Windows-1252 has too.
std::string Windows1258(char32_t c) {
  constexpr std::u32string_view kOwn = U"àáâäèéêëíîïóôöùúûüÀÁÂÄÈÉÊËÍÎÏÓÔÖÙÚÛÜçÇñÑ";
  if (c < 0x80) return std::string(1, static_cast<char>(c));
  if (kOwn.find(c) != std::u32string_view::npos) return std::string(1, static_cast<char>(c));
  switch (c) {
    case U'ă':
      return "\xE3";
    case U'Ă':
      return "\xC3";
    case U'đ':
      return "\xF0";
    case U'Đ':
      return "\xD0";
    case U'ơ':
      return "\xF5";
    case U'Ơ':
      return "\xD5";
    case U'ư':
      return "\xFD";
    case U'Ư':
      return "\xDD";
    case U'“':
      return "\x93";
    case U'”':
      return "\x94";
    case U'–':
      return "\x96";
    default:
      break;
  }
  const Letter& letter = LetterOf(c);
  if (letter.letter == 0 || letter.tone == Tone::kLevel) return "?";
  constexpr std::string_view kMarks = "?\xCC\xD2\xDE\xEC\xF2";
  return Windows1258(letter.upper ? ToUpper(letter.letter) : letter.letter) +
         kMarks[static_cast<std::size_t>(letter.tone)];
}

const std::unordered_map<std::string, std::string>& TableOf(const std::string& name) {
  static std::unordered_map<std::string, std::unordered_map<std::string, std::string>> tables;
  if (tables.empty()) {
    for (const auto& row : ReadTable("legacy_encodings.tsv", 3)) {
      if (row[0] == "encoding") continue;  // the header
      tables[std::string(row[0])].emplace(std::string(row[2]), Hex(row[1]));
    }
  }
  return tables[name];
}

}  // namespace

std::string EncodeLegacy(std::string_view utf8, Encoding encoding) {
  std::string bytes;
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = DecodeCodePoint(utf8, pos);
    if (c < 0x80 || encoding == Encoding::kWindows1258) {
      bytes += Windows1258(c);
      continue;
    }
    const auto& table = TableOf(encoding == Encoding::kTcvn3 ? "tcvn3" : "vni");
    auto found = table.find(Utf8(c));
    if (found == table.end()) found = table.find(Utf8(ToLower(c)));
    bytes += found != table.end() ? found->second : Windows1258(c);
  }
  return bytes;
}

}  // namespace timso
