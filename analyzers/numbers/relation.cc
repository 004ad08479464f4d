#include "analyzers/numbers/relation.h"

#include <array>

namespace timso {
namespace {
constexpr std::array<std::string_view, 7> kNames = {"eq", "about", "almost", "gt", "ge", "lt", "le"};
}  // namespace

std::string_view NameOf(Relation relation) { return kNames[static_cast<std::size_t>(relation)]; }

std::optional<Relation> RelationNamed(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

}  // namespace timso
