#include "tools/train_reading/review.h"

#include <cstdio>
#include <string>

namespace timso::training {

Verdict VerdictOf(const Verdicts& verdicts, Judgement judgement) {
  switch (judgement) {
    case Judgement::kKind:
      return verdicts.kind;
    case Judgement::kMeasure:
      return verdicts.measure;
    case Judgement::kWords:
      return verdicts.words;
    case Judgement::kSubject:
      return verdicts.subject;
    case Judgement::kPeriod:
      return verdicts.period;
    case Judgement::kWhole:
      break;
  }
  return verdicts.Worst();
}

namespace {

// Of a number that states no fact, or of another figure than the document's, only the kind is judged.
bool Judged(const NumberExample& example, Judgement judgement) {
  if (judgement == Judgement::kKind) return true;
  return example.fact && (example.of_news || example.verdicts.kind != Verdict::kWrong);
}

}  // namespace

Models LearnAll(const std::vector<const NumberExample*>& examples, const LearningOptions& options) {
  Models models;
  const auto times = [&](const NumberExample& example) {
    return !example.of_news ? options.document_times : example.shown ? options.shown_times : 1;
  };
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto judgement = static_cast<Judgement>(i);
    std::vector<Labelled> labelled;
    for (const NumberExample* example : examples) {
      if (judgement == Judgement::kWords) {
        for (const WordsExample& words : example->candidates)
          if (example->fact)
            labelled.push_back({&words.features,
                                words.verdict == Verdict::kRight && words.precision >= options.precision,
                                times(*example)});
      } else if (!example->features[i].empty() && Judged(*example, judgement)) {
        labelled.push_back(
            {&example->features[i], VerdictOf(example->verdicts, judgement) != Verdict::kWrong, times(*example)});
      }
    }
    models[i] = Learn(labelled, options.bits, options.costs[i]);
  }
  return models;
}

std::optional<Review> Reviewed(const NumberExample& example, const Models& models, const LeastProbabilities& least) {
  Review review{example.verdicts, {}};
  const auto doubted = [&](Judgement judgement, double bound) {
    const auto index = static_cast<std::size_t>(judgement);
    const Features& features = example.features[index];
    return !features.empty() && !review.fields.Judge(judgement, models[index].Right(features), bound);
  };
  Verdicts& verdicts = review.verdicts;
  if (doubted(Judgement::kKind, least.kind)) return std::nullopt;
  if (doubted(Judgement::kMeasure, least.measure)) verdicts.measure = verdicts.words = Verdict::kEmpty;
  if (doubted(Judgement::kSubject, least.subject)) verdicts.subject = Verdict::kEmpty;
  if (doubted(Judgement::kPeriod, least.period)) verdicts.period = Verdict::kEmpty;
  double own = 0;
  double best = 0;
  const WordsExample* better = nullptr;
  for (const WordsExample& words : example.candidates) {
    const double right = models[static_cast<std::size_t>(Judgement::kWords)].Right(words.features);
    if (words.chosen) own = right;
    if (right > best) best = right, better = &words;
  }
  if (better == nullptr) return review;
  const WordsDecision decision = DecideWords(own, best, least, review.fields);
  if (decision == WordsDecision::kNone) verdicts.words = Verdict::kEmpty;
  if (decision == WordsDecision::kBetter) verdicts.words = better->verdict;
  return review;
}

Reviews ReviewAll(const std::vector<NumberExample>& examples, const std::vector<Models>& folds,
                  const LeastProbabilities& least) {
  Reviews reviews;
  for (const NumberExample& example : examples)
    reviews.push_back(Reviewed(example, folds[example.group % folds.size()], least));
  return reviews;
}

namespace {

// As SecondReading::Of collects them.
Features WholeFeaturesOf(const NumberExample& example, const Review& review) {
  FeatureList list;
  WholeFeatures(example.traits, review.fields, list);
  Features features = list.hashes();
  for (const Features& field : example.features) features.insert(features.end(), field.begin(), field.end());
  return features;
}

Inputs InputsOf(const Review& review) {
  const OddsInputs inputs = timso::InputsOf(review.fields);
  return {inputs.begin(), inputs.end()};
}

}  // namespace

// Readers' own verdicts and documents only: an annotation's tells less well what misleads.
Weights LearnWhole(const std::vector<NumberExample>& examples, const Reviews& reviews, const LearningOptions& options,
                   const std::function<bool(std::size_t group)>& of_group) {
  std::vector<Features> features;
  features.reserve(examples.size());  // `labelled` points to them
  std::vector<Labelled> labelled;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const NumberExample& example = examples[i];
    if (!reviews[i] || (example.of_news && !example.shown) || !of_group(example.group)) continue;
    features.push_back(WholeFeaturesOf(example, *reviews[i]));
    labelled.push_back({&features.back(), reviews[i]->verdicts.Worst() != Verdict::kWrong,
                        example.of_news ? 1 : options.whole_document_times, InputsOf(*reviews[i])});
  }
  return Learn(labelled, options.bits, options.costs[static_cast<std::size_t>(Judgement::kWhole)]);
}

