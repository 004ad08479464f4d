#include "analyzers/words/cells.h"

namespace timso {
namespace {

// Signs after which a sentence or a quotation begins, so that a capital says little.
bool BeginsSentence(std::string_view sign) {
  switch (sign[0]) {
    case '.':
    case '!':
    case '?':
    case ':':
    case '"':
      return true;
    default:
      return sign == "“" || sign == "…" || sign == "«";
  }
}

Shape WithSyllables(Shape shape, bool vietnamese, bool sentence_begin) {
  if (!vietnamese) return shape;
  if (shape == Shape::kForeign) return Shape::kSyllable;
  if (shape == Shape::kTitleForeign) return sentence_begin ? Shape::kFirstSyllable : Shape::kTitleSyllable;
  return shape;
}

Cell CellOf(const SegmenterModel& model, const Atom& atom, bool sentence_begin) {
  Cell cell;
  cell.shape = atom.shape;
  const bool looked_up = atom.shape != Shape::kNumber;
  const SyllableEntry* entry = looked_up ? model.FindSyllable(atom.key) : nullptr;
  if (entry != nullptr) {
    cell.shape = WithSyllables(atom.shape, entry->vietnamese != 0, sentence_begin);
    cell.word = entry->word;
    cell.cluster = entry->cluster;
    cell.onset = entry->onset;
    cell.rhyme = entry->rhyme;
  } else {
    cell.word = static_cast<std::uint16_t>(cell.shape);
  }
  return cell;
}

}  // namespace

void ReadCells(const SegmenterModel& model, std::string_view text, const Atom* begin, const Atom* end,
               std::vector<Cell>& cells) {
  cells.assign(kCellMargin, Cell{});
  bool sentence_begin = true;
  for (const Atom* atom = begin; atom != end; ++atom) {
    cells.push_back(CellOf(model, *atom, sentence_begin));
    if (atom->shape != Shape::kSign) {
      sentence_begin = false;
    } else if (BeginsSentence(text.substr(atom->begin, atom->end - atom->begin))) {
      sentence_begin = true;
    }
  }
  cells.insert(cells.end(), kCellMargin, Cell{});
}

}  // namespace timso
