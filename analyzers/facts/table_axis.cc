#include "analyzers/facts/table_axis.h"

#include <algorithm>
#include <cstdlib>

#include "analyzers/facts/table_words.h"
#include "analyzers/numbers/quantity.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// "1. Lúa", "a) Lúa", "IV. Lúa", "- Lúa" → "Lúa"
std::string_view WithoutListNumber(std::string_view words) {
  words = Trim(words);
  for (const std::string_view bullet : {"- ", "+ ", "* ", "– ", "• ", "-", "+"}) {
    if (words.starts_with(bullet) && words.size() > bullet.size()) return Trim(words.substr(bullet.size()));
  }
  const std::size_t end = words.find_first_of(".)");
  if (end == std::string_view::npos || end == 0 || end > 4 || end + 1 >= words.size() || words[end + 1] != ' ')
    return words;
  const std::string_view label = words.substr(0, end);
  const bool number = label.find_first_not_of("0123456789.") == std::string_view::npos;
  const bool roman = label.find_first_not_of("IVX") == std::string_view::npos;
  return number || roman || label.size() == 1 ? Trim(words.substr(end + 1)) : words;
}

class AxisReader {
 public:
  AxisReader(std::string_view words, Lexicon::Form form, std::optional<int> year, std::optional<Date> date)
      : form_(form), roles_(TableWords::Get(form)) {
    TakeUnit(WithoutListNumber(words));
    text_ = Analyze(axis_.words, form);
    PeriodReader periods(text_, date);
    periods.set_year(year);
    periods_ = periods.Read(0, text_.tokens.size(), true);
    for (const PeriodMention& period : periods_) {
      if (!period.reference && !period.forgets && !axis_.period) axis_.period = period;
    }
    if (!axis_.period && year) FirstMonths(*year);
  }

  TableAxis Run() {
    axis_.list_number = roles_.Is(text_, "list_number");
    axis_.unit_column = roles_.Is(text_, "unit_column");
    const std::vector<bool> no_fact = roles_.Mark(text_, "no_fact");
    axis_.no_fact = !no_fact.empty() && no_fact.front();
    axis_.whole = roles_.Has(text_, "whole");
    axis_.done = roles_.Has(text_, "done");
    ReadMentions();
    ReadContent();
    if (Compares()) {
      axis_.content.clear();
      axis_.concepts.clear();
    }
    if (!axis_.unit) NameUnit();
    const std::vector<bool> total = roles_.Mark(text_, "total");
    const bool begins = axis_.content.empty() && axis_.qualifiers.empty() && !total.empty() && total.front();
    axis_.total = !axis_.done && (begins || roles_.Is(text_, "total"));
    if (axis_.total) axis_.content.clear();
    ReadKind();
    return std::move(axis_);
  }

 private:
  // Takes units out of the words: "Diện tích (ha)", "Thu ngân sách, tỷ đồng".
  void TakeUnit(std::string_view words) {
    std::string rest(words);
    for (std::size_t open = rest.find('('); open != std::string::npos; open = rest.find('(', open + 1)) {
      const std::size_t close = rest.find(')', open);
      if (close == std::string::npos) break;
      std::string_view inner = Trim(std::string_view(rest).substr(open + 1, close - open - 1));
      for (const std::string_view head : {"ĐVT:", "Đơn vị tính:", "đvt:", "Đơn vị:"}) {
        if (inner.starts_with(head)) inner = Trim(inner.substr(head.size()));
      }
      auto unit = UnitOfWords(inner, form_);
      if (!unit) continue;
      axis_.unit = unit;
      rest.erase(open, close - open + 1);
      open = open > 0 ? open - 1 : 0;
    }
    for (const std::string_view sign : {",", " - ", " – "}) {
      const std::size_t at = rest.rfind(sign);
      if (axis_.unit || at == std::string::npos || at == 0) continue;
      auto unit = UnitOfWords(Trim(std::string_view(rest).substr(at + sign.size())), form_);
      if (!unit) continue;
      axis_.unit = unit;
      rest.erase(at);
    }
    axis_.words = Trim(rest);
  }

