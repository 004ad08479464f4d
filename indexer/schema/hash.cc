#include "indexer/schema/hash.h"

#include <cstddef>

namespace timso {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ull;

// Little-endian on every machine, so that an index may be carried to another.
std::uint64_t Load(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return word;
}

std::uint64_t Mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * kMultiplier;
  return hash ^ (hash >> 29);
}

}  // namespace

std::uint64_t Hash64(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = Mix(seed, bytes.size());
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) hash = Mix(hash, Load(bytes, at, 8));
  if (at < bytes.size()) hash = Mix(hash, Load(bytes, at, bytes.size() - at));
  hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93ull;
  hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93ull;
  return hash ^ (hash >> 32);
}

std::string HexOf(std::uint64_t hash) {
  std::string hex(16, '0');
  for (std::size_t i = 16; i > 0; --i, hash >>= 4) hex[i - 1] = "0123456789abcdef"[hash & 15];
  return hex;
}

}  // namespace timso
