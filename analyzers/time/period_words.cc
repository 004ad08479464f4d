#include "analyzers/time/period_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/numbers/numeral.h"

namespace timso {

PeriodWords PeriodWords::InYear(int year) const {
  PeriodWords words = *this;
  words.anchors_.year = year;
  return words;
}

PeriodWords PeriodWords::WithBareDays() const {
  PeriodWords words = *this;
  words.bare_days_ = true;
  return words;
}

const Mention* PeriodWords::Find(std::size_t at, std::string_view role) const {
  if (at >= end_) return nullptr;
  for (const Mention* mention : text_->MentionsIn(at, at + 1)) {
    if (mention->role != Role::kTime && mention->role != Role::kTimePart) continue;
    const TimeRow& row = text_->lexicon->times()[mention->row];
    if (row.role == role && mention->end <= end_ && (question_ || !row.in_questions)) return mention;
  }
  return nullptr;
}

std::size_t PeriodWords::Skip(std::size_t at, std::string_view role) const {
  const Mention* mention = Find(at, role);
  return mention != nullptr ? mention->end : at;
}

int PeriodWords::ValueOf(std::size_t at, std::string_view role) const {
  const Mention* mention = Find(at, role);
  return mention != nullptr ? text_->lexicon->times()[mention->row].value : 0;
}

bool PeriodWords::SpeaksOfTime(std::size_t at) const {
  if (at >= end_) return false;
  const auto mentions = text_->MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention* mention) {
    return mention->role == Role::kTime || mention->role == Role::kTimePart;
  });
}

bool PeriodWords::MayBegin(std::size_t at) const {
  constexpr std::size_t kLongestNumeral = 2;  // words before "tháng": mười hai
  const TokenKind kind = text_->tokens[at].kind;
  if (kind == TokenKind::kDate || kind == TokenKind::kCode) return true;
  if (kind == TokenKind::kNumber) {
    return question_ || Year(at) || SpeaksOfTime(at + 1) || IsDash(at + 1) || IsSign(at + 1, "/");
  }
  if (kind != TokenKind::kWord) return false;
  if (SpeaksOfTime(at)) return true;
  for (const Mention* mention : text_->MentionsIn(at, at + 1)) {
    if (mention->role != Role::kNumeral) continue;
    for (std::size_t next = at + 1; next <= at + kLongestNumeral; ++next) {
      if (SpeaksOfTime(next)) return true;
    }
  }
  return false;
}

bool PeriodWords::IsDash(std::size_t at) const {
  if (at >= end_ || text_->tokens[at].kind != TokenKind::kPunctuation) return false;
  const std::string_view sign = text_->Word(at);
  return sign == "-" || sign == "–" || sign == "—" || sign == "..";
}

bool PeriodWords::IsKey(std::size_t at, std::string_view exact, std::string_view folded) const {
  if (at >= end_ || text_->tokens[at].kind != TokenKind::kWord) return false;
  const bool marks = text_->lexicon->form() == Lexicon::Form::kExact;
  return text_->IsKey(at, marks ? exact : folded);
}

bool PeriodWords::IsCounted(std::size_t at) const {
  if (at >= end_ || (IsKey(at, "lần", "lan") && IsKey(at + 1, "lượt", "luot"))) return false;
  // Without marks "2021 bao nhieu" asks and counts no sacks.
  if (question_ && IsKey(at, "bao", "bao") && IsKey(at + 1, "nhiêu", "nhieu")) return false;
  for (const Mention* mention : text_->MentionsIn(at, at + 1)) {
    if (mention->role == Role::kUnit) return true;
  }
  return false;
}

