#include "searcher/query/field_syntax.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "analyzers/text/syllable.h"
#include "indexer/schema/fields.h"
#include "searcher/query/measures.h"
#include "searcher/query/numerals.h"
#include "searcher/query/periods.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

// Fields that say how to answer; they have no terms, so the schema does not know them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAnswerFields = {{{"sort", "sort"},
                                                                                         {"xếp", "sort"},
                                                                                         {"top", "top"},
                                                                                         {"đầu", "top"},
                                                                                         {"bottom", "bottom"},
                                                                                         {"cuối", "bottom"},
                                                                                         {"amount", "amount"},
                                                                                         {"số_lượng", "amount"}}};

std::string_view AnswerField(std::string_view name) {
  const std::string folded = LowerCase(StripMarks(name));
  for (const auto& [form, field] : kAnswerFields) {
    if (folded == StripMarks(form)) return field;
  }
  return {};
}

std::vector<std::string> Parts(std::string_view value) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = value.find_first_of(",|");
    std::string_view part = value.substr(0, comma);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    if (comma == std::string_view::npos) return parts;
    value.remove_prefix(comma + 1);
  }
}

class FieldReader {
 public:
  FieldReader(const QuestionPiece& piece, const NameFinder& names, Query& query)
      : piece_(piece), names_(names), query_(query) {}

  void Run() {
    const std::string_view answer = AnswerField(piece_.field);
    const Field* field = answer.empty() ? FieldNamed(piece_.field) : nullptr;
    if (field != nullptr) {
      Schema(*field);
    } else if (answer == "sort") {
      Sort();
    } else if (answer == "amount") {
      Number(FactKind::kAmount);
    } else {
      Top(answer == "bottom");
    }
  }

 private:
  void Add(Constraint constraint) {
    query_.clauses.push_back({std::move(constraint), {piece_.span}, piece_.negated, true});
  }
  // What can't be read is searched as words.
  void NotUnderstood(std::string_view expected) {
    query_.warnings.push_back("`" + piece_.field + ":" + piece_.value +
                              "` is not understood: " + std::string(expected) + "; the value is searched as words.");
    AddWords();
  }

  // As if the value alone had been typed: it helps to rank, nothing must have it.
  void AddWords() {
    if (piece_.value.empty() || piece_.negated) return;
    query_.clauses.push_back({WordsIn{piece_.value, WordsIn::Where::kAnywhere, false}, {piece_.span}, false, false});
    query_.words += (query_.words.empty() ? "" : " ") + piece_.value;
  }

  void Schema(const Field& field) {
    switch (field.type) {
      case FieldType::kNumber:
        return Number(field.kind.empty() ? std::nullopt : FactKindNamed(field.kind));
      case FieldType::kYear:
      case FieldType::kDuring:
      case FieldType::kDate:
        return Dates(field.name);
      case FieldType::kPlace:
        return Place(PlaceIs::Scope::kWithin);
      case FieldType::kWords:
        return Words(field.name);
      case FieldType::kName:
        return Name(field.name);
    }
  }

  void Name(std::string_view name) {
    if (name == "level") return Levels();
    if (name == "province") return Place(PlaceIs::Scope::kProvince);
    if (name == "subject") return Place(PlaceIs::Scope::kItself);
    if (name == "measure") return Measure();
    if (name == "kind") return Kind();
    if (name == "unit") return Unit();
    if (name == "qualifier") return Qualifier();
    Words(name);
  }

  void Number(std::optional<FactKind> kind) {
    const std::optional<NumberRange> range = ReadNumberRange(piece_.value);
    if (!range) return NotUnderstood("a number was expected, such as >100, 90..95 or >=1,5 triệu");
    if (range->IsEmpty())
      query_.warnings.push_back("`" + piece_.field + ":" + piece_.value + "` can hold for no number.");
    Add(ValueIn{kind, *range});
  }

  void Dates(std::string_view field) {
    std::optional<PeriodIs> period = ReadPeriodValue(piece_.value);
    if (!period) return NotUnderstood("a year or date was expected, such as 2023, 2016..2020 or 2021-09-14");
    if (!period->from.empty() && !period->to.empty() && period->from > period->to) {
      query_.warnings.push_back("`" + piece_.field + ":" + piece_.value + "` ends before it begins.");
    }
    if (field == "date") return Add(DateIn{period->from, period->to});
    const bool one = piece_.value.find_first_of("<>.") == std::string::npos;
    if (field == "from" && one) period->to.clear();
    if (field == "to" && one) period->from.clear();
    if (field == "during") period->how = PeriodIs::How::kOverlaps;
    Add(*period);
  }

  void Levels() {
    LevelIs levels;
    for (const std::string& part : Parts(piece_.value)) {
      std::optional<Level> level = LevelNamed(LowerCase(part));
      const std::vector<std::string> ids = WordTable::Default().IdsOf("level", part);
      if (!level && !ids.empty()) level = LevelNamed(ids.front());
      if (level && *level != Level::kNone) levels.levels.push_back(*level);
    }
    if (levels.levels.empty()) return NotUnderstood("a level was expected, such as province, huyện or xã");
    Add(std::move(levels));
  }

  void Kind() {
    KindIs kinds;
    for (const std::string& part : Parts(piece_.value)) {
      std::optional<FactKind> kind = FactKindNamed(LowerCase(part));
      const std::vector<std::string> ids = WordTable::Default().IdsOf("kind", part);
      if (!kind && !ids.empty()) kind = FactKindNamed(ids.front());
      if (kind) kinds.kinds.push_back(*kind);
    }
    if (kinds.kinds.empty()) return NotUnderstood("amount, share, attainment, target or change was expected");
    Add(std::move(kinds));
  }

