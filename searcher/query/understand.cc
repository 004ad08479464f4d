#include "searcher/query/understand.h"

#include <algorithm>
#include <cstdlib>

#include "analyzers/text/syllable.h"
#include "searcher/query/bounds.h"
#include "searcher/query/kinds.h"
#include "searcher/query/measures.h"
#include "searcher/query/numerals.h"
#include "searcher/query/periods.h"
#include "searcher/query/places.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

QuestionSpan SpanOf(const std::vector<QuestionToken>& tokens, std::size_t begin, std::size_t end) {
  return {tokens[begin].span.begin, tokens[end - 1].span.end};
}

// Tokens that stand beside each other make one span.
std::vector<QuestionSpan> SpansOf(const std::vector<QuestionToken>& tokens, std::vector<std::size_t> which) {
  std::sort(which.begin(), which.end());
  std::vector<QuestionSpan> spans;
  for (std::size_t i = 0; i < which.size(); ++i) {
    const QuestionToken& token = tokens[which[i]];
    if (i > 0 && which[i - 1] + 1 == which[i]) {
      spans.back().end = token.span.end;
    } else {
      spans.push_back(token.span);
    }
  }
  return spans;
}

// Reads one question. Each method takes the tokens it understands; the order of the calls is the order of certainty.
class Understanding {
 public:
  Understanding(std::vector<QuestionToken>& tokens, const NameFinder& names, Query& query)
      : tokens_(tokens), names_(names), query_(query), table_(WordTable::Default()), marked_(query.marked) {}

