#include "searcher/query/render.h"

#include <array>
#include <charconv>
#include <cmath>

namespace timso {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

std::string Quoted(std::string_view text) {
  if (text.find_first_of(" \t:\",|") == std::string_view::npos && !text.empty()) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c != '"') quoted += c;
  }
  return quoted + "\"";
}

template <typename List, typename Name>
std::string Joined(const List& list, Name name, std::string_view separator = ",") {
  std::string joined;
  for (const auto& item : list) {
    if (!joined.empty()) joined += separator;
    joined += name(item);
  }
  return joined;
}

std::string RangeText(const NumberRange& range) {
  if (range.low && range.high) {
    if (*range.low == *range.high && range.low_included && range.high_included) return "=" + PlainNumber(*range.low);
    return PlainNumber(*range.low) + ".." + PlainNumber(*range.high);
  }
  if (range.low) return (range.low_included ? ">=" : ">") + PlainNumber(*range.low);
  return (range.high_included ? "<=" : "<") + PlainNumber(range.high.value_or(0));
}

bool WholeYears(const std::string& from, const std::string& to) {
  return from.size() == 10 && to.size() == 10 && from.substr(4) == "-01-01" && to.substr(4) == "-12-31";
}

std::string DatesText(const std::string& from, const std::string& to) {
  if (WholeYears(from, to)) {
    const std::string first = from.substr(0, 4);
    const std::string last = to.substr(0, 4);
    return first == last ? first : first + ".." + last;
  }
  return from == to ? from : from + ".." + to;
}

std::string PeriodText(const PeriodIs& period) {
  const std::string field = period.how == PeriodIs::How::kOverlaps ? "during:" : "year:";
  if (period.to.empty())
    return field + ">=" + (period.from.substr(4) == "-01-01" ? period.from.substr(0, 4) : period.from);
  if (period.from.empty()) return field + "<=" + (period.to.substr(4) == "-12-31" ? period.to.substr(0, 4) : period.to);
  return field + DatesText(period.from, period.to);
}

std::string PlaceText(const PlaceIs& place) {
  std::string name = place.name;
  switch (place.scope) {
    case PlaceIs::Scope::kProvince:
      return "province:" + Quoted(name);
    case PlaceIs::Scope::kWithin:
      return "place:" + Quoted(name);
    default:
      break;
  }
  std::string text = "subject:" + Quoted(name);
  if (place.level && *place.level != Level::kOrganization && *place.level != Level::kCountry) {
    text += " level:" + std::string(NameOf(*place.level));
  }
  return text;
}

std::string QualifiersText(const QualifiersAre& qualifiers) {
  std::string text = qualifiers.exact ? "qualifier:=" : "qualifier:";
  if (qualifiers.required.empty()) return text + "none";
  return text + Joined(qualifiers.required, [](const std::string& id) { return id; });
}

std::string WordsText(const WordsIn& words) {
  switch (words.where) {
    case WordsIn::Where::kTitle:
      return "title:" + Quoted(words.words);
    case WordsIn::Where::kSource:
      return "source:" + Quoted(words.words);
    case WordsIn::Where::kAuthor:
      return "author:" + Quoted(words.words);
    case WordsIn::Where::kId:
      return "id:" + Quoted(words.words);
    case WordsIn::Where::kAnywhere:
      break;
  }
  return words.phrase ? "\"" + words.words + "\"" : words.words;
}

std::string ConstraintText(const Constraint& constraint) {
  return std::visit(
      Overloaded{
          [](const LevelIs& is) {
            return "level:" + Joined(is.levels, [](Level level) { return std::string(NameOf(level)); });
          },
          [](const PlaceIs& is) { return PlaceText(is); },
          [](const MeasureIs& is) { return "measure:" + Joined(is.ids, [](const std::string& id) { return id; }); },
          [](const KindIs& is) {
            return "kind:" + Joined(is.kinds, [](FactKind kind) { return std::string(NameOf(kind)); });
          },
          [](const ValueIn& in) {
            return std::string(in.kind ? NameOf(*in.kind) : "value") + ":" + RangeText(in.range);
          },
          [](const UnitIs& is) { return "unit:" + Quoted(is.unit); },
          [](const QualifiersAre& are) { return QualifiersText(are); },
          [](const PeriodIs& is) { return PeriodText(is); },
          [](const DateIn& in) {
            if (in.to.empty()) return "date:>=" + in.from;
            if (in.from.empty()) return "date:<=" + in.to;
            return "date:" + DatesText(in.from, in.to);
          },
          [](const WordsIn& in) { return WordsText(in); },
          [](const AnyOf& any) {
            return Joined(
                any.clauses, [](const Clause& clause) { return Render(clause); }, " OR ");
          }},
      constraint);
}

// ---- the sentence

std::string_view LevelPlural(Level level) {
  constexpr std::array<std::string_view, 8> kPlurals = {"",          "countries", "regions",  "provinces",
                                                        "districts", "communes",  "villages", "organizations"};
  return kPlurals[static_cast<std::size_t>(level)];
}

