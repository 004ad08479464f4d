#include "analyzers/words/phrases.h"

namespace timso {

Symbol Vocabulary::Intern(std::string_view key) {
  const auto next = static_cast<Symbol>(symbols_.size() + 1);
  const auto [place, fresh] = symbols_.emplace(std::string(key), next);
  if (fresh) keys_.push_back(&place->first);
  return place->second;
}

void PhraseTrie::Add(const std::vector<Symbol>& phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const Symbol symbol : phrase) {
    const auto fresh = static_cast<std::uint32_t>(heads_.size());
    const auto [edge, inserted] = edges_.emplace(Edge(node, symbol), fresh);
    if (inserted) heads_.push_back(0);
    if (node == 0) {
      if (first_.size() <= symbol) first_.resize(symbol + 1);
      first_[symbol] = edge->second;
    }
    node = edge->second;
  }
  for (std::uint32_t v = heads_[node]; v != 0; v = values_[v].next) {
    if (values_[v].value == value) return;
  }
  values_.push_back({value, heads_[node]});
  heads_[node] = static_cast<std::uint32_t>(values_.size() - 1);
}

}  // namespace timso
