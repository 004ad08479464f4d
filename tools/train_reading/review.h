// What the second reading makes of annotated numbers, and how well.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "tools/train_reading/examples.h"
#include "tools/train_reading/regression.h"

namespace timso::training {

using Models = std::array<Weights, kJudgements>;

struct LearningOptions {
  std::array<double, kJudgements> costs = {0.1, 0.1, 0.2, 0.1, 0.1};  // liblinear's C, by Judgement
  double precision = 0.5;          // words of which fewer are the annotation's are not the right ones
  std::size_t document_times = 4;  // facts of documents, and facts that a reader was shown, count for so many
  std::size_t shown_times = 2;
  int bits = 16;  // 2^bits weights each
};

Models LearnAll(const std::vector<const NumberExample*>& examples, const LearningOptions& options);

// One set of models a fold, learnt from all other folds; an example's is its group's number modulo their count.
std::vector<Models> LearnFolds(const std::vector<NumberExample>& examples, std::size_t folds,
                               const LearningOptions& options);

Verdict VerdictOf(const Verdicts& verdicts, Judgement judgement);

// What the second reading leaves of a number's verdicts, and how sure it is of the fields that are stated then.
struct Review {
  Verdicts verdicts;
  StatedProbabilities stated;
};
// nullopt when it leaves the fact out.
std::optional<Review> Reviewed(const NumberExample& example, const Models& models, const LeastProbabilities& least);

// How likely a fact states anything false, learnt from examples that the models have not: `folds` as LearnFolds
// returns.
FaultWeights LearnFault(const std::vector<NumberExample>& examples, const std::vector<Models>& folds,
                        const LeastProbabilities& least);

// Prints how many facts are wrong before and after the second reading, and of those that are not marked doubtful, in
// documents and in news.
void PrintTotals(const std::vector<NumberExample>& examples, const std::vector<Models>& folds,
                 const FaultWeights& fault, const LeastProbabilities& least);

// Prints what each bound would doubt of every field: how many wrong readings and how many others.
void PrintBounds(const std::vector<NumberExample>& examples, const std::vector<Models>& folds);

}  // namespace timso::training
