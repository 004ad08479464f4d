// Facts that follow from others, and facts that can't both be true.
#pragma once
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso {

// Appends an attainment for every amount whose target is stated and whose attainment is not, and marks stated
// attainments that their own amount and target contradict. Nothing stated is changed.
void DeriveAndCheck(std::vector<Fact>& facts);

}  // namespace timso
