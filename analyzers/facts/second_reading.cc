#include "analyzers/facts/second_reading.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "analyzers/data/embedded.h"

namespace timso {

ReadingModel::ReadingModel(std::string_view bytes) {
  if (bytes.size() < sizeof header_) return;
  std::memcpy(&header_, bytes.data(), sizeof header_);
  const bool ours = std::memcmp(header_.magic, kReadingMagic, sizeof kReadingMagic) == 0 &&
                    header_.version == kReadingVersion && header_.byte_order == 0x01020304 && header_.bits < 32 &&
                    bytes.size() == sizeof header_ + (kJudgements << header_.bits);
  if (ours) weights_ = reinterpret_cast<const std::int8_t*>(bytes.data() + sizeof header_);
}

const ReadingModel& ReadingModel::Get() {
  static const ReadingModel model(EmbeddedFile("second_reading.model"));
  return model;
}

double ReadingModel::Right(Judgement judgement, const FeatureList& features) const {
  const auto index = static_cast<std::size_t>(judgement);
  const std::int8_t* weights = weights_ + (index << header_.bits);
  const std::uint32_t mask = (1U << header_.bits) - 1;
  std::int64_t sum = 0;
  for (const std::uint32_t hash : features.hashes()) sum += weights[hash & mask];
  const double score =
      static_cast<double>(header_.bias[index]) + static_cast<double>(header_.scale[index]) * static_cast<double>(sum);
  return 1 / (1 + std::exp(-score));
}

std::array<double, 2 * kJudgements> FaultInputs(const StatedProbabilities& fields) {
  constexpr double kSurest = 1e-3;  // a probability nearer to 0 or 1 says no more
  std::array<double, 2 * kJudgements> inputs{};
  for (std::size_t i = 0; i < kJudgements; ++i) {
    if (!fields[i]) continue;
    const double right = std::clamp(*fields[i], kSurest, 1 - kSurest);
    inputs[i] = std::log(right / (1 - right));
    inputs[kJudgements + i] = 1;
  }
  return inputs;
}

double FaultProbability(const FaultWeights& weights, const StatedProbabilities& fields) {
  const std::array<double, 2 * kJudgements> inputs = FaultInputs(fields);
  double score = static_cast<double>(weights.bias);
  for (std::size_t i = 0; i < kJudgements; ++i) {
    score += static_cast<double>(weights.odds[i]) * inputs[i];
    score += static_cast<double>(weights.stated[i]) * inputs[kJudgements + i];
  }
  return 1 / (1 + std::exp(-score));
}

// Keeps the probability of a field that stands.
bool SecondReading::Stands(Judgement judgement, double least) {
  const double right = model_.Right(judgement, features_);
  if (right < least) return false;
  stated_[static_cast<std::size_t>(judgement)] = right;
  return true;
}

// The likeliest of the phrases around the number; the rules' own unless another one is clearly better.
void SecondReading::ChooseWords(const NumberReading& reading, Opinion& opinion) {
  const WordsToWeigh words = WordsOf(reading);
  if (words.elsewhere) return;
  opinion.words = !words.of_table;
  if (words.spans.empty()) return;
  double best = 0;
  double own = 0;
  std::size_t which = 0;
  for (std::size_t i = 0; i < words.spans.size(); ++i) {
    const bool chosen = words.own && i == 0;
    features_.Clear();
    CandidateFeatures(reading, words_, words.spans[i], chosen, features_);
    const double right = model_.Right(Judgement::kWords, features_);
    if (chosen) own = right;
    if (right > best) best = right, which = i;
  }
  const WordsDecision decision = DecideWords(own, best, kLeast);
  if (decision == WordsDecision::kNone) opinion.words = false;
  if (decision == WordsDecision::kBetter) opinion.better_words = words.spans[which];
  if (decision != WordsDecision::kNone)
    stated_[static_cast<std::size_t>(Judgement::kWords)] = decision == WordsDecision::kBetter ? best : own;
}

Opinion SecondReading::Of(const NumberReading& reading) {
  Opinion opinion;
  if (!model_.usable()) return opinion;
  if (!words_.Has(reading.sentence)) words_.Read(reading.text, reading.sentence);
  stated_ = {};
  features_.Clear();
  KindFeatures(reading, words_, features_);
  opinion.fact = Stands(Judgement::kKind, kLeast.kind);
  if (!opinion.fact) return opinion;
  if (reading.measure != nullptr) {
    features_.Clear();
    MeasureFeatures(reading, words_, features_);
    opinion.measure = Stands(Judgement::kMeasure, kLeast.measure);
  }
  if (reading.measure == nullptr || !opinion.measure) ChooseWords(reading, opinion);
  if (reading.subject->known()) {
    features_.Clear();
    SubjectFeatures(reading, words_, features_);
    opinion.subject = Stands(Judgement::kSubject, kLeast.subject);
  }
  if (reading.period->period.from || reading.period->period.to) {
    features_.Clear();
    PeriodFeatures(reading, words_, features_);
    opinion.period = Stands(Judgement::kPeriod, kLeast.period);
  }
  opinion.doubtful = FaultProbability(model_.fault(), stated_) >= kLeast.doubtful;
  return opinion;
}

}  // namespace timso
