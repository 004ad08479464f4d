// A second look at what the rules read of a number, learnt from annotated news: which fields are more likely wrong than
// an empty one is worth, which words of the sentence say best what an open measure counts, and whether to trust the
// whole.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzers/facts/reading_features.h"

namespace timso {

// Logistic regressions over hashed features, the whole fact's over its fields' odds as well. The file is used in place:
//   header    ReadingModelHeader
//   weights   kJudgements times 2^bits signed bytes
struct ReadingModelHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;  // 0x01020304 as the writer's machine had it
  std::uint32_t bits;
  float bias[kJudgements];
  float scale[kJudgements];  // of one step of a weight
  float odds[2 * kFields];   // by InputsOf
};
static_assert(sizeof(ReadingModelHeader) == 108);
inline constexpr char kReadingMagic[8] = {'t', 'i', 'm', 's', 'o', 'R', 'd', 'g'};
inline constexpr std::uint32_t kReadingVersion = 3;

class ReadingModel {
 public:
  // `bytes` outlive the model. No model when they are none of this version: `usable` is false then.
  explicit ReadingModel(std::string_view bytes);
  // The one that the program carries in itself.
  static const ReadingModel& Get();

  bool usable() const { return weights_ != nullptr; }
  // The probability that the features' field is right, 0–1. REQUIRES: usable().
  double Right(Judgement judgement, const FeatureList& features) const;
  // The probability that all that a fact states is right.
  double WholeRight(const FeatureList& features, const FieldsJudged& fields) const;

 private:
  double Score(Judgement judgement, const FeatureList& features) const;

  ReadingModelHeader header_{};
  const std::int8_t* weights_ = nullptr;
};

// Below these probabilities of being right a field is emptied, or the whole fact left out. `train_reading --folds`
// prints what each costs and saves.
struct LeastProbabilities {
  double kind = 0.7;
  double measure = 0.6;
  double words = 0.5;
  double subject = 0.75;
  double period = 0.8;
  double better = 0.1;  // by so much other words must be likelier than the rules' own
  double whole = 0.9;   // below it the fact is doubtful
};
inline constexpr LeastProbabilities kLeast;

// Of the rules' own words and the likeliest others, by their probabilities of being right.
enum class WordsDecision : std::uint8_t { kOwn, kBetter, kNone };
inline WordsDecision DecideWords(double own, double best, const LeastProbabilities& least, FieldsJudged& fields) {
  const bool better = best > own + least.better;
  if (!fields.Judge(Judgement::kWords, better ? best : own, least.words)) return WordsDecision::kNone;
  fields.better_words = better;
  return better ? WordsDecision::kBetter : WordsDecision::kOwn;
}

// What becomes of a number's reading.
struct Opinion {
  bool fact = true;     // false: it is no fact, or its kind is not to be trusted
  bool measure = true;  // the measure's id stands; false: the words alone do
  bool words = true;    // the words stand, the rules' or those below
  std::optional<TokenSpan> better_words;
  bool subject = true;
  bool period = true;
  bool doubtful = false;  // see Fact
};

class SecondReading {
 public:
  explicit SecondReading(const ReadingModel& model) : model_(model) {}
  Opinion Of(const NumberReading& reading);

 private:
  bool Stands(Judgement judgement, double least);
  void ChooseWords(const NumberReading& reading, Opinion& opinion);

  const ReadingModel& model_;
  SentenceWords words_;
  FeatureList features_;
  FeatureList all_;
  FieldsJudged fields_;
};

}  // namespace timso
