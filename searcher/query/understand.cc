#include "searcher/query/understand.h"

#include <algorithm>

#include "searcher/query/asked_periods.h"
#include "searcher/query/bounds.h"
#include "searcher/query/kinds.h"
#include "searcher/query/leftovers.h"
#include "searcher/query/levels.h"
#include "searcher/query/measures.h"
#include "searcher/query/places.h"
#include "searcher/query/ranking.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

// Reads one question. Each method takes the tokens it understands; the order of the calls is the order of certainty.
class Understanding {
 public:
  Understanding(std::vector<QuestionToken>& tokens, const NameFinder& names, Query& query)
      : tokens_(tokens),
        names_(names),
        query_(query),
        table_(WordTable::Default()),
        marked_(query.marked),
        analysis_(query.text, tokens, query.marked) {}

  void Run() {
    english_ = SpeaksEnglish();
    FindFields();
    RankByTop();
    bounds_ = TakeBounds(tokens_, analysis_, marked_, english_);
    cues_ = FindCues(tokens_, marked_);
    AddPeriods();
    NamedPlaces places = TakePlaces(tokens_, names_, marked_);
    measure_ = FindMeasure(tokens_, marked_);
    for (const std::size_t token : measure_.tokens) tokens_[token].taken = true;
    // "đảng viên hoàn thành tốt nhiệm vụ": the measure's own verb reaches no target.
    std::erase_if(cues_.reach, [&](const Cue& cue) { return tokens_[cue.begin].taken; });
    const AskedLevels levels = TakeLevels(tokens_, marked_);
    by_level_ = levels.by_level;
    TakeQualifiers();
    AddPlaces(places, levels.levels);
    AddLevels(levels);
    AddMeasure();
    AddKinds();
    AddQualifiers();
    AddOrder();
    AddLeftovers();
    DecideAnswer();
  }

 private:
  void Add(Constraint constraint, std::vector<QuestionSpan> spans) {
    query_.clauses.push_back({std::move(constraint), std::move(spans), false, false});
  }
  void Because(std::size_t begin, std::size_t end) {
    const QuestionSpan span = SpanOf(tokens_, begin, end);
    query_.answer_because.push_back(query_.text.substr(span.begin, span.end - span.begin));
  }

