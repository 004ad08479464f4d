#include "analyzers/words/segmenter.h"

#include "analyzers/data/embedded.h"
#include "analyzers/words/atoms.h"
#include "analyzers/words/cells.h"
#include "analyzers/words/gap_features.h"

namespace timso {
namespace {

bool IsJoined(const SegmenterModel& model, const Cell* gap) {
  if (IsFixedGap(gap[0], gap[1])) return false;
  const Ngram pair = FindWords(model, gap, 2);
  int quick = 0;
  QuickFeatures(gap, pair, [&](std::uint64_t feature) { quick += model.QuickWeight(feature); });
  if (quick > model.quick_threshold()) return true;
  if (quick < -model.quick_threshold()) return false;
  int sum = 0;
  GapFeatures(model, gap, pair, [&](std::uint64_t feature) { sum += model.Weight(feature); });
  return sum > 0;
}

void SegmentLine(const SegmenterModel& model, const Atom* begin, const Atom* end, const Cell* cells,
                 std::vector<Word>& words) {
  for (const Atom* atom = begin; atom != end; ++atom, ++cells) {
    if (atom != begin && IsJoined(model, cells - 1)) {
      words.back().end = atom->end;
    } else {
      words.push_back({atom->begin, atom->end});
    }
  }
}

}  // namespace

const Segmenter& Segmenter::Default() {
  static const Segmenter segmenter{SegmenterModel(EmbeddedFile("segmenter.model"))};
  return segmenter;
}

std::vector<Word> Segmenter::Segment(std::string_view text) const {
  std::vector<Atom> atoms;
  atoms.reserve(text.size() / 4);
  SplitAtoms(text, atoms);
  std::vector<Word> words;
  words.reserve(atoms.size());
  std::vector<Cell> cells;
  const Atom* const end = atoms.data() + atoms.size();
  for (const Atom* line = atoms.data(); line != end;) {
    const Atom* line_end = line + 1;
    while (line_end != end && !line_end->line_begin) ++line_end;
    ReadCells(model_, text, line, line_end, cells);
    SegmentLine(model_, line, line_end, cells.data() + kCellMargin, words);
    line = line_end;
  }
  return words;
}

}  // namespace timso
