#include "tools/train_reading/regression.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace timso::training {
namespace {

void Quiet(const char*) {}

// A slot's number of features, then the inputs, then 1 for the bias; liblinear's indexes from 1 on, ended by -1.
std::vector<feature_node> Nodes(const Labelled& example, std::uint32_t mask) {
  std::map<int, double> slots;
  for (const std::uint32_t hash : *example.features) slots[static_cast<int>(hash & mask) + 1] += 1;
  std::vector<feature_node> nodes;
  for (const auto& [index, count] : slots) nodes.push_back({index, count});
  int index = static_cast<int>(mask) + 1;
  for (const double input : example.inputs) nodes.push_back({++index, input});
  nodes.push_back({++index, 1});
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

double Weights::Right(const Features& features, const Inputs& inputs) const {
  double score = bias;
  for (const std::uint32_t hash : features) score += of_slot[hash & (of_slot.size() - 1)];
  for (std::size_t i = 0; i < inputs.size(); ++i) score += of_input[i] * inputs[i];
  return 1 / (1 + std::exp(-score));
}

Weights Learn(const std::vector<Labelled>& examples, int bits, double cost) {
  const std::uint32_t mask = (1U << bits) - 1;
  std::vector<std::vector<feature_node>> nodes;
  for (const Labelled& example : examples) nodes.push_back(Nodes(example, mask));
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    rows.insert(rows.end(), examples[i].times, nodes[i].data());
    labels.insert(labels.end(), examples[i].times, examples[i].right ? 1 : -1);
  }
  const std::size_t slots = std::size_t{mask} + 1;
  const std::size_t inputs = examples.empty() ? 0 : examples.front().inputs.size();
  std::vector<double> all = Train(std::move(rows), std::move(labels), static_cast<int>(slots + inputs + 1), cost);
  Weights weights;
  weights.bias = all.back();
  weights.of_input.assign(all.end() - 1 - static_cast<std::ptrdiff_t>(inputs), all.end() - 1);
  all.resize(slots);
  weights.of_slot = std::move(all);
  return weights;
}

}  // namespace timso::training
