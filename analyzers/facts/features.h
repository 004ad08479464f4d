// Sparse features by their hashes alone (the hashing trick: Weinberger et al., Feature Hashing for Large Scale
// Multitask Learning, 2009).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace timso {

inline std::uint32_t MixHash(std::uint32_t a, std::uint32_t b) {
  std::uint32_t hash = (a ^ (a >> 15)) * 0x2C1B3C6DU + b * 0x9E3779B1U;
  hash = (hash ^ (hash >> 13)) * 0x297A2D39U;
  return hash ^ (hash >> 16);
}

// FNV-1a
constexpr std::uint32_t HashOf(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// The features of one decision. `name` tells templates apart; what a feature is of is hashed into `a` and `b`.
class FeatureList {
 public:
  void Add(std::uint32_t name, std::uint32_t a = 0, std::uint32_t b = 0) {
    hashes_.push_back(MixHash(MixHash(name, a), b));
  }
  void Add(const FeatureList& others) { hashes_.insert(hashes_.end(), others.hashes_.begin(), others.hashes_.end()); }
  void Clear() { hashes_.clear(); }
  const std::vector<std::uint32_t>& hashes() const { return hashes_; }

 private:
  std::vector<std::uint32_t> hashes_;
};

// "0", "1", "2", "3–4", "5–8", "9–16", "17 and more".
inline std::uint32_t Bin(std::size_t distance) {
  return distance < 3    ? static_cast<std::uint32_t>(distance)
         : distance < 5  ? 3
         : distance < 9  ? 4
         : distance < 17 ? 5
                         : 6;
}

// The same for small numbers, all from `most` on alike.
inline std::uint32_t UpTo(std::size_t number, std::size_t most) {
  return static_cast<std::uint32_t>(number < most ? number : most);
}

}  // namespace timso
