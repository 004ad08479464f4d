#include "indexer/schema/fact_json.h"

#include <cmath>
#include <optional>
#include <string>

namespace timso {
namespace {

constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53

Json OrNull(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json OrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

const Json* Find(const Json& json, const char* name) {
  if (!json.is_object()) return nullptr;
  const auto it = json.find(name);
  return it == json.end() ? nullptr : &*it;
}

std::optional<std::string> Text(const Json& json, const char* name) {
  const Json* field = Find(json, name);
  if (field == nullptr || !field->is_string()) return std::nullopt;
  return field->get<std::string>();
}

std::optional<double> Number(const Json& json, const char* name) {
  const Json* field = Find(json, name);
  if (field == nullptr || !field->is_number()) return std::nullopt;
  return field->get<double>();
}

std::size_t Offset(const Json& json, const char* name) {
  const std::optional<double> number = Number(json, name);
  return number && *number >= 0 && *number < kLargestExactInteger ? static_cast<std::size_t>(*number) : 0;
}

bool Flag(const Json& json, const char* name) {
  const Json* field = Find(json, name);
  return field != nullptr && field->is_boolean() && field->get<bool>();
}

std::vector<std::string> Texts(const Json& json, const char* name) {
  std::vector<std::string> texts;
  const Json* field = Find(json, name);
  if (field == nullptr || !field->is_array()) return texts;
  for (const Json& item : *field) {
    if (item.is_string()) texts.push_back(item.get<std::string>());
  }
  return texts;
}

std::vector<std::size_t> Indexes(const Json& json, const char* name) {
  std::vector<std::size_t> indexes;
  const Json* field = Find(json, name);
  if (field == nullptr || !field->is_array()) return indexes;
  for (const Json& item : *field) {
    if (item.is_number_unsigned()) indexes.push_back(item.get<std::size_t>());
  }
  return indexes;
}

}  // namespace

Json NumberToJson(double number) {
  if (!std::isfinite(number)) return nullptr;
  const bool whole = std::floor(number) == number && std::abs(number) <= kLargestExactInteger;
  return whole ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

Json ToJson(const Fact& fact, std::string_view doc) {
  Json json;
  json["doc"] = doc;
  json["subject"] = OrNull(fact.subject);
  json["level"] = OrNull(NameOf(fact.level));
  json["province"] = OrNull(fact.province);
  json["measure"] = OrNull(fact.measure);
  json["measure_text"] = OrNull(std::string_view(fact.measure_text));
  json["kind"] = NameOf(fact.kind);
  json["value"] = NumberToJson(fact.value);
  json["upper"] = fact.upper ? NumberToJson(*fact.upper) : Json(nullptr);
  json["unit"] = OrNull(std::string_view(fact.unit));
  json["relation"] = NameOf(fact.relation);
  json["qualifiers"] = fact.qualifiers;
  json["from"] = OrNull(fact.from);
  json["to"] = OrNull(fact.to);
  json["derived"] = fact.derived;
  json["evidence"] = {{"text", fact.evidence.text},
                      {"start", fact.evidence.begin},
                      {"end", fact.evidence.end},
                      {"sentence_start", fact.evidence.sentence_begin}};
  json["wordless"] = fact.wordless;
  json["doubtful"] = fact.doubtful;
  json["place_codes"] = fact.place_codes;
  json["rules"] = fact.rules;
  json["made_from"] = fact.made_from;
  json["contradicts"] = fact.contradicts;
  return json;
}

Fact FactFromJson(const Json& json) {
  Fact fact;
  fact.subject = Text(json, "subject");
  fact.level = LevelNamed(Text(json, "level").value_or("")).value_or(Level::kNone);
  fact.province = Text(json, "province");
  fact.measure = Text(json, "measure");
  fact.measure_text = Text(json, "measure_text").value_or("");
  fact.kind = FactKindNamed(Text(json, "kind").value_or("")).value_or(FactKind::kAmount);
  fact.value = Number(json, "value").value_or(0);
  fact.upper = Number(json, "upper");
  fact.unit = Text(json, "unit").value_or("");
  fact.relation = RelationNamed(Text(json, "relation").value_or("")).value_or(Relation::kEqual);
  fact.qualifiers = Texts(json, "qualifiers");
  fact.from = Text(json, "from");
  fact.to = Text(json, "to");
  fact.derived = Flag(json, "derived");
  fact.wordless = Flag(json, "wordless");
  fact.doubtful = Flag(json, "doubtful");
  if (const Json* evidence = Find(json, "evidence")) {
    fact.evidence.text = Text(*evidence, "text").value_or("");
    fact.evidence.begin = Offset(*evidence, "start");
    fact.evidence.end = Offset(*evidence, "end");
    fact.evidence.sentence_begin = Offset(*evidence, "sentence_start");
  }
  fact.place_codes = Texts(json, "place_codes");
  fact.rules = Texts(json, "rules");
  fact.made_from = Indexes(json, "made_from");
  fact.contradicts = Indexes(json, "contradicts");
  return fact;
}

}  // namespace timso
