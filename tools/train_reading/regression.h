// Logistic regression over hashed features, by liblinear.
#pragma once
#include <cstdint>
#include <vector>

#include "tools/train_reading/examples.h"

namespace timso::training {

struct Weights {
  double bias = 0;
  std::vector<double> of_slot;  // 2^bits
  double Score(const Features& features) const;
  double Right(const Features& features) const;  // probability, 0–1
};

struct Labelled {
  const Features* features = nullptr;
  bool right = true;
  std::size_t times = 1;  // it counts for so many
};

// The same over few inputs of any size. Returns their weights, the bias last; the more, the likelier is `right`.
struct Measured {
  std::vector<double> inputs;
  bool right = true;
  std::size_t times = 1;  // it counts for so many
};
std::vector<double> LearnFew(const std::vector<Measured>& examples, std::size_t inputs);

// `cost`: liblinear's C, how much an error weighs against large weights.
Weights Learn(const std::vector<Labelled>& examples, int bits, double cost);

}  // namespace timso::training
