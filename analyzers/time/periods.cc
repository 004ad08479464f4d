#include "analyzers/time/periods.h"

#include "analyzers/time/period_rules.h"

namespace timso {
namespace {

// Whether tokens from `at` on only name what is compared with: "so với", "cùng kỳ"; until the clause ends.
class Comparison {
 public:
  explicit Comparison(const AnalyzedText& text) : text_(text) {}

  void Pass(std::size_t at) {
    if (text_.IsPunctuation(at, ";,.):|")) on_ = false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kCue && text_.lexicon->cues()[mention->row] == "compare") on_ = true;
      if (mention->role != Role::kTime) continue;
      const std::string& role = text_.lexicon->times()[mention->row].role;
      if (role == "same" || role == "last_year") on_ = true;
    }
  }
  bool on() const { return on_; }

 private:
  const AnalyzedText& text_;
  bool on_ = false;
};

PeriodRuleResult ReadAny(const PeriodWords& words, std::size_t at) {
  PeriodRuleResult best;
  for (const auto rules : {SpanRules(), CalendarRules(), RelativeRules()}) {
    const PeriodRuleResult mention = LongestReading(rules, words, at);
    if (mention && (!best || mention->end > best->end)) best = mention;
  }
  return best;
}

}  // namespace

std::vector<PeriodMention> PeriodReader::Read(std::size_t begin, std::size_t end, bool question) {
  std::vector<PeriodMention> mentions;
  Comparison comparison(text_);
  PeriodWords words(text_, anchors_, begin, end, question);
  for (std::size_t at = begin; at < end;) {
    comparison.Pass(at);
    PeriodRuleResult mention = words.MayBegin(at) ? ReadAny(words, at) : std::nullopt;
    if (!mention) {
      ++at;
      continue;
    }
    const bool born = at > begin && words.IsKey(at - 1, "sinh", "sinh");
    mention->reference = (comparison.on() && !mention->now) || born;
    Remember(*mention);
    words = PeriodWords(text_, anchors_, begin, end, question);
    at = mention->end;
    mentions.push_back(*mention);
  }
  return mentions;
}

// What anchors later mentions: the year in force, and the last month, quarter and "first N months" named.
void PeriodReader::Remember(const PeriodMention& mention) {
  const Period& period = mention.period;
  if (mention.reference || !period.from || !period.to) return;
  if (mention.schooling) anchors_.school_year = period;
  const bool one_year = period.from->year == period.to->year;
  // A plan's year, the last year of a stage, is in force for nothing else when the document's own is known.
  const bool plausible = !anchors_.document || (one_year && period.to->year <= anchors_.document->year);
  const bool part = mention.dated && one_year && period.to->month - period.from->month >= 2;  // a quarter of 2018
  if ((mention.whole_years || part) && plausible) anchors_.year = period.to->year;
  if (!one_year || mention.whole_years || period.from->day != 1) return;
  const int months = period.to->month - period.from->month + 1;
  if (months == 1) anchors_.month = period;
  if (months == 3) anchors_.quarter = period;
  if (months > 1 && period.from->month == 1) anchors_.months = period;
}

}  // namespace timso
