// The periods that a text names.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/time/date.h"
#include "analyzers/time/period_words.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

// A period named at tokens [begin, end).
struct PeriodMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  Period period;             // what a count over it means
  bool up_to = false;        // "tính đến ngày …": a stock stands at period.to
  bool now = false;          // "hiện nay": the document's date, empty when it is not known
  bool whole_years = false;  // it is made of whole years: "năm 2023", "giai đoạn 2016-2020"
  bool yearly = false;       // "hằng năm": of every year of the period in force, if the paragraph has one
  bool unknown = false;      // "năm ngoái" of a text without a date: what was named before does not hold
  bool forgets = false;      // "đợt này", "hằng năm": a period of which nothing is known
  bool reference = false;    // it is only compared with: "so với cùng kỳ năm 2022"
  bool schooling = false;    // a school year
  bool aside = false;        // of the number before it alone: "từ 17% năm 2016 xuống 15%", "(năm 2016)"
  bool dated = false;        // the text itself states its year
  std::string_view rule;     // the rule that read it
};

// Reads one text from its beginning to its end; what it has read anchors what is relative ("6 tháng đầu năm").
class PeriodReader {
 public:
  // `document_date` anchors "từ đầu năm đến nay" and the like; empty when nobody knows it.
  PeriodReader(const AnalyzedText& text, std::optional<Date> document_date) : text_(text) {
    anchors_.document = document_date;
  }

  // Puts a year in force, as if the text had named it before.
  void set_year(std::optional<int> year) { anchors_.year = year; }

  // The periods of tokens [begin, end), in order, none overlapping. In a question a bare 2023 is a year too.
  std::vector<PeriodMention> Read(std::size_t begin, std::size_t end, bool question = false);

 private:
  void Remember(const PeriodMention& mention);
  bool OfFigureBefore(const PeriodMention& mention) const;
  bool Contrasted(const PeriodMention& mention) const;

  const AnalyzedText& text_;
  PeriodAnchors anchors_;
};

}  // namespace timso
