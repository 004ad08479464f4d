// The phrases that page furniture is made of: analyzers/data/furniture.tsv, matched over syllable keys.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timso {

struct Words;

// What a phrase tells; one phrase may have several.
enum PhraseKind : std::uint32_t {
  kToolPhrase = 1 << 0,     // a link or button of the page: Chia sẻ, In trang
  kCounterPhrase = 1 << 1,  // names a count of visits: Lượt xem
  kWeakPhrase = 1 << 2,     // so does this one beside another: Hôm nay
  kTailPhrase = 1 << 3,     // nothing of the article follows
  kRelatedPhrase = 1 << 4,  // headlines of other articles follow
  kTeaserPhrase = 1 << 5,   // this line is a headline of another article
  kCaptionPhrase = 1 << 6,
  kClockPhrase = 1 << 7,  // the date beside it is the reader's day
  kAuthorPhrase = 1 << 8,
  kSourcePhrase = 1 << 9,
  kFooterPhrase = 1 << 10,
  kLetterheadPhrase = 1 << 11,  // in capitals above the title: who issues the paper
};

class PhraseTable {
 public:
  // Of the embedded data; made once.
  static const PhraseTable& Furniture();

  struct Match {
    std::size_t words = 0;  // 0: none
    std::uint32_t kinds = 0;
  };
  // The longest phrase of any of `kinds` that begins at word `at`; a line without marks is compared without them.
  Match At(const Words& words, std::size_t at, std::uint32_t kinds) const;

 private:
  explicit PhraseTable(std::string_view tsv);
  struct Phrase {
    std::vector<std::string> words;
    std::uint32_t kinds = 0;
  };
  using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;  // by their first words

  static void Add(std::uint32_t kind, std::vector<std::string> words, Phrases& phrases);

  Phrases marked_;
  Phrases unmarked_;
};

}  // namespace timso
