#include "searcher/snippets.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr std::size_t kLongestRead = 60000;  // bytes of a very long article that are looked through

// A wanted word at a place of the text.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t word = 0;
  bool exact = false;
};

// A cheap key: letters without marks, y as i. Equal for all that FoldedKey makes equal, so that most words of an
// article are passed over without being analysed.
class CheapKey {
 public:
  void Add(char32_t code_point) {
    if (code_point >= 0x300 && code_point <= 0x36F) return;
    if (code_point < 0x80) {
      const char c = static_cast<char>(code_point);
      Push(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
      return;
    }
    const Letter& letter = LetterOf(code_point);
    Push(letter.letter != 0 ? letter.plain : '?');
  }
  void Clear() { size_ = 0; }
  std::string_view View() const { return {buffer_.data(), size_}; }

 private:
  void Push(char c) {
    if (size_ < buffer_.size()) buffer_[size_++] = c == 'y' ? 'i' : c;
  }
  std::array<char, 24> buffer_{};
  std::size_t size_ = 0;
};

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
}

std::string CheapKeyOf(std::string_view word) {
  CheapKey key;
  for (std::size_t at = 0; at < word.size();) key.Add(DecodeCodePoint(word, at));
  return std::string(key.View());
}

class PlaceFinder {
 public:
  explicit PlaceFinder(const SnippetWords& wanted) : wanted_(wanted) {
    for (const TextWord& word : wanted.words) {
      keys_.push_back(CheapKeyOf(word.folded));
      if (!keys_.back().empty()) firsts_ |= 1ull << (static_cast<unsigned char>(keys_.back()[0]) % 64);
    }
  }

  std::vector<Place> In(std::string_view text, std::size_t offset) const {
    std::vector<Place> places;
    CheapKey key;
    for (std::size_t at = 0; at < text.size();) {
      if (!IsWordByte(text[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      key.Clear();
      std::size_t end = at;
      while (at < text.size() && IsWordByte(text[at])) {
        const char32_t code_point = DecodeCodePoint(text, at);
        if (code_point >= 0x2000 && code_point < 0x2070) break;  // “ ” – … between words
        key.Add(code_point);
        end = at;
      }
      Check(text.substr(begin, end - begin), key.View(), offset + begin, places);
    }
    return places;
  }

 private:
  // A word may be wanted by itself and in a phrase; which of the two it is, its neighbours tell.
  void Check(std::string_view surface, std::string_view key, std::size_t begin, std::vector<Place>& places) const {
    if (key.empty() || (firsts_ >> (static_cast<unsigned char>(key[0]) % 64) & 1) == 0) return;
    std::vector<TextWord> words;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] != key) continue;
      if (words.empty()) words = TextWords(surface);
      if (words.size() != 1 || words[0].folded != wanted_.words[i].folded) continue;
      const bool typed_marks = wanted_.words[i].exact != wanted_.words[i].folded;
      const bool exact = !typed_marks || wanted_.words[i].exact == words[0].exact;
      places.push_back({begin + words[0].begin, begin + words[0].end, i, exact});
    }
  }

  const SnippetWords& wanted_;
  std::vector<std::string> keys_;
  std::uint64_t firsts_ = 0;
};

constexpr std::size_t kWidestSign = 5;  // bytes between two words of a phrase: " – "

