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

}  // namespace timso
