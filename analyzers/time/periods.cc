#include "analyzers/time/periods.h"

#include <algorithm>

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
    if (at == complete_ && GoesOn(at)) on_ = false;
    if (ComparesAlone(at)) on_ = true;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kCue) PassCue(*mention);
      if (mention->role != Role::kTime) continue;
      const std::string& role = text_.lexicon->times()[mention->row].role;
      if (role != "same" && role != "last_year") continue;
      if (role == "same" || !OpensClause(at)) on_ = true;
      complete_ = mention->end;
      named_ = false;
    }
  }
  // A period that the comparison names ends before token `end`.
  void PassPeriod(std::size_t end) {
    complete_ = end;
    named_ = true;
  }
  bool on() const { return on_ || base_; }

 private:
  void PassCue(const Mention& mention) {
    const std::string& role = text_.lexicon->cues()[mention.row];
    if (role == "compare") on_ = true;
    // "cao hơn mức năm 2016 khoảng 200 đồng": up to the difference
    if (role == "up" || role == "down") base_ = text_.IsKey(mention.end - 1, text_.lexicon->Key("hơn"));
  }

  // "so với cùng kỳ tăng 5%", "so với cùng kỳ và 5 tháng tăng 2%", "so với năm 2015 và trong tháng 3/2019 …": what was
  // compared with is named, its clause goes on.
  bool GoesOn(std::size_t at) const {
    const auto is = [&](std::string_view word) { return text_.IsKey(at, text_.lexicon->Key(word)); };
    const auto next = [&](std::string_view word) { return text_.IsKey(at + 1, text_.lexicon->Key(word)); };
    if (is("và")) return !named_ || next("trong") || next("riêng");
    return is("nên") || is("nhưng") || is("tăng") || is("giảm") || is("đạt") || is("có") || is("chỉ") || is("ước");
  }

  // "tăng 3,5% với cuối năm 2017": between a percent and a time "với" compares, too.
  bool ComparesAlone(std::size_t at) const {
    if (at == 0 || !text_.IsKey(at, text_.lexicon->Key("với")) || text_.Word(at - 1) != "%") return false;
    const auto next = text_.MentionsIn(at + 1, at + 2);
    return std::any_of(next.begin(), next.end(), [](const Mention* mention) { return mention->role == Role::kTime; });
  }

  // "nhưng năm ngoái chỉ tăng 18%", "chỉ trong năm ngoái": a time of its own.
  bool OpensClause(std::size_t at) const {
    if (at == 0 || text_.tokens[at - 1].kind != TokenKind::kWord) return true;
    if (text_.IsKey(at - 1, text_.lexicon->Key("trong"))) return true;
    for (const Mention* mention : text_.MentionsIn(TokensBack(at, 3), at)) {
      if (mention->role == Role::kCue && mention->end == at && text_.lexicon->cues()[mention->row] == "contrast")
        return true;
    }
    return false;
  }

  const AnalyzedText& text_;
  bool on_ = false;
  bool base_ = false;
  std::size_t complete_ = 0;  // token after the time that is compared with
  bool named_ = false;        // … which is a period of its own: "so với năm 2015"
};

// "gấp đôi năm 2006", "gấp 2,5 lần năm 2006": the year that is multiplied; "gần bằng cả năm 2016": that is equalled.
bool Multiplied(const PeriodWords& words, const PeriodMention& mention) {
  const std::size_t at = mention.begin;
  if (at < words.begin() + 2) return false;
  if (words.IsKey(at - 1, "bằng", "bang") || (words.IsKey(at - 1, "cả", "ca") && words.IsKey(at - 2, "bằng", "bang")))
    return true;
  if (words.IsKey(at - 1, "đôi", "doi") || words.IsKey(at - 1, "rưỡi", "ruoi"))
    return words.IsKey(at - 2, "gấp", "gap");
  constexpr std::size_t kReach = 5;  // "gấp hơn 2,5 lần", "gấp khoảng 3 lần"
  for (std::size_t i = TokensBack(at, kReach, words.begin()); words.IsKey(at - 1, "lần", "lan") && i < at; ++i) {
    if (words.IsKey(i, "gấp", "gap")) return true;
  }
  return false;
}

// "mức thấp nhất kể từ năm 2013", "lần lỗ đầu tiên của hãng kể từ quý I/2013": since when a record holds, not when it
// was set.
bool SinceRecord(const PeriodWords& words, const PeriodMention& mention) {
  constexpr std::size_t kReach = 8;  // tokens
  std::size_t at = mention.begin;
  const bool from = words.Is(at, "from");
  while (at > words.begin() && (words.IsKey(at - 1, "từ", "tu") || words.IsKey(at - 1, "kể", "ke"))) --at;
  if (!from && at == mention.begin) return false;
  const bool since = words.Is(at, "since");
  for (std::size_t i = at; i > words.begin() && at - i < (since ? kReach : 1); --i) {
    if (words.IsSign(i - 1, ",;.:()")) return false;
    if (words.IsKey(i - 1, "nhất", "nhat")) return true;
    if (words.IsKey(i - 1, "tiên", "tien") && words.IsKey(i - 2, "đầu", "dau")) return true;
  }
  return false;
}

// "so với cùng kỳ (quý I tăng 7%)": what a bracket says more than a time is not compared with.
bool OpensBracket(const PeriodWords& words, const PeriodMention& mention) {
  return mention.begin > words.begin() && words.IsSign(mention.begin - 1, "(") && !words.IsSign(mention.end, ")/-,;");
}

// "(năm 2016)": nothing else stands in the bracket.
bool AloneInBracket(const AnalyzedText& text, const PeriodMention& mention) {
  return mention.whole_years && mention.begin > 0 && text.IsPunctuation(mention.begin - 1, "(") &&
         text.IsPunctuation(mention.end, ")");
}

