// What was typed with the input method off: Telex and VNI keys instead of letters with marks.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace timso {

// Telex: aa ee oo aw ow uw dd make â ê ô ă ơ ư đ (w alone is ư; the second key may come later in the syllable:
// "vieen", "viene"), s f r x j are the tones, z takes the tone off, a key struck once more undoes its mark and stays
// as a letter ("ass" → "as", "aaa" → "aa"). Words are decoded one by one; what stands between them stays. A word that
// makes no syllable, or touches a digit or a letter with marks, stays as it is. Case is kept (DDANGR → ĐẢNG).
std::string DecodeTelex(std::string_view text);

// VNI: 6 circumflex, 7 horn, 8 breve, 9 stroke, 1–5 tones (sắc huyền hỏi ngã nặng), 0 takes the tone off; the digit
// may stand right after its letter or at the syllable's end ("d9a3ng", "vie6n", "vien6"). The rest as in Telex.
std::string DecodeVni(std::string_view text);

// The text as it was meant if it was typed in Telex or VNI keys; nullopt when that is not likely: the keys change
// nothing, or a word that they change is then no syllable in use, or most of the other words are not Vietnamese.
// A candidate, not a verdict: "how" is also "hơ". Words that are syllables in use as they stand are not decoded.
std::optional<std::string> DecodeTyped(std::string_view text);

}  // namespace timso
