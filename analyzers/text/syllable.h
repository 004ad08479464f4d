// One syllable's keys: what must be equal for two spellings to be the same word.
#pragma once
#include <string>
#include <string_view>

#include "analyzers/text/letters.h"

namespace timso {

// The exact key: lower case, the tone on its one canonical letter (hoà = hòa, thuý = thúy, tóan = toán; quà and già
// stay), and i for y where usage varies (kỷ = kĩ's spelling kỉ, quý = quí, Mỹ = Mĩ). Marks stay: ma ≠ mà.
// What is no Vietnamese syllable is only lower-cased, loses its apostrophes (H'Mông = Hmông) and has plain digits for
// ² and ³. REQUIRES: NFC (Normalize), one token.
std::string SyllableKey(std::string_view word);

// The folded key: the exact key with every mark off and đ → d. The one function for folded terms.
std::string FoldedKey(std::string_view word);

// The same, appended to the caller's buffer: for the loops that read whole collections.
void AppendSyllableKey(std::string_view word, std::string& out);
void AppendFoldedKey(std::string_view word, std::string& out);

// True when the word is built like a Vietnamese syllable: an initial, one run of vowels, a final. Says nothing of
// whether it is used.
bool IsSyllable(std::string_view word);

// The word with the tone put on the letter that bears it (hoa + grave → hòa), case kept; empty when the word has a
// tone already or is not built like a syllable with vowels. For what input methods do.
std::string WithToneOn(std::string_view toneless_word, Tone tone);

// Marks off and đ → d of any text, letter by letter; case stays. For matching what was typed without marks.
std::string StripMarks(std::string_view text);

// The text in lower case.
std::string LowerCase(std::string_view text);

}  // namespace timso