  // "Thực hiện 9 tháng": of a year's first months.
  void FirstMonths(int year) {
    for (std::size_t i = 0; i + 1 < text_.tokens.size(); ++i) {
      const std::string_view number = text_.Word(i);
      const bool short_number = text_.tokens[i].kind == TokenKind::kNumber && number.size() <= 2;
      if (!short_number || !text_.IsKey(i + 1, "tháng")) continue;
      const int months = std::atoi(std::string(number).c_str());
      if (months < 1 || months > 12) continue;
      axis_.period.emplace();
      axis_.period->begin = i;
      axis_.period->end = i + 2;
      axis_.period->period = Months(year, 1, months);
      axis_.period->up_to = true;
      return;
    }
  }

  // "So với vụ trước", "So cùng kỳ": with what the figures beside it are compared, not what they are of.
  bool Compares() const { return text_.IsKey(1, {"với", "cùng"}) && Compared() && !Has("plan"); }
  bool Compared() const { return text_.IsKey(0, "so"); }

  // The unit that the words themselves name: "Hộ nghèo", "Triệu đồng", "Số xã đạt chuẩn".
  void NameUnit() {
    std::string_view words = axis_.words;
    bool counted = false;
    for (const std::string_view head : {"Tổng số ", "tổng số ", "Số lượng ", "số lượng ", "Số ", "số ", "Tổng "}) {
      if (!words.starts_with(head)) continue;
      words.remove_prefix(head.size());
      counted = true;
      break;
    }
    if (axis_.content.empty() && Has("plan")) return;  // "chỉ tiêu" may be counted too
    axis_.unit = UnitOfWords(words, form_);
    if (axis_.unit) {
      // "Triệu đồng", "Số người": how it is counted and not what.
      const bool persons = axis_.concepts.size() == 1 && text_.lexicon->concepts()[axis_.concepts.front()] == "person";
      if (axis_.unit->unit_class != UnitRow::Class::kCounter || persons) axis_.content.clear();
      return;
    }
    if (!counted) return;
    const AnalyzedText noun = Analyze("1 " + std::string(words), form_);
    const auto quantities = ReadQuantities(noun, 0, noun.tokens.size(), std::vector<bool>(noun.tokens.size(), false));
    if (quantities.empty() || quantities.front().unit.empty()) return;
    if (quantities.front().unit_class != UnitRow::Class::kCounter) return;
    axis_.unit = UnitScale{quantities.front().unit, UnitRow::Class::kCounter, 1};
  }

  void ReadMentions() {
    for (const Mention& mention : text_.mentions) {
      if (mention.role == Role::kConcept) axis_.concepts.push_back(mention.row);
      if (mention.role == Role::kQualifier) axis_.qualifiers.push_back(text_.lexicon->qualifiers()[mention.row]);
    }
    std::sort(axis_.qualifiers.begin(), axis_.qualifiers.end());
    axis_.qualifiers.erase(std::unique(axis_.qualifiers.begin(), axis_.qualifiers.end()), axis_.qualifiers.end());
  }