// Only complete phrases of those that count as a whole, and one wanted word a place, the question's own first.
std::vector<Place> WithoutParts(const std::vector<Place>& places, const SnippetWords& wanted) {
  std::vector<Place> kept;
  std::size_t from = wanted.words.size();  // words from here on are in phrases
  for (const auto& [first, last] : wanted.whole) from = std::min(from, first);
  for (const Place& place : places) {
    if (place.word < from) kept.push_back(place);
  }
  for (const auto& [first, last] : wanted.whole) {
    std::vector<Place> phrase;
    for (const Place& place : places) {
      if (place.word < first || place.word >= last) continue;
      const bool continues =
          !phrase.empty() && place.word == phrase.back().word + 1 && place.begin <= phrase.back().end + kWidestSign;
      if (!continues && place.word != first) continue;
      if (!continues) phrase.clear();
      phrase.push_back(place);
      if (phrase.size() == last - first) kept.insert(kept.end(), phrase.begin(), phrase.end());
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  const auto same = [](const Place& a, const Place& b) { return a.begin == b.begin; };
  kept.erase(std::unique(kept.begin(), kept.end(), same), kept.end());
  return kept;
}

// Where a word of the question stands with its marks, it does not stand where it has others.
void KeepExact(std::vector<Place>& places, std::size_t words) {
  std::vector<bool> has_exact(words, false);
  for (const Place& place : places) has_exact[place.word] = has_exact[place.word] || place.exact;
  std::erase_if(places, [&](const Place& place) { return has_exact[place.word] && !place.exact; });
}

// Where two words of the question stand beside each other as they do there ("đảng viên"), a lone one of them elsewhere
// ("đảng bộ") is another word: it is not what was asked for.
std::vector<Place> WithoutLoneHalves(const std::vector<Place>& places, const SnippetWords& wanted) {
  const auto joins = [&](std::size_t i) {
    return i + 1 < places.size() && places[i + 1].word == places[i].word + 1 &&
           places[i + 1].begin == places[i].end + 1;
  };
  std::vector<bool> has_pair = wanted.weak;
  has_pair.resize(wanted.words.size(), false);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (joins(i)) has_pair[places[i].word] = has_pair[places[i + 1].word] = true;
  }
  std::vector<Place> kept;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!has_pair[places[i].word] || joins(i) || (i > 0 && joins(i - 1))) kept.push_back(places[i]);
  }
  return kept;
}

// Different words weigh in full, repeated ones a little; neighbours of the question that are neighbours here too.
double WeightOf(const std::vector<Place>& places, std::size_t first, std::size_t last, const SnippetWords& wanted) {
  double weight = 0;
  std::uint64_t seen = 0;
  for (std::size_t i = first; i < last; ++i) {
    const std::uint64_t bit = 1ull << (places[i].word % 64);
    weight += wanted.weights[places[i].word] * ((seen & bit) != 0 ? 0.05 : 1.0);
    seen |= bit;
    const bool neighbours =
        i > first && places[i].word == places[i - 1].word + 1 && places[i].begin <= places[i - 1].end + 2;
    if (neighbours) weight += 0.6 * std::min(wanted.weights[places[i].word], wanted.weights[places[i - 1].word]);
  }
  return weight;
}

std::pair<std::size_t, std::size_t> BestWindow(const std::vector<Place>& places, const SnippetWords& wanted,
                                               std::size_t length) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  double heaviest = -1;
  for (std::size_t first = 0; first < places.size(); ++first) {
    std::size_t last = first;
    while (last < places.size() && places[last].end - places[first].begin <= length) ++last;
    const double weight = WeightOf(places, first, last, wanted);
    if (weight > heaviest) heaviest = weight, best = {first, std::max(last, first + 1)};
  }
  return best;
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool EndsSentence(std::string_view text, std::size_t at) {
  return text[at] == '\n' ||
         ((text[at] == '.' || text[at] == '!' || text[at] == '?') && at + 1 < text.size() && IsBlank(text[at + 1]));
}

// The nearest sentence's beginning before `at`, or a word's, not before `limit`.
std::size_t GoodBegin(std::string_view text, std::size_t at, std::size_t limit) {
  for (std::size_t i = at; i > limit; --i) {
    if (EndsSentence(text, i - 1)) return i;
  }
  if (limit == 0) return 0;
  std::size_t begin = limit;
  while (begin < at && !IsBlank(text[begin])) ++begin;
  return begin;
}

std::size_t GoodEnd(std::string_view text, std::size_t from, std::size_t limit) {
  limit = std::min(limit, text.size());
  for (std::size_t i = from; i < limit; ++i) {
    if (text[i] == '\n') return i;
  }
  if (limit == text.size()) return limit;
  std::size_t end = limit;
  while (end > from && !IsBlank(text[end])) --end;
  return end;
}