  bool SpeaksEnglish() const {
    std::size_t english = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      for (const std::string_view role : {"stop", "level", "compare", "ask", "which", "measure"}) {
        const WordMatch match = table_.LongestAt(tokens_, at, role, marked_);
        if (match.form != nullptr && match.form->english && tokens_[at].surface.size() > 3) ++english;
      }
    }
    return english > 0;
  }

  // What the field syntax has settled already is not asked of the words.
  void FindFields() {
    for (const Clause& clause : query_.clauses) {
      has_level_field_ |= std::holds_alternative<LevelIs>(clause.constraint);
      has_measure_field_ |= std::holds_alternative<MeasureIs>(clause.constraint);
      has_kind_field_ |= std::holds_alternative<KindIs>(clause.constraint);
      has_qualifier_field_ |= std::holds_alternative<QualifiersAre>(clause.constraint);
      if (const auto* value = std::get_if<ValueIn>(&clause.constraint)) has_kind_field_ |= value->kind.has_value();
    }
  }

  void RankByTop() {
    const std::optional<AskedTop> top = TakeTop(tokens_, analysis_, marked_);
    if (!top) return;
    query_.top = top->count;
    if (top->end > top->begin) Rank(top->lowest, top->begin, top->end);
  }

  void Rank(bool lowest, std::size_t begin, std::size_t end) {
    query_.order = {Order::Key::kValue, !lowest};
    ranked_ = true;
    Because(begin, std::min(end, tokens_.size()));
  }

  void AddPeriods() {
    AnyOf periods{TakePeriods(tokens_, analysis_, cues_, names_, marked_)};
    has_period_ = !periods.clauses.empty();
    if (periods.clauses.size() == 1) {
      query_.clauses.push_back(std::move(periods.clauses.front()));
    } else if (has_period_) {
      std::vector<QuestionSpan> spans;
      for (const Clause& clause : periods.clauses) spans.push_back(clause.spans.front());
      Add(std::move(periods), std::move(spans));
    }
  }

  void TakeQualifiers() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool in_other = std::find(measure_.other.begin(), measure_.other.end(), at) != measure_.other.end();
      if (in_other) continue;
      const bool in_measure = std::find(measure_.tokens.begin(), measure_.tokens.end(), at) != measure_.tokens.end();
      if (in_measure) {
        NoteQualifierOfMeasure(at);
        continue;
      }
      const WordMatch match = table_.LongestAt(tokens_, at, "qualifier", marked_);
      if (match.form == nullptr) continue;
      if (std::find(qualifiers_.required.begin(), qualifiers_.required.end(), match.form->id) ==
          qualifiers_.required.end()) {
        qualifiers_.required.push_back(match.form->id);
      }
      for (std::size_t i = at; i < match.end(); ++i) qualifier_tokens_.push_back(i);
      Take(tokens_, at, match.end());
      at = match.end() - 1;
    }
  }

  // "đoàn viên ưu tú được giới thiệu": the measure's own words name a breakdown; it may stand in the fact or not.
  void NoteQualifierOfMeasure(std::size_t at) {
    std::vector<QuestionToken> freed(tokens_.begin() + static_cast<std::ptrdiff_t>(at), tokens_.end());
    for (QuestionToken& token : freed) token.taken = false;
    const WordMatch match = table_.LongestAt(freed, 0, "qualifier", marked_);
    if (match.form != nullptr) qualifiers_.allowed.push_back(match.form->id);
  }

  bool Ranks() const { return ranked_ || !cues_.most.empty() || !cues_.least.empty(); }

  bool ListsPlaces() const { return !cues_.which.empty() || !cues_.open.empty() || ranked_ || by_level_; }

  void AddPlaces(NamedPlaces& places, const std::vector<Level>& levels) {
    const bool asks = !cues_.ask.empty() || cues_.AsksPercent();
    for (NamedPlace& mention : places.mentions) {
      PlaceIs& place = mention.place;
      const bool lists_units = !cues_.open.empty() || query_.top.value_or(1) > 1;
      const bool container = mention.contains_other || !levels.empty() || (ListsPlaces() && mention.after_within) ||
                             (ranked_ && !asks) || (lists_units && cues_.ask.empty());
      if (container) {
        place.scope = PlaceIs::Scope::kWithin;
      } else if (mention.after_within && !place.level) {
        // "học sinh được kết nạp Đảng ở Gia Lai" lists; "… ở Gia Lai là bao nhiêu" asks for the one number.
        const bool lists = !asks && !qualifiers_.required.empty();
        place.scope = lists ? PlaceIs::Scope::kWithin : PlaceIs::Scope::kItselfElseBelow;
      } else {
        place.scope = PlaceIs::Scope::kItself;
      }
    }
    AddPlaceClauses(places, !levels.empty());
    if (!cues_.open.empty()) LeaveOutContainers(places);
  }

  // "đơn vị nào ở Bình Thuận": the province is none of its own units.
  void LeaveOutContainers(const NamedPlaces& places) {
    for (const NamedPlace& mention : places.mentions) {
      if (mention.place.scope != PlaceIs::Scope::kWithin || mention.place.level == Level::kCountry) continue;
      Clause& clause = query_.clauses.emplace_back();
      PlaceIs itself = mention.place;
      itself.scope = PlaceIs::Scope::kItself;
      clause.constraint = std::move(itself);
      clause.negated = true;
    }
  }

  void AddPlaceClauses(NamedPlaces& places, bool has_levels) {
    AnyOf joined;
    for (NamedPlace& mention : places.mentions) {
      if (mention.place.level == Level::kCountry && (has_levels || mention.contains_other)) continue;
      Clause clause{mention.place, {SpanOf(tokens_, mention.begin, mention.end)}, false, false};
      if (mention.joined) {
        joined.clauses.push_back(std::move(clause));
      } else {
        query_.clauses.push_back(std::move(clause));
      }
    }
    if (joined.clauses.size() == 1) {
      query_.clauses.push_back(std::move(joined.clauses.front()));
    } else if (!joined.clauses.empty()) {
      std::vector<QuestionSpan> spans;
      for (const Clause& clause : joined.clauses) spans.push_back(clause.spans.front());
      Add(std::move(joined), std::move(spans));
    }
    has_place_ = !places.mentions.empty();
  }

  void AddLevels(const AskedLevels& asked) {
    if (asked.levels.empty() || has_level_field_) return;
    Add(LevelIs{asked.levels}, asked.spans);
    listed_level_ = true;
  }

  void AddMeasure() {
    if (measure_.ids.empty() || has_measure_field_) return;
    // "tỷ lệ đảng viên nữ trên 40%", of nobody in particular: those newly admitted are đảng viên too.
    // "districts with a target above 170 members": planned is whom to admit.
    const bool of_nobody = !cues_.share.empty() && !bounds_.empty() && !has_place_;
    if (measure_.bare_members && (of_nobody || !cues_.target.empty())) {
      measure_.ids.emplace_back("party_members_admitted");
    }
    Add(MeasureIs{measure_.ids}, SpansOf(tokens_, measure_.tokens));
  }

  void AddKinds() {
    KindQuestion question{tokens_,
                          cues_,
                          bounds_,
                          measure_,
                          has_kind_field_,
                          has_measure_field_,
                          listed_level_ || ListsPlaces(),
                          !qualifiers_.required.empty(),
                          Ranks(),
                          has_place_ || has_period_,
                          marked_};
    KindAnswer answer = DecideKinds(question);
    for (const std::size_t token : answer.tokens) tokens_[token].taken = true;
    kinds_ = answer.kinds;
    kind_was_said_ = answer.said;
    if (answer.said && !answer.tokens.empty()) {
      std::sort(answer.tokens.begin(), answer.tokens.end());
      Because(answer.tokens.front(), answer.tokens.front() + 1);
    }
    if (!has_kind_field_ && !kinds_.empty()) Add(KindIs{kinds_}, SpansOf(tokens_, answer.tokens));
    if (!answer.unit.empty()) Add(UnitIs{answer.unit}, {});
    for (const KindAnswer::Bound& bound : answer.bounds) {
      std::vector<QuestionSpan> spans;
      if (bound.end > bound.begin) {
        spans.push_back(SpanOf(tokens_, bound.begin, bound.end));
        Because(bound.begin, bound.end);
      }
      // "tăng trên 8%": a change may be one of persons or times too.
      const bool of_several_units = kinds_.empty() || kinds_ == std::vector<FactKind>{FactKind::kChange};
      if (bound.percent && of_several_units && !has_kind_field_) Add(UnitIs{"percent"}, spans);
      if (!bound.unit.empty()) Add(UnitIs{bound.unit}, spans);
      Add(ValueIn{std::nullopt, bound.range}, std::move(spans));
      has_bound_ = true;
    }
  }

  void AddQualifiers() {
    if (has_qualifier_field_) return;
    const bool counts = std::all_of(kinds_.begin(), kinds_.end(), [](FactKind kind) {
      return kind == FactKind::kAmount || kind == FactKind::kShare;
    });
    const bool share_of_breakdown =
        kinds_.size() == 1 && kinds_[0] == FactKind::kShare && qualifiers_.required.size() == 1;
    // A count that names no breakdown is the whole; the share of one breakdown is that of no narrower one.
    const bool whole = !kinds_.empty() && counts && !measure_.ids.empty() && qualifiers_.required.empty();
    qualifiers_.exact = whole || (share_of_breakdown && cues_.AsksPercent());
    if (qualifiers_.required.empty() && !qualifiers_.exact) return;
    if (!qualifiers_.exact) qualifiers_.allowed.clear();
    std::sort(qualifiers_.required.begin(), qualifiers_.required.end());
    Add(qualifiers_, SpansOf(tokens_, qualifier_tokens_));
  }

  void AddOrder() {
    if (!ranked_ && (!cues_.most.empty() || !cues_.least.empty())) {
      const bool lowest = cues_.most.empty();
      const Cue cue = lowest ? cues_.least.front() : cues_.most.front();
      if (tokens_[cue.begin].taken) return;
      Rank(lowest, cue.begin, cue.end);
      // "huyện nào … nhiều nhất", "xã có … cao nhất" ask for one.
      const bool one = listed_level_ || std::any_of(cues_.which.begin(), cues_.which.end(), [&](const Cue& which) {
                         const std::string& word = tokens_[which.begin].folded;
                         return word == "nao" || word == "which" || word == "ai" || word == "who";
                       });
      if (one && !query_.top && !SaysPlural(tokens_)) query_.top = 1;
    }
  }

  // What nothing was read from is text.
  void AddLeftovers() {
    std::size_t said = 0;  // an abbreviation is one word, however many it stands for
    for (const std::size_t at : FindLeftovers(tokens_, cues_, marked_)) {
      const QuestionSpan span = tokens_[at].span;
      if (span.end <= said) continue;
      said = span.end;
      Add(WordsIn{query_.text.substr(span.begin, span.end - span.begin), WordsIn::Where::kAnywhere, false}, {span});
    }
  }

  // Facts, when something was said that no document as such can satisfy.
  void DecideAnswer() {
    if (query_.answer) return;
    const bool asks_number = !cues_.ask.empty() && (!measure_.ids.empty() || has_place_ || has_period_);
    const bool lists = listed_level_ && (!measure_.ids.empty() || has_period_ || kind_was_said_) &&
                       (!cues_.which.empty() || by_level_);
    const bool measured = !measure_.ids.empty() && (has_period_ || (has_place_ && qualifiers_.required.empty()));
    if (asks_number) Because(cues_.ask.front().begin, cues_.ask.front().end);
    const bool facts = has_bound_ || kind_was_said_ || ranked_ || asks_number || lists || measured;
    query_.answer = facts ? Answer::kFacts : Answer::kDocuments;
  }

  std::vector<QuestionToken>& tokens_;
  const NameFinder& names_;
  Query& query_;
  const WordTable& table_;
  bool marked_;
  QuestionAnalysis analysis_;
  bool english_ = false;
  bool has_level_field_ = false;
  bool has_measure_field_ = false;
  bool has_kind_field_ = false;
  bool has_qualifier_field_ = false;
  bool has_period_ = false;
  bool has_place_ = false;
  bool has_bound_ = false;
  bool kind_was_said_ = false;
  bool listed_level_ = false;
  bool by_level_ = false;  // "by district", "theo huyện"
  bool ranked_ = false;
  std::vector<BoundMention> bounds_;
  QuestionCues cues_;
  MeasureMention measure_;
  QualifiersAre qualifiers_;
  std::vector<std::size_t> qualifier_tokens_;
  std::vector<FactKind> kinds_;
};

}  // namespace

void Understand(std::vector<QuestionToken>& tokens, const NameFinder& names, Query& query) {
  if (tokens.empty()) return;
  Understanding(tokens, names, query).Run();
}

}  // namespace timso
