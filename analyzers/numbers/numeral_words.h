// Numerals in words.
#pragma once
#include <cstddef>
#include <optional>

#include "analyzers/numbers/numeral.h"

namespace timso {

// The numeral in words that begins at token `at`, before token `limit`: "hai mươi lăm", "một nghìn không trăm linh
// năm", "một triệu hai", "nghìn rưỡi", "nửa triệu", "hai phẩy năm". nullopt when none does, or when it stands behind a
// word that makes it vague ("vài trăm", "hàng nghìn").
std::optional<Numeral> ReadNumeralWords(const AnalyzedText& text, std::size_t at, std::size_t limit);

}  // namespace timso