double WholeRight(const NumberExample& example, const Review& review, const Weights& whole) {
  return whole.Right(WholeFeaturesOf(example, review), InputsOf(review));
}

namespace {

struct Tally {
  std::array<std::size_t, 3> facts{};  // by Verdict
  std::array<std::size_t, kFields> wrong{};
  std::array<std::size_t, kFields> empty{};
  std::size_t left_out = 0;
  std::size_t left_out_unjustly = 0;  // no field was wrong
  void Add(const Verdicts& verdicts) {
    ++facts[static_cast<std::size_t>(verdicts.Worst())];
    for (std::size_t i = 0; i < kFields; ++i) {
      const Verdict verdict = VerdictOf(verdicts, static_cast<Judgement>(i));
      if (verdict == Verdict::kWrong) ++wrong[i];
      if (verdict == Verdict::kEmpty) ++empty[i];
    }
  }
  void Print(const char* name) const {
    const std::size_t all = facts[0] + facts[1] + facts[2];
    std::printf(
        "%-28s %5zu facts: %5zu right %5zu incomplete %5zu wrong = %5.2f %%  wrong: kind %zu measure %zu words "
        "%zu subject %zu period %zu  empty: words %zu subject %zu period %zu",
        name, all, facts[0], facts[1], facts[2], 100.0 * static_cast<double>(facts[2]) / static_cast<double>(all),
        wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], empty[2], empty[3], empty[4]);
    if (left_out > 0) std::printf("  left out %zu, %zu of them unjustly", left_out, left_out_unjustly);
    std::printf("\n");
  }
};

}  // namespace

std::vector<Models> LearnFolds(const std::vector<NumberExample>& examples, std::size_t count,
                               const LearningOptions& options) {
  std::vector<Models> folds;
  for (std::size_t fold = 0; fold < count; ++fold) {
    std::vector<const NumberExample*> learn;
    for (const NumberExample& example : examples) {
      if (example.group % count != fold) learn.push_back(&example);
    }
    folds.push_back(LearnAll(learn, options));
  }
  return folds;
}

void PrintTotals(const std::vector<NumberExample>& examples, const Reviews& reviews, std::size_t folds,
                 const LearningOptions& options, const LeastProbabilities& least) {
  struct Stages {
    Tally by_rules, read_twice, certain;
  };
  std::array<Stages, 3> tallies;
  std::vector<Weights> whole;
  for (std::size_t fold = 0; fold < folds; ++fold)
    whole.push_back(LearnWhole(examples, reviews, options, [&](std::size_t group) { return group % folds != fold; }));
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const NumberExample& example = examples[i];
    Stages& tally = tallies[!example.of_news ? 0 : example.shown ? 1 : 2];
    tally.by_rules.Add(example.verdicts);
    if (reviews[i]) {
      tally.read_twice.Add(reviews[i]->verdicts);
      if (WholeRight(example, *reviews[i], whole[example.group % folds]) >= least.whole)
        tally.certain.Add(reviews[i]->verdicts);
    } else {
      ++tally.read_twice.left_out;
      if (example.verdicts.Worst() != Verdict::kWrong) ++tally.read_twice.left_out_unjustly;
    }
  }
  constexpr std::array kNames = {"documents", "news, shown", "news, annotated"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    tallies[i].by_rules.Print((std::string(kNames[i]) + ", by rules").c_str());
    tallies[i].read_twice.Print((std::string(kNames[i]) + ", read twice").c_str());
    tallies[i].certain.Print((std::string(kNames[i]) + ", not doubtful").c_str());
  }
}

namespace {

void PrintBoundsOf(const std::vector<NumberExample>& examples, const std::vector<Models>& folds, Judgement judgement,
                   const char* name) {
  const auto index = static_cast<std::size_t>(judgement);
  for (const bool news : {false, true}) {
    std::printf("%s, %s:", name, news ? "news" : "documents");
    for (const double bound : {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9}) {
      std::size_t wrong = 0;
      std::size_t other = 0;
      for (const NumberExample& example : examples) {
        const Features& features = example.features[index];
        if (example.of_news != news || features.empty()) continue;
        if (folds[example.group % folds.size()][index].Right(features) >= bound) continue;
        ++(VerdictOf(example.verdicts, judgement) == Verdict::kWrong ? wrong : other);
      }
      std::printf("  <%.2f: %zu wrong, %zu not", bound, wrong, other);
    }
    std::printf("\n");
  }
}

}  // namespace

void PrintBounds(const std::vector<NumberExample>& examples, const std::vector<Models>& folds) {
  PrintBoundsOf(examples, folds, Judgement::kKind, "kind");
  PrintBoundsOf(examples, folds, Judgement::kMeasure, "measure");
  PrintBoundsOf(examples, folds, Judgement::kSubject, "subject");
  PrintBoundsOf(examples, folds, Judgement::kPeriod, "period");
}

}  // namespace timso::training
