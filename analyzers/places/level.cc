#include "analyzers/places/level.h"

#include <array>

namespace timso {
namespace {
constexpr std::array<std::string_view, 8> kNames = {"",         "country", "region",  "province",
                                                    "district", "commune", "village", "organization"};
}  // namespace

std::string_view NameOf(Level level) { return kNames[static_cast<std::size_t>(level)]; }

std::optional<Level> LevelNamed(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Level>(i);
  }
  return std::nullopt;
}

}  // namespace timso
