#include "analyzers/words/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"

namespace timso {
namespace {

template <typename Enum, std::size_t N>
Enum ClassNamed(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw std::logic_error("analyzers/data: unknown class " + std::string(name));
  return static_cast<Enum>(found - names.begin());
}

double NumberOf(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

// Dashes of any length are one word.
std::string DashKey(std::string_view word) {
  return word == "–" || word == "—" || word == "−" ? std::string("-") : std::string();
}

}  // namespace

const Lexicon& Lexicon::Get(Form form) {
  static const Lexicon exact(Form::kExact);
  if (form == Form::kExact) return exact;
  static const Lexicon folded(Form::kFolded);
  return folded;
}

Lexicon::Lexicon(Form form) : form_(form) {
  LoadNumbers();
  LoadWords();
}

std::string Lexicon::Key(std::string_view word) const {
  if (std::string dash = DashKey(word); !dash.empty()) return dash;
  return form_ == Form::kExact ? SyllableKey(word) : FoldedKey(word);
}

std::vector<Symbol> Lexicon::SymbolsOf(std::string_view phrase) const {
  std::vector<Symbol> symbols;
  for (const Token& token : Tokenize(phrase)) symbols.push_back(SymbolOf(Surface(phrase, token)));
  return symbols;
}

std::vector<Symbol> Lexicon::InternPhrase(std::string_view phrase) {
  std::vector<Symbol> symbols;
  for (const Token& token : Tokenize(phrase)) symbols.push_back(vocabulary_.Intern(Key(Surface(phrase, token))));
  return symbols;
}

void Lexicon::Add(std::string_view forms, Role role, std::size_t row) {
  const auto value = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({role, static_cast<std::uint32_t>(row)});
  for (std::string_view form : SplitField(forms, ';')) {
    // "!độ": without its marks it would be another, commoner word.
    if (form.front() == '!') {
      if (form_ == Form::kFolded) continue;
      form.remove_prefix(1);
    }
    const std::vector<Symbol> symbols = InternPhrase(form);
    if (!symbols.empty()) phrases_.Add(symbols, value);
  }
}

void Lexicon::LoadNumbers() {
  constexpr std::array<std::string_view, 5> kUnitClasses = {"counter", "measure", "money", "percent", "time"};
  for (const auto& row : ReadTable("units.tsv", 4)) {
    for (const std::string_view form : SplitField(row[3], ';')) {
      units_.push_back(
          {std::string(row[0]), std::string(form), ClassNamed<UnitRow::Class>(kUnitClasses, row[1]), NumberOf(row[2])});
      Add(form, Role::kUnit, units_.size() - 1);
    }
  }
  constexpr std::array<std::string_view, 10> kNumeralClasses = {"digit", "tail", "ten",     "tens",  "hundred",
                                                                "zero",  "half", "half_of", "point", "scale"};
  for (const auto& row : ReadTable("numerals.tsv", 3)) {
    numerals_.push_back({ClassNamed<NumeralRow::Class>(kNumeralClasses, row[0]), NumberOf(row[1])});
    Add(row[2], Role::kNumeral, numerals_.size() - 1);
  }
  for (const auto& row : ReadTable("relations.tsv", 3)) {
    relations_.push_back({std::string(row[0]), row[1] == "before"});
    Add(row[2], Role::kRelation, relations_.size() - 1);
  }
  for (const auto& row : ReadTable("time_words.tsv", 3)) {
    const bool in_questions = row[0].ends_with('?');
    const bool weak = in_questions || row[0].ends_with('~');
    const std::string_view role = row[0].substr(0, row[0].size() - (weak ? 1 : 0));
    times_.push_back({std::string(role), static_cast<int>(NumberOf(row[1])), in_questions});
    Add(row[2], weak ? Role::kTimePart : Role::kTime, times_.size() - 1);
  }
}

void Lexicon::LoadWords() {
  for (const auto& row : ReadTable("cues.tsv", 2)) {
    const bool weak = row[0].ends_with('~');
    cues_.emplace_back(row[0].substr(0, row[0].size() - (weak ? 1 : 0)));
    Add(row[1], weak ? Role::kCuePart : Role::kCue, cues_.size() - 1);
  }
  for (const auto& row : ReadTable("concepts.tsv", 3)) {
    concepts_.emplace_back(row[0]);
    Add(row[1], Role::kConcept, concepts_.size() - 1);
    if (form_ == Form::kFolded || !row[2].empty()) Add(row[2], Role::kConcept, concepts_.size() - 1);
  }
  for (const auto& row : ReadTable("qualifiers.tsv", 5)) {
    qualifiers_.emplace_back(row[0]);
    Add(row[3], Role::kQualifier, qualifiers_.size() - 1);
    Add(row[4], Role::kQualifier, qualifiers_.size() - 1);
  }
  for (const auto& row : ReadTable("place_words.tsv", 2)) {
    place_words_.emplace_back(row[0]);
    Add(row[1], Role::kPlaceWord, place_words_.size() - 1);
  }
}

}  // namespace timso
