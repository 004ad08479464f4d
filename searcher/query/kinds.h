// Which kind of figure a question asks for, and what its bounds bound.
#pragma once
#include <optional>
#include <vector>

#include "searcher/query/bounds.h"
#include "searcher/query/cues.h"
#include "searcher/query/measures.h"
#include "searcher/query/query.h"

namespace timso {

// What the decision is made from.
struct KindQuestion {
  const std::vector<QuestionToken>& tokens;
  const QuestionCues& cues;
  const std::vector<BoundMention>& bounds;
  const MeasureMention& measure;
  bool kind_is_given = false;     // by a field
  bool measure_is_given = false;  // by a field: then words settle no kind
  bool lists = false;             // it asks which places
  bool has_qualifier = false;
  bool ranked = false;
  bool has_place_or_period = false;
  bool marked = false;  // somebody typed marks in the question
};

struct KindAnswer {
  struct Bound {
    NumberRange range;
    bool percent = false;
    std::string unit;       // VND, USD, person … when the question says which
    std::size_t begin = 0;  // tokens that said it; empty when it follows from a word alone ("vượt")
    std::size_t end = 0;
  };
  std::vector<FactKind> kinds;  // empty: left open
  std::vector<Bound> bounds;
  std::string unit;                 // the one asked for: "giảm bao nhiêu người"; empty when none is
  std::vector<std::size_t> tokens;  // the words that told the kind
  bool said = false;                // the words tell it; else it is only the usual one
};

KindAnswer DecideKinds(const KindQuestion& question);

}  // namespace timso
