#include "analyzers/facts/table_frame.h"

#include <algorithm>

#include "analyzers/facts/table_words.h"

namespace timso {
namespace {

using PlaceKind = PlaceMention::Kind;

constexpr std::size_t kShortLead = 24;  // tokens: a caption, not running text

class FrameReader {
 public:
  FrameReader(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
              const TableSurroundings& around)
      : text_(text), grid_(grid), resolver_(resolver), around_(around) {}

  TableFrame Run() {
    frame_.columns = grid_.columns;
    for (const TableGrid::Row& row : grid_.rows) frame_.rows.push_back(row.axis);
    ReadSubjects();
    ReadPeriod();
    ReadUnit();
    ReadPlanned();
    Borrow(frame_.columns, grid_.label + 1);
    Borrow(frame_.rows, 0);
    return std::move(frame_);
  }

 private:
  void ReadSubjects() {
    frame_.base = resolver_.document();
    if (!around_.before.empty() && Leads(*around_.before.back())) {
      for (const PlaceMention& place : around_.before.back()->places) {
        if (place.parent_of_previous || place.kind != PlaceKind::kNamed) continue;
        frame_.base = resolver_.SubjectOf(place, frame_.base);
        break;
      }
    }
    for (std::size_t c = 0; c < frame_.columns.size(); ++c) {
      if (grid_.column_places[c]) frame_.columns[c].subject = SubjectOf(grid_.places[*grid_.column_places[c]]);
      if (frame_.columns[c].subject) Silence(frame_.columns[c]);
    }
    for (std::size_t r = 0; r < frame_.rows.size(); ++r) {
      const TableGrid::Row& row = grid_.rows[r];
      if (row.place) frame_.rows[r].subject = SubjectOf(grid_.places[*row.place]);
      if (!row.place && row.named) frame_.rows[r].subject = Named(frame_.rows[r].words);
      if (frame_.rows[r].subject) Silence(frame_.rows[r]);
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
    subject.province = frame_.base.province;
    return subject;
  }

  // A row's place lies within the one that the table is about, where one of its name does.
  Subject SubjectOf(const PlaceMention& mention) const {
    Subject subject = resolver_.SubjectOf(mention, frame_.base);
    if (mention.kind != PlaceKind::kNamed) return subject;
    if (subject.province == kNoPlace) subject.province = frame_.base.province;
    if (frame_.base.place == kNoPlace) return subject;
    const Gazetteer& gazetteer = Gazetteer::Get();
    std::vector<PlaceIndex> within;
    for (const PlaceIndex index : mention.candidates) {
      const auto chain = gazetteer.Chain(index);
      if (index != frame_.base.place && std::find(chain.begin(), chain.end(), frame_.base.place) != chain.end())
        within.push_back(index);
    }
    if (within.size() != 1 && grid_.level != Level::kNone && mention.place == kNoPlace) subject.level = grid_.level;
    if (within.size() != 1) return subject;
    subject.place = within.front();
    subject.level = gazetteer.place(subject.place).level;
    subject.name = std::string(gazetteer.place(subject.place).name);
    subject.province = gazetteer.ProvinceOf(subject.place);
    return subject;
  }

  bool Leads(const SentenceReading& sentence) const {
    return text_.IsPunctuation(sentence.end - 1, ":") || sentence.end - sentence.begin <= kShortLead;
  }

  void ReadPeriod() {
    const auto take = [&](const SentenceReading& sentence) {
      for (const PeriodMention& period : sentence.periods) {
        if (period.reference || period.forgets || period.now || frame_.period) continue;
        frame_.period = period;
      }
    };
    if (!around_.before.empty() && Leads(*around_.before.back())) take(*around_.before.back());
    for (const SentenceReading* title : around_.title) take(*title);
    for (std::size_t i = around_.before.size(); i-- > 0;) take(*around_.before[i]);
    if (!frame_.period) frame_.period = around_.in_force;
    for (const std::vector<TableAxis>* axes : {&frame_.columns, &frame_.rows}) {
      for (const TableAxis& axis : *axes) frame_.year = frame_.year ? frame_.year : YearOf(axis.period);
    }
  }

  // "Đơn vị tính: triệu đồng" above the table; readers may take the line for furniture.
  void ReadUnit() {
    constexpr std::size_t kAbove = 40;  // tokens
    const std::size_t end = grid_.tokens.begin;
    for (std::size_t at = TokensBack(end, kAbove); at + 2 < end; ++at) {
      const std::string_view word = text_.Word(at);
      const bool names =
          word == "ĐVT" || word == "đvt" || (at > 0 && text_.IsKey(at, "tính") && text_.IsKey(at - 1, "vị"));
      if (!names || !text_.IsPunctuation(at + 1, ":")) continue;
      for (std::size_t unit_end = std::min(at + 6, end); unit_end > at + 2; --unit_end) {
        frame_.unit = UnitOfWords(text_.Words(at + 2, unit_end), text_.lexicon->form());
        if (frame_.unit) return;
      }
    }
  }

  // Whether all numbers are planned: "Mục tiêu với một số cây trồng chính:". A header that tells results or plans apart
  // settles it.
  void ReadPlanned() {
    const auto settles = [](const TableAxis& axis) {
      return axis.done || axis.kind == FactKind::kTarget || axis.kind == FactKind::kAttainment;
    };
    const bool settled = std::any_of(frame_.columns.begin(), frame_.columns.end(), settles) ||
                         std::any_of(frame_.rows.begin(), frame_.rows.end(), settles);
    if (settled) return;
    if (!around_.before.empty() && Leads(*around_.before.back())) {
      const SentenceReading& lead = *around_.before.back();
      frame_.planned = Plans(lead);
      if (frame_.planned || Reports(lead)) return;
    }
    for (const SentenceReading* title : around_.title) frame_.planned = frame_.planned || Plans(*title);
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

  static bool Lends(const TableAxis& axis) {
    return Speaks(axis) && !axis.list_number && !axis.no_fact && !axis.unit_column && axis.kind != FactKind::kChange;
  }

  // Whose neighbour tells what it counts: the one before, for a plan the one after it.
  static const TableAxis* LenderOf(const std::vector<TableAxis>& axes, std::size_t i, std::size_t first) {
    const bool plan = axes[i].kind == FactKind::kTarget;
    if (plan && i + 1 < axes.size() && Lends(axes[i + 1]) && axes[i + 1].kind != FactKind::kTarget) return &axes[i + 1];
    for (std::size_t k = i; k-- > first;) {
      if (Lends(axes[k])) return &axes[k];
    }
    for (std::size_t k = i + 1; k < axes.size(); ++k) {
      if (Lends(axes[k])) return &axes[k];
    }
    return nullptr;
  }

  // A column that tells but kind or breakdown ("Chỉ tiêu", "Tỷ lệ (%)", "Nữ") is of what its neighbour counts. A bare
  // rate beside a target measures what was achieved.
  static void Borrow(std::vector<TableAxis>& axes, std::size_t first) {
    const std::vector<TableAxis> own = axes;
    for (std::size_t i = first; i < axes.size(); ++i) {
      TableAxis& axis = axes[i];
      const bool asks = axis.kind || axis.rate || !axis.qualifiers.empty();
      if (Speaks(axis) || !asks || axis.total || axis.list_number || axis.no_fact) continue;
      const TableAxis* from = LenderOf(own, i, first);
      if (from == nullptr) continue;
      // "Chỉ tiêu | Kết nạp | Nữ | Tỷ lệ (%)": the rate is that of the breakdown right before it.
      if (axis.rate && i > first && !own[i - 1].qualifiers.empty()) {
        axis.rate = false;
        axis.qualifiers = own[i - 1].qualifiers;
      }
      axis.words = from->words;
      axis.content = from->content;
      axis.concepts.insert(axis.concepts.end(), from->concepts.begin(), from->concepts.end());
      axis.qualifiers.insert(axis.qualifiers.end(), from->qualifiers.begin(), from->qualifiers.end());
      if (!axis.unit) axis.unit = from->unit;
      if (!axis.period) axis.period = from->period;
      axis.whole = from->whole;
    }
    const bool targets =
        std::any_of(own.begin(), own.end(), [](const TableAxis& a) { return a.kind == FactKind::kTarget; });
    for (TableAxis& axis : axes) {
      if (axis.rate && targets) axis.kind = FactKind::kAttainment;
    }
  }

  const AnalyzedText& text_;
  const TableGrid& grid_;
  const SubjectResolver& resolver_;
  const TableSurroundings& around_;
  TableFrame frame_;
};

}  // namespace

std::optional<int> YearOf(const std::optional<PeriodMention>& period) {
  if (!period || !period->period.to || !period->whole_years) return std::nullopt;
  return period->period.to->year;
}

TableFrame FrameOf(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
                   const TableSurroundings& around) {
  return FrameReader(text, grid, resolver, around).Run();
}

}  // namespace timso
