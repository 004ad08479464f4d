// The segmenter's model: one flat little-endian file, used in place. Nothing is parsed or built when it is opened.
//
//   header     ModelHeader, 64 bytes
//   syllables  open-addressing table of SyllableEntry: what is known of a word of one atom
//   ngrams     open-addressing table of NgramEntry: what is known of 2–5 atoms in a row
//   quick      2^quick_bits signed bytes: weights of QuickFeatures
//   weights    2^weight_bits signed bytes: weights of GapFeatures
//
// Each part begins at a multiple of 64 bytes, in this order. A gap between two atoms is joined when the weights of its
// features sum to more than 0. Weights are found by the features' hashes alone (the hashing trick: Weinberger et al.,
// Feature Hashing for Large Scale Multitask Learning, 2009); those that share a slot were trained sharing it.
// tools/train_segmenter writes the file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace timso {

// What is persisted: do not change without a new kModelVersion.
inline constexpr char kModelMagic[8] = {'t', 'i', 'm', 's', 'o', 'S', 'e', 'g'};
inline constexpr std::uint32_t kModelVersion = 2;
inline constexpr std::uint32_t kModelByteOrder = 0x01020304;

struct ModelHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;  // kModelByteOrder as the writer's machine had it
  std::uint32_t syllable_slots;
  std::uint32_t ngram_slots;
  std::uint32_t quick_bits;
  std::uint32_t weight_bits;
  std::int32_t quick_threshold;  // a quick sum beyond ± this is the decision
  std::uint32_t reserved[7];
};
static_assert(sizeof(ModelHeader) == 64);

struct SyllableEntry {
  std::uint32_t check;   // low half of the AtomKey
  std::uint16_t word;    // its number, kFirstWord or more; 0 in an empty slot
  std::uint8_t cluster;  // of the words that occur where it occurs
  std::uint8_t onset;    // what it begins with, 0 when it is no syllable
  std::uint8_t rhyme;    // what it ends with, tone left out
  std::uint8_t vietnamese;
  std::uint8_t reserved[2];
};
static_assert(sizeof(SyllableEntry) == 12);

struct NgramEntry {
  std::uint16_t check;
  std::uint16_t value;  // 0 in an empty slot
};

// Words below it stand for what the model doesn't know, by shape.
inline constexpr std::uint16_t kFirstWord = 16;

// An NgramEntry's value: which lexicons have it as a word (3 bits), the cluster of that word (7), how strongly two
// syllables attract each other in running text (4; 0 when unknown) and how often they meet (2).
struct Ngram {
  std::uint16_t value = 0;
  std::uint32_t lexicons() const { return value & 7U; }
  std::uint32_t cluster() const { return value >> 3 & 0x7FU; }
  std::uint32_t attraction() const { return value >> 10 & 15U; }
  std::uint32_t frequency() const { return value >> 14; }
};

inline std::uint64_t HashNgram(const std::uint16_t* words, std::size_t count) {
  std::uint64_t hash = count;
  for (std::size_t i = 0; i < count; ++i) {
    hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  return hash * 0xD6E8FEB86659FD93ULL;
}

// The slot where the search for a key begins.
inline std::uint32_t FirstSlot(std::uint64_t hash, std::uint32_t slots) {
  return static_cast<std::uint32_t>((hash >> 32) * slots >> 32);
}

// A view of a model's bytes, which must outlive it. Immutable; safe from several threads.
class SegmenterModel {
 public:
  // Throws std::runtime_error, with a sentence that says what is wrong, when the bytes are no model of this version.
  // REQUIRES: bytes aligned to 4.
  explicit SegmenterModel(std::string_view bytes);

  // nullptr when the word is not known.
  const SyllableEntry* FindSyllable(std::uint64_t atom_key) const {
    const auto check = static_cast<std::uint32_t>(atom_key);
    for (std::uint32_t slot = FirstSlot(atom_key, header_->syllable_slots);;
         slot = Next(slot, header_->syllable_slots)) {
      const SyllableEntry& entry = syllables_[slot];
      if (entry.word == 0) return nullptr;
      if (entry.check == check) return &entry;
    }
  }

  // An empty Ngram when it is not known.
  Ngram FindNgram(const std::uint16_t* words, std::size_t count) const {
    const std::uint64_t hash = HashNgram(words, count);
    const auto check = static_cast<std::uint16_t>(hash);
    for (std::uint32_t slot = FirstSlot(hash, header_->ngram_slots);; slot = Next(slot, header_->ngram_slots)) {
      const NgramEntry& entry = ngrams_[slot];
      if (entry.value == 0 || entry.check == check) return {entry.value};
    }
  }

  // `feature` is a hash whose high bits are good.
  int QuickWeight(std::uint64_t feature) const { return quick_[feature >> quick_shift_]; }
  int Weight(std::uint64_t feature) const { return weights_[feature >> weight_shift_]; }
  int quick_threshold() const { return header_->quick_threshold; }

 private:
  static std::uint32_t Next(std::uint32_t slot, std::uint32_t slots) { return slot + 1 == slots ? 0 : slot + 1; }

  const ModelHeader* header_;
  const SyllableEntry* syllables_;
  const NgramEntry* ngrams_;
  const std::int8_t* quick_;
  const std::int8_t* weights_;
  int quick_shift_;
  int weight_shift_;
};

}  // namespace timso
