#include "tools/train_segmenter/conventions.h"

namespace timso::training {
namespace {

constexpr std::size_t kLong = 4;

std::uint32_t Pair(std::uint16_t left, std::uint16_t right) { return static_cast<std::uint32_t>(left) << 16 | right; }

bool IsLowerCase(const Atom& atom) { return atom.shape == Shape::kForeign; }  // before syllables are known

}  // namespace

Conventions::Conventions(const std::vector<std::string>& rows, const std::vector<Line>& treebank,
                         const WordNumbers& numbers)
    : numbers_(numbers), month_(numbers.OfSyllable("tháng")) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::size_t tab = rows[i].find('\t');
    const std::string words = rows[i].substr(0, tab);
    const How how = rows[i].compare(tab + 1, 4, "join") == 0 ? How::kJoin : How::kSplit;
    if (words.ends_with(" *")) {
      split_after_.insert(numbers.OfSyllable(words.substr(0, words.size() - 2)));
    } else if (const auto pair = numbers.OfPhrase(words); pair.size() == 2) {
      pairs_[Pair(pair[0], pair[1])] = how;
    }
  }
  for (const char* counter : {"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mấy", "nhiều",
                              "vài", "nửa", "mỗi", "hàng", "trăm"}) {
    before_months_.insert(numbers.OfSyllable(counter));
  }
  for (const Line& line : treebank) {
    for (std::size_t i = 0; i + 1 < line.atoms.size(); ++i) {
      if (line.joined[i]) treebank_.insert(Pair(numbers.Of(line.atoms[i]), numbers.Of(line.atoms[i + 1])));
    }
  }
}

void Conventions::AddLongWord(const std::vector<std::uint16_t>& syllables) {
  if (syllables.size() == kLong) long_words_.insert(HashNgram(syllables.data(), kLong));
}

Conventions::How Conventions::Decide(std::uint16_t left, std::uint16_t right) const {
  const std::uint32_t pair = Pair(left, right);
  if (const auto found = pairs_.find(pair); found != pairs_.end()) return found->second;
  return split_after_.contains(left) && !treebank_.contains(pair) ? How::kSplit : How::kNone;
}

void Conventions::ApplyToPairs(const std::vector<std::uint16_t>& words, Line& line) const {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if ((i > 0 && line.joined[i - 1]) || line.joined[i + 1]) continue;
    const bool lower = IsLowerCase(line.atoms[i]) || (i == 0 && line.atoms[i].shape == Shape::kTitleForeign);
    if (!lower || !IsLowerCase(line.atoms[i + 1])) continue;
    How how = Decide(words[i], words[i + 1]);
    const bool counted = i > 0 && (words[i - 1] == static_cast<std::uint16_t>(Shape::kNumber) ||
                                   before_months_.contains(words[i - 1]));
    if (words[i] == month_ && how == How::kJoin && counted) how = How::kNone;
    if (how != How::kNone) line.joined[i] = how == How::kJoin;
  }
}

void Conventions::ApplyToLongWords(const std::vector<std::uint16_t>& words, Line& line) const {
  for (std::size_t i = 0; i + kLong <= words.size(); ++i) {
    if ((i > 0 && line.joined[i - 1]) || line.joined[i + kLong - 1]) continue;
    if (!long_words_.contains(HashNgram(&words[i], kLong))) continue;
    for (std::size_t k = 0; k + 1 < kLong; ++k) line.joined[i + k] = 1;
  }
}

void Conventions::Apply(Line& line) const {
  std::vector<std::uint16_t> words;
  for (const Atom& atom : line.atoms) words.push_back(numbers_.Of(atom));
  ApplyToLongWords(words, line);
  ApplyToPairs(words, line);
}

}  // namespace timso::training
