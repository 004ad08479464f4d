// What each figure of a table is: kind, measure, subject, period and unit from its column, its row and what stands
// around the table.
#include <algorithm>
#include <cmath>
#include <set>

#include "analyzers/facts/table_frame.h"
#include "analyzers/facts/table_measures.h"
#include "analyzers/facts/table_words.h"
#include "analyzers/facts/tables.h"
#include "analyzers/numbers/quantity.h"

namespace timso {
namespace {

double WholeIfNear(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-9 * std::abs(value) ? whole : std::round(value * 1e6) / 1e6;
}

bool Counts(const std::vector<std::string>& units, std::string_view unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

class TableBinder {
 public:
  TableBinder(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
              const TableSurroundings& around)
      : text_(text),
        grid_(grid),
        around_(around),
        frame_(FrameOf(text, grid, resolver, around)),
        measures_(text, frame_, around),
        nothing_taken_(text.tokens.size(), false) {}

  std::vector<TableFact> Run() {
    for (std::size_t r = 0; r < frame_.rows.size(); ++r) {
      for (const TableGrid::Cell& cell : grid_.rows[r].figures) {
        const TableAxis& column = frame_.columns[cell.column];
        if (column.list_number || column.no_fact || column.unit_column || frame_.rows[r].no_fact) continue;
        const auto quantities = ReadQuantities(text_, cell.tokens.begin, cell.tokens.end, nothing_taken_);
        for (std::size_t i = 0; i < quantities.size() && i < 2; ++i) {
          if (i == 0 || quantities[i].IsPercent()) ReadCell(r, cell, quantities[i], i > 0);
        }
      }
    }
    return std::move(facts_);
  }

 private:
  std::vector<std::string> Qualifiers(const TableAxis& column, const TableAxis& row, const Measure* measure) const {
    std::set<std::string> found(column.qualifiers.begin(), column.qualifiers.end());
    found.insert(row.qualifiers.begin(), row.qualifiers.end());
    const bool of_persons =
        measure != nullptr && (Counts(measure->units, "person") || Counts(measure->units, "organization"));
    if (!of_persons) {
      std::erase_if(found, [](const std::string& id) {
        return id != "female" && id != "male" && id != "ethnic_minority" && id != "religious";
      });
    }
    return {found.begin(), found.end()};
  }

  // --- kind and value ---

  struct Reading {
    FactKind kind = FactKind::kAmount;
    const char* rule = "table:amount";
  };

  Reading KindOf(const TableAxis& column, const TableAxis& row) const {
    for (const FactKind kind : {FactKind::kAttainment, FactKind::kChange, FactKind::kTarget, FactKind::kShare}) {
      if (column.kind != kind && row.kind != kind) continue;
      return {kind, RuleOf(kind, column.kind == kind)};
    }
    return {};
  }

  static const char* RuleOf(FactKind kind, bool by_column) {
    switch (kind) {
      case FactKind::kAttainment:
        return by_column ? "table:column-attainment" : "table:row-attainment";
      case FactKind::kChange:
        return by_column ? "table:column-change" : "table:row-change";
      case FactKind::kTarget:
        return by_column ? "table:column-target" : "table:row-target";
      case FactKind::kShare:
        return by_column ? "table:column-share" : "table:row-share";
      case FactKind::kAmount:
        break;
    }
    return "table:amount";
  }

  UnitScale UnitOf(const Quantity& quantity, std::size_t r, const TableAxis& column, FactKind kind) const {
    if (!quantity.unit.empty()) return {quantity.unit, quantity.unit_class, 1};
    if (column.unit) return *column.unit;
    if (kind == FactKind::kAttainment) return {"percent", UnitRow::Class::kPercent, 1};
    if (grid_.rows[r].unit) return *grid_.rows[r].unit;
    if (frame_.rows[r].unit) return *frame_.rows[r].unit;
    return frame_.unit ? *frame_.unit : UnitScale{};
  }

  // "-5,2", "(5,2)": below zero.
  bool Negative(const Quantity& quantity, const TokenSpan& cell) const {
    const std::size_t at = quantity.number_begin;
    if (at <= cell.begin) return false;
    const std::string_view sign = text_.Word(at - 1);
    if (sign == "(" && at - 1 == cell.begin) return quantity.number_end + 1 == cell.end;
    return (sign == "-" || sign == "–" || sign == "−") && !text_.tokens[at].space_before;
  }

  // "giảm 5,2%" within the cell: -1, "tăng 5,2%": +1, 0 when its words say nothing.
  int Direction(const Quantity& quantity, const TokenSpan& cell) const {
    if (quantity.begin <= cell.begin) return 0;
    const std::string_view sign = text_.Word(quantity.number_begin - 1);
    if (sign != "(" && Negative(quantity, cell)) return -1;
    const AnalyzedText words = Analyze(text_.Words(cell.begin, quantity.begin), text_.lexicon->form());
    const TableWords& roles = TableWords::Get(text_.lexicon->form());
    const bool down = roles.Has(words, "down");
    return down == roles.Has(words, "up") ? 0 : down ? -1 : +1;
  }

  // Whether a column of changes holds percentages of the earlier figure: 105,2 and not 5,2.
  bool OfHundred(std::size_t column) const {
    std::size_t near = 0;
    std::size_t all = 0;
    for (const TableGrid::Row& row : grid_.rows) {
      for (const TableGrid::Cell& cell : row.figures) {
        if (cell.column != column) continue;
        for (const Quantity& quantity : ReadQuantities(text_, cell.tokens.begin, cell.tokens.end, nothing_taken_)) {
          if (Negative(quantity, cell.tokens) || Direction(quantity, cell.tokens) != 0) return false;
          ++all;
          near += quantity.value >= 50 ? 1 : 0;
        }
      }
    }
    return near * 3 >= all * 2;
  }

  void ReadCell(std::size_t r, const TableGrid::Cell& cell, const Quantity& quantity, bool aside) {
    const TableAxis& column = frame_.columns[cell.column];
    const TableAxis& row = frame_.rows[r];
    Reading reading = aside ? Reading{FactKind::kShare, "table:share-beside"} : KindOf(column, row);
    const UnitScale unit = UnitOf(quantity, r, column, reading.kind);
    if (unit.IsPercent() && reading.kind == FactKind::kAmount) reading = {FactKind::kShare, "table:share"};
    if (!aside && Direction(quantity, cell.tokens) != 0) reading = {FactKind::kChange, "table:cell-change"};
    const bool figure = reading.kind == FactKind::kAmount || reading.kind == FactKind::kShare;
    if (frame_.planned && figure && !aside) reading = {FactKind::kTarget, "table:planned"};
    const bool relative = unit.IsPercent() || unit.unit == "times";
    const TableMeaning meaning = measures_.Of(column, row, relative ? "" : unit.unit);

    TableFact read;
    read.number = {quantity.number_begin, quantity.IsPercent() ? quantity.unit_end : quantity.number_end};
    read.row = r;
    Fact& fact = read.fact;
    fact.kind = reading.kind;
    fact.rules = {reading.rule, meaning.rule};
    fact.unit = unit.unit.empty() ? UnitOfMeasure(meaning.measure) : unit.unit;
    fact.relation = quantity.relation;
    SetValue(fact, quantity, unit.factor, r, cell);
    if (meaning.measure != nullptr) fact.measure = meaning.measure->id;
    fact.measure_text = meaning.text;
    fact.qualifiers = Qualifiers(column, row, meaning.measure);
    SetSubject(fact, row.subject ? *row.subject : column.subject ? *column.subject : frame_.base);
    SetPeriod(fact, column, row, meaning.measure);
    facts_.push_back(std::move(read));
    if (quantity.whole) AddWhole(WholeIfNear(*quantity.whole * unit.factor), column.kind);
  }

  void SetValue(Fact& fact, const Quantity& quantity, double factor, std::size_t r, const TableGrid::Cell& cell) const {
    const TableAxis& column = frame_.columns[cell.column];
    fact.value = quantity.value * factor;
    if (quantity.upper) fact.upper = WholeIfNear(*quantity.upper * factor);
    if (fact.kind == FactKind::kChange && column.ratio && OfHundred(cell.column)) {
      fact.value -= 100;
    } else if (fact.kind == FactKind::kChange) {
      const int direction = Direction(quantity, cell.tokens);
      const bool said = Negative(quantity, cell.tokens) || column.falls || frame_.rows[r].falls;
      const bool falls = direction != 0 ? direction < 0 : said;
      fact.value = falls ? -fact.value : fact.value;
    }
    fact.value = WholeIfNear(fact.value);
  }

  // 75 of "65/75" under "Kết nạp/chỉ tiêu".
  void AddWhole(double value, std::optional<FactKind> column) {
    const bool plan = column == FactKind::kTarget || column == FactKind::kAttainment;
    TableFact whole = facts_.back();
    facts_.back().fact.kind = FactKind::kAmount;
    whole.fact.kind = plan ? FactKind::kTarget : FactKind::kAmount;
    whole.fact.value = value;
    whole.fact.rules.front() = plan ? "table:fraction-of-plan" : "table:fraction-whole";
    facts_.push_back(std::move(whole));
  }

  static std::string UnitOfMeasure(const Measure* measure) {
    const bool counted = measure != nullptr && !measure->units.empty() && measure->units.front() != "VND";
    return counted ? measure->units.front() : "";
  }

  void SetSubject(Fact& fact, const Subject& subject) const {
    const Gazetteer& gazetteer = Gazetteer::Get();
    fact.subject = subject.name;
    fact.level = subject.level;
    const PlaceIndex from = subject.place != kNoPlace ? subject.place : subject.province;
    for (const PlaceIndex index : gazetteer.Chain(from)) fact.place_codes.emplace_back(gazetteer.place(index).code);
    if (subject.province != kNoPlace) fact.province = std::string(gazetteer.place(subject.province).name);
  }

  // --- when ---

  // A month or quarter without a year is of the other side's year, else of the one around the table.
  std::optional<PeriodMention> Anchored(const TableAxis& axis, const TableAxis& other) const {
    std::optional<int> year = YearOf(other.period);
    if (!year && frame_.period && frame_.period->period.to) year = frame_.period->period.to->year;
    if (!year) year = frame_.year;
    if (!year || (axis.period && axis.period->dated)) return axis.period;
    return ReadTableAxis(axis.words, text_.lexicon->form(), year, around_.date).period;
  }

  void SetPeriod(Fact& fact, const TableAxis& column, const TableAxis& row, const Measure* measure) const {
    std::optional<PeriodMention> own = Anchored(column, row);
    if (!own || !own->period.to) {
      const auto of_row = Anchored(row, column);
      if (of_row) own = of_row;
    }
    const bool stated = own && own->period.to;
    const PeriodMention mention = stated ? *own : frame_.period ? *frame_.period : PeriodMention{};
    Period period = mention.period;
    const bool stock = measure != nullptr && measure->stock;
    const bool day = period.from && period.from == period.to;
    if (stock && mention.up_to && period.to) period = Day(*period.to);
    if (!stock && day && stated) period.from = Date{period.to->year, 1, 1};  // "31/10/2022" over what adds up
    if (column.year_before && !(column.period && column.period->period.to)) period = YearEarlier(period);
    const bool one_year = period.from && period.to && period.from->year == period.to->year;
    if (fact.kind == FactKind::kTarget && !stated && one_year) period = WholeYear(period.to->year);
    if (period.from) fact.from = ToIso(*period.from);
    if (period.to) fact.to = ToIso(*period.to);
  }

  static Period YearEarlier(Period period) {
    for (std::optional<Date>* date : {&period.from, &period.to}) {
      if (!*date) continue;
      --(*date)->year;
      (*date)->day = std::min((*date)->day, DaysInMonth((*date)->year, (*date)->month));
    }
    return period;
  }

  const AnalyzedText& text_;
  const TableGrid& grid_;
  const TableSurroundings& around_;
  TableFrame frame_;
  TableMeasures measures_;
  std::vector<bool> nothing_taken_;
  std::vector<TableFact> facts_;
};

}  // namespace

std::vector<TableFact> FactsOfTable(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
                                    const TableSurroundings& surroundings) {
  return TableBinder(text, grid, resolver, surroundings).Run();
}

}  // namespace timso
