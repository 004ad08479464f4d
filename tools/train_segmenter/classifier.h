// Logistic regression over hashed binary features, learnt by AdaGrad (Duchi, Hazan & Singer, 2011).
#pragma once
#include <cstdint>
#include <vector>

namespace timso::training {

// Gaps to learn from: the features of each one after the other.
struct Examples {
  std::vector<std::uint32_t> features;  // slots of weights
  std::vector<char> joined;
  std::size_t per_gap = 0;  // features of a gap

  std::size_t size() const { return joined.size(); }
  const std::uint32_t* FeaturesOf(std::size_t gap) const { return &features[gap * per_gap]; }
};

struct Rate {
  double step = 0.1;
  double initial = 0;  // squared gradients that every weight is taken to have seen: keeps first steps small
  int rounds = 3;
  bool average = false;  // the weights after each round of the second half
};

double Sum(const std::vector<float>& weights, const std::uint32_t* features, std::size_t count);

// Learns on from `weights`. The same inputs give the same weights.
void Learn(const Examples& examples, const Rate& rate, std::vector<float>& weights);

// Weights as signed bytes: `scale` times them, rounded and cut off.
std::vector<std::int8_t> Quantized(const std::vector<float>& weights, double scale);

}  // namespace timso::training
