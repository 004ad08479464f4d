#include "analyzers/facts/second_reading.h"

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

double ReadingModel::Score(Judgement judgement, const FeatureList& features) const {
  const auto index = static_cast<std::size_t>(judgement);
  const std::int8_t* weights = weights_ + (index << header_.bits);
  const std::uint32_t mask = (1U << header_.bits) - 1;
  std::int64_t sum = 0;
  for (const std::uint32_t hash : features.hashes()) sum += weights[hash & mask];
  return static_cast<double>(header_.bias[index]) +
         static_cast<double>(header_.scale[index]) * static_cast<double>(sum);
}

double ReadingModel::Right(Judgement judgement, const FeatureList& features) const {
  return 1 / (1 + std::exp(-Score(judgement, features)));
}

double ReadingModel::WholeRight(const FeatureList& features, const FieldsJudged& fields) const {
  double score = Score(Judgement::kWhole, features);
  const OddsInputs inputs = InputsOf(fields);
  for (std::size_t i = 0; i < inputs.size(); ++i) score += static_cast<double>(header_.odds[i]) * inputs[i];
  return 1 / (1 + std::exp(-score));
}

// Judges the field that `features_` tell of.
bool SecondReading::Stands(Judgement judgement, double least) {
  all_.Add(features_);
  return fields_.Judge(judgement, model_.Right(judgement, features_), least);
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
  const WordsDecision decision = DecideWords(own, best, kLeast, fields_);
  if (decision == WordsDecision::kNone) opinion.words = false;
  if (decision == WordsDecision::kBetter) opinion.better_words = words.spans[which];
}

Opinion SecondReading::Of(const NumberReading& reading) {
  Opinion opinion;
  if (!model_.usable()) return opinion;
  if (!words_.Has(reading.sentence)) words_.Read(reading.text, reading.sentence);
  fields_ = {};
  all_.Clear();
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
  WholeFeatures(TraitsOf(reading), fields_, all_);
  opinion.doubtful = model_.WholeRight(all_, fields_) < kLeast.whole;
  return opinion;
}

}  // namespace timso
