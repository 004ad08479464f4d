// What is remembered from one run to the next, under $XDG_STATE_HOME/timso, else ~/.local/state/timso. Only the user
// can read it. A file that can't be read or written is as if it were empty: nothing of this is worth failing for.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "searcher/results.h"

namespace timso::terminal {

// The folder; empty when no place for it is known.
std::filesystem::path StateFolder();

// Every one of the words begins a word of the text, whatever their marks and case.
bool HasWords(const std::string& text, const std::string& words);

// Questions that were asked, one a line, the newest last, none twice.
class History {
 public:
  explicit History(std::filesystem::path folder);
  void Add(const std::string& question);
  const std::vector<std::string>& questions() const { return questions_; }
  // Those that have all the words, whatever their marks and case, the newest first.
  std::vector<std::string> Matching(const std::string& words) const;

 private:
  static constexpr std::size_t kMost = 2000;
  std::filesystem::path file_;
  std::vector<std::string> questions_;
};

// Rows put aside for good, with what is needed to show them, as lines of JSON.
class Saved {
 public:
  explicit Saved(std::filesystem::path folder);
  void Toggle(const FactRow& row);
  void Toggle(const DocumentHit& hit);
  const std::vector<FactRow>& facts() const { return facts_; }
  const std::vector<DocumentHit>& documents() const { return documents_; }

 private:
  void Write() const;
  std::filesystem::path file_;
  std::vector<FactRow> facts_;
  std::vector<DocumentHit> documents_;
};

}  // namespace timso::terminal