// "giảm từ 17% năm 2016 xuống 15%": the year of the level that it fell from.
bool OfLevelBefore(const AnalyzedText& text, const PeriodWords& words, const PeriodMention& mention) {
  constexpr std::size_t kLongest = 6;  // tokens of the number and its unit
  constexpr std::size_t kReach = 2;
  std::size_t from = mention.begin;
  while (from > words.begin() && mention.begin - from < kLongest && !words.IsKey(from, "từ", "tu")) --from;
  const bool number =
      words.IsKey(from, "từ", "tu") && (text.tokens[from + 1].kind == TokenKind::kNumber ||
                                        text.tokens[std::min(from + 2, mention.begin)].kind == TokenKind::kNumber);
  if (!number) return false;
  for (const Mention* cue : text.MentionsIn(mention.end, std::min(mention.end + kReach, words.end()))) {
    if (cue->role == Role::kCue && text.lexicon->cues()[cue->row] == "reach") return true;
  }
  return false;
}

PeriodRuleResult ReadAny(const PeriodWords& words, std::size_t at) {
  PeriodRuleResult best;
  for (const auto rules : {SpanRules(), CalendarRules(), RelativeRules()}) {
    const PeriodRuleResult mention = LongestReading(rules, words, at);
    if (mention && (!best || mention->end > best->end)) best = mention;
  }
  return best;
}

// "6 tháng đầu năm …, tăng 8% so với cùng kỳ năm 2016": of a text that names no other year, the one after.
std::optional<int> YearAfterCompared(const PeriodWords& words) {
  for (std::size_t at = words.begin(); at < words.end(); ++at) {
    const std::size_t same = words.Skip(at, "same");
    if (same == at) continue;
    const std::size_t number = words.Skip(same, "year");
    if (const auto year = words.Year(number)) return *year + 1;
  }
  return std::nullopt;
}

}  // namespace

std::vector<PeriodMention> PeriodReader::Read(std::size_t begin, std::size_t end, bool question) {
  std::vector<PeriodMention> mentions;
  Comparison comparison(text_);
  if (!anchors_.year && !anchors_.document && !question)
    anchors_.year = YearAfterCompared({text_, anchors_, begin, end, question});
  PeriodWords words(text_, anchors_, begin, end, question);
  for (std::size_t at = begin; at < end;) {
    comparison.Pass(at);
    PeriodRuleResult mention = words.MayBegin(at) ? ReadAny(words, at) : std::nullopt;
    if (!mention) {
      ++at;
      continue;
    }
    const bool born = at > begin && words.IsKey(at - 1, "sinh", "sinh");
    const bool compared = comparison.on() && !mention->now && !OpensBracket(words, *mention);
    mention->reference = compared || born || SinceRecord(words, *mention) || Multiplied(words, *mention);
    if (compared) comparison.PassPeriod(mention->end);
    mention->aside = AloneInBracket(text_, *mention) || OfLevelBefore(text_, words, *mention);
    Remember(*mention);
    words = PeriodWords(text_, anchors_, begin, end, question);
    at = mention->end;
    mentions.push_back(*mention);
  }
  return mentions;
}

// "5% năm 2023" of a text about 2024: the year of one figure, not the one that the text goes on with.
bool PeriodReader::OfFigureBefore(const PeriodMention& mention) const {
  const auto current = anchors_.document ? std::optional<int>(anchors_.document->year) : anchors_.year;
  if (!mention.whole_years || mention.begin == 0 || !current || mention.period.to->year >= *current) return false;
  return text_.Word(mention.begin - 1) == "%" || text_.tokens[mention.begin - 1].kind == TokenKind::kNumber;
}

// "…, trong khi quý I/2022 chỉ có 5 tỷ": another time than the text goes on with.
bool PeriodReader::Contrasted(const PeriodMention& mention) const {
  constexpr std::size_t kLongest = 3;  // "trong khi đó"
  const std::size_t since = TokensBack(mention.begin, kLongest);
  const auto cues = text_.MentionsIn(since, mention.begin);
  return anchors_.document && std::any_of(cues.begin(), cues.end(), [&](const Mention* cue) {
           return cue->role == Role::kCue && cue->end == mention.begin && text_.IsKey(cue->begin, "trong") &&
                  text_.lexicon->cues()[cue->row] == "contrast";
         });
}

// What anchors later mentions: the year in force, and the last month, quarter and "first N months" named.
void PeriodReader::Remember(const PeriodMention& mention) {
  const Period& period = mention.period;
  if (mention.reference || mention.aside || !period.from || !period.to) return;
  if (OfFigureBefore(mention) || Contrasted(mention)) return;
  if (mention.schooling) anchors_.school_year = period;
  const bool one_year = period.from->year == period.to->year;
  // A plan's year, the last year of a stage, is in force for nothing else when the document's own is known.
  const bool far = !anchors_.document && mention.up_to && mention.whole_years;  // "kế hoạch đến năm 2030"
  const bool plausible =
      (!anchors_.document && !far) || (anchors_.document && one_year && period.to->year <= anchors_.document->year);
  const bool part = mention.dated && one_year && period.to->month - period.from->month >= 2;  // a quarter of 2018
  if ((mention.whole_years || part) && plausible) anchors_.year = period.to->year;
  if (!one_year || mention.whole_years || period.from->day != 1) return;
  const int months = period.to->month - period.from->month + 1;
  if (months == 1) anchors_.month = period;
  if (months == 3) anchors_.quarter = period;
  if (months > 1 && period.from->month == 1) anchors_.months = period;
}

}  // namespace timso
