// Atoms → cells: what the segmenter's features know of each atom.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/words/atoms.h"
#include "analyzers/words/gap_features.h"
#include "analyzers/words/segmenter_model.h"

namespace timso {

// Clears `cells` and fills it with the atoms', kCellMargin boundary cells before and after them: atom i is at
// cells[kCellMargin + i]. The atoms are of one line.
void ReadCells(const SegmenterModel& model, std::string_view text, const Atom* begin, const Atom* end,
               std::vector<Cell>& cells);

}  // namespace timso
