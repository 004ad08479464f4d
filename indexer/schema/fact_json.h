// A fact as JSON: the fields of the gold guide in its order, then fields of our own.
#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

#include "analyzers/facts/fact.h"

namespace timso {

using Json = nlohmann::ordered_json;  // keeps the order of its fields: output is read by people too

// Fields `doc`, `subject`, `level`, `province`, `measure`, `measure_text`, `kind`, `value`, `upper`, `unit`,
// `relation`, `qualifiers`, `from`, `to`, `derived`, `evidence` {text, start, end}; null where nothing is known. Then
// ours: `wordless`, `doubtful`, `place_codes`, `rules`, `made_from`, `contradicts` and `evidence.sentence_start`.
// Fields are only ever added.
Json ToJson(const Fact& fact, std::string_view doc);

// The reverse; a missing field is unknown, one of the wrong type is taken as missing. Never throws.
Fact FactFromJson(const Json& json);

// Whole numbers without a fraction: 1481, 106.93.
Json NumberToJson(double number);

}  // namespace timso
