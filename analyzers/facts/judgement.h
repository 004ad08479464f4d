// What the second reading judges of a fact.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace timso {

// The fields first, then whether all that the fact states is right. Do not reorder: the model file holds them in this
// order.
enum class Judgement : std::uint8_t { kKind, kMeasure, kWords, kSubject, kPeriod, kWhole };
inline constexpr std::size_t kFields = 5;
inline constexpr std::size_t kJudgements = 6;

// How each field was judged, by Judgement. The kind is always stated.
struct FieldsJudged {
  std::array<std::optional<double>, kFields> stated;  // the probability of being right, 0–1, of a field that stands
  std::array<bool, kFields> emptied{};                // the rules had read it, and it was not to be trusted
  bool better_words = false;                          // the words are others than the rules'

  // Keeps the field when it is likelier right than `least`, empties it otherwise; says which.
  bool Judge(Judgement field, double right, double least) {
    const auto index = static_cast<std::size_t>(field);
    const bool stands = right >= least;
    if (stands) stated[index] = right;
    emptied[index] = !stands;
    return stands;
  }
};

}  // namespace timso
