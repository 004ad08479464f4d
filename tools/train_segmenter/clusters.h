// Words that occur in the same surroundings get one number.
#pragma once
#include <cstdint>
#include <vector>

namespace timso::training {

// The exchange algorithm (Martin, Liermann & Ney, 1998): words move between `count` clusters as long as that makes the
// text likelier under a model of cluster bigrams. Texts are sequences of word numbers; words from `words` on are the
// rest and get no cluster. Returns 1…count for each word.
std::vector<std::uint8_t> ClusterWords(const std::vector<std::vector<std::uint32_t>>& texts, std::uint32_t words,
                                       std::uint32_t count, int rounds);

}  // namespace timso::training
