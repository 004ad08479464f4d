// Logistic regression over hashed features and a few numbers, by liblinear.
#pragma once
#include <cstdint>
#include <vector>

#include "tools/train_reading/examples.h"

namespace timso::training {

// Beside the features a few numbers of any size.
using Inputs = std::vector<double>;

struct Weights {
  double bias = 0;
  std::vector<double> of_slot;                                              // 2^bits
  std::vector<double> of_input;                                             // as many as the examples' inputs
  double Right(const Features& features, const Inputs& inputs = {}) const;  // probability, 0–1
};

struct Labelled {
  const Features* features = nullptr;
  bool right = true;
  std::size_t times = 1;  // it counts for so many
  Inputs inputs = {};     // of each example as many
};

// `cost`: liblinear's C, how much an error weighs against large weights.
Weights Learn(const std::vector<Labelled>& examples, int bits, double cost);

}  // namespace timso::training
