// Small numbers for the words that make up most of a text, so that terms of two words take few bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timso {

// The number of a folded syllable (of the analyzers' syllables.tsv) a numeral up to
// 999 or a year; nothing for other words. The numbers follow from the analyzers' data: the same under one
// AnalyzerFingerprint().
std::optional<std::uint32_t> SyllableCode(std::string_view folded);

// Three bytes, none of them zero, that say which two words; pairs with the same first word stand together.
// REQUIRES: both came from SyllableCode.
std::string PairCode(std::uint32_t first, std::uint32_t second);

}  // namespace timso
