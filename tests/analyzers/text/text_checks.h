// What must hold of every text whatever is in it: checked by the tests on all documents at hand and by the fuzz target
// on arbitrary bytes, so it knows nothing of Catch.
#pragma once
#include <string>
#include <string_view>

namespace timso {

// Normalizes, tokenizes, splits and keys the text, and returns the first rule that is broken, in words; empty when all
// hold. The rules: the normalized text is well-formed and normal; tokens go forwards, lie on code-point boundaries,
// cover all but white space; each token's source span lies on the author's code points, goes forwards and normalizes
// to the token again; the map back returns the token's place; sentences go forwards and cover every token that is no
// line break; keys are stable (a key's key is itself) and folded ones hold no Vietnamese mark.
std::string BrokenRule(std::string_view source);

}  // namespace timso
