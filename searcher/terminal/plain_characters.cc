#include "searcher/terminal/plain_characters.h"

#include <utility>

#include "analyzers/text/characters.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso::terminal {

char PlainCharacter(std::string_view text) {
  static constexpr std::pair<std::u32string_view, char> kStandIns[] = {
      {U"─━–—−‐‑", '-'}, {U"│┃", '|'}, {U"┌┐└┘├┤┬┴┼", '+'}, {U"▏▎▍▌▋▊▉█▁▂▃▄▅▆▇", '#'},
      {U"●★•", '*'},     {U"·…", '.'}, {U"×", 'x'},         {U"›▸»→", '>'},
      {U"‹«←", '<'},     {U"↑", '^'},  {U"↓", 'v'},         {U"“”", '"'},
      {U"‘’", '\''},     {U"≥", '>'},  {U"≤", '<'},         {U"░▒▓", ':'}};
  if (text.empty()) return ' ';
  std::size_t at = 0;
  const char32_t c = DecodeCodePoint(text, at);
  if (c < 0x7F) return c < 0x20 ? ' ' : static_cast<char>(c);
  for (const auto& [characters, plain] : kStandIns) {
    if (characters.find(c) != std::u32string_view::npos) return plain;
  }
  const std::string folded = FoldedKey(text);
  if (folded.size() != 1 || folded.front() < 0x21 || folded.front() > 0x7E) return '?';
  const bool upper = folded.front() >= 'a' && folded.front() <= 'z' && IsUpper(c);
  return upper ? static_cast<char>(folded.front() - 32) : folded.front();
}

}  // namespace timso::terminal