std::string RangeWords(const NumberRange& range) {
  if (range.low && range.high) {
    if (*range.low == *range.high) return "exactly " + PlainNumber(*range.low);
    return "from " + PlainNumber(*range.low) + " to " + PlainNumber(*range.high);
  }
  if (range.low) return (range.low_included ? "at least " : "over ") + PlainNumber(*range.low);
  return (range.high_included ? "at most " : "under ") + PlainNumber(range.high.value_or(0));
}

std::string PlaceWords(const PlaceIs& place) {
  std::string name = place.level ? std::string(NameOf(*place.level)) + " " + place.name : place.name;
  switch (place.scope) {
    case PlaceIs::Scope::kItself:
      return "about " + name + " itself";
    case PlaceIs::Scope::kItselfElseBelow:
      return "about " + name + ", or what lies in it when nothing is stated of itself";
    case PlaceIs::Scope::kProvince:
      return "in the province " + name;
    case PlaceIs::Scope::kWithin:
      break;
  }
  return "in " + name + " and everything below it";
}

std::string PeriodWords(const PeriodIs& period) {
  const bool overlaps = period.how == PeriodIs::How::kOverlaps;
  if (period.to.empty()) return "from " + period.from + " on";
  if (period.from.empty()) return "until " + period.to;
  const std::string dates = DatesText(period.from, period.to);
  return overlaps ? "with a part in " + dates : "within " + dates;
}

std::string QualifierWords(const QualifiersAre& are) {
  if (are.required.empty()) return "the whole, no breakdown";
  const std::string list = Joined(
      are.required, [](const std::string& id) { return id; }, " + ");
  return are.exact ? "only the breakdown " + list : "breakdown " + list;
}

std::string ConstraintWords(const Constraint& constraint) {
  return std::visit(
      Overloaded{[](const LevelIs& is) {
                   return Joined(
                       is.levels, [](Level level) { return std::string(LevelPlural(level)); }, " or ");
                 },
                 [](const PlaceIs& is) { return PlaceWords(is); },
                 [](const MeasureIs& is) {
                   return Joined(
                       is.ids, [](const std::string& id) { return id; }, " or ");
                 },
                 [](const KindIs& is) {
                   return Joined(
                       is.kinds, [](FactKind kind) { return std::string(NameOf(kind)); }, " or ");
                 },
                 [](const ValueIn& in) {
                   return std::string(in.kind ? NameOf(*in.kind) : "value") + " " + RangeWords(in.range);
                 },
                 [](const UnitIs& is) { return "in " + is.unit; },
                 [](const QualifiersAre& are) { return QualifierWords(are); },
                 [](const PeriodIs& is) { return PeriodWords(is); },
                 [](const DateIn& in) {
                   return "documents of " + (in.from.empty() ? "…" : in.from) + " to " + (in.to.empty() ? "…" : in.to);
                 },
                 [](const WordsIn& in) { return std::string(in.phrase ? "the phrase " : "words ") + WordsText(in); },
                 [](const AnyOf& any) {
                   return Joined(
                       any.clauses, [](const Clause& clause) { return ConstraintWords(clause.constraint); }, ", or ");
                 }},
      constraint);
}

}  // namespace

std::string PlainNumber(double number) {
  if (!std::isfinite(number)) return number < 0 ? "-∞" : "∞";
  std::array<char, 400> buffer;
  // std::fixed keeps 1e15 readable; rounding at the tenth digit hides 0.1 + 0.2.
  const double rounded = std::abs(number) < 1e9 ? std::round(number * 1e6) / 1e6 : number;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed).ptr;
  return std::string(buffer.data(), end);
}

std::string Render(const Clause& clause) {
  const std::string text = ConstraintText(clause.constraint);
  return clause.negated ? "-" + text : text;
}

std::string Render(const Query& query) {
  std::string text = Joined(
      query.clauses, [](const Clause& clause) { return Render(clause); }, " ");
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  if (query.order.key == Order::Key::kValue && query.top) {
    add((query.order.descending ? "top:" : "bottom:") + std::to_string(*query.top));
  } else {
    if (query.order.key != Order::Key::kBestFirst) {
      add("sort:" + std::string(NameOf(query.order.key)) + (query.order.descending ? ":desc" : ":asc"));
    }
    if (query.top) add("top:" + std::to_string(*query.top));
  }
  return text;
}

std::string ReadAsSentence(const Query& query) {
  if (query.Empty() && query.words.empty()) return "Nothing to search for.";
  if (query.answer == Answer::kDocuments) {
    std::string sentence = "Documents about: " + (query.words.empty() ? Render(query) : query.words);
    return sentence + ".";
  }
  std::string sentence = "Facts";
  std::string separator = ": ";
  for (const Clause& clause : query.clauses) {
    const std::string words = ConstraintWords(clause.constraint);
    if (words.empty()) continue;
    sentence += separator + (clause.negated ? "not " : "") + words;
    separator = "; ";
  }
  if (query.top)
    sentence += separator + "the " + std::to_string(*query.top) + (query.order.descending ? " highest" : " lowest");
  else if (query.order.key == Order::Key::kValue)
    sentence += separator + (query.order.descending ? "highest first" : "lowest first");
  return sentence + ".";
}

}  // namespace timso
