// An article → its facts.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso {

enum class BlockKind : unsigned char { kTitle, kBody, kCaption, kFurniture };

// Bytes [begin, end) of an article's text and what they are. Blocks are in order and don't overlap; what lies in none
// is white space or furniture.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
  BlockKind kind = BlockKind::kBody;
};

// What the extractor reads. Views: the caller keeps the bytes alive.
struct ArticleView {
  std::string_view text;      // the whole document as stored, UTF-8
  std::vector<Block> blocks;  // titles, bodies and captions are read, furniture is not
  std::string_view date;      // ISO date of publication, or empty
};

// The facts in the order of their numbers in the text; evidence offsets are into `article.text`. Never throws on text.
// Safe to call from several threads.
std::vector<Fact> ExtractFacts(const ArticleView& article);

struct NumberReading;
using ReadingObserver = std::function<void(const NumberReading&)>;

// The same by the rules alone, without the second reading: what that one learns from. The observer is shown every
// number that states a fact, before its facts are made.
std::vector<Fact> ReadByRules(
    const ArticleView& article, const ReadingObserver& observer = [](const NumberReading&) {});

}  // namespace timso
