// The trainer's texts: lines whose words are known, and running text.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/words/atoms.h"
#include "analyzers/words/segmenter.h"

namespace timso::training {

// A line of a segmented corpus.
struct Line {
  std::string text;           // without the underscores
  std::vector<Word> words;    // as the corpus has them
  std::vector<Atom> atoms;
  std::vector<char> joined;   // of each atom: whether it and the next are of one word
};

// A line with words apart by spaces and syllables joined by '_'.
Line ParseSegmented(std::string_view segmented);

// All lines of a file. Throws std::runtime_error when it can't be read.
std::vector<std::string> ReadLines(const std::string& path);
std::vector<Line> ReadSegmented(const std::string& path);

// Calls visit with each paragraph of the JSON lines' "body".
void ReadBodies(const std::string& path, const std::function<void(std::string_view)>& visit);

// Recomputes `joined` from `words`, or the words from it.
void JoinAtomsOfWords(Line& line);

// Correct, in the corpus, and found words.
struct Score {
  std::size_t correct = 0, gold = 0, found = 0;
  void Add(const Line& line, const std::vector<Word>& words);
  double f1() const { return gold + found == 0 ? 0 : 200.0 * static_cast<double>(correct) / static_cast<double>(gold + found); }
};

}  // namespace timso::training
