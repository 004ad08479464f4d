// What each figure of a table is: kind, measure, subject, period and unit from its column, its row and what stands
// around the table.
#include <algorithm>
#include <cmath>
#include <set>

#include "analyzers/facts/measures.h"
#include "analyzers/facts/table_words.h"
#include "analyzers/facts/tables.h"
#include "analyzers/numbers/quantity.h"

namespace timso {
namespace {

using PlaceKind = PlaceMention::Kind;

constexpr double kBefore = 4;  // how far a concept of the words before the table counts as being
constexpr double kTitle = 6;
constexpr std::size_t kShortLead = 24;  // tokens: a caption, not running text

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
      : text_(text), grid_(grid), resolver_(resolver), around_(around), columns_(grid.columns) {
    for (const TableGrid::Row& row : grid.rows) rows_.push_back(row.axis);
    ReadSubjects();
    ReadPeriod();
    ReadUnit();
    ReadPlanned();
    for (std::vector<TableAxis>* axes : {&columns_, &rows_}) Borrow(*axes);
    const auto acts = [&](const TableAxis& axis) { return StatesFlow(axis); };
    states_flow_ = std::any_of(columns_.begin(), columns_.end(), acts) || std::any_of(rows_.begin(), rows_.end(), acts);
  }

  std::vector<TableFact> Run() {
    const std::vector<bool> taken(text_.tokens.size(), false);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const TableGrid::Cell& cell : grid_.rows[r].figures) {
        const TableAxis& column = columns_[cell.column];
        if (column.list_number || column.no_fact || column.unit_column || rows_[r].no_fact) continue;
        const auto quantities = ReadQuantities(text_, cell.tokens.begin, cell.tokens.end, taken);
        for (std::size_t i = 0; i < quantities.size() && i < 2; ++i) {
          if (i == 0 || quantities[i].IsPercent()) ReadCell(r, cell, quantities[i], i > 0);
        }
      }
    }
    return std::move(facts_);
  }

 private:
  // --- whom ---

  void ReadSubjects() {
    base_ = resolver_.document();
    if (!around_.before.empty() && Leads(*around_.before.back())) {
      for (const PlaceMention& place : around_.before.back()->places) {
        if (place.parent_of_previous || place.kind != PlaceKind::kNamed) continue;
        base_ = resolver_.SubjectOf(place, base_);
        break;
      }
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (grid_.column_places[c]) columns_[c].subject = SubjectOf(grid_.places[*grid_.column_places[c]]);
      if (columns_[c].subject) Silence(columns_[c]);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const TableGrid::Row& row = grid_.rows[r];
      if (row.place) rows_[r].subject = SubjectOf(grid_.places[*row.place]);
      if (!row.place && row.named) rows_[r].subject = Named(rows_[r].words);
      if (rows_[r].subject) Silence(rows_[r]);
    }
  }

  // Words that name somebody say nothing of what is counted: "Đảng bộ xã Hà Châu" counts no committees.
  static void Silence(TableAxis& axis) {
    axis.content.clear();
    axis.concepts.clear();
    axis.qualifiers.clear();
    axis.unit.reset();
    axis.kind.reset();
  }

  Subject Named(const std::string& words) const {
    Subject subject;
    subject.name = words;
    subject.level = grid_.level != Level::kNone ? grid_.level : Level::kOrganization;
    subject.province = base_.province;
    return subject;
  }

  // A row's place lies within the one that the table is about, where one of its name does.
  Subject SubjectOf(const PlaceMention& mention) const {
    Subject subject = resolver_.SubjectOf(mention, base_);
    if (mention.kind != PlaceKind::kNamed) return subject;
    if (subject.province == kNoPlace) subject.province = base_.province;
    if (base_.place == kNoPlace) return subject;
    const Gazetteer& gazetteer = Gazetteer::Get();
    std::vector<PlaceIndex> within;
    for (const PlaceIndex index : mention.candidates) {
      const auto chain = gazetteer.Chain(index);
      if (index != base_.place && std::find(chain.begin(), chain.end(), base_.place) != chain.end()) within.push_back(index);
    }
    if (within.size() != 1 && grid_.level != Level::kNone && mention.place == kNoPlace) subject.level = grid_.level;
    if (within.size() != 1) return subject;
    subject.place = within.front();
    subject.level = gazetteer.place(subject.place).level;
    subject.name = std::string(gazetteer.place(subject.place).name);
    subject.province = gazetteer.ProvinceOf(subject.place);
    return subject;
  }

  // --- around the table ---

  bool Leads(const SentenceReading& sentence) const {
    return text_.IsPunctuation(sentence.end - 1, ":") || sentence.end - sentence.begin <= kShortLead;
  }

  void ReadPeriod() {
    const auto take = [&](const SentenceReading& sentence) {
      for (const PeriodMention& period : sentence.periods) {
        if (period.reference || period.forgets || period.now || period_) continue;
        period_ = period;
      }
    };
    if (!around_.before.empty() && Leads(*around_.before.back())) take(*around_.before.back());
    for (const SentenceReading* title : around_.title) take(*title);
    for (std::size_t i = around_.before.size(); i-- > 0;) take(*around_.before[i]);
    for (const std::vector<TableAxis>* axes : {&columns_, &rows_}) {
      for (const TableAxis& axis : *axes) year_ = year_ ? year_ : YearOf(axis.period);
    }
  }

  // "Đơn vị tính: triệu đồng" above the table; readers may take the line for furniture.
  void ReadUnit() {
    constexpr std::size_t kAbove = 40;  // tokens
    const std::size_t end = grid_.tokens.begin;
    const std::string key = text_.lexicon->Key("tính");
    for (std::size_t at = end > kAbove ? end - kAbove : 0; at + 2 < end; ++at) {
      const std::string_view word = text_.Word(at);
      const bool names = word == "ĐVT" || word == "đvt" || (text_.lexicon->Key(word) == key && at > 0 && text_.Word(at - 1) == "vị");
      if (!names || !text_.IsPunctuation(at + 1, ":")) continue;
      for (std::size_t unit_end = std::min(at + 6, end); unit_end > at + 2; --unit_end) {
        unit_ = UnitOfWords(text_.Words(at + 2, unit_end), text_.lexicon->form());
        if (unit_) return;
      }
    }
  }

  // Whether all numbers are planned: "Mục tiêu với một số cây trồng chính:". A header that tells results or plans apart
  // settles it.
  void ReadPlanned() {
    const auto settles = [](const TableAxis& axis) {
      return axis.done || axis.kind == FactKind::kTarget || axis.kind == FactKind::kAttainment;
    };
    const bool settled = std::any_of(columns_.begin(), columns_.end(), settles) || std::any_of(rows_.begin(), rows_.end(), settles);
    if (settled) return;
    if (!around_.before.empty() && Leads(*around_.before.back())) {
      const SentenceReading& lead = *around_.before.back();
      planned_ = Plans(lead);
      if (planned_ || Reports(lead)) return;
    }
    for (const SentenceReading* title : around_.title) planned_ = planned_ || Plans(*title);
  }

  AnalyzedText WordsOf(const SentenceReading& sentence) const {
    return Analyze(text_.Words(sentence.begin, sentence.end), text_.lexicon->form());
  }

  bool Reports(const SentenceReading& sentence) const {
    const bool done = TableWords::Get(text_.lexicon->form()).Has(WordsOf(sentence), "done");
    return done || HasCue(text_, sentence.begin, sentence.end, "achieve");
  }

  // "Chỉ tiêu" alone may mean any figure: "một số chỉ tiêu kinh tế".
  bool Plans(const SentenceReading& sentence) const {
    if (Reports(sentence)) return false;
    const TableWords& roles = TableWords::Get(text_.lexicon->form());
    const AnalyzedText words = WordsOf(sentence);
    const std::vector<bool> leads = roles.Mark(words, "planned_lead");
    const bool led = !leads.empty() && leads.front();
    return led || roles.Has(words, "planned") || HasCue(text_, sentence.begin, sentence.end, "aim_verb");
  }

  // --- columns among columns, rows among rows ---

  bool Speaks(const TableAxis& axis) const { return !axis.content.empty() && !axis.total; }

  // A column that tells but kind or breakdown ("Chỉ tiêu", "Tỷ lệ (%)", "Nữ") is of what its neighbour counts: the one
  // before, for a plan the one after it.
  void Borrow(std::vector<TableAxis>& axes) const {
    const std::vector<TableAxis> own = axes;
    const auto lender = [&](const TableAxis& axis) {
      return Speaks(axis) && !axis.list_number && !axis.no_fact && !axis.unit_column && axis.kind != FactKind::kChange;
    };
    const std::size_t first = &axes == &columns_ ? grid_.label + 1 : 0;
    for (std::size_t i = first; i < axes.size(); ++i) {
      TableAxis& axis = axes[i];
      const bool asks = axis.kind || axis.rate || !axis.qualifiers.empty();
      if (Speaks(axis) || !asks || axis.total || axis.list_number || axis.no_fact) continue;
      const TableAxis* from = nullptr;
      const bool plan = axis.kind == FactKind::kTarget;
      if (plan && i + 1 < own.size() && lender(own[i + 1]) && own[i + 1].kind != FactKind::kTarget) from = &own[i + 1];
      for (std::size_t k = i; k-- > first && from == nullptr;) from = lender(own[k]) ? &own[k] : nullptr;
      for (std::size_t k = i + 1; k < own.size() && from == nullptr; ++k) from = lender(own[k]) ? &own[k] : nullptr;
      if (from == nullptr) continue;
      // "Chỉ tiêu | Kết nạp | Nữ | Tỷ lệ (%)": the rate is that of the breakdown right before it.
      const bool of_breakdown = axis.rate && i > first && !own[i - 1].qualifiers.empty();
      if (of_breakdown) axis.rate = false;
      if (of_breakdown) axis.qualifiers = own[i - 1].qualifiers;
      axis.words = from->words;
      axis.content = from->content;
      axis.concepts.insert(axis.concepts.end(), from->concepts.begin(), from->concepts.end());
      axis.qualifiers.insert(axis.qualifiers.end(), from->qualifiers.begin(), from->qualifiers.end());
      if (!axis.unit) axis.unit = from->unit;
      if (!axis.period) axis.period = from->period;
      axis.whole = from->whole;
    }
    const bool targets = std::any_of(own.begin(), own.end(), [](const TableAxis& a) { return a.kind == FactKind::kTarget; });
    for (TableAxis& axis : axes) {
      if (axis.rate && targets) axis.kind = FactKind::kAttainment;
    }
  }

  // --- what ---

  static std::vector<ConceptMention> Concepts(const std::vector<std::size_t>& rows) {
    std::vector<ConceptMention> concepts;
    for (const std::size_t row : rows) concepts.push_back({row, 0, 0, true, 0});
    return concepts;
  }

  bool StatesFlow(const TableAxis& axis) const {
    const auto choice = MeasureTable::Get().Choose(Concepts(axis.concepts), "");
    return choice.measure != nullptr && !choice.measure->stock;
  }

  std::vector<ConceptMention> ConceptsIn(const SentenceReading& sentence, double distance) const {
    std::vector<ConceptMention> concepts;
    for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
      if (mention->role == Role::kConcept) concepts.push_back({mention->row, mention->begin, mention->end, true, distance});
    }
    return concepts;
  }

  // What the words around the table are about, nearest first.
  std::vector<std::vector<ConceptMention>> Topics() const {
    std::vector<std::vector<ConceptMention>> topics;
    for (std::size_t i = around_.before.size(); i-- > 0;) topics.push_back(ConceptsIn(*around_.before[i], kBefore));
    for (const SentenceReading* title : around_.title) topics.push_back(ConceptsIn(*title, kTitle));
    return topics;
  }

  // "Số đảng viên" of a table on those admitted: the noun alone leaves open what was done.
  bool OnlyPersons(const std::vector<ConceptMention>& concepts) const {
    const std::set<std::string, std::less<>> nouns = {"member", "new_member",   "person", "candidate",
                                                      "union_member", "total_members"};
    return std::all_of(concepts.begin(), concepts.end(), [&](const ConceptMention& mention) {
      return nouns.contains(text_.lexicon->concepts()[mention.concept_row]);
    });
  }

  struct Meaning {
    const Measure* measure = nullptr;
    std::string text;
    std::string rule;
  };

  Meaning MeaningOf(const TableAxis& column, const TableAxis& row, const std::string& unit) const {
    Meaning meaning;
    meaning.text = column.content;
    if (!row.content.empty()) meaning.text += (meaning.text.empty() ? "" : " ") + row.content;
    const MeasureTable& table = MeasureTable::Get();
    std::vector<ConceptMention> concepts = Concepts(column.concepts);
    const bool speaks = Speaks(column) || Speaks(row);
    if (speaks) {
      // "Sản lượng" over "Lúa"
      const AnalyzedText phrase = Analyze(meaning.text + " . " + row.content + " " + column.content, text_.lexicon->form());
      for (const Mention& mention : phrase.mentions) {
        if (mention.role == Role::kConcept) concepts.push_back({mention.row, 0, 0, true, 0});
      }
    }
    const bool open = !speaks || (OnlyPersons(concepts) && !concepts.empty() && !column.whole && !row.whole && !states_flow_);
    auto choice = table.Choose(concepts, unit);
    if (open) {
      for (std::vector<ConceptMention> topic : Topics()) {
        topic.insert(topic.end(), concepts.begin(), concepts.end());
        const auto wider = table.Choose(topic, unit);
        const bool acts = wider.measure != nullptr && (!wider.measure->stock || choice.measure == nullptr);
        if (!acts) continue;
        choice = wider;
        break;
      }
    } else if (choice.measure == nullptr) {
      choice = OfTopicNoun(meaning, unit);
    }
    meaning.measure = choice.measure;
    if (choice.measure != nullptr && meaning.text.empty()) meaning.text = choice.measure->vietnamese;
    if (meaning.text.empty() && !around_.title.empty()) {
      meaning.text = text_.Words(around_.title.front()->begin, around_.title.front()->end);
    }
    meaning.rule = choice.measure != nullptr ? "measure:" + choice.measure->id : "open-measure";
    return meaning;
  }

  // "Sản lượng" under "Cây lúa Sóc Trăng": a noun of the words around completes the phrase of a concept.
  MeasureTable::Choice OfTopicNoun(Meaning& meaning, const std::string& unit) const {
    std::vector<const SentenceReading*> sentences(around_.before.rbegin(), around_.before.rend());
    sentences.insert(sentences.end(), around_.title.begin(), around_.title.end());
    const std::vector<Symbol> head = text_.lexicon->SymbolsOf(meaning.text);
    if (head.empty() || std::find(head.begin(), head.end(), kUnknownWord) != head.end()) return {};
    for (const SentenceReading* sentence : sentences) {
      for (std::size_t at = sentence->begin; at < sentence->end; ++at) {
        if (text_.tokens[at].kind != TokenKind::kWord || text_.symbols[at] == kUnknownWord) continue;
        std::vector<Symbol> phrase = head;
        phrase.push_back(text_.symbols[at]);
        std::optional<std::size_t> found;
        text_.lexicon->phrases().MatchAt(phrase, 0, phrase.size(), [&](const PhraseTrie::Match& match) {
          const Lexicon::Entry& entry = text_.lexicon->entry(match.value);
          if (match.length == phrase.size() && entry.role == Role::kConcept) found = entry.row;
        });
        if (!found) continue;
        const auto choice = MeasureTable::Get().Choose(Concepts({*found}), unit);
        if (choice.measure == nullptr) continue;
        meaning.text += " " + std::string(text_.Word(at));
        return choice;
      }
    }
    return {};
  }

  std::vector<std::string> Qualifiers(const TableAxis& column, const TableAxis& row, const Measure* measure) const {
    std::set<std::string> found(column.qualifiers.begin(), column.qualifiers.end());
    found.insert(row.qualifiers.begin(), row.qualifiers.end());
    const bool of_persons = measure != nullptr && (Counts(measure->units, "person") || Counts(measure->units, "organization"));
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
    bool by_column = false;
  };

  Reading KindOf(const TableAxis& column, const TableAxis& row) const {
    for (const FactKind kind : {FactKind::kAttainment, FactKind::kChange, FactKind::kTarget, FactKind::kShare}) {
      if (column.kind != kind && row.kind != kind) continue;
      // A planned share is a target, a share that was planned over by "TH" stays a share.
      const bool by_column = column.kind == kind;
      return {kind, RuleOf(kind, by_column), by_column};
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
    if (rows_[r].unit) return *rows_[r].unit;
    return unit_ ? *unit_ : UnitScale{};
  }

  // "-5,2", "(5,2)": below zero.
  bool Negative(const Quantity& quantity, const TokenSpan& cell) const {
    const std::size_t at = quantity.number_begin;
    if (at <= cell.begin) return false;
    const std::string_view sign = text_.Word(at - 1);
    if (sign == "(" && at - 1 == cell.begin) return quantity.number_end + 1 == cell.end;
    return (sign == "-" || sign == "–" || sign == "−") && !text_.tokens[at].space_before;
  }

  // Whether a column of changes holds percentages of the earlier figure: 105,2 and not 5,2.
  bool OfHundred(std::size_t column) const {
    const std::vector<bool> taken(text_.tokens.size(), false);
    std::size_t near = 0;
    std::size_t all = 0;
    for (const TableGrid::Row& row : grid_.rows) {
      for (const TableGrid::Cell& cell : row.figures) {
        if (cell.column != column) continue;
        for (const Quantity& quantity : ReadQuantities(text_, cell.tokens.begin, cell.tokens.end, taken)) {
          if (Negative(quantity, cell.tokens)) return false;
          ++all;
          near += quantity.value >= 50 ? 1 : 0;
        }
      }
    }
    return near * 3 >= all * 2;
  }

  void ReadCell(std::size_t r, const TableGrid::Cell& cell, const Quantity& quantity, bool aside) {
    const TableAxis& column = columns_[cell.column];
    const TableAxis& row = rows_[r];
    Reading reading = aside ? Reading{FactKind::kShare, "table:share-beside", false} : KindOf(column, row);
    const UnitScale unit = UnitOf(quantity, r, column, reading.kind);
    if (unit.IsPercent() && reading.kind == FactKind::kAmount) reading = {FactKind::kShare, "table:share", false};
    const bool figure = reading.kind == FactKind::kAmount || reading.kind == FactKind::kShare;
    if (planned_ && figure && !aside) reading = {FactKind::kTarget, "table:planned", false};
    const bool of_hundred = unit.IsPercent() || unit.unit == "times";
    const Meaning meaning = MeaningOf(column, row, of_hundred ? "" : unit.unit);

    TableFact read;
    Fact& fact = read.fact;
    fact.kind = reading.kind;
    fact.rules = {reading.rule, meaning.rule};
    fact.unit = unit.unit;
    if (fact.unit.empty()) fact.unit = UnitOfMeasure(meaning.measure);
    const double sign = Negative(quantity, cell.tokens) || (column.falls || row.falls) ? -1 : 1;
    fact.value = quantity.value * unit.factor;
    if (quantity.upper) fact.upper = WholeIfNear(*quantity.upper * unit.factor);
    const bool ratio = reading.kind == FactKind::kChange && column.ratio && OfHundred(cell.column);
    if (reading.kind == FactKind::kChange) fact.value = ratio ? fact.value - 100 : sign * fact.value;
    fact.value = WholeIfNear(fact.value);
    fact.relation = quantity.relation;
    if (meaning.measure != nullptr) fact.measure = meaning.measure->id;
    fact.measure_text = meaning.text;
    fact.qualifiers = Qualifiers(column, row, meaning.measure);
    SetSubject(fact, row.subject ? *row.subject : column.subject ? *column.subject : base_);
    SetPeriod(fact, column, row, meaning.measure);
    read.number = {quantity.number_begin, quantity.IsPercent() ? quantity.unit_end : quantity.number_end};
    read.row = r;
    facts_.push_back(read);
    if (!quantity.whole) return;
    // 65/75 under "Kết nạp/chỉ tiêu"
    const bool plan = column.kind == FactKind::kTarget || column.kind == FactKind::kAttainment;
    facts_.back().fact.kind = FactKind::kAmount;
    read.fact.kind = plan ? FactKind::kTarget : FactKind::kAmount;
    read.fact.value = WholeIfNear(*quantity.whole * unit.factor);
    read.fact.rules.front() = plan ? "table:fraction-of-plan" : "table:fraction-whole";
    facts_.push_back(std::move(read));
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

  static std::optional<int> YearOf(const std::optional<PeriodMention>& period) {
    if (!period || !period->period.to || !period->whole_years) return std::nullopt;
    return period->period.to->year;
  }

  // A month or quarter without a year is of the other side's year, else of the one around the table.
  std::optional<PeriodMention> Anchored(const TableAxis& axis, const TableAxis& other) const {
    std::optional<int> year = YearOf(other.period);
    if (!year && period_ && period_->period.to) year = period_->period.to->year;
    if (!year) year = year_;
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
    const PeriodMention mention = stated ? *own : period_ ? *period_ : PeriodMention{};
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
  const SubjectResolver& resolver_;
  const TableSurroundings& around_;
  std::vector<TableAxis> columns_;
  std::vector<TableAxis> rows_;
  Subject base_;
  std::optional<PeriodMention> period_;
  std::optional<UnitScale> unit_;
  std::optional<int> year_;  // that a header or label names
  bool planned_ = false;
  bool states_flow_ = false;  // a header or label says what was done
  std::vector<TableFact> facts_;
};

}  // namespace

std::vector<TableFact> FactsOfTable(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
                                    const TableSurroundings& surroundings) {
  return TableBinder(text, grid, resolver, surroundings).Run();
}

}  // namespace timso
