// Every word list of analyzers/data in one trie: what a phrase means to the rules.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/words/phrases.h"

namespace timso {

// Which table a phrase is from. kTimePart: a word of time_words.tsv that only speaks of time beside others. kCuePart: a
// word of cues.tsv that is a noun or preposition like any other; only who asks for its role sees it.
enum class Role : std::uint8_t {
  kNumeral,
  kUnit,
  kRelation,
  kTime,
  kTimePart,
  kCue,
  kCuePart,
  kConcept,
  kQualifier,
  kPlaceWord,
  kMeasure
};

struct UnitRow {
  std::string id;
  std::string form;  // as the text has it
  enum class Class : std::uint8_t { kCounter, kMeasure, kMoney, kPercent, kTime } unit_class = Class::kCounter;
  double factor = 1;  // to the base unit
};

struct NumeralRow {
  enum class Class : std::uint8_t {
    kDigit,
    kTail,
    kTen,
    kTens,
    kHundred,
    kZero,
    kHalf,
    kHalfOf,
    kPoint,
    kScale
  } numeral_class = Class::kDigit;
  double value = 0;
};

struct RelationRow {
  std::string relation;  // an id of Relation: "gt"
  bool before = true;    // it stands before the number
};

struct TimeRow {
  std::string role;
  int value = 0;
  bool in_questions = false;  // it counts in questions alone: English words
};

// Two lexicons of the same rows: one for text as it is written, one for text without marks.
class Lexicon {
 public:
  enum class Form : std::uint8_t { kExact, kFolded };

  struct Entry {
    Role role;
    std::uint32_t row;  // index into that role's table
  };

  // Built at first use, then shared; safe from several threads.
  static const Lexicon& Get(Form form);

  // The key of a word in this lexicon: SyllableKey or FoldedKey.
  std::string Key(std::string_view word) const;
  Symbol SymbolOf(std::string_view word) const { return vocabulary_.Find(Key(word)); }
  // The symbols of a phrase as the tokenizer splits it; kUnknownWord among them when a word is not known.
  std::vector<Symbol> SymbolsOf(std::string_view phrase) const;

  const PhraseTrie& phrases() const { return phrases_; }
  const Entry& entry(std::uint32_t value) const { return entries_[value]; }
  Vocabulary& vocabulary() { return vocabulary_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  Form form() const { return form_; }

  const std::vector<UnitRow>& units() const { return units_; }
  const std::vector<NumeralRow>& numerals() const { return numerals_; }
  const std::vector<RelationRow>& relations() const { return relations_; }
  const std::vector<TimeRow>& times() const { return times_; }
  const std::vector<std::string>& cues() const { return cues_; }          // the cue's role
  const std::vector<std::string>& concepts() const { return concepts_; }  // the concept's id
  const std::vector<std::string>& qualifiers() const { return qualifiers_; }
  const std::vector<std::string>& place_words() const { return place_words_; }  // the level's name

  // Adds a phrase's words to the vocabulary and returns its symbols. Only while building.
  std::vector<Symbol> InternPhrase(std::string_view phrase);

 private:
  explicit Lexicon(Form form);
  void Add(std::string_view forms, Role role, std::size_t row);
  void LoadNumbers();
  void LoadWords();

  Form form_;
  Vocabulary vocabulary_;
  PhraseTrie phrases_;
  std::vector<Entry> entries_;
  std::vector<UnitRow> units_;
  std::vector<NumeralRow> numerals_;
  std::vector<RelationRow> relations_;
  std::vector<TimeRow> times_;
  std::vector<std::string> cues_, concepts_, qualifiers_, place_words_;
};

}  // namespace timso
