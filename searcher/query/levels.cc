#include "searcher/query/levels.h"

#include <algorithm>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

bool IsAnyOf(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Without marks quận is also quan and quân, bản also ban: such a word is a level beside a word that lists.
bool IsPlainLevel(const std::vector<QuestionToken>& tokens, const WordMatch& match) {
  if (match.words > 1 || match.form->english) return true;
  if (IsAnyOf(tokens[match.begin()].folded, {"huyen", "tinh", "xa", "phuong", "thon"})) return true;
  const bool after = match.end() < tokens.size() && tokens[match.end()].folded == "nao";
  return after || (match.begin() > 0 && IsAnyOf(tokens[match.begin() - 1].folded, {"cac", "nhung", "huyen"}));
}

bool IsCity(const WordMatch& match) {
  return match.form->form == "thành phố" || match.form->form == "TP" || match.form->form == "city";
}

}  // namespace

AskedLevels TakeLevels(std::vector<QuestionToken>& tokens, bool marked) {
  const WordTable& table = WordTable::Default();
  AskedLevels asked;
  bool province_said = false;
  std::vector<std::size_t> where;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const WordMatch match = table.LongestAt(tokens, at, "level", marked);
    if (match.form == nullptr || table.LongestAt(tokens, at, "no_level", marked).form != nullptr ||
        (!marked && !IsPlainLevel(tokens, match)))
      continue;
    const Level level = *LevelNamed(match.form->id);
    asked.by_level |= at > 0 && table.LongestAt(tokens, at - 1, "by", marked).form != nullptr;
    // "tỉnh, thành phố": the cities that are no district.
    province_said |= level == Level::kProvince;
    const bool known = std::find(asked.levels.begin(), asked.levels.end(), level) != asked.levels.end();
    if (!known && !(province_said && IsCity(match))) asked.levels.push_back(level);
    for (std::size_t i = at; i < match.end(); ++i) where.push_back(i);
    Take(tokens, at, match.end());
    at = match.end() - 1;
  }
  asked.spans = SpansOf(tokens, where);
  return asked;
}

}  // namespace timso
