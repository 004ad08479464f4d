#include <cmath>

#include "indexer/schema/fact_json.h"
#include "searcher/query/render.h"
#include "searcher/sinks/sinks.h"

namespace timso {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

Json OrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json ToJson(const DocumentInfo& document) {
  Json json;
  json["id"] = document.id;
  json["title"] = document.title;
  json["date"] = OrNull(document.date);
  json["path"] = OrNull(document.path);
  json["source"] = OrNull(document.source);
  return json;
}

Json SideOf(const std::optional<double>& number) { return number ? NumberToJson(*number) : Json(nullptr); }

Json ToJson(const NumberRange& range) {
  Json json;
  json["low"] = SideOf(range.low);
  json["low_included"] = range.low_included;
  json["high"] = SideOf(range.high);
  json["high_included"] = range.high_included;
  return json;
}

std::string_view ScopeName(PlaceIs::Scope scope) {
  switch (scope) {
    case PlaceIs::Scope::kItself:
      return "itself";
    case PlaceIs::Scope::kItselfElseBelow:
      return "itself_else_below";
    case PlaceIs::Scope::kProvince:
      return "province";
    case PlaceIs::Scope::kWithin:
      break;
  }
  return "within";
}

Json ToJson(const Clause& clause, const std::string& question);

// The kind of constraint and its value.
void AddConstraint(Json& json, const Constraint& constraint, const std::string& question) {
  std::visit(Overloaded{[&](const LevelIs& is) {
                          json["constraint"] = "level";
                          for (const Level level : is.levels) json["value"].push_back(NameOf(level));
                        },
                        [&](const PlaceIs& is) {
                          json["constraint"] = "place";
                          json["value"] = is.name;
                          json["scope"] = ScopeName(is.scope);
                          json["level"] = is.level ? Json(NameOf(*is.level)) : Json(nullptr);
                        },
                        [&](const MeasureIs& is) {
                          json["constraint"] = "measure";
                          json["value"] = is.ids;
                        },
                        [&](const KindIs& is) {
                          json["constraint"] = "kind";
                          for (const FactKind kind : is.kinds) json["value"].push_back(NameOf(kind));
                        },
                        [&](const ValueIn& in) {
                          json["constraint"] = "value";
                          json["value"] = ToJson(in.range);
                          json["kind"] = in.kind ? Json(NameOf(*in.kind)) : Json(nullptr);
                        },
                        [&](const UnitIs& is) {
                          json["constraint"] = "unit";
                          json["value"] = is.unit;
                        },
                        [&](const QualifiersAre& are) {
                          json["constraint"] = "qualifier";
                          json["value"] = are.required;
                          json["exact"] = are.exact;
                        },
                        [&](const PeriodIs& is) {
                          json["constraint"] = "period";
                          json["value"] = {{"from", OrNull(is.from)}, {"to", OrNull(is.to)}};
                          json["how"] = is.how == PeriodIs::How::kWithin ? "within" : "overlaps";
                        },
                        [&](const DateIn& in) {
                          json["constraint"] = "date";
                          json["value"] = {{"from", OrNull(in.from)}, {"to", OrNull(in.to)}};
                        },
                        [&](const WordsIn& in) {
                          json["constraint"] = in.phrase ? "phrase" : "words";
                          json["value"] = in.words;
                        },
                        [&](const AnyOf& any) {
                          json["constraint"] = "any";
                          for (const Clause& inner : any.clauses) json["value"].push_back(ToJson(inner, question));
                        }},
             constraint);
}

Json ToJson(const Clause& clause, const std::string& question) {
  Json json;
  AddConstraint(json, clause.constraint, question);
  json["negated"] = clause.negated;
  json["field"] = Render(clause);
  json["said_by"] = Json::array();
  for (const QuestionSpan& span : clause.spans) {
    if (span.end <= span.begin || span.end > question.size()) continue;
    json["said_by"].push_back(
        {{"text", question.substr(span.begin, span.end - span.begin)}, {"start", span.begin}, {"end", span.end}});
  }
  return json;
}

Json ToJson(const FactSource& source) {
  Json json;
  const Json fact = ToJson(source.fact, source.document.id);
  json["document"] = ToJson(source.document);
  for (const char* name : {"value", "upper", "relation", "derived", "wordless", "doubtful", "evidence"}) {
    if (fact.contains(name)) json[name] = fact[name];
  }
  return json;
}

Json ToJson(const FactRow& row) {
  Json json;
  json["type"] = "fact";
  json["fact"] = ToJson(row.fact(), row.document().id);
  json["document"] = ToJson(row.document());
  json["sources"] = Json::array();
  for (const FactSource& source : row.sources) json["sources"].push_back(ToJson(source));
  json["conflict"] = row.conflict ? Json(*row.conflict) : Json(nullptr);
  return json;
}

Json ToJson(const Snippet& snippet) {
  Json json;
  json["text"] = snippet.text;
  json["start"] = snippet.begin;
  json["highlights"] = Json::array();
  for (const Highlight& highlight : snippet.highlights) json["highlights"].push_back({highlight.begin, highlight.end});
  return json;
}

Json ToJson(const DocumentHit& hit) {
  Json json;
  json["type"] = "document";
  json["document"] = ToJson(hit.document);
  json["score"] = std::isfinite(hit.score) ? Json(hit.score) : Json(0);
  json["snippet"] = ToJson(hit.snippet);
  json["facts"] = Json::array();
  for (const FactSource& source : hit.facts) json["facts"].push_back(ToJson(source.fact, source.document.id));
  return json;
}

Json ToJson(const NumericFacet& facet) {
  Json json;
  json["kind"] = facet.kind;
  json["unit"] = OrNull(facet.unit);
  json["count"] = facet.count;
  json["min"] = NumberToJson(facet.min);
  json["max"] = NumberToJson(facet.max);
  json["mean"] = NumberToJson(facet.mean);
  json["histogram"] = Json::array();
  for (const NumericFacet::Bar& bar : facet.histogram) {
    json["histogram"].push_back({{"from", NumberToJson(bar.from)}, {"to", NumberToJson(bar.to)}, {"count", bar.count}});
  }
  return json;
}

Json ToJson(const Facets& facets) {
  Json json = Json::object();
  for (const auto& [name, counts] : facets.names) {
    json[name] = Json::array();
    for (const FacetCount& count : counts) json[name].push_back({{"value", count.value}, {"count", count.count}});
  }
  if (!facets.values.empty()) {
    json["value"] = Json::array();
    for (const NumericFacet& facet : facets.values) json["value"].push_back(ToJson(facet));
  }
  return json;
}

std::string Dump(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Json ToJson(const Query& query) {
  Json json;
  json["answer"] = query.answer ? Json(NameOf(*query.answer)) : Json(nullptr);
  json["sentence"] = ReadAsSentence(query);
  json["fields"] = Render(query);
  json["words"] = query.words;
  json["constraints"] = Json::array();
  for (const Clause& clause : query.clauses) json["constraints"].push_back(ToJson(clause, query.text));
  json["order"] = {{"by", NameOf(query.order.key)}, {"descending", query.order.descending}};
  json["top"] = query.top ? Json(*query.top) : Json(nullptr);
  json["facts_because"] = query.answer_because;
  return json;
}

Json ToJson(const Results& results) {
  Json json;
  json["schema_version"] = kOutputVersion;
  json["query"] = {{"text", results.query.text}, {"read_as", ToJson(results.query)}, {"warnings", results.warnings}};
  json["query"]["corrections"] = Json::array();
  for (const Correction& correction : results.corrections) {
    json["query"]["corrections"].push_back(
        {{"typed", correction.typed}, {"meant", correction.meant}, {"applied", correction.applied}});
  }
  json["answer"] = NameOf(results.answer);
  json["total"] = results.total;
  json["total_is_exact"] = results.total_is_exact;
  json["doubtful_left_out"] = results.doubtful_left_out;
  json["took_ms"] = std::round(results.took_ms * 1000) / 1000;
  json["hits"] = Json::array();
  for (const FactRow& row : results.facts) json["hits"].push_back(ToJson(row));
  for (const DocumentHit& hit : results.documents) json["hits"].push_back(ToJson(hit));
  json["facets"] = ToJson(results.facets);
  json["facets_are_exact"] = results.facets.exact;
  return json;
}

void WriteJson(const Results& results, std::ostream& out) { out << Dump(ToJson(results), 2) << '\n'; }
void WriteJsonLine(const Results& results, std::ostream& out) { out << Dump(ToJson(results), -1) << '\n'; }

void WriteJsonLines(const Results& results, std::ostream& out) {
  for (const FactRow& row : results.facts) out << Dump(ToJson(row), -1) << '\n';
  for (const DocumentHit& hit : results.documents) out << Dump(ToJson(hit), -1) << '\n';
}

}  // namespace timso
