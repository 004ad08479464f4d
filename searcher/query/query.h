// A question as timso understood it: constraints, words to search, how to order and how many.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso {

// Bytes [begin, end) of the question as it was typed. Empty (begin == end) when nothing in it says so.
struct QuestionSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What a number must be. A side without a value is open. Both ends empty of values never occurs in a parsed query.
struct NumberRange {
  std::optional<double> low;
  std::optional<double> high;
  bool low_included = false;
  bool high_included = false;
  // Contradictory bounds (`>100 <50`) hold for nothing.
  bool IsEmpty() const;
};

// Facts of one of these levels.
struct LevelIs {
  std::vector<Level> levels;
};

// Facts about a place or body.
struct PlaceIs {
  enum class Scope : unsigned char {
    kItself,           // the unit's own figures
    kWithin,           // the unit and everything below it
    kItselfElseBelow,  // its own figures; when nothing of its own is stated, those of what lies below it
    kProvince,         // facts whose province it is
  };
  std::string name;                // in its usual spelling when it is known, else as typed
  std::vector<std::string> codes;  // of the units with that name, in the gazetteer; empty when it knows none
  std::optional<Level> level;      // when the question says which ("huyện Krông Pắc")
  Scope scope = Scope::kWithin;
};

struct MeasureIs {
  std::vector<std::string> ids;  // of measures.tsv; any of them
};

struct KindIs {
  std::vector<FactKind> kinds;
};

// A bound on the fact's number. A bound holds when everything that the text allows satisfies it.
struct ValueIn {
  std::optional<FactKind> kind;  // `attainment:>100`; none for `value:>100`, which compares whatever the kind
  NumberRange range;
};

struct UnitIs {
  std::string unit;  // "person", "percent", …
};

struct QualifiersAre {
  std::vector<std::string> required;  // ids of qualifiers.tsv; all of them
  std::vector<std::string> allowed;   // may stand there too when `exact`
  bool exact = false;                 // and no others
};

// A fact's period. Dates are ISO and inclusive; one side may be empty.
struct PeriodIs {
  enum class How : unsigned char { kWithin, kOverlaps };
  std::string from;
  std::string to;
  How how = How::kWithin;
};

// The document's date of publication lies in [from, to]; one side may be empty.
struct DateIn {
  std::string from;
  std::string to;
};

// Words to search. A phrase wants them beside each other in this order.
struct WordsIn {
  enum class Where : unsigned char { kAnywhere, kTitle, kSource, kAuthor, kId };
  std::string words;  // as typed
  Where where = Where::kAnywhere;
  bool phrase = false;
};

struct Clause;

// At least one of them (`OR`).
struct AnyOf {
  std::vector<Clause> clauses;
};

using Constraint =
    std::variant<LevelIs, PlaceIs, MeasureIs, KindIs, ValueIn, UnitIs, QualifiersAre, PeriodIs, DateIn, WordsIn, AnyOf>;

struct Clause {
  Constraint constraint;
  std::vector<QuestionSpan> spans;  // the words of the question that said it, in order
  bool negated = false;
  bool written_as_field = false;  // `level:district`, not found in the words
};

enum class Answer : unsigned char { kFacts, kDocuments };

// How the answers are ordered.
struct Order {
  enum class Key : unsigned char { kBestFirst, kValue, kDate, kPeriod, kSubject, kMeasure };
  Key key = Key::kBestFirst;
  bool descending = true;
};

struct Query {
  std::string text;                         // as it was typed
  std::vector<Clause> clauses;              // all must hold
  std::string words;                        // all its free words, understood or not: what documents are searched for
  std::optional<Answer> answer;             // what the question itself asks for; none when it is empty
  std::vector<std::string> answer_because;  // the words that only facts can satisfy
  Order order;
  std::optional<std::size_t> top;     // at most so many rows, after ordering
  std::vector<std::string> warnings;  // sentences about what was not understood
  bool marked = false;                // somebody typed Vietnamese marks in it
  bool Empty() const { return clauses.empty() && !top; }
};

// The names that read_as and the fields of the query language use.
std::string_view NameOf(Answer answer);
std::string_view NameOf(Order::Key key);

}  // namespace timso