  void ReadContent() {
    std::vector<bool> known(text_.tokens.size(), false);
    const auto mark = [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) known[i] = true;
    };
    for (const Mention& mention : text_.mentions) {
      if (mention.role == Role::kCue || mention.role == Role::kRelation) mark(mention.begin, mention.end);
    }
    for (const std::string_view role : {"plan", "done", "attained", "rate", "up", "down", "change", "before", "compare",
                                        "count", "total", "list_number", "unit_column"}) {
      const std::vector<bool> marks = roles_.Mark(text_, role);
      for (std::size_t i = 0; i < marks.size(); ++i) known[i] = known[i] || marks[i];
    }
    for (const Mention& mention : text_.mentions) {
      if (mention.role != Role::kConcept) continue;
      for (std::size_t i = mention.begin; i < mention.end; ++i) known[i] = false;
    }
    for (const Mention& mention : text_.mentions) {
      if (mention.role == Role::kQualifier) mark(mention.begin, mention.end);
    }
    for (const PeriodMention& period : periods_) mark(period.begin, period.end);
    std::size_t begin = text_.tokens.size();
    std::size_t end = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
      const TokenKind kind = text_.tokens[i].kind;
      const bool word = kind == TokenKind::kWord || kind == TokenKind::kCode || kind == TokenKind::kAbbreviation;
      if (known[i] || !word) continue;
      begin = std::min(begin, i);
      end = i + 1;
    }
    if (begin >= end) return;
    const std::string_view span = text_.Words(begin, end);
    if (span.find('(') != std::string_view::npos && end < known.size() && text_.IsPunctuation(end, ")")) ++end;
    const std::vector<bool> rate = roles_.Mark(text_, "rate");
    while (begin > 0 && rate[begin - 1] && text_.tokens[begin - 1].kind == TokenKind::kWord) --begin;
    axis_.content = text_.Words(begin, end);
    const Token& first = text_.tokens[begin];
    if (!first.all_capitals && first.kind == TokenKind::kWord) {
      const std::size_t length = first.end - first.begin;
      axis_.content = LowerCase(text_.Word(begin)) + axis_.content.substr(length);
    }
  }

  bool Has(std::string_view role) const { return roles_.Has(text_, role); }

  void ReadKind() {
    const bool percent = (axis_.unit && axis_.unit->IsPercent()) || text_.text().find('%') != std::string_view::npos;
    const bool rate = Has("rate");
    const bool compares = Has("compare");
    std::size_t years = 0;
    for (const PeriodMention& period : periods_) years += period.whole_years ? 1 : 0;
    const bool earlier = Has("before");
    if (Has("plan")) {
      ReadPlan(percent, rate, compares);
    } else if (Has("change")) {
      axis_.kind = FactKind::kChange;
      axis_.falls = Has("down") && !Has("up");
    } else if ((earlier && (compares || percent)) || (years > 1 && compares && percent)) {
      axis_.kind = FactKind::kChange;
      axis_.ratio = true;
    } else if (Compares()) {
      axis_.kind = FactKind::kChange;
      axis_.ratio = percent;
    } else if (earlier) {
      axis_.year_before = true;
    } else if (axis_.content.empty() && Has("attained") && (percent || rate)) {
      axis_.kind = FactKind::kAttainment;
    } else if (percent || rate) {
      axis_.kind = FactKind::kShare;
      axis_.rate = axis_.content.empty() && axis_.qualifiers.empty();
    } else if (axis_.done) {
      axis_.kind = FactKind::kAmount;
    }
    const bool of_hundred = axis_.kind == FactKind::kAttainment || axis_.kind == FactKind::kShare || axis_.ratio;
    if (of_hundred || (percent && axis_.kind == FactKind::kChange)) {
      axis_.unit = UnitScale{"percent", UnitRow::Class::kPercent, 1};
    }
  }

  // "TH/KH (%)", "% KH", "So KH (%)" measure what was achieved; "KH (%)" is a planned rate.
  void ReadPlan(bool percent, bool rate, bool compares) {
    const bool of_plan = axis_.done || compares || rate || Has("attained");
    const bool against = (axis_.done && compares) || Compared();  // "TH/KH", "So với chỉ tiêu"
    const bool achieved = (percent && of_plan) || against || (rate && axis_.content.empty());
    axis_.kind = achieved ? FactKind::kAttainment : FactKind::kTarget;
    axis_.done = false;
  }

  Lexicon::Form form_;
  const TableWords& roles_;
  TableAxis axis_;
  AnalyzedText text_;
  std::vector<PeriodMention> periods_;
};

}  // namespace

std::optional<UnitScale> UnitOfWords(std::string_view words, Lexicon::Form form) {
  if (words.empty()) return std::nullopt;
  const bool digits = words.front() >= '0' && words.front() <= '9';
  // "triệu đồng/người/năm": what it is reckoned by is part of the measure.
  if (const std::size_t slash = words.find('/'); slash != std::string_view::npos) {
    const auto money = UnitOfWords(Trim(words.substr(0, slash)), form);
    if (money && money->unit_class == UnitRow::Class::kMoney) return money;
  }
  const AnalyzedText text = Analyze((digits ? "" : "1 ") + std::string(words), form);
  const std::size_t size = text.tokens.size();
  const auto quantities = ReadQuantities(text, 0, size, std::vector<bool>(size, false));
  if (quantities.size() != 1) return std::nullopt;
  const Quantity& quantity = quantities.front();
  if (quantity.begin != 0 || quantity.end != size || quantity.unit.empty() || quantity.whole) return std::nullopt;
  if (quantity.unit_class == UnitRow::Class::kTime) return std::nullopt;
  return UnitScale{quantity.unit, quantity.unit_class, quantity.value};
}

TableAxis ReadTableAxis(std::string_view words, Lexicon::Form form, std::optional<int> year, std::optional<Date> date) {
  return AxisReader(words, form, year, date).Run();
}

}  // namespace timso
