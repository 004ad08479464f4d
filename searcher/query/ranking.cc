#include "searcher/query/ranking.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "analyzers/text/syllable.h"
#include "searcher/query/cues.h"
#include "searcher/query/numerals.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

// A count of places at the token: no part of a period, no decimal number.
std::optional<std::size_t> CountAt(const std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis,
                                   std::size_t at, bool marked) {
  if (at >= tokens.size() || tokens[at].taken || analysis.InPeriod(at)) return std::nullopt;
  const std::string& word = tokens[at].surface;
  std::optional<double> count = ReadDigits(word, true);
  const WordMatch number = WordTable::Default().LongestAt(tokens, at, "number", marked);
  if (!count && number.form != nullptr && number.words == 1) count = std::atof(number.form->id.c_str());
  if (!count) {
    const std::optional<ReadNumber> in_words = analysis.NumberAt(at);
    if (in_words && in_words->end == at + 1) count = in_words->value;
  }
  if (!count || *count < 1 || *count > 1000 || word.find_first_of(".,") != std::string::npos) return std::nullopt;
  const auto whole = static_cast<std::size_t>(*count);
  return *count == static_cast<double>(whole) ? std::optional(whole) : std::nullopt;
}

bool Has(const std::vector<QuestionToken>& tokens, std::size_t at, std::string_view role, bool marked) {
  return WordTable::Default().LongestAt(tokens, at, role, marked).form != nullptr;
}

}  // namespace

std::optional<AskedTop> TakeTop(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis, bool marked) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool top = Has(tokens, at, "top", marked);
    const bool bottom = Has(tokens, at, "bottom", marked);
    // "first nine months of 2023" is a period.
    if ((!top && !bottom) || analysis.InPeriod(at)) continue;
    if (const std::optional<std::size_t> count = CountAt(tokens, analysis, at + 1, marked)) {
      Take(tokens, at, at + 2);
      return AskedTop{*count, at, at + 2, bottom};
    }
  }
  const QuestionCues cues = FindCues(tokens, marked);
  if (cues.most.empty() && cues.least.empty()) return std::nullopt;
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (!Has(tokens, at + 1, "level", marked) && !Has(tokens, at + 1, "open", marked)) continue;
    if (const std::optional<std::size_t> count = CountAt(tokens, analysis, at, marked)) {
      Take(tokens, at, at + 1);
      return AskedTop{*count, 0, 0, false};
    }
  }
  return std::nullopt;
}

bool SaysPlural(const std::vector<QuestionToken>& tokens) {
  constexpr std::string_view kPlurals[] = {"những",    "các",    "nhung",  "cac",   "districts", "provinces",
                                           "communes", "places", "cities", "wards", "villages"};
  return std::any_of(tokens.begin(), tokens.end(), [&](const QuestionToken& token) {
    const auto is = [&](std::string_view word) {
      return std::find(std::begin(kPlurals), std::end(kPlurals), word) != std::end(kPlurals);
    };
    return is(token.key) || is(token.folded) || is(LowerCase(token.surface));
  });
}

}  // namespace timso
