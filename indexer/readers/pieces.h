// A line cut into its pieces, each told by what it looks like.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/line_words.h"

namespace timso {

enum class Look : unsigned char {
  kText,       // words of the article, or nothing known against it
  kParagraph,  // the same, and certainly running text: long, or a whole sentence
  kNoise,      // no word at all
  kTool,       // links, buttons, share counts
  kCounter,    // visits, votes, codes of the page
  kWeak,       // like a counter, if one stands beside it: Hôm nay : 851
  kNumber,     // bare numbers
  kDateline,   // when it was published
  kClock,      // today's date on the page
  kCaption,
  kAuthor,    // Tác giả: …
  kSource,    // Nguồn: …
  kInitials,  // N.M, Lê Hương: a name and nothing else
  kFooter,    // imprint
  kTail,      // heading of comments or statistics
  kRelated,   // heading of other articles
  kTeaser,    // headline of another article
};

// Bytes [begin, end) of the text, without white space at either end.
struct LinePiece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;  // counts non-empty lines
  bool wrapped = false;  // the next line goes on in small letters: hard-wrapped text
  Look look = Look::kText;
  std::size_t words = 0;  // how many; 0 for long pieces, which are not taken apart
};

// "HUYỆN ỦY VỊ XUYÊN": in capitals and no more than an issuer's name.
bool IsLetterhead(std::string_view piece);

// Cuts [begin, end) at tabs, '|', and runs of three and more spaces.
void CutLine(std::string_view text, std::size_t begin, std::size_t end, std::size_t line,
             std::vector<LinePiece>& pieces);

// What the piece looks like on its own.
Look LookOf(std::string_view piece);

// The words after the cue of "Tác giả: Thu Biên": "Thu Biên".
std::string_view AfterCue(std::string_view piece);

}  // namespace timso
