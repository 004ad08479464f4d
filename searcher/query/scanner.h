// A question cut into pieces of the field syntax: fields, quoted phrases, negated words, OR, and the words between.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace timso {

// The longest question that is read, in bytes; what follows is left out with a warning.
inline constexpr std::size_t kLongestQuestion = 4000;

struct QuestionPiece {
  enum class Kind : unsigned char { kWords, kField, kPhrase, kOr };
  Kind kind = Kind::kWords;
  bool negated = false;  // a minus stood before it
  std::string field;     // the name before the colon, as typed
  std::string value;     // what the field is to be, or the words of the phrase, without quotes
  QuestionSpan span;     // the whole piece in the question
};

struct ScannedQuestion {
  std::vector<QuestionPiece> pieces;  // in order; kWords pieces carry only their span
  std::vector<std::string> warnings;
};

// Cuts the question. Lenient: whatever it can't read as syntax is words. Never throws on text.
// `is_field` tells which names may stand before a colon.
ScannedQuestion ScanQuestion(std::string_view text, bool (*is_field)(std::string_view name));

}  // namespace timso
