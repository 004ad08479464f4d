// The one hash of what is persisted: content hashes, revisions, fingerprints, the tails of terms that are too long.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace timso {

// 64 bits over the bytes; several GB a second. Not for adversaries. Do not change: indexes hold its results, and a test
// pins them.
std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed = 0);

// Sixteen hexadecimal digits, lower case.
std::string HexOf(std::uint64_t hash);

}  // namespace timso
