#include "tools/train_segmenter/clusters.h"

#include <cmath>
#include <unordered_map>
#include <utility>

namespace timso::training {
namespace {

using Neighbours = std::vector<std::pair<std::uint32_t, double>>;  // word, times

double XLogX(double x) { return x > 0.5 ? x * std::log(x) : 0; }

class Exchange {
 public:
  // Word `words` is the rest, `words` + 1 a text's beginning and end; each is a cluster of its own.
  Exchange(const std::vector<std::vector<std::uint32_t>>& texts, std::uint32_t words, std::uint32_t count)
      : words_(words), count_(count), clusters_(words + 2), right_(words + 2), left_(words + 2), total_(words + 2) {
    for (std::uint32_t word = 0; word < words; ++word) clusters_[word] = word % count;
    clusters_[words] = count;
    clusters_[words + 1] = count + 1;
    Count(texts);
    pairs_.assign(count + 2, std::vector<double>(count + 2));
    sizes_.assign(count + 2, 0);
    for (std::uint32_t word = 0; word < words + 2; ++word) {
      sizes_[clusters_[word]] += total_[word];
      for (const auto& [next, times] : right_[word]) pairs_[clusters_[word]][clusters_[next]] += times;
    }
  }

  void Round() {
    for (std::uint32_t word = 0; word < words_; ++word) MoveToBest(word);
  }

  const std::vector<std::uint32_t>& clusters() const { return clusters_; }

 private:
  void Count(const std::vector<std::vector<std::uint32_t>>& texts) {
    std::vector<std::unordered_map<std::uint32_t, double>> right(words_ + 2), left(words_ + 2);
    const auto meet = [&](std::uint32_t a, std::uint32_t b) {
      ++right[a][b];
      ++left[b][a];
    };
    for (const auto& text : texts) {
      std::uint32_t previous = words_ + 1;
      for (const std::uint32_t raw : text) {
        const std::uint32_t word = raw < words_ ? raw : words_;
        meet(previous, word);
        previous = word;
      }
      meet(previous, words_ + 1);
    }
    for (std::uint32_t word = 0; word < words_ + 2; ++word) {
      right_[word].assign(right[word].begin(), right[word].end());
      left_[word].assign(left[word].begin(), left[word].end());
      for (const auto& [next, times] : right_[word]) total_[word] += times;
    }
  }

  // How often the word stands before and after each cluster, and beside itself.
  struct Surroundings {
    std::vector<double> before, after;
    double self = 0;
  };
  Surroundings Look(std::uint32_t word) const {
    Surroundings s{std::vector<double>(count_ + 2), std::vector<double>(count_ + 2)};
    for (const auto& [next, times] : right_[word]) {
      (next == word ? s.self : s.before[clusters_[next]]) += times;
    }
    for (const auto& [previous, times] : left_[word]) {
      if (previous != word) s.after[clusters_[previous]] += times;
    }
    return s;
  }

  void Place(std::uint32_t word, std::uint32_t cluster, const Surroundings& s, double sign) {
    for (std::uint32_t k = 0; k < count_ + 2; ++k) {
      pairs_[cluster][k] += sign * s.before[k];
      pairs_[k][cluster] += sign * s.after[k];
    }
    pairs_[cluster][cluster] += sign * s.self;
    sizes_[cluster] += sign * total_[word];
  }

  double Gain(std::uint32_t word, std::uint32_t cluster, const Surroundings& s) const {
    double gain = 0;
    for (std::uint32_t k = 0; k < count_ + 2; ++k) {
      if (k == cluster) continue;
      if (s.before[k] > 0) gain += XLogX(pairs_[cluster][k] + s.before[k]) - XLogX(pairs_[cluster][k]);
      if (s.after[k] > 0) gain += XLogX(pairs_[k][cluster] + s.after[k]) - XLogX(pairs_[k][cluster]);
    }
    const double inside = pairs_[cluster][cluster];
    gain += XLogX(inside + s.before[cluster] + s.after[cluster] + s.self) - XLogX(inside);
    return gain - 2 * (XLogX(sizes_[cluster] + total_[word]) - XLogX(sizes_[cluster]));
  }

  void MoveToBest(std::uint32_t word) {
    const Surroundings s = Look(word);
    Place(word, clusters_[word], s, -1);
    std::uint32_t best = 0;
    double best_gain = -1e300;
    for (std::uint32_t cluster = 0; cluster < count_; ++cluster) {
      const double gain = Gain(word, cluster, s);
      if (gain > best_gain) {
        best_gain = gain;
        best = cluster;
      }
    }
    clusters_[word] = best;
    Place(word, best, s, 1);
  }

  std::uint32_t words_;
  std::uint32_t count_;
  std::vector<std::uint32_t> clusters_;
  std::vector<Neighbours> right_, left_;
  std::vector<double> total_;
  std::vector<std::vector<double>> pairs_;
  std::vector<double> sizes_;
};

}  // namespace

std::vector<std::uint8_t> ClusterWords(const std::vector<std::vector<std::uint32_t>>& texts, std::uint32_t words,
                                       std::uint32_t count, int rounds) {
  Exchange exchange(texts, words, count);
  for (int round = 0; round < rounds; ++round) exchange.Round();
  std::vector<std::uint8_t> clusters;
  for (std::uint32_t word = 0; word < words; ++word) {
    clusters.push_back(static_cast<std::uint8_t>(exchange.clusters()[word] + 1));
  }
  return clusters;
}

}  // namespace timso::training
