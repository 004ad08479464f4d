// Phrases of data files, found in token sequences: words become symbols, phrases paths in a trie.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timso {

// A word of the data files; 0 is every other word.
using Symbol = std::uint32_t;
inline constexpr Symbol kUnknownWord = 0;

class Vocabulary {
 public:
  Symbol Intern(std::string_view key);
  Symbol Find(std::string_view key) const {
    const auto found = symbols_.find(key);
    return found == symbols_.end() ? kUnknownWord : found->second;
  }
  // The key of a symbol other than kUnknownWord.
  const std::string& KeyOf(Symbol symbol) const { return *keys_[symbol - 1]; }
  std::size_t size() const { return symbols_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  std::unordered_map<std::string, Symbol, Hash, std::equal_to<>> symbols_;
  std::vector<const std::string*> keys_;  // of each symbol, in the map's nodes
};

// A set of phrases, each with the values that were added for it.
class PhraseTrie {
 public:
  struct Match {
    std::uint32_t value = 0;
    std::uint32_t length = 0;  // symbols
  };

  // REQUIRES: not empty, no unknown word in it.
  void Add(const std::vector<Symbol>& phrase, std::uint32_t value);

  // Calls visit(Match) for every value of every phrase that begins at text[at], shorter phrases first.
  template <typename Visit>
  void MatchAt(const std::vector<Symbol>& text, std::size_t at, std::size_t end, Visit visit) const {
    std::uint32_t node = 0;
    for (std::size_t i = at; i < end && text[i] != kUnknownWord; ++i) {
      if (i == at) {
        node = text[i] < first_.size() ? first_[text[i]] : 0;
        if (node == 0) return;
      } else {
        const auto next = edges_.find(Edge(node, text[i]));
        if (next == edges_.end()) return;
        node = next->second;
      }
      for (std::uint32_t v = heads_[node]; v != 0; v = values_[v].next) {
        visit(Match{values_[v].value, static_cast<std::uint32_t>(i + 1 - at)});
      }
    }
  }

 private:
  static std::uint64_t Edge(std::uint32_t node, Symbol symbol) {
    return (static_cast<std::uint64_t>(node) << 32) | symbol;
  }
  struct Value {
    std::uint32_t value;
    std::uint32_t next;  // in the chain of the same phrase; 0 ends it
  };
  struct EdgeHash {
    std::size_t operator()(std::uint64_t edge) const { return (edge * 0x9E3779B97F4A7C15ULL) >> 20; }
  };
  std::unordered_map<std::uint64_t, std::uint32_t, EdgeHash> edges_;
  std::vector<std::uint32_t> first_;        // by symbol: the node of a phrase's first word, 0 for none
  std::vector<std::uint32_t> heads_ = {0};  // a node's first value
  std::vector<Value> values_ = {{0, 0}};    // index 0 is no value
};

}  // namespace timso
