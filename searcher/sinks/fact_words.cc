#include "searcher/sinks/fact_words.h"

#include <algorithm>

#include "analyzers/data/table.h"
#include "analyzers/time/date.h"
#include "searcher/query/render.h"
#include "searcher/sinks/width.h"

namespace timso {
namespace {

// The Vietnamese name of an id in a table whose second column it is; the id when there is none.
std::string NameInTable(std::string_view table, std::string_view id) {
  for (const auto& row : ReadTable(table, 2)) {
    if (row[0] == id) return std::string(row[1]);
  }
  return std::string(id);
}

std::string UnitWords(const std::string& unit) {
  static constexpr std::pair<std::string_view, std::string_view> kUnits[] = {{"person", "người"},
                                                                             {"household", "hộ"},
                                                                             {"organization", "tổ chức"},
                                                                             {"percent", "%"},
                                                                             {"percentage_point", "điểm %"},
                                                                             {"times", "lần"},
                                                                             {"VND", "đồng"},
                                                                             {"tonne", "tấn"},
                                                                             {"class", "lớp"},
                                                                             {"event", "cuộc"}};
  for (const auto& [id, words] : kUnits) {
    if (id == unit) return std::string(words);
  }
  return unit;
}

std::string_view RelationWords(const Fact& fact) {
  switch (fact.relation) {
    case Relation::kAbout:
      return "khoảng ";
    case Relation::kAlmost:
      return "gần ";
    case Relation::kGreater:
      return "trên ";
    case Relation::kGreaterEqual:
      return "ít nhất ";
    case Relation::kLess:
      return "dưới ";
    case Relation::kLessEqual:
      return "tối đa ";
    case Relation::kEqual:
      break;
  }
  return "";
}

std::string VietnameseDay(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

// Money in the thousand millions and millions that people speak of.
std::string ScaledNumber(double value, std::string& scale) {
  for (const auto& [size, word] : {std::pair(1e9, "tỷ "), std::pair(1e6, "triệu ")}) {
    if (value >= size || value <= -size) {
      scale = word;
      return VietnameseNumber(value / size);
    }
  }
  return VietnameseNumber(value);
}

}  // namespace

std::string VietnameseNumber(double number) {
  std::string plain = PlainNumber(number);
  const std::size_t point = plain.find('.');
  std::string whole = plain.substr(0, point);
  const std::size_t first = !whole.empty() && whole.front() == '-' ? 1 : 0;
  for (std::size_t at = whole.size(); at > first + 3;) {
    at -= 3;
    whole.insert(at, ".");
  }
  if (point == std::string::npos) return whole;
  return whole + "," + plain.substr(point + 1);
}

std::string SubjectWords(const Fact& fact) {
  std::string words = fact.subject.value_or("—");
  if (fact.province && fact.province != fact.subject) words += " (" + *fact.province + ")";
  return OneLine(words);
}

std::string MeasureWords(const Fact& fact) {
  std::string words = fact.measure ? NameInTable("measures.tsv", *fact.measure) : fact.measure_text;
  for (const std::string& qualifier : fact.qualifiers) words += ", " + NameInTable("qualifiers.tsv", qualifier);
  return OneLine(words.empty() ? "—" : words);
}

std::string ValueWords(const Fact& fact) {
  std::string scale;
  std::string number =
      fact.unit == "VND" || fact.unit == "USD" ? ScaledNumber(fact.value, scale) : VietnameseNumber(fact.value);
  if (fact.upper) number += "–" + (scale.empty() ? VietnameseNumber(*fact.upper) : ScaledNumber(*fact.upper, scale));
  std::string words;
  if (fact.kind == FactKind::kAttainment) words = "đạt ";
  if (fact.kind == FactKind::kTarget) words = "chỉ tiêu ";
  if (fact.kind == FactKind::kChange && fact.value > 0) number = "+" + number;
  words += std::string(RelationWords(fact)) + number;
  const std::string unit = UnitWords(fact.unit);
  if (!unit.empty()) words += " " + scale + unit;
  return OneLine(fact.doubtful ? words + " ?" : words);
}

namespace {

// Whole months of one year as people name them: tháng 9/2021, quý II/2022, 6 tháng đầu 2023, 10 tháng 2022.
std::string MonthsWords(int year, int first, int last) {
  constexpr std::string_view kQuarters[] = {"I", "II", "III", "IV"};
  const std::string of_year = std::to_string(year);
  const int months = last - first + 1;
  if (months == 1) return "tháng " + std::to_string(first) + "/" + of_year;
  if (months == 3 && first % 3 == 1)
    return "quý " + std::string(kQuarters[static_cast<std::size_t>(first / 3)]) + "/" + of_year;
  if (months == 6 && first == 7) return "6 tháng cuối " + of_year;
  if (first > 1) return "tháng " + std::to_string(first) + "–" + std::to_string(last) + "/" + of_year;
  return std::to_string(months) + (months == 6 ? " tháng đầu " : " tháng ") + of_year;
}

std::string PeriodWords(const Date& from, const Date& to) {
  if (from == to) return VietnameseDay(ToIso(from));
  const bool whole_months = from.day == 1 && to.day == DaysInMonth(to.year, to.month);
  if (whole_months && from.month == 1 && to.month == 12)
    return std::to_string(from.year) + (from.year == to.year ? "" : "–" + std::to_string(to.year));
  if (whole_months && from.year == to.year) return MonthsWords(from.year, from.month, to.month);
  std::string first = VietnameseDay(ToIso(from));
  if (from.year == to.year) first.resize(first.rfind('/'));  // said once
  return first + "–" + VietnameseDay(ToIso(to));
}

}  // namespace

std::string PeriodWords(const Fact& fact) {
  const std::string from = fact.from.value_or("");
  const std::string to = fact.to.value_or("");
  if (from.empty() && to.empty()) return "—";
  const std::optional<Date> first = DateFromIso(from);
  const std::optional<Date> last = DateFromIso(to);
  if (first && last) return PeriodWords(*first, *last);
  return (from.empty() ? "…" : VietnameseDay(from)) + "–" + (to.empty() ? "…" : VietnameseDay(to));
}

namespace fact_words {

MarkedSentence EvidenceOf(const Fact& fact) {
  const Evidence& evidence = fact.evidence;
  const std::string& text = evidence.text;
  const bool inside = evidence.begin >= evidence.sentence_begin && evidence.begin < evidence.end &&
                      evidence.end - evidence.sentence_begin <= text.size();
  if (!inside) return {OneLine(text), "", ""};
  const std::size_t begin = evidence.begin - evidence.sentence_begin;
  const std::size_t end = evidence.end - evidence.sentence_begin;
  MarkedSentence sentence{OneLine(text.substr(0, begin)), OneLine(text.substr(begin, end - begin)),
                          OneLine(text.substr(end))};
  if (begin > 0 && static_cast<unsigned char>(text[begin - 1]) <= ' ') sentence.before += " ";
  if (end < text.size() && static_cast<unsigned char>(text[end]) <= ' ') sentence.after.insert(0, " ");
  return sentence;
}

namespace {

// The end of a text that takes at most `width` columns.
std::string LastColumns(const std::string& text, std::size_t width) {
  if (DisplayWidth(text) <= width) return text;
  std::size_t at = 0;
  while (at < text.size() && (DisplayWidth(std::string_view(text).substr(at)) + 1 > width)) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return "…" + text.substr(at);
}

}  // namespace

MarkedSentence Fit(const MarkedSentence& sentence, std::size_t width) {
  const std::size_t number = DisplayWidth(sentence.number);
  const std::size_t before = DisplayWidth(sentence.before);
  const std::size_t after = DisplayWidth(sentence.after);
  if (width == 0 || before + number + after <= width) return sentence;
  if (number >= width) return {"", FitWidth(sentence.number, width), ""};
  const std::size_t room = width - number;
  const std::size_t left = std::min(before, std::max(room * 6 / 10, room > after ? room - after : 0));
  return {LastColumns(sentence.before, left), sentence.number, FitWidth(sentence.after, room - left)};
}

std::vector<SnippetWord> WordsOf(const Snippet& snippet) {
  std::vector<SnippetWord> words;
  const std::string& text = snippet.text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
    const std::size_t begin = at;
    while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ') ++at;
    if (at == begin) break;
    SnippetWord word;
    word.text = text.substr(begin, at - begin);
    while (next < snippet.highlights.size() && snippet.highlights[next].end <= begin) ++next;
    if (next < snippet.highlights.size() && snippet.highlights[next].begin < at) {
      const Highlight& highlight = snippet.highlights[next];
      word.opens = highlight.begin >= begin;
      word.closes = highlight.end <= at;
      word.mark_begin = word.opens ? highlight.begin - begin : 0;
      word.mark_end = word.closes ? highlight.end - begin : word.text.size();
    }
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace fact_words

}  // namespace timso
