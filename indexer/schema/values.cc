#include "indexer/schema/values.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>

#include "analyzers/text/syllable.h"
#include "indexer/schema/hash.h"
#include "indexer/schema/terms.h"

namespace timso {
namespace {

constexpr double kTolerance = 0.05;  // of khoảng and gần
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string BigEndian(std::uint64_t number, int bytes) {
  std::string encoded(static_cast<std::size_t>(bytes), '\0');
  for (std::size_t i = encoded.size(); i > 0; --i, number >>= 8) encoded[i - 1] = static_cast<char>(number & 0xFF);
  return encoded;
}

std::uint64_t FromBigEndian(std::string_view encoded, std::size_t bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    number = number << 8 | (i < encoded.size() ? static_cast<unsigned char>(encoded[i]) : 0u);
  }
  return number;
}

constexpr std::uint64_t kSign = 1ull << 63;

int Digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

Interval AllowedBy(double value, std::optional<double> upper, Relation relation) {
  if (upper) return {value, *upper};
  const double tolerance = std::abs(value) * kTolerance;
  switch (relation) {
    case Relation::kGreater:
      return {std::nextafter(value, kInfinity), kInfinity};
    case Relation::kGreaterEqual:
      return {value, kInfinity};
    case Relation::kLess:
      return {-kInfinity, std::nextafter(value, -kInfinity)};
    case Relation::kLessEqual:
      return {-kInfinity, value};
    case Relation::kAlmost:
      return {value - tolerance, std::max(value - tolerance, std::nextafter(value, -kInfinity))};
    case Relation::kAbout:
      return {value - tolerance, value + tolerance};
    case Relation::kEqual:
      break;
  }
  return {value, value};
}

Interval AllowedBy(const Fact& fact) { return AllowedBy(fact.value, fact.upper, fact.relation); }

std::string EncodeNumber(double number) {
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  std::string encoded = BigEndian(bits & kSign ? ~bits : bits | kSign, 8);
  // A missing tail sorts as zeros do.
  while (!encoded.empty() && encoded.back() == '\0') encoded.pop_back();
  return encoded;
}

double DecodeNumber(std::string_view encoded) {
  const std::uint64_t bits = FromBigEndian(encoded, 8);
  return std::bit_cast<double>(bits & kSign ? bits & ~kSign : ~bits);
}

std::string EncodeDate(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  const int year = Digits(iso.substr(0, 4));
  const int month = Digits(iso.substr(5, 2));
  const int day = Digits(iso.substr(8, 2));
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return BigEndian(static_cast<std::uint64_t>(year * 512 + month * 32 + day), 3);
}

std::string DecodeDate(std::string_view encoded) {
  if (encoded.size() != 3) return {};
  const int packed = static_cast<int>(FromBigEndian(encoded, 3));
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", packed / 512 % 10000, packed / 32 % 16, packed % 32);
  return iso;
}

std::string EncodeId(std::uint32_t id) {
  // The length first keeps the order: a longer one is a larger number.
  int bytes = 1;
  while (bytes < 4 && id >> (8 * bytes) != 0) ++bytes;
  return static_cast<char>('0' + bytes) + BigEndian(id, bytes);
}

std::uint32_t DecodeId(std::string_view encoded) {
  if (encoded.size() < 2) return 0;
  return static_cast<std::uint32_t>(FromBigEndian(encoded.substr(1), std::min<std::size_t>(encoded.size() - 1, 4)));
}

std::string EncodeRevision(std::uint64_t revision) { return BigEndian(revision, 8); }

std::string TopicKey(const Fact& fact) {
  if (!fact.subject) return {};
  std::string key = FoldName(*fact.subject);
  const auto add = [&key](std::string_view part) { key.append(1, '\x1f').append(part); };
  add(NameOf(fact.level));
  add(fact.province ? FoldName(*fact.province) : "");
  add(fact.measure ? *fact.measure : FoldName(fact.measure_text));
  add(NameOf(fact.kind));
  add(fact.unit);
  for (const std::string& qualifier : fact.qualifiers) add(qualifier);
  add(fact.from.value_or(""));
  add(fact.to.value_or(""));
  return EncodeRevision(Hash64(key));
}

}  // namespace timso
