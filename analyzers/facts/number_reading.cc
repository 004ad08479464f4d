#include "analyzers/facts/number_reading.h"

#include "analyzers/text/syllable.h"

namespace timso {

void SentenceWords::Read(const AnalyzedText& text, const SentenceReading& sentence) {
  constexpr std::uint32_t kNumber = 3;
  begin_ = sentence.begin;
  end_ = sentence.end;
  words_.clear();
  std::string key;
  for (std::size_t at = begin_; at < end_; ++at) {
    key.clear();
    AppendFoldedKey(text.Word(at), key);
    words_.push_back(text.tokens[at].kind == TokenKind::kNumber ? kNumber : HashOf(key));
  }
}

void AddWords(std::uint32_t name, const SentenceWords& words, std::size_t begin, std::size_t end, std::uint32_t with,
              FeatureList& list) {
  for (std::size_t at = begin; at < end; ++at) {
    list.Add(name, words.At(at), with);
    if (at + 1 < end) list.Add(name, words.Pair(at), with);
  }
}

void AddCues(std::uint32_t name, const AnalyzedText& text, std::size_t begin, std::size_t end, std::uint32_t with,
             FeatureList& list) {
  for (const Mention* mention : text.MentionsIn(begin, std::min(end, begin + kSight))) {
    if (mention->role != Role::kCue || mention->end > end) continue;
    const std::uint32_t role = HashOf(text.lexicon->cues()[mention->row]);
    list.Add(name, role);
    list.Add(name, role, with);
  }
}

std::uint32_t SignsBetween(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMost = 3;
  std::uint32_t signs = 0;
  std::size_t count = 0;
  for (std::size_t at = begin; at < std::min(end, begin + kSight) && count < kMost; ++at) {
    if (!text.IsPunctuation(at, ",;:().\"")) continue;
    signs = MixHash(signs, HashOf(text.Word(at)));
    ++count;
  }
  return signs;
}

}  // namespace timso
