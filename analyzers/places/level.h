// The levels that subjects stand on.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace timso {

enum class Level : std::uint8_t { kNone, kCountry, kRegion, kProvince, kDistrict, kCommune, kVillage, kOrganization };

// "country", "region", "province", "district", "commune", "village", "organization"; Level::kNone is "". Do not
// rename: persisted.
std::string_view NameOf(Level level);
std::optional<Level> LevelNamed(std::string_view name);

}  // namespace timso
