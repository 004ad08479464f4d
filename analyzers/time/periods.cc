#include "analyzers/time/periods.h"

#include "analyzers/time/period_rules.h"

namespace timso {
namespace {

// Whether tokens from `at` on only name what is compared with: "so với", "cùng kỳ"; until the clause ends.
class Comparison {
 public:
  explicit Comparison(const AnalyzedText& text) : text_(text) {}

  void Pass(std::size_t at) {
    if (text_.IsPunctuation(at, ";,.):|")) on_ = base_ = false;
    if (text_.tokens[at].kind == TokenKind::kNumber) base_ = false;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kCue) PassCue(*mention);
      if (mention->role != Role::kTime) continue;
      const std::string& role = text_.lexicon->times()[mention->row].role;
      if (role == "same" || (role == "last_year" && !OpensClause(at))) on_ = true;
    }
  }
  bool on() const { return on_ || base_; }

 private:
  void PassCue(const Mention& mention) {
    const std::string& role = text_.lexicon->cues()[mention.row];
    if (role == "compare") on_ = true;
    // "cao hơn mức năm 2016 khoảng 200 đồng": up to the difference
    if (role == "up" || role == "down") base_ = text_.IsKey(mention.end - 1, text_.lexicon->Key("hơn"));
  }

  // "nhưng năm ngoái chỉ tăng 18%": a time of its own.
  bool OpensClause(std::size_t at) const {
    if (at == 0 || text_.tokens[at - 1].kind != TokenKind::kWord) return true;
    for (const Mention* mention : text_.MentionsIn(at > 2 ? at - 3 : 0, at)) {
      if (mention->role == Role::kCue && mention->end == at && text_.lexicon->cues()[mention->row] == "contrast")
        return true;
    }
    return false;
  }

  const AnalyzedText& text_;
  bool on_ = false;
  bool base_ = false;
};

// "gấp đôi năm 2006", "gấp 2,5 lần năm 2006": the year that is multiplied.
bool Multiplied(const PeriodWords& words, const PeriodMention& mention) {
  const std::size_t at = mention.begin;
  if (at < words.begin() + 2) return false;
  if (words.IsKey(at - 1, "đôi", "doi") || words.IsKey(at - 1, "rưỡi", "ruoi"))
    return words.IsKey(at - 2, "gấp", "gap");
  return at >= words.begin() + 3 && words.IsKey(at - 1, "lần", "lan") && words.IsKey(at - 3, "gấp", "gap");
}

// "mức thấp nhất kể từ năm 2013": since when a record holds, not when it was set.
bool SinceRecord(const PeriodWords& words, const PeriodMention& mention) {
  std::size_t at = mention.begin;
  const bool since = words.Is(at, "from");
  while (at > words.begin() && (words.IsKey(at - 1, "từ", "tu") || words.IsKey(at - 1, "kể", "ke"))) --at;
  return (since || at < mention.begin) && at > words.begin() && words.IsKey(at - 1, "nhất", "nhat");
}

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
    mention->reference =
        (comparison.on() && !mention->now) || born || SinceRecord(words, *mention) || Multiplied(words, *mention);
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
