// Numbers that only compare: no facts of what they stand beside.
#pragma once
#include "analyzers/facts/kinds.h"
#include "analyzers/facts/sentence_reading.h"

namespace timso {

// Whether the number tells a difference from another's figure, a place in a ranking, or which of those spoken of.
bool ComparesWithOther(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity,
                       const NumberContext& context);

}  // namespace timso
