// What the segmenter looks at to decide on the gap between two atoms. One code for training and for use, so that they
// cannot differ. Every change here needs a new model.
//
// Features and classifier follow the per-gap approach to Vietnamese of Nguyen & Le (UETsegmenter, 2016) and Dinh et al.
// (2008), with lexicon, word clusters and attraction added.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "analyzers/words/atoms.h"
#include "analyzers/words/segmenter_model.h"

namespace timso {

// What the features know of one atom.
struct Cell {
  std::uint16_t word = static_cast<std::uint16_t>(Shape::kBoundary);
  Shape shape = Shape::kBoundary;
  std::uint8_t cluster = 0;
  std::uint8_t onset = 0;
  std::uint8_t rhyme = 0;
};

// So many boundary cells stand before the first and after the last atom of a line.
inline constexpr std::size_t kCellMargin = 3;

// True when the gap can only be a word's end: beside a sign or a boundary, after an abbreviation's point.
inline bool IsFixedGap(const Cell& left, const Cell& right) {
  const auto fixed = [](Shape shape) { return shape == Shape::kSign || shape == Shape::kBoundary; };
  return fixed(left.shape) || fixed(right.shape) || left.shape == Shape::kAbbreviation;
}

namespace gap_features {

inline std::uint64_t Hash(std::uint64_t value, std::uint64_t kind) {
  value = (value ^ (value >> 31)) * 0x9E3779B97F4A7C15ULL + kind * 0xD6E8FEB86659FD93ULL;
  return (value ^ (value >> 32)) * 0xBF58476D1CE4E5B9ULL;
}

// Values side by side in one number: of 16 bits the words, of 8 the rest.
inline std::uint64_t Words(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0, std::uint64_t d = 0) {
  return a | b << 16 | c << 32 | d << 48;
}
inline std::uint64_t Bytes(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0, std::uint64_t d = 0,
                           std::uint64_t e = 0, std::uint64_t f = 0) {
  return a | b << 8 | c << 16 | d << 24 | e << 32 | f << 40;
}
inline std::uint64_t Shapes(const Cell& a, const Cell& b) {
  return static_cast<std::uint64_t>(a.shape) | static_cast<std::uint64_t>(b.shape) << 4;
}

// How alike two syllables sound: reduplications (đung đưa, heo hắt) are words.
inline std::uint64_t Likeness(const Cell& a, const Cell& b) {
  if (a.rhyme == 0 || b.rhyme == 0) return 0;
  if (a.word == b.word) return 1;
  const bool onset = a.onset == b.onset && a.onset > 1;  // 1: begins with a vowel
  const bool rhyme = a.rhyme == b.rhyme;
  return onset && rhyme ? 2 : onset ? 3 : rhyme ? 4 : 5;
}

}  // namespace gap_features

// What the model's table knows of `count` atoms from `cell` on.
inline Ngram FindWords(const SegmenterModel& model, const Cell* cell, std::size_t count) {
  std::uint16_t words[4];
  for (std::size_t i = 0; i < count; ++i) {
    words[i] = cell[i].word;
    if (words[i] < kFirstWord) return {};
  }
  return model.FindNgram(words, count);
}

// The few features that decide most gaps. `g` is the gap's left cell, `pair` what the table knows of the two beside it;
// emit(hash) is called for each feature.
template <typename Emit>
void QuickFeatures(const Cell* g, Ngram pair, Emit emit) {
  using namespace gap_features;
  const std::uint64_t shapes = Shapes(g[0], g[1]);
  emit(Hash(Words(g[0].word, g[1].word), 1));
  emit(Hash(Words(g[0].word, shapes), 2));
  emit(Hash(Words(g[1].word, shapes), 3));
  emit(Hash(Words(g[0].word, g[1].word, shapes), 4));
  emit(Hash(Words(g[-1].word, g[0].word), 5));
  emit(Hash(Words(g[1].word, g[2].word), 6));
  emit(Hash(Bytes(g[0].cluster, g[1].cluster), 7));
  emit(Hash(Bytes(pair.attraction(), pair.lexicons(), shapes), 8));
}

// All features of one gap; see GapFeatures. The features are numbered in the order in which they are emitted.
template <typename Emit>
class GapFeatureWriter {
 public:
  GapFeatureWriter(const SegmenterModel& model, const Cell* g, Ngram pair, Emit& emit)
      : model_(model), g_(g), emit_(emit), bc_(pair) {}

  void Write() {
    WriteWords();
    WriteLexicons();
    WriteLikeness();
    WriteAttraction();
    WriteClusters();
  }

 private:
  void Add(std::uint64_t value) { emit_(gap_features::Hash(value, ++kind_)); }
  Ngram Find(std::ptrdiff_t first, std::size_t count) const { return FindWords(model_, g_ + first, count); }

