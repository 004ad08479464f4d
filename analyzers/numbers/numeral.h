// Numerals in digits and in words → numbers.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "analyzers/words/analyzed_text.h"

namespace timso {

// Digits with Vietnamese separators: 1.481 → 1481, 106,93 → 106.93, 1.950,5 → 1950.5, 24,023 → 24.023. A dot that
// cannot group thousands is a decimal point (85.3); several commas group (1,234,567).
std::optional<double> NumberFromDigits(std::string_view digits);

// A numeral at tokens [begin, end): its value with the scale words multiplied in.
struct Numeral {
  std::size_t begin = 0;
  std::size_t end = 0;
  double value = 0;
  double scale = 1;       // what the scale words multiplied by: 1000 of "39 nghìn"
  bool in_words = false;  // no digits: "mười hai"
  bool bare_one = false;  // "một", which is more often an article than a count
};

// The numeral that begins at token `at`, before token `limit`; nullopt when none does. Reads "1.048,3 nghìn tỷ",
// "566 tỷ 384 triệu", "228, 763 triệu", "3 triệu rưỡi", "hai mươi lăm", "một nghìn không trăm linh năm", "100K".
std::optional<Numeral> ReadNumeral(const AnalyzedText& text, std::size_t at, std::size_t limit);

}  // namespace timso
