// The syllables that Vietnamese uses, from data/syllables.tsv: what tells Vietnamese from what only looks like it.
#pragma once
#include <string_view>

namespace timso {

// True when the word is a syllable in use, marks included, whatever its case and tone placement. REQUIRES: NFC.
// Safe to call from several threads.
bool IsKnownSyllable(std::string_view word);

}  // namespace timso
