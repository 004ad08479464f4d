// The shapes that one token may have beyond a plain word: each function says where the shape that begins at `pos`
// ends, or 0 when none does. All are bounded: they look at most a few hundred bytes past what they accept.
#pragma once
#include <cstddef>
#include <string_view>

namespace timso {

// 31-8-2021  14/09/2021  27.9.2017  2021-08-31. REQUIRES (as the next three): a digit at pos.
std::size_t DateEnd(std::string_view text, std::size_t pos);

// 07:59  20:08:31  14h30  8h.
std::size_t ClockEnd(std::string_view text, std::size_t pos);

// 14-CT/TU  128/NQ-CP  21-NQ/TW  546/QĐ-TTg  1088/2013/QĐ-UBND  05/2011/QH13.
std::size_t DocumentNumberEnd(std::string_view text, std::size_t pos);

// 1.481  106,93  1.950,5  07: separators only between digits; 2010,2011 and 12,13,15 are lists. Never 0.
std::size_t NumberEnd(std::string_view text, std::size_t pos);

// https://…  www.…  baolangson.vn/tin. REQUIRES: [pos, word_end) is a run of letters, ASCII at its beginning.
std::size_t UrlEnd(std::string_view text, std::size_t pos, std::size_t word_end);

// name@host.vn. REQUIRES: an ASCII letter or digit at pos.
std::size_t EmailEnd(std::string_view text, std::size_t pos);

// TP.HCM  M.T  KT-XH  GD&ĐT  VH-TT&DL  v.v  đ/c: short parts of capitals joined by a sign.
// REQUIRES: [pos, word_end) is a run of letters.
std::size_t AbbreviationEnd(std::string_view text, std::size_t pos, std::size_t word_end);

// COVID-19  SU-30  F-16: a name in capitals with its number. REQUIRES: [pos, word_end) is a run of letters.
std::size_t NumberedNameEnd(std::string_view text, std::size_t pos, std::size_t word_end);

// H'Mông  M'Drắk  K’Bang  don't: an apostrophe inside a word. REQUIRES: [pos, word_end) is a run of letters, and not
// empty. Returns the end of the whole word.
std::size_t ApostropheEnd(std::string_view text, std::size_t pos, std::size_t word_end);

}  // namespace timso