  void Place(PlaceIs::Scope scope) {
    PlaceIs place;
    place.scope = scope;
    place.name = piece_.value;
    std::string value = piece_.value;
    std::replace(value.begin(), value.end(), '_', ' ');
    const std::vector<QuestionToken> tokens = CutQuestion(value, 0, value.size());
    if (tokens.empty()) return NotUnderstood("a name was expected");
    Resolve(tokens, HasMarks(value), place);
    Add(std::move(place));
  }

  void Resolve(const std::vector<QuestionToken>& tokens, bool marked, PlaceIs& place) {
    const WordTable& table = WordTable::Default();
    const WordMatch country = table.LongestAt(tokens, 0, "country", marked);
    if (country.form != nullptr && country.end() == tokens.size()) {
      place.name = "Việt Nam";
      place.level = Level::kCountry;
      return;
    }
    const WordMatch level = table.LongestAt(tokens, 0, "level", marked);
    const bool has_level = level.form != nullptr && level.end() < tokens.size();
    const std::optional<Level> wanted = place.scope == PlaceIs::Scope::kProvince ? std::optional(Level::kProvince)
                                        : has_level                              ? LevelNamed(level.form->id)
                                                                                 : std::nullopt;
    std::optional<NameMatch> name = names_.NameAt(tokens, 0, marked, wanted);
    if ((!name || name->end != tokens.size()) && has_level) {
      name = names_.NameAt(tokens, level.end(), marked, wanted);
      if (name && name->end == tokens.size()) place.level = wanted;
    }
    if (name && name->end == tokens.size()) {
      place.name = name->name;
      place.codes = name->codes;
    } else if (const std::optional<std::string> subject = names_.SubjectWithWords(tokens, 0, tokens.size())) {
      place.name = *subject;
    }
  }

  void Measure() {
    MeasureIs measure;
    for (const std::string& part : Parts(piece_.value)) {
      for (std::string& id : MeasuresNamed(part)) measure.ids.push_back(std::move(id));
    }
    if (measure.ids.empty()) {
      query_.warnings.push_back("There is no measure `" + piece_.value + "`; facts are searched whose words have it.");
      return AddWords();
    }
    Add(std::move(measure));
  }

  void Unit() {
    std::vector<std::string> ids = WordTable::Default().IdsOf("unit", piece_.value);
    if (ids.empty()) ids = WordTable::Default().IdsOf("unit_name", piece_.value);
    std::string unit = ids.empty() ? piece_.value : ids.front();
    if (unit == "%") unit = "percent";
    Add(UnitIs{unit});
  }

  void Qualifier() {
    QualifiersAre qualifiers;
    std::string_view value = piece_.value;
    if (value.substr(0, 1) == "=") {
      qualifiers.exact = true;
      value.remove_prefix(1);
    }
    const WordTable& table = WordTable::Default();
    for (const std::string& part : Parts(value)) {
      std::vector<std::string> ids = table.IdsOf("qualifier", part);
      if (IsQualifier(part)) ids = {part};
      if (!table.IdsOf("none", part).empty()) {
        qualifiers.exact = true;
      } else if (ids.empty()) {
        return NotUnderstood("a breakdown was expected, such as female, học sinh or none");
      } else {
        qualifiers.required.push_back(ids.front());
      }
    }
    if (qualifiers.required.empty() && !qualifiers.exact) return NotUnderstood("a breakdown was expected");
    std::sort(qualifiers.required.begin(), qualifiers.required.end());
    Add(std::move(qualifiers));
  }
  static bool IsQualifier(std::string_view id) {
    const auto& rows = WordTable::Default().Rows("qualifier");
    return std::any_of(rows.begin(), rows.end(), [id](const WordForm* row) { return row->id == id; });
  }

  void Words(std::string_view field) {
    WordsIn words{piece_.value, WordsIn::Where::kAnywhere, false};
    if (field == "title") words.where = WordsIn::Where::kTitle;
    if (field == "source") words.where = WordsIn::Where::kSource;
    if (field == "author") words.where = WordsIn::Where::kAuthor;
    if (field == "id") words.where = WordsIn::Where::kId;
    if (CutQuestion(piece_.value, 0, piece_.value.size()).empty()) return NotUnderstood("words were expected");
    Add(std::move(words));
  }

  void Sort() {
    std::string_view value = piece_.value;
    const std::size_t colon = value.find(':');
    const std::string direction = colon == std::string_view::npos ? "" : LowerCase(value.substr(colon + 1));
    const std::vector<std::string> ids = WordTable::Default().IdsOf("sort", value.substr(0, colon));
    if (ids.empty()) return NotUnderstood("value, date, period or subject was expected");
    const std::array<Order::Key, 4> keys = {Order::Key::kValue, Order::Key::kDate, Order::Key::kPeriod,
                                            Order::Key::kSubject};
    for (const Order::Key key : keys) {
      if (NameOf(key) == ids.front()) query_.order.key = key;
    }
    query_.order.descending = direction.empty() ? query_.order.key != Order::Key::kSubject : direction == "desc";
  }

  void Top(bool lowest) {
    const int count = std::atoi(piece_.value.c_str());
    if (count < 1 || count > 100000) return NotUnderstood("a count was expected, such as 5");
    query_.top = static_cast<std::size_t>(count);
    query_.order = {Order::Key::kValue, !lowest};
  }

  const QuestionPiece& piece_;
  const NameFinder& names_;
  Query& query_;
};

}  // namespace

bool IsQueryField(std::string_view name) { return !AnswerField(name).empty() || FieldNamed(name) != nullptr; }

void AddField(const QuestionPiece& piece, const NameFinder& names, Query& query) {
  FieldReader(piece, names, query).Run();
}

}  // namespace timso
