#include "analyzers/words/segmenter_model.h"

#include <cstring>
#include <stdexcept>
#include <string>

namespace timso {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::uint32_t kMostBits = 30;

std::size_t RoundedUp(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

[[noreturn]] void Refuse(const char* why) {
  throw std::runtime_error(std::string("the word segmenter's model cannot be used: ") + why +
                           "; make it anew with train_segmenter");
}

// Whether a table has an empty slot, without which a search would not end.
template <typename Entry, typename IsEmpty>
bool HasRoom(const Entry* entries, std::uint32_t count, IsEmpty is_empty) {
  for (std::uint32_t i = 0; i < count; ++i) {
    if (is_empty(entries[i])) return true;
  }
  return false;
}

}  // namespace

SegmenterModel::SegmenterModel(std::string_view bytes) {
  if (bytes.size() < sizeof(ModelHeader)) Refuse("it is cut short");
  header_ = reinterpret_cast<const ModelHeader*>(bytes.data());
  if (std::memcmp(header_->magic, kModelMagic, sizeof kModelMagic) != 0) Refuse("it is no such model");
  if (header_->byte_order != kModelByteOrder) Refuse("it is from a machine of the other byte order");
  if (header_->version != kModelVersion) Refuse("it is of another version");
  if (header_->quick_bits == 0 || header_->quick_bits > kMostBits || header_->weight_bits == 0 ||
      header_->weight_bits > kMostBits) {
    Refuse("its sizes make no sense");
  }
  std::size_t at = sizeof(ModelHeader);
  const auto take = [&](std::size_t size) {
    const char* begin = bytes.data() + at;
    at += RoundedUp(size);
    if (at > bytes.size()) Refuse("it is cut short");
    return begin;
  };
  syllables_ = reinterpret_cast<const SyllableEntry*>(take(sizeof(SyllableEntry) * header_->syllable_slots));
  ngrams_ = reinterpret_cast<const NgramEntry*>(take(sizeof(NgramEntry) * header_->ngram_slots));
  quick_ = reinterpret_cast<const std::int8_t*>(take(std::size_t{1} << header_->quick_bits));
  weights_ = reinterpret_cast<const std::int8_t*>(take(std::size_t{1} << header_->weight_bits));
  quick_shift_ = 64 - static_cast<int>(header_->quick_bits);
  weight_shift_ = 64 - static_cast<int>(header_->weight_bits);
  if (!HasRoom(syllables_, header_->syllable_slots, [](const SyllableEntry& e) { return e.word == 0; }) ||
      !HasRoom(ngrams_, header_->ngram_slots, [](const NgramEntry& e) { return e.value == 0; })) {
    Refuse("its tables are full");
  }
}

}  // namespace timso
