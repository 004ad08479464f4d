// One syllable's keys: what must be equal for two spellings to be the same word.
#pragma once
#include <string>
#include <string_view>

namespace timso {

// The exact key: lower case, the tone on its one canonical letter (hoà = hòa, thuý = thúy, tóan = toán; quà and già
// stay), and i for y where usage varies (kỷ = kĩ's spelling kỉ, quý = quí, Mỹ = Mĩ). Marks stay: ma ≠ mà.
// What is no Vietnamese syllable is only lower-cased. REQUIRES: NFC (Normalize), one word.
std::string SyllableKey(std::string_view word);

// The folded key: the exact key with every mark off and đ → d. The one function for folded terms.
std::string FoldedKey(std::string_view word);

// Marks off and đ → d of any text, letter by letter; case stays. For matching what was typed without marks.
std::string StripMarks(std::string_view text);

// The text in lower case.
std::string LowerCase(std::string_view text);

}  // namespace timso
