#include "tools/train_reading/regression.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace timso::training {
namespace {

void Quiet(const char*) {}

// A slot's number of features, liblinear's indexes from 1 on, ended by -1.
std::vector<feature_node> Nodes(const Features& features, std::uint32_t mask) {
  std::map<int, double> slots;
  for (const std::uint32_t hash : features) slots[static_cast<int>(hash & mask) + 1] += 1;
  std::vector<feature_node> nodes;
  for (const auto& [index, count] : slots) nodes.push_back({index, count});
  nodes.push_back({-1, 0});
  return nodes;
}

// Weights of slots 1 to `slots` for a positive label.
std::vector<double> Train(std::vector<feature_node*> rows, std::vector<double> labels, int slots, double cost) {
  problem data{static_cast<int>(rows.size()), slots, labels.data(), rows.data(), 1};
  parameter options{};
  options.solver_type = L2R_LR;
  options.eps = 0.01;
  options.C = cost;
  set_print_string_function(Quiet);
  model* learnt = train(&data, &options);
  const double sign = learnt->label[0] == 1 ? 1 : -1;
  std::vector<double> weights(static_cast<std::size_t>(slots));
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = sign * learnt->w[i];
  free_and_destroy_model(&learnt);
  return weights;
}

}  // namespace

double Weights::Score(const Features& features) const {
  double score = bias;
  for (const std::uint32_t hash : features) score += of_slot[hash & (of_slot.size() - 1)];
  return score;
}

double Weights::Right(const Features& features) const { return 1 / (1 + std::exp(-Score(features))); }

Weights Learn(const std::vector<Labelled>& examples, int bits, double cost) {
  const std::uint32_t mask = (1U << bits) - 1;
  const int slots = static_cast<int>(mask) + 2;  // the last is the bias
  std::vector<std::vector<feature_node>> nodes;
  for (const Labelled& example : examples) {
    nodes.push_back(Nodes(*example.features, mask));
    nodes.back().back() = {slots, 1};
    nodes.back().push_back({-1, 0});
  }
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    for (std::size_t n = 0; n < examples[i].times; ++n) {
      rows.push_back(nodes[i].data());
      labels.push_back(examples[i].right ? 1 : -1);
    }
  }
  Weights weights;
  weights.of_slot = Train(std::move(rows), std::move(labels), slots, cost);
  weights.bias = weights.of_slot.back();
  weights.of_slot.pop_back();
  return weights;
}

std::vector<double> LearnFew(const std::vector<Measured>& examples, std::size_t inputs) {
  constexpr double kCost = 1;
  const int slots = static_cast<int>(inputs) + 1;
  std::vector<std::vector<feature_node>> nodes;
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  for (const Measured& example : examples) {
    std::vector<feature_node>& row = nodes.emplace_back();
    for (std::size_t i = 0; i < inputs; ++i) row.push_back({static_cast<int>(i) + 1, example.inputs[i]});
    row.push_back({slots, 1});
    row.push_back({-1, 0});
  }
  for (std::size_t i = 0; i < examples.size(); ++i) {
    rows.insert(rows.end(), examples[i].times, nodes[i].data());
    labels.insert(labels.end(), examples[i].times, examples[i].right ? 1 : -1);
  }
  return Train(std::move(rows), std::move(labels), slots, kCost);
}

}  // namespace timso::training
