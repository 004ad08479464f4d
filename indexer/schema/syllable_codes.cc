#include "indexer/schema/syllable_codes.h"

#include <set>
#include <stdexcept>
#include <unordered_map>

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

constexpr int kNumerals = 1000;  // 0 to 999
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;
constexpr std::uint32_t kBase = 255;   // three digits of it, each 1 to 255
constexpr std::uint32_t kMost = 4071;  // its square is below kBase³

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};
using Codes = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

Codes MakeCodes() {
  std::set<std::string> words;
  for (const auto& fields : ReadTable("syllables.tsv", 2)) words.insert(FoldedKey(fields[0]));
  for (int number = 0; number < kNumerals; ++number) words.insert(std::to_string(number));
  for (int year = kFirstYear; year <= kLastYear; ++year) words.insert(std::to_string(year));
  if (words.size() > kMost) throw std::logic_error("more syllables than three bytes can pair");
  Codes codes;
  for (const std::string& word : words) codes.emplace(word, static_cast<std::uint32_t>(codes.size()));
  return codes;
}

}  // namespace

std::optional<std::uint32_t> SyllableCode(std::string_view folded) {
  static const Codes codes = MakeCodes();
  const auto it = codes.find(folded);
  return it == codes.end() ? std::nullopt : std::optional(it->second);
}

std::string PairCode(std::uint32_t first, std::uint32_t second) {
  const std::uint32_t number = first * kMost + second;
  return {static_cast<char>(number / (kBase * kBase) + 1), static_cast<char>(number / kBase % kBase + 1),
          static_cast<char>(number % kBase + 1)};
}

}  // namespace timso
