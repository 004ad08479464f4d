// The words that periods are made of, asked for at a token: what the rules of periods stand on.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "analyzers/time/date.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

// What anchors a period that the text names only in part.
struct PeriodAnchors {
  std::optional<Date> document;  // the day of publication
  std::optional<int> year;       // the last one that the text named
  std::optional<Period> month;   // the last single month, quarter, and "first N months" that it named
  std::optional<Period> quarter;
  std::optional<Period> months;
  std::optional<Period> school_year;
};

// A year read behind a part of it; `end` is the token after it.
struct YearReading {
  std::optional<int> year;
  std::size_t end = 0;
  bool stated = false;  // by this text itself, not by what is in force
};

// A number up to a small limit.
struct SmallNumber {
  int value = 0;
  std::size_t end = 0;
};

class PeriodWords {
 public:
  // Reads tokens [begin, end) of the text, which must outlive it.
  PeriodWords(const AnalyzedText& text, const PeriodAnchors& anchors, std::size_t begin, std::size_t end, bool question)
      : text_(&text), anchors_(anchors), begin_(begin), end_(end), question_(question) {}

  // The same words with another year in force; or where "15/12" is a day without the word for it.
  PeriodWords InYear(int year) const;
  PeriodWords WithBareDays() const;

  const AnalyzedText& text() const { return *text_; }
  const PeriodAnchors& anchors() const { return anchors_; }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  bool question() const { return question_; }
  bool bare_days() const { return bare_days_; }

  // The word of that role in time_words.tsv at the token, the longest one.
  const Mention* Find(std::size_t at, std::string_view role) const;
  bool Is(std::size_t at, std::string_view role) const { return Find(at, role) != nullptr; }
  // The token after a word of the role; `at` itself when none stands there.
  std::size_t Skip(std::size_t at, std::string_view role) const;
  // The row's value; 0 when no such word stands there.
  int ValueOf(std::size_t at, std::string_view role) const;
  // Whether any period can begin at the token.
  bool MayBegin(std::size_t at) const;

  bool IsDash(std::size_t at) const;
  bool IsKey(std::size_t at, std::string_view exact, std::string_view folded) const;
  bool IsSign(std::size_t at, std::string_view signs) const { return at < end_ && text_->IsPunctuation(at, signs); }
  // A number that counts something stands before the token: "1950 đảng viên" is no year.
  bool IsCounted(std::size_t at) const;

  std::optional<int> Integer(std::size_t at, int low, int high) const;
  std::optional<int> Year(std::size_t at) const {
    return at < end_ && text_->Word(at).size() == 4 ? Integer(at, 1900, 2100) : std::nullopt;
  }
  // 1 to `high`, in digits, words or (where a `question` allows it) English words.
  std::optional<SmallNumber> Small(std::size_t at, int high) const;
  // The same, also in Roman digits: quý III, học kỳ II.
  std::optional<SmallNumber> SmallOrRoman(std::size_t at, int high) const;

  // The year of what ends at the token: "/2022", "năm 2022", "của năm 2022", "- 2022", "năm nay", "năm ngoái", or, not
  // stated, the one in force, else the document's.
  YearReading YearAfter(std::size_t at) const;

 private:
  bool SpeaksOfTime(std::size_t at) const;
  YearReading YearInForce(std::size_t at) const;
  // "năm nay", "năm ngoái", "năm tới".
  std::optional<YearReading> YearByName(std::size_t at) const;

  const AnalyzedText* text_;
  PeriodAnchors anchors_;
  std::size_t begin_;
  std::size_t end_;
  bool question_;
  bool bare_days_ = false;
};

}  // namespace timso