  void Run() {
    english_ = SpeaksEnglish();
    FindFields();
    TakeTop();
    bounds_ = TakeBounds(tokens_, marked_, english_);
    cues_ = FindCues(tokens_, marked_);
    TakePeriods();
    NamedPlaces places = TakePlaces(tokens_, names_, marked_);
    measure_ = FindMeasure(tokens_, marked_);
    for (const std::size_t token : measure_.tokens) tokens_[token].taken = true;
    const std::vector<Level> levels = TakeLevels();
    TakeQualifiers();
    AddPlaces(places, levels);
    AddLevels(levels, places);
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
  void Take(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) tokens_[i].taken = true;
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

  // top 5 …; 3 tỉnh … nhiều nhất; five districts … highest
  void TakeTop() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool top = table_.LongestAt(tokens_, at, "top", marked_).form != nullptr;
      const bool bottom = table_.LongestAt(tokens_, at, "bottom", marked_).form != nullptr;
      // "first nine months of 2023" is a period.
      if ((top || bottom) && !ReadPeriod(tokens_, at, marked_) && TakeCount(at + 1)) {
        tokens_[at].taken = true;
        Rank(bottom, at, at + 2);
        return;
      }
    }
    const QuestionCues cues = FindCues(tokens_, marked_);
    if (cues.most.empty() && cues.least.empty()) return;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      if (table_.LongestAt(tokens_, at + 1, "level", marked_).form != nullptr ||
          table_.LongestAt(tokens_, at + 1, "open", marked_).form != nullptr) {
        if (TakeCount(at)) return;
      }
    }
  }

  bool TakeCount(std::size_t at) {
    if (at >= tokens_.size()) return false;
    const std::string& word = tokens_[at].surface;
    std::optional<double> count = ReadDigits(word, true);
    const WordMatch number = table_.LongestAt(tokens_, at, "number", marked_);
    if (!count && number.form != nullptr && number.words == 1) count = std::atof(number.form->id.c_str());
    if (!count || *count < 1 || *count > 1000 || *count != static_cast<double>(static_cast<int>(*count))) return false;
    // tháng, năm, %: no count of places
    const bool period = ReadPeriod(tokens_, at, marked_).has_value();
    if (period || word.find_first_of(".,") != std::string::npos) return false;
    query_.top = static_cast<std::size_t>(*count);
    tokens_[at].taken = true;
    return true;
  }

  void Rank(bool lowest, std::size_t begin, std::size_t end) {
    query_.order = {Order::Key::kValue, !lowest};
    ranked_ = true;
    Because(begin, std::min(end, tokens_.size()));
  }

  void TakePeriods() {
    AnyOf periods;
    std::vector<QuestionSpan> spans;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].taken) continue;
      const std::optional<QuestionPeriod> found = ReadPeriod(tokens_, at, marked_);
      if (!found) continue;
      const bool compared_with = IsComparedWith(at);
      Take(at, found->end);
      if (!compared_with) {
        spans.push_back(SpanOf(tokens_, at, found->end));
        periods.clauses.push_back({found->period, {spans.back()}, false, false});
      }
      at = found->end - 1;
    }
    has_period_ = !periods.clauses.empty();
    // "năm 2022 và 2023" means either; "năm 2021, 6 tháng đầu năm 2021" the narrower.
    DropWider(periods.clauses);
    if (periods.clauses.size() == 1) {
      query_.clauses.push_back(std::move(periods.clauses.front()));
    } else if (has_period_) {
      Add(std::move(periods), std::move(spans));
    }
  }

  static void DropWider(std::vector<Clause>& clauses) {
    for (std::size_t i = 0; i < clauses.size();) {
      const auto& wide = std::get<PeriodIs>(clauses[i].constraint);
      const bool contains = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& other) {
        const auto& narrow = std::get<PeriodIs>(other.constraint);
        const bool same = narrow.from == wide.from && narrow.to == wide.to;
        if (same) return &other < &clauses[i];
        return !narrow.from.empty() && !narrow.to.empty() && wide.from <= narrow.from &&
               (wide.to.empty() || narrow.to <= wide.to);
      });
      if (contains) {
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  // "so với cùng kỳ năm 2020", "compared with 2020": the year that a change is counted from, not the fact's.
  bool IsComparedWith(std::size_t at) const {
    return std::any_of(cues_.compared.begin(), cues_.compared.end(), [&](const Cue& cue) {
      return cue.begin < at && at - cue.begin <= 6 &&
             std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(cue.begin),
                          tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                          [](const QuestionToken& token) { return token.clause_end; });
    });
  }

  std::vector<Level> TakeLevels() {
    std::vector<Level> levels;
    bool province_said = false;
    std::vector<std::size_t> where;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const WordMatch match = table_.LongestAt(tokens_, at, "level", marked_);
      if (match.form == nullptr) continue;
      if (!marked_ && !IsPlainLevel(match)) continue;
      const Level level = *LevelNamed(match.form->id);
      by_level_ |= at > 0 && table_.LongestAt(tokens_, at - 1, "by", marked_).form != nullptr;
      // "tỉnh, thành phố": the cities that are no district.
      province_said |= level == Level::kProvince;
      if (!(province_said && IsCity(match))) {
        if (std::find(levels.begin(), levels.end(), level) == levels.end()) levels.push_back(level);
      }
      for (std::size_t i = at; i < match.end(); ++i) where.push_back(i);
      Take(at, match.end());
      at = match.end() - 1;
    }
    level_spans_ = SpansOf(tokens_, where);
    return levels;
  }

  // Without marks quận is also quan and quân, bản also ban: such a word is a level beside a word that lists.
  bool IsPlainLevel(const WordMatch& match) const {
    if (match.words > 1 || match.form->english) return true;
    const std::string& word = tokens_[match.begin()].folded;
    if (word == "huyen" || word == "tinh" || word == "xa" || word == "phuong" || word == "thon") return true;
    const bool after = match.end() < tokens_.size() && tokens_[match.end()].folded == "nao";
    const bool before = match.begin() > 0 &&
                        (tokens_[match.begin() - 1].folded == "cac" || tokens_[match.begin() - 1].folded == "nhung" ||
                         tokens_[match.begin() - 1].folded == "huyen");
    return after || before;
  }

  static bool IsCity(const WordMatch& match) {
    return match.form->form == "thành phố" || match.form->form == "TP" || match.form->form == "city";
  }

  void TakeQualifiers() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
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
      Take(at, match.end());
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

  bool ListsPlaces() const { return !cues_.which.empty() || !cues_.open.empty() || ranked_ || by_level_; }

  void AddPlaces(NamedPlaces& places, const std::vector<Level>& levels) {
    const bool asks = !cues_.ask.empty() || cues_.AsksPercent();
    for (NamedPlace& mention : places.mentions) {
      PlaceIs& place = mention.place;
      const bool container =
          mention.contains_other || !levels.empty() || (ListsPlaces() && mention.after_within) || (ranked_ && !asks);
      if (container) {
        place.scope = PlaceIs::Scope::kWithin;
      } else if (mention.after_within && !place.level) {
        // "học sinh được kết nạp Đảng ở Gia Lai" lists; "… ở Gia Lai là bao nhiêu" asks for the one number.
        const bool lists = !asks && !qualifiers_.required.empty();
        place.scope = lists ? PlaceIs::Scope::kWithin : PlaceIs::Scope::kItselfElseBelow;
      } else {
        place.scope = PlaceIs::Scope::kItself;
      }
      // The country contains everything: as a container it says nothing.
      if (place.level == Level::kCountry && container) continue;
    }
    AddPlaceClauses(places, !levels.empty());
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

  void AddLevels(const std::vector<Level>& levels, const NamedPlaces& places) {
    if (!levels.empty() && !has_level_field_) {
      Add(LevelIs{levels}, level_spans_);
      listed_level_ = true;
      return;
    }
    // "huyện Krông Pắc": the name's own level.
    for (const NamedPlace& mention : places.mentions) {
      if (mention.place.level && mention.place.scope == PlaceIs::Scope::kItself) return;
    }
  }

  void AddMeasure() {
    if (measure_.ids.empty() || has_measure_field_) return;
    // "tỷ lệ đảng viên nữ trên 40%", of nobody in particular: those newly admitted are đảng viên too.
    if (measure_.bare_members && !cues_.share.empty() && !bounds_.empty() && !has_place_) {
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
                          ranked_,
                          has_place_ || has_period_};
    KindAnswer answer = DecideKinds(question);
    for (const std::size_t token : answer.tokens) tokens_[token].taken = true;
    kinds_ = answer.kinds;
    kind_was_said_ = answer.said;
    if (answer.said && !answer.tokens.empty()) {
      std::sort(answer.tokens.begin(), answer.tokens.end());
      Because(answer.tokens.front(), answer.tokens.front() + 1);
    }
    if (!has_kind_field_ && !kinds_.empty()) Add(KindIs{kinds_}, SpansOf(tokens_, answer.tokens));
    for (const KindAnswer::Bound& bound : answer.bounds) {
      std::vector<QuestionSpan> spans;
      if (bound.end > bound.begin) {
        spans.push_back(SpanOf(tokens_, bound.begin, bound.end));
        Because(bound.begin, bound.end);
      }
      if (bound.percent && kinds_.empty() && !has_kind_field_) Add(UnitIs{"percent"}, spans);
      if (!bound.money.empty()) Add(UnitIs{bound.money}, spans);
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
      if (one && !query_.top && !SaysPlural()) query_.top = 1;
    }
  }

  bool SaysPlural() const {
    for (const QuestionToken& token : tokens_) {
      if (token.key == "những" || token.key == "các" || token.folded == "nhung" || token.folded == "cac") return true;
      constexpr std::string_view kPlurals[] = {"districts", "provinces", "communes", "places",
                                               "cities",    "wards",     "villages"};
      const std::string word = LowerCase(token.surface);
      if (std::find(std::begin(kPlurals), std::end(kPlurals), word) != std::end(kPlurals)) return true;
    }
    return false;
  }

  // What nothing was read from is text; words that only hold the question together are none.
  void AddLeftovers() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].taken) continue;
      std::size_t skip = 0;
      for (const std::string_view role : {"stop", "ask", "which", "within", "open", "by", "percent", "most", "least",
                                          "top", "unit", "country", "compared", "between", "after", "scale"}) {
        skip = std::max(skip, table_.LongestAt(tokens_, at, role, marked_).words);
      }
      if (skip > 0) {
        at += skip - 1;
        continue;
      }
      if (tokens_[at].kind == TokenKind::kPunctuation || EndsStopPhrase(at) || IsScaleOrUnit(at)) continue;
      if (tokens_[at].kind == TokenKind::kNumber && at + 1 < tokens_.size() && IsTimeWord(tokens_[at + 1])) continue;
      const std::size_t begin = at;
      Add(WordsIn{query_.text.substr(tokens_[begin].span.begin, tokens_[begin].span.end - tokens_[begin].span.begin),
                  WordsIn::Where::kAnywhere, false},
          {tokens_[begin].span});
    }
  }

  // "bao nhiêu triệu đồng"
  bool IsScaleOrUnit(std::size_t at) const {
    if (table_.LongestAt(tokens_, at, "scale", marked_).form != nullptr) return true;
    const WordMatch unit = table_.LongestAt(tokens_, at, "unit_name", marked_);
    if (unit.form == nullptr) return false;
    constexpr std::string_view kUnits[] = {"VND", "USD", "ha", "tonne", "km", "percent", "percentage_point", "times"};
    return std::find(std::begin(kUnits), std::end(kUnits), unit.form->id) != std::end(kUnits);
  }

  // "trong 5 năm"
  static bool IsTimeWord(const QuestionToken& token) {
    return token.folded == "nam" || token.folded == "thang" || token.folded == "ngay" || token.stem == "year" ||
           token.stem == "month";
  }

  // The second half of "đảng bộ" whose first a measure has taken.
  bool EndsStopPhrase(std::size_t at) const {
    if (at == 0 || !tokens_[at - 1].taken) return false;
    std::vector<QuestionToken> pair = {tokens_[at - 1], tokens_[at]};
    pair[0].taken = pair[1].taken = false;
    return table_.LongestAt(pair, 0, "stop", marked_).words == 2;
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
  std::vector<QuestionSpan> level_spans_;
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
