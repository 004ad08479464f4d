#include "tools/train_segmenter/classifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace timso::training {
namespace {

void Shuffle(std::vector<std::uint32_t>& order, std::mt19937& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

}  // namespace

double Sum(const std::vector<float>& weights, const std::uint32_t* features, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += weights[features[i]];
  return sum;
}

void Learn(const Examples& examples, const Rate& rate, std::vector<float>& weights) {
  struct Slot {
    float weight, squares;
  };
  std::vector<Slot> slots(weights.size());
  for (std::size_t i = 0; i < slots.size(); ++i) slots[i] = {weights[i], static_cast<float>(rate.initial)};
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937 random(1);
  std::vector<double> sums(rate.average ? weights.size() : 0);
  for (int round = 0; round < rate.rounds; ++round) {
    Shuffle(order, random);
    for (const std::uint32_t gap : order) {
      const std::uint32_t* features = examples.FeaturesOf(gap);
      double sum = 0;
      for (std::size_t i = 0; i < examples.per_gap; ++i) sum += slots[features[i]].weight;
      const double gradient = examples.joined[gap] - 1 / (1 + std::exp(-sum));
      for (std::size_t i = 0; i < examples.per_gap; ++i) {
        Slot& slot = slots[features[i]];
        slot.squares += static_cast<float>(gradient * gradient);
        slot.weight += static_cast<float>(rate.step * gradient / (1e-3 + std::sqrt(slot.squares)));
      }
    }
    if (!rate.average || round < rate.rounds / 2) continue;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += slots[i].weight;
  }
  const int averaged = rate.rounds - rate.rounds / 2;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    weights[i] = rate.average ? static_cast<float>(sums[i] / averaged) : slots[i].weight;
  }
}

std::vector<std::int8_t> Quantized(const std::vector<float>& weights, double scale) {
  std::vector<std::int8_t> bytes;
  bytes.reserve(weights.size());
  for (const float weight : weights) {
    bytes.push_back(static_cast<std::int8_t>(std::clamp(std::lround(weight * scale), -127L, 127L)));
  }
  return bytes;
}

}  // namespace timso::training
