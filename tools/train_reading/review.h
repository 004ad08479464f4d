// What the second reading makes of annotated numbers, and how well.
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "tools/train_reading/examples.h"
#include "tools/train_reading/regression.h"

namespace timso::training {

using Models = std::array<Weights, kFields>;  // of the fields

struct LearningOptions {
  std::array<double, kJudgements> costs = {0.1, 0.1, 0.2, 0.1, 0.1, 0.004};  // liblinear's C, by Judgement
  double precision = 0.5;          // words of which fewer are the annotation's are not the right ones
  std::size_t document_times = 4;  // facts of documents, and facts that a reader was shown, count for so many
  std::size_t shown_times = 2;
  std::size_t whole_document_times = 16;  // the same for the whole fact, which only they and shown facts teach
  int bits = 16;                          // 2^bits weights each
};

// The models of the fields.
Models LearnAll(const std::vector<const NumberExample*>& examples, const LearningOptions& options);

// One set of models a fold, learnt from all other folds; an example's is its group's number modulo their count.
std::vector<Models> LearnFolds(const std::vector<NumberExample>& examples, std::size_t folds,
                               const LearningOptions& options);

Verdict VerdictOf(const Verdicts& verdicts, Judgement judgement);

// What the second reading leaves of a number's verdicts, and how it judged the fields.
struct Review {
  Verdicts verdicts;
  FieldsJudged fields;
};
// nullopt when it leaves the fact out.
std::optional<Review> Reviewed(const NumberExample& example, const Models& models, const LeastProbabilities& least);

// One review an example, by models that were not learnt from it: `folds` as LearnFolds returns.
using Reviews = std::vector<std::optional<Review>>;
Reviews ReviewAll(const std::vector<NumberExample>& examples, const std::vector<Models>& folds,
                  const LeastProbabilities& least);

// Whether all that a reviewed fact states is right, learnt from those examples that `of_group` chooses.
Weights LearnWhole(const std::vector<NumberExample>& examples, const Reviews& reviews, const LearningOptions& options,
                   const std::function<bool(std::size_t group)>& of_group);
double WholeRight(const NumberExample& example, const Review& review, const Weights& whole);

// Prints how many facts are wrong before and after the second reading, and of those that are not doubtful, in documents
// and in news, each by models learnt from the other folds.
void PrintTotals(const std::vector<NumberExample>& examples, const Reviews& reviews, std::size_t folds,
                 const LearningOptions& options, const LeastProbabilities& least);

// Prints what each bound would doubt of every field: how many wrong readings and how many others.
void PrintBounds(const std::vector<NumberExample>& examples, const std::vector<Models>& folds);

}  // namespace timso::training
