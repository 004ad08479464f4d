// Text → words: Vietnamese writes syllables apart, and the segmenter finds which of them are one word (đảng viên).
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/words/segmenter_model.h"

namespace timso {

// A word of the text: bytes [begin, end), on code-point boundaries. White space within it parts its syllables.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Decides gap by gap with a linear model over hashed features (gap_features.h): first with the few features that settle
// most gaps, and where these leave doubt with all. Conventions are those of the Vietnamese Treebank.
// Immutable; safe from several threads.
class Segmenter {
 public:
  // The segmenter of the embedded model, opened at first use.
  static const Segmenter& Default();

  // REQUIRES: the model's bytes outlive the segmenter.
  explicit Segmenter(const SegmenterModel& model) : model_(model) {}

  // The words of the text, in order, without overlaps; everything but white space is in one. Signs are words. No word
  // goes beyond a line. Where in a syllable the tone stands makes no difference. REQUIRES: NFC, less than 4 GiB.
  // Never fails: malformed UTF-8 is read as signs.
  std::vector<Word> Segment(std::string_view text) const;

 private:
  SegmenterModel model_;
};

}  // namespace timso