  // Words and how they are written.
  void WriteWords() {
    using namespace gap_features;
    const std::uint64_t around = Shapes(g_[-1], g_[0]) | Shapes(g_[1], g_[2]) << 8;
    Add(0);
    Add(b_);
    Add(c_);
    Add(a_);
    Add(d_);
    Add(Words(b_, c_));
    Add(Words(a_, b_));
    Add(Words(c_, d_));
    Add(Words(a_, b_, c_));
    Add(Words(b_, c_, d_));
    Add(Words(a_, b_, c_, d_));
    Add(Words(a_, c_));
    Add(Words(b_, d_));
    Add(around);
    Add(shapes_);
    Add(around | Shapes(g_[-2], g_[3]) << 16);
    Add(Words(b_, shapes_));
    Add(Words(c_, shapes_));
    Add(Words(b_, c_, shapes_));
  }

  // Which lexicons have what is around the gap as a_ word.
  void WriteLexicons() {
    using namespace gap_features;
    const std::uint64_t xab = Find(-2, 3).lexicons(), cde = Find(1, 3).lexicons();
    const std::uint64_t four =
        Find(-1, 4).lexicons() | Find(-2, 4).lexicons() << 3 | static_cast<std::uint64_t>(Find(0, 4).lexicons()) << 6;
    const std::uint64_t pair = bc_.lexicons(), left = ab_.lexicons(), right = cd_.lexicons();
    const std::uint64_t covering =
        (pair != 0) | (abc_.lexicons() != 0) << 1 | (bcd_.lexicons() != 0) << 2 | (four != 0) << 3;
    const std::uint64_t beside = (left != 0) | (right != 0) << 1 | (xab != 0) << 2 | (cde != 0) << 3;
    Add(pair);
    Add(Bytes(pair, left, right));
    Add(Bytes(abc_.lexicons(), bcd_.lexicons(), pair));
    Add(four);
    Add(Bytes(covering, beside));
    Add(Bytes(covering, shapes_));
    Add(Words(b_, pair, left));
    Add(Words(c_, pair, right));
    lexical_ = pair | (left != 0 ? 8U : 0U) | (right != 0 ? 16U : 0U);
  }

  // Reduplication.
  void WriteLikeness() {
    using namespace gap_features;
    const std::uint64_t alike = Likeness(g_[0], g_[1]);
    Add(alike);
    Add(Bytes(Likeness(g_[-1], g_[0]), alike, Likeness(g_[1], g_[2])));
    Add(Bytes(alike, shapes_));
    Add(Bytes(alike, lexical_));
    Add(Words(b_, alike));
    Add(Words(c_, alike));
  }

  // How strongly the syllables attract each other, compared with their other neighbours.
  void WriteAttraction() {
    using namespace gap_features;
    const std::uint64_t left = ab_.attraction(), middle = bc_.attraction(), right = cd_.attraction();
    Add(Bytes(middle, bc_.frequency()));
    Add(middle);
    Add(Bytes(middle, lexical_));
    Add(Bytes(middle, shapes_));
    Add(Bytes(left, middle, right));
    Add(Bytes(16 + middle - left, 16 + middle - right));
    Add(Words(b_, middle));
    Add(Words(c_, middle));
  }

  // What kind of words there would be, joined or not.
  void WriteClusters() {
    using namespace gap_features;
    const std::uint64_t before = g_[-1].cluster, left = g_[0].cluster, right = g_[1].cluster, after = g_[2].cluster;
    Add(Bytes(left, right));
    Add(Bytes(left, right, bc_.cluster()));
    Add(bc_.cluster());
    Add(Bytes(ab_.cluster(), right));
    Add(Bytes(left, cd_.cluster()));
    Add(Bytes(before, bc_.cluster(), after));
    Add(Bytes(before, left, right));
    Add(Bytes(left, right, after));
    Add(abc_.cluster());
    Add(bcd_.cluster());
    Add(Bytes(left, bc_.lexicons(), shapes_));
    Add(Bytes(right, bc_.lexicons(), shapes_));
  }

  const SegmenterModel& model_;
  const Cell* g_;
  Emit& emit_;
  std::uint64_t kind_ = 0;
  std::uint64_t lexical_ = 0;

  // The four atoms a b | c d around the gap, and what the table knows of them together.
  const std::uint64_t a_ = g_[-1].word, b_ = g_[0].word, c_ = g_[1].word, d_ = g_[2].word;
  const std::uint64_t shapes_ = gap_features::Shapes(g_[0], g_[1]);
  const Ngram bc_;
  const Ngram ab_ = Find(-1, 2), cd_ = Find(1, 2), abc_ = Find(-1, 3), bcd_ = Find(0, 3);
};

// All features of a gap; arguments as above. REQUIRES: kCellMargin cells on either side of the line's atoms.
template <typename Emit>
void GapFeatures(const SegmenterModel& model, const Cell* g, Ngram pair, Emit emit) {
  GapFeatureWriter<Emit>(model, g, pair, emit).Write();
}

}  // namespace timso
