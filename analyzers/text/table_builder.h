// Lines of cells → a table.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/text/table_lines.h"
#include "analyzers/text/text_tables.h"

namespace timso {

// The table whose header is the first `header` lines; the others are its rows.
// REQUIRES: a header line and a row with cells.
TextTable BuildTextTable(std::string_view text, std::vector<TableLine> lines, std::size_t header);

}  // namespace timso
