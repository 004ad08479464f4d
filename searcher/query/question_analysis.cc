#include "searcher/query/question_analysis.h"

#include <algorithm>

#include "analyzers/numbers/numeral.h"
#include "analyzers/time/date.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

Lexicon::Form FormOf(bool marked) { return marked ? Lexicon::Form::kExact : Lexicon::Form::kFolded; }

}  // namespace

QuestionAnalysis::QuestionAnalysis(std::string_view source, const std::vector<QuestionToken>& tokens, bool marked)
    : text_(Analyze(source, FormOf(marked))) {
  std::size_t at = 0;
  for (const QuestionToken& token : tokens) {
    const auto begin = [&](std::size_t i) { return text_.normalized.offsets.ToSource(text_.tokens[i].begin); };
    while (at < text_.tokens.size() && begin(at) < token.span.begin) ++at;
    analyzed_.push_back(at < text_.tokens.size() && begin(at) == token.span.begin ? at : kNone);
  }
  ReadPeriods();
  ReadYearsBeforeLevels(tokens, marked);
}

void QuestionAnalysis::ReadPeriods() {
  for (const PeriodMention& mention : PeriodReader(text_, std::nullopt).Read(0, text_.tokens.size(), true)) {
    const std::size_t begin = TokenAt(PastSeason(mention));
    const Period& period = mention.period;
    // What begins within a field is that field's.
    if (begin == kNone || analyzed_[begin] != PastSeason(mention) || (!period.from && !period.to)) continue;
    std::size_t end = begin;
    while (end < analyzed_.size() && analyzed_[end] < mention.end) ++end;
    periods_.push_back(
        {{period.from ? ToIso(*period.from) : "", period.to ? ToIso(*period.to) : "", PeriodIs::How::kWithin},
         begin,
         end});
  }
}

// "thu ngân sách 2022 huyện": in a document the number would count districts; nobody asks for 2022 of them.
void QuestionAnalysis::ReadYearsBeforeLevels(const std::vector<QuestionToken>& tokens, bool marked) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const std::optional<Date> first = DateFromIso(tokens[at].surface + "-01-01");
    if (!first || first->year < 1900 || first->year > 2100 || InPeriod(at)) continue;
    if (WordTable::Default().LongestAt(tokens, at + 1, "level", marked).form == nullptr) continue;
    const std::string year = tokens[at].surface;
    periods_.push_back({{year + "-01-01", year + "-12-31", PeriodIs::How::kWithin}, at, at + 1});
  }
}

// Without marks "nhiem vu nam 2009" ends in no season.
std::size_t QuestionAnalysis::PastSeason(const PeriodMention& mention) const {
  if (text_.lexicon->form() == Lexicon::Form::kExact) return mention.begin;
  std::size_t begin = mention.begin;
  for (const Mention* word : text_.MentionsIn(mention.begin, mention.begin + 1)) {
    const bool season = word->role == Role::kTimePart && text_.lexicon->times()[word->row].role == "season";
    if (season && word->end < mention.end) begin = std::max<std::size_t>(begin, word->end);
  }
  return begin;
}

// The first of the question's tokens that stands there or, signs aside, behind.
std::size_t QuestionAnalysis::TokenAt(std::size_t analyzed) const {
  const auto at = std::find_if(analyzed_.begin(), analyzed_.end(),
                               [&](std::size_t token) { return token != kNone && token >= analyzed; });
  return at == analyzed_.end() ? kNone : static_cast<std::size_t>(at - analyzed_.begin());
}

const QuestionPeriod* QuestionAnalysis::PeriodAt(std::size_t token) const {
  const auto found = std::find_if(periods_.begin(), periods_.end(),
                                  [&](const QuestionPeriod& period) { return period.begin == token; });
  return found == periods_.end() ? nullptr : &*found;
}

bool QuestionAnalysis::InPeriod(std::size_t token) const {
  return std::any_of(periods_.begin(), periods_.end(),
                     [&](const QuestionPeriod& period) { return period.begin <= token && token < period.end; });
}

std::optional<ReadNumber> QuestionAnalysis::NumberAt(std::size_t token) const {
  if (token >= analyzed_.size() || analyzed_[token] == kNone) return std::nullopt;
  const std::optional<Numeral> numeral = ReadNumeral(text_, analyzed_[token], text_.tokens.size());
  if (!numeral) return std::nullopt;
  const std::size_t end = TokenAt(numeral->end);
  return ReadNumber{numeral->value, end == kNone ? analyzed_.size() : end,
                    numeral->in_words && numeral->scale == 1 && numeral->end == analyzed_[token] + 1};
}

}  // namespace timso