std::optional<int> PeriodWords::Integer(std::size_t at, int low, int high) const {
  if (at >= end_ || text_->tokens[at].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view word = text_->Word(at);
  if (word.size() > 4 || word.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const int value = std::stoi(std::string(word));
  return value >= low && value <= high ? std::optional<int>(value) : std::nullopt;
}

std::optional<SmallNumber> PeriodWords::Small(std::size_t at, int high) const {
  if (const auto value = Integer(at, 1, high)) return SmallNumber{*value, at + 1};
  if (at >= end_ || text_->tokens[at].kind != TokenKind::kWord) return std::nullopt;
  if (const int value = ValueOf(at, "count"); value > 0 && value <= high) return SmallNumber{value, Skip(at, "count")};
  auto numeral = ReadNumeral(*text_, at, end_);
  // "tháng mười năm 2017": the last word is the year's.
  const bool year_word = numeral && numeral->end > at + 1 && Is(numeral->end - 1, "year") && Year(numeral->end);
  if (year_word) numeral = ReadNumeral(*text_, at, numeral->end - 1);
  if (!numeral || numeral->value < 1 || numeral->value > high) return std::nullopt;
  return SmallNumber{static_cast<int>(numeral->value), numeral->end};
}

std::optional<SmallNumber> PeriodWords::SmallOrRoman(std::size_t at, int high) const {
  constexpr std::array<std::string_view, 4> kRoman = {"I", "II", "III", "IV"};
  if (at < end_ && text_->tokens[at].kind == TokenKind::kWord) {
    std::string word(text_->Word(at));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c == 'i' ? 'I' : c == 'v' ? 'V' : c; });
    const auto found = std::find(kRoman.begin(), kRoman.end(), word);
    const int value = static_cast<int>(found - kRoman.begin()) + 1;
    if (found != kRoman.end() && value <= high) return SmallNumber{value, at + 1};
  }
  return Small(at, high);
}

YearReading PeriodWords::YearInForce(std::size_t at) const {
  if (anchors_.year) return {anchors_.year, at, false};
  if (anchors_.document) return {anchors_.document->year, at, false};
  return {std::nullopt, at, false};
}

std::optional<YearReading> PeriodWords::YearByName(std::size_t at) const {
  const auto& document = anchors_.document;
  if (!document) return std::nullopt;
  if (Is(at, "this_year")) return YearReading{document->year, Skip(at, "this_year"), true};
  if (Is(at, "last_year")) return YearReading{document->year - 1, Skip(at, "last_year"), true};
  const std::size_t next = Skip(at, "next_year");
  const bool date = next < end_ && text_->tokens[next].kind == TokenKind::kDate;
  const bool until_now = Is(next, "now") || date || Is(next, "day") || Is(next, "month") || Is(next, "quarter") ||
                         Is(next, "end") || IsKey(next, "thời", "thoi");  // "đầu năm tới nay", "tới thời điểm 15/12"
  if (Is(at, "next_year") && !until_now) return YearReading{document->year + 1, Skip(at, "next_year"), true};
  return std::nullopt;
}

YearReading PeriodWords::YearAfter(std::size_t at) const {
  // "nửa đầu năm nay": the year's word is already read.
  if (at > begin_ && Is(at - 1, "year")) {
    if (const auto year = YearByName(at - 1)) return *year;
  }
  std::size_t next = at;
  const bool linked = IsKey(next, "của", "cua") || IsKey(next, "trong", "trong") ||
                      (question_ && (IsKey(next, "of", "of") || IsKey(next, "in", "in")));
  if (linked) next = Skip(next + 1, "the");
  const bool slash = IsSign(next, "/-.");
  if (slash || (IsSign(next, ",") && Is(next + 1, "year")) || (question_ && IsSign(next, ","))) ++next;
  const std::size_t named = Skip(next, "year");
  if (const auto year = Year(named); year && (named > next || slash || !IsCounted(named + 1)))
    return {year, named + 1, true};
  if (Is(next, "school_year")) return YearInForce(at);
  if (const auto year = YearByName(next)) return *year;
  for (const std::string_view role : {"this_year", "last_year"}) {  // "quý I năm nay" of a text without a date
    if (!anchors_.document && Is(next, role)) return {std::nullopt, Skip(next, role), true};
  }
  if (Is(next, "in_year")) return YearInForce(Skip(next, "in_year"));
  if (!slash && named > next) return YearInForce(named);
  return YearInForce(at);
}

}  // namespace timso
