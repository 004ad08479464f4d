// How a stated number bounds the true one.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace timso {

enum class Relation : std::uint8_t { kEqual, kAbout, kAlmost, kGreater, kGreaterEqual, kLess, kLessEqual };

// "eq", "about", "almost", "gt", "ge", "lt", "le". Do not rename: persisted.
std::string_view NameOf(Relation relation);
std::optional<Relation> RelationNamed(std::string_view name);

}  // namespace timso
