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
  std::uint8_t group = 0;
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

// The few features that decide most gaps. `g` is the gap's left cell; emit(hash) is called for each feature.
template <typename Emit>
void QuickFeatures(const Cell* g, Emit emit) {
  using namespace gap_features;
  const std::uint64_t shapes = Shapes(g[0], g[1]);
  emit(Hash(Words(g[0].word, g[1].word), 1));
  emit(Hash(Words(g[0].word, shapes), 2));
  emit(Hash(Words(g[1].word, shapes), 3));
  emit(Hash(Words(g[0].word, g[1].word, shapes), 4));
  emit(Hash(Words(g[-1].word, g[0].word), 5));
  emit(Hash(Words(g[1].word, g[2].word), 6));
}

// All features of a gap. REQUIRES: kCellMargin cells on either side of the line's atoms.
template <typename Emit>
void GapFeatures(const SegmenterModel& model, const Cell* g, Emit emit_hash) {
  using namespace gap_features;
  std::uint64_t kind = 0;
  const auto emit = [&](std::uint64_t value) { emit_hash(Hash(value, ++kind)); };
  const auto find = [&](std::ptrdiff_t first, std::size_t count) -> Ngram {
    std::uint16_t words[5];
    for (std::size_t i = 0; i < count; ++i) {
      words[i] = g[first + static_cast<std::ptrdiff_t>(i)].word;
      if (words[i] < kFirstWord) return {};
    }
    return model.FindNgram(words, count);
  };
  const std::uint64_t a = g[-1].word, b = g[0].word, c = g[1].word, d = g[2].word;
  const std::uint64_t shapes = Shapes(g[0], g[1]);
  const std::uint64_t shapes4 = Shapes(g[-1], g[0]) | Shapes(g[1], g[2]) << 8;

  // Words and how they are written.
  emit(0);
  emit(b);
  emit(c);
  emit(a);
  emit(d);
  emit(Words(b, c));
  emit(Words(a, b));
  emit(Words(c, d));
  emit(Words(a, b, c));
  emit(Words(b, c, d));
  emit(Words(a, b, c, d));
  emit(Words(a, c));
  emit(Words(b, d));
  emit(shapes4);
  emit(shapes);
  emit(shapes4 | Shapes(g[-2], g[3]) << 16);
  emit(Words(b, shapes));
  emit(Words(c, shapes));
  emit(Words(b, c, shapes));

  // Which lexicons have what is around the gap as a word.
  const Ngram bc = find(0, 2), ab = find(-1, 2), cd = find(1, 2);
  const Ngram abc = find(-1, 3), bcd = find(0, 3), xab = find(-2, 3), cde = find(1, 3);
  const Ngram abcd = find(-1, 4), xabc = find(-2, 4), bcde = find(0, 4);
  const std::uint64_t Lbc = bc.lexicons(), Lab = ab.lexicons(), Lcd = cd.lexicons();
  const std::uint64_t four = abcd.lexicons() | xabc.lexicons() << 3 | bcde.lexicons() << 6;
  const std::uint64_t covering =
      (Lbc != 0) | (abc.lexicons() != 0) << 1 | (bcd.lexicons() != 0) << 2 | (four != 0) << 3;
  emit(Lbc);
  emit(Bytes(Lbc, Lab, Lcd));
  emit(Bytes(abc.lexicons(), bcd.lexicons(), Lbc));
  emit(four);
  emit(covering | static_cast<std::uint64_t>((Lab != 0) | (Lcd != 0) << 1 | (xab.lexicons() != 0) << 2 | (cde.lexicons() != 0) << 3) << 4);
  emit(Bytes(covering, shapes));
  emit(Words(b, Lbc, Lab));
  emit(Words(c, Lbc, Lcd));

  // Groups of syllables.
  const std::uint64_t A = g[-1].group, B = g[0].group, C = g[1].group, D = g[2].group;
  const std::uint64_t lexical = Lbc | (Lab != 0 ? 8U : 0U) | (Lcd != 0 ? 16U : 0U);
  emit(Bytes(B, shapes));
  emit(Bytes(C, shapes));
  emit(Bytes(B, C));
  emit(Bytes(B, lexical, shapes));
  emit(Bytes(C, lexical, shapes));
  emit(Bytes(B, C, Lbc));
  emit(Bytes(A, B, C));
  emit(Bytes(B, C, D));
  emit(Words(c, B));
  emit(Words(b, C));

  // Reduplication.
  const std::uint64_t alike = Likeness(g[0], g[1]);
  emit(alike);
  emit(Bytes(Likeness(g[-1], g[0]), alike, Likeness(g[1], g[2])));
  emit(Bytes(alike, shapes));
  emit(Bytes(alike, lexical));
  emit(Words(b, alike));
  emit(Words(c, alike));

  // Attraction.
  const std::uint64_t left = ab.attraction(), middle = bc.attraction(), right = cd.attraction();
  emit(Bytes(middle, bc.frequency()));
  emit(middle);
  emit(Bytes(middle, lexical));
  emit(Bytes(middle, shapes));
  emit(Bytes(left, middle, right));
  emit(Bytes(16 + middle - left, 16 + middle - right));
  emit(Words(b, middle));
  emit(Words(c, middle));
  emit(Bytes(B, middle));
  emit(Bytes(C, middle));

  // Clusters of words.
  const std::uint64_t Kb = g[0].cluster, Kc = g[1].cluster;
  emit(Bytes(Kb, Kc));
  emit(Bytes(Kb, Kc, bc.cluster()));
  emit(bc.cluster());
  emit(Bytes(ab.cluster(), Kc));
  emit(Bytes(Kb, cd.cluster()));
  emit(Bytes(g[-1].cluster, bc.cluster(), g[2].cluster));
  emit(Bytes(g[-1].cluster, Kb, Kc));
  emit(Bytes(Kb, Kc, g[2].cluster));
  emit(abc.cluster());
  emit(bcd.cluster());
  emit(Bytes(Kb, Lbc, shapes));
  emit(Bytes(Kc, Lbc, shapes));
}

}  // namespace timso
