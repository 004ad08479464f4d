// The data files that the program carries in itself.
#pragma once
#include <string_view>
#include <vector>

namespace timso {

// The bytes of analyzers/data/NAME as they were when the program was built; empty when there is no such file.
// Valid for the life of the program. Aligned to 64 bytes.
std::string_view EmbeddedFile(std::string_view name);

// The names of all embedded files, sorted.
std::vector<std::string_view> EmbeddedNames();

}  // namespace timso