// Bytes of the body, in order: the blocks that are no title and no furniture.
struct Body {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Body> BodiesOf(const Document& document) {
  std::vector<Body> bodies;
  std::size_t read = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kFurniture || block.kind == BlockKind::kTitle || read > kLongestRead) continue;
    bodies.push_back({block.begin, std::min(block.end, document.text.size())});
    read += block.end - block.begin;
  }
  if (bodies.empty()) bodies.push_back({0, std::min(document.text.size(), kLongestRead)});
  return bodies;
}

bool AreOne(std::string_view text, const Place& first, const Place& second, const SnippetWords& wanted) {
  const std::string_view gap = text.substr(first.end, second.begin - first.end);
  if (gap.size() == 1 && gap.find_first_of(" -&./") == 0) return true;
  return gap.size() <= kWidestSign && second.word == first.word + 1 &&
         std::any_of(wanted.whole.begin(), wanted.whole.end(),
                     [&](const auto& phrase) { return phrase.first <= first.word && second.word < phrase.second; });
}

Snippet Cut(const Document& document, const Body& body, std::size_t begin, std::size_t end,
            const std::vector<Place>& all_places, const SnippetWords& wanted) {
  std::string_view text(document.text);
  while (begin < end && IsBlank(text[begin])) ++begin;
  while (end > begin && IsBlank(text[end - 1])) --end;
  while (begin > body.begin && !IsCodePointBoundary(text, begin)) --begin;
  while (end < body.end && !IsCodePointBoundary(text, end)) ++end;
  Snippet snippet;
  snippet.text = text.substr(begin, end - begin);
  snippet.begin = begin;
  std::vector<Place> places = all_places;
  std::erase_if(places, [&](const Place& place) { return place.begin < begin || place.end > end; });
  const Place* before = nullptr;
  const std::vector<Place> kept = WithoutLoneHalves(places, wanted);
  for (const Place& place : kept) {
    // Words beside each other are one highlight, a phrase with its signs too.
    if (before != nullptr && AreOne(text, *before, place, wanted)) {
      snippet.highlights.back().end = place.end - begin;
    } else {
      snippet.highlights.push_back({place.begin - begin, place.end - begin});
    }
    before = &place;
  }
  return snippet;
}

}  // namespace

Snippet MakeSnippet(const Document& document, const SnippetWords& wanted, std::size_t length) {
  const std::string_view text(document.text);
  const std::vector<Body> bodies = BodiesOf(document);
  const PlaceFinder finder(wanted);
  double heaviest = 0;
  Body best_body = bodies.front();
  std::vector<Place> best_places;
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const Body& body : bodies) {
    std::vector<Place> places =
        WithoutParts(finder.In(text.substr(body.begin, body.end - body.begin), body.begin), wanted);
    KeepExact(places, wanted.words.size());
    if (places.empty()) continue;
    const auto window = BestWindow(places, wanted, length);
    const double weight = WeightOf(places, window.first, window.second, wanted);
    if (weight <= heaviest) continue;
    heaviest = weight;
    best_body = body;
    best_places = std::move(places);
    best = window;
  }
  if (best_places.empty()) {
    return Cut(document, best_body, best_body.begin,
               GoodEnd(text.substr(0, best_body.end), best_body.begin, best_body.begin + length), {}, wanted);
  }
  const std::size_t first = best_places[best.first].begin;
  const std::size_t last = best_places[best.second - 1].end;
  const std::size_t spare = last - first < length ? length - (last - first) : 0;
  const std::size_t limit = std::max(best_body.begin, first > spare ? first - spare : 0);
  const std::size_t begin = std::max(best_body.begin, GoodBegin(text, first, limit));
  const std::size_t end = GoodEnd(text.substr(0, best_body.end), last, std::max(last, begin + length));
  return Cut(document, best_body, begin, end, best_places, wanted);
}

std::vector<Highlight> FindHighlights(std::string_view text, const SnippetWords& wanted) {
  std::vector<Place> places = WithoutParts(PlaceFinder(wanted).In(text, 0), wanted);
  KeepExact(places, wanted.words.size());
  std::vector<Highlight> highlights;
  for (const Place& place : places) highlights.push_back({place.begin, place.end});
  return highlights;
}

}  // namespace timso
