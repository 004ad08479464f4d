// Reading the project's TSV files.
#pragma once
#include <string_view>
#include <vector>

namespace timso {

// The rows of an embedded TSV file: fields apart by tabs; lines that are empty or begin with # are comments. A row has
// `columns` fields at least; missing ones at its end are empty. Views into the embedded bytes.
// Throws std::logic_error when no such file is embedded: a mistake in the build, not in the data.
std::vector<std::vector<std::string_view>> ReadTable(std::string_view name, std::size_t columns);

// The parts of a field that a separator holds apart, spaces around them off, empty ones left out.
std::vector<std::string_view> SplitField(std::string_view field, char separator);

}  // namespace timso
