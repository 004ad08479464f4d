// The one table of fields: it drives indexing, the question parser, --help and the documentation.
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace timso {

enum class FieldType : unsigned char {
  kName,    // a word or name out of a closed or open list: level:district
  kPlace,   // a unit and all below it
  kNumber,  // compared: value:>=200, 100..120
  kYear,    // 2023 or 2016..2020, a period within
  kDuring,  // a year that the period has a day in
  kDate,    // an ISO date or a part of one, compared
  kWords,   // words of a text
};

// Which entries a field constrains.
enum class FieldOf : unsigned char { kFacts, kDocuments, kBoth };

struct Field {
  std::string_view name;              // as in JSON and --sort
  std::string_view aliases;           // other spellings, separated by spaces; without marks is always understood too
  std::string_view prefix;            // of its terms, or empty
  std::optional<unsigned> fact_slot;  // FactSlot to compare and sort by
  std::optional<unsigned> document_slot;  // DocumentSlot
  FieldType type;
  FieldOf of;
  std::string_view kind;  // of a number that only facts of one kind have: "attainment"; else empty
  std::string_view help;
};

std::span<const Field> AllFields();

// The field with that name or alias, whatever its case, marks and '_' or '-' between words; nullptr when there is none.
const Field* FieldNamed(std::string_view name);

}  // namespace timso
