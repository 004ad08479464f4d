#include "analyzers/facts/fact.h"

#include <array>
#include <utility>

namespace timso {
namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<FactKind, 5> kKinds = {{{FactKind::kAmount, "amount"},
                                        {FactKind::kShare, "share"},
                                        {FactKind::kAttainment, "attainment"},
                                        {FactKind::kTarget, "target"},
                                        {FactKind::kChange, "change"}}};
template <typename Enum, std::size_t N>
std::string_view NameIn(const Names<Enum, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)].second;
}

template <typename Enum, std::size_t N>
std::optional<Enum> ValueIn(const Names<Enum, N>& names, std::string_view name) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view NameOf(FactKind kind) { return NameIn(kKinds, kind); }
std::optional<FactKind> FactKindNamed(std::string_view name) { return ValueIn(kKinds, name); }

std::vector<Fact> WithoutDoubtful(const std::vector<Fact>& facts) {
  constexpr auto kLeftOut = static_cast<std::size_t>(-1);
  std::vector<std::size_t> numbers(facts.size(), kLeftOut);
  std::vector<Fact> trusted;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].doubtful) continue;
    numbers[i] = trusted.size();
    trusted.push_back(facts[i]);
  }
  const auto renumber = [&](std::vector<std::size_t>& indexes) {
    for (std::size_t& index : indexes) index = numbers[index];
    std::erase(indexes, kLeftOut);
  };
  for (Fact& fact : trusted) {
    renumber(fact.made_from);
    renumber(fact.contradicts);
  }
  return trusted;
}

}  // namespace timso
