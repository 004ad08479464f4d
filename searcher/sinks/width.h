// How wide text stands on a terminal.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace timso {

// Columns of one code point: 0, 1 or 2.
std::size_t CharacterWidth(char32_t code_point);

// Columns: combining marks take none, East Asian wide characters two, control characters none.
std::size_t DisplayWidth(std::string_view text);

// The text cut to `width` columns, with … at its end when something was cut; never inside a character or before its
// combining marks.
std::string FitWidth(std::string_view text, std::size_t width);

// FitWidth and spaces up to `width`; `right`: the spaces stand before.
std::string PadWidth(std::string_view text, std::size_t width, bool right = false);

// White space and control characters of any kind become single spaces; none at either end.
std::string OneLine(std::string_view text);

}  // namespace timso
