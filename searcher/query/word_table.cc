#include "searcher/query/word_table.h"

#include <xapian.h>

#include <algorithm>
#include <stdexcept>

#include "analyzers/data/embedded.h"
#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool IsUnmarked(const QuestionToken& token) { return token.key == token.folded; }

// The word of a Vietnamese form against a token: exact, or without marks where the question allows it.
bool SameWord(const WordForm::Part& part, std::size_t i, const QuestionToken& token, bool exact_only) {
  if (part.keys[i] == token.key) return true;
  return !exact_only && IsUnmarked(token) && part.folded[i] == token.folded;
}

// "tỉnh Thanh Hóa" does not say "tỉnh thành": a capital within the words tells a name.
bool OpensName(const std::vector<QuestionToken>& tokens, std::size_t at, std::size_t i) {
  return i > 0 && tokens[at + i].capitalized && !tokens[at + i - 1].capitalized;
}

bool PartAt(const WordForm& form, const WordForm::Part& part, const std::vector<QuestionToken>& tokens, std::size_t at,
            bool marked) {
  const std::size_t count = part.keys.size();
  if (at + count > tokens.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const QuestionToken& token = tokens[at + i];
    if (token.taken) return false;
    if (form.english) {
      if (part.stems[i] != token.stem || !IsUnmarked(token)) return false;
    } else if (!SameWord(part, i, token, marked && (count == 1 || OpensName(tokens, at, i)))) {
      return false;
    }
  }
  return true;
}

// Finds the remaining parts of the form anywhere, none over another.
bool PlaceParts(const WordForm& form, const std::vector<QuestionToken>& tokens, bool marked, WordMatch& match) {
  for (std::size_t p = match.parts.size(); p < form.parts.size(); ++p) {
    const std::size_t count = form.parts[p].keys.size();
    bool placed = false;
    for (std::size_t at = 0; at + count <= tokens.size() && !placed; ++at) {
      const bool free = std::all_of(match.parts.begin(), match.parts.end(),
                                    [&](const auto& other) { return at >= other.second || at + count <= other.first; });
      if (!free || !PartAt(form, form.parts[p], tokens, at, marked)) continue;
      match.parts.emplace_back(at, at + count);
      placed = true;
    }
    if (!placed) return false;
  }
  return true;
}

// The forms of the tables are in NFC and made of words alone, so that they need no tokenizer: the program reads some
// thousands of them whenever it starts.
WordForm::Part PartOf(std::string_view text, bool english) {
  static thread_local const Xapian::Stem stemmer("en");
  WordForm::Part part;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != '-' && text[end] != '.') ++end;
    if (end > at) {
      const std::string_view word = text.substr(at, end - at);
      part.keys.push_back(SyllableKey(word));
      part.folded.push_back(StripMarks(part.keys.back()));
      part.stems.push_back(english ? stemmer(LowerCase(word)) : std::string());
    }
    at = end + (end < text.size() ? 1 : 0);
  }
  return part;
}

}  // namespace

WordTable::WordTable(std::string_view tsv) {
  bool header = true;
  for (std::string_view line : Split(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> columns = Split(line, '\t');
    if (columns.size() < 4)
      throw std::runtime_error("a row of the question words has no four columns: " + std::string(line));
    if (!header) Add(columns[0], columns[1], columns[2], columns[3]);
    header = false;
  }
}

void WordTable::Add(std::string_view role, std::string_view id, std::string_view form, std::string_view language) {
  auto made = std::make_unique<WordForm>();
  made->role = role;
  made->id = id;
  made->form = form;
  made->english = language == "en";
  for (std::string_view text : Split(form, '+')) {
    WordForm::Part part = PartOf(text, made->english);
    if (part.keys.empty()) continue;
    made->words += part.keys.size();
    known_.insert(part.keys.begin(), part.keys.end());
    known_.insert(part.folded.begin(), part.folded.end());
    if (made->english) known_.insert(part.stems.begin(), part.stems.end());
    made->parts.push_back(std::move(part));
  }
  if (made->parts.empty()) return;
  const WordForm::Part& first = made->parts.front();
  (made->english ? by_stem_[first.stems.front()] : by_folded_[first.folded.front()]).push_back(made.get());
  by_role_[made->role].push_back(made.get());
  forms_.push_back(std::move(made));
}

template <typename Visit>
void WordTable::EachCandidate(std::string_view role, const QuestionToken& token, Visit visit) const {
  if (token.taken) return;
  const auto visit_row = [&](const ByFirst& rows, const std::string& word) {
    const auto row = rows.find(word);
    if (row == rows.end()) return;
    for (const WordForm* form : row->second) {
      if (form->role == role) visit(*form);
    }
  };
  visit_row(by_folded_, token.folded);
  visit_row(by_stem_, token.stem);
}

std::vector<WordMatch> WordTable::At(const std::vector<QuestionToken>& tokens, std::size_t at, std::string_view role,
                                     bool marked) const {
  std::vector<WordMatch> longest;
  if (at >= tokens.size()) return longest;
  EachCandidate(role, tokens[at], [&](const WordForm& form) {
    if (form.parts.size() != 1 || (!longest.empty() && form.words < longest.front().words)) return;
    if (!PartAt(form, form.parts[0], tokens, at, marked)) return;
    if (!longest.empty() && form.words > longest.front().words) longest.clear();
    longest.push_back({&form, {{at, at + form.words}}, form.words});
  });
  return longest;
}

WordMatch WordTable::LongestAt(const std::vector<QuestionToken>& tokens, std::size_t at, std::string_view role,
                               bool marked) const {
  std::vector<WordMatch> found = At(tokens, at, role, marked);
  return found.empty() ? WordMatch{} : std::move(found.front());
}

std::vector<WordMatch> WordTable::FindAll(const std::vector<QuestionToken>& tokens, std::string_view role,
                                          bool marked) const {
  std::vector<WordMatch> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    EachCandidate(role, tokens[at], [&](const WordForm& form) {
      if (!PartAt(form, form.parts[0], tokens, at, marked)) return;
      WordMatch match{&form, {{at, at + form.parts[0].keys.size()}}, form.words};
      if (PlaceParts(form, tokens, marked, match)) found.push_back(std::move(match));
    });
  }
  return found;
}

std::vector<std::string> WordTable::IdsOf(std::string_view role, std::string_view text) const {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  const std::vector<QuestionToken> tokens = CutQuestion(spaced, 0, spaced.size());
  std::vector<std::string> ids;
  for (const WordMatch& match : At(tokens, 0, role, HasMarks(spaced))) {
    if (match.words == tokens.size() && std::find(ids.begin(), ids.end(), match.form->id) == ids.end()) {
      ids.push_back(match.form->id);
    }
  }
  return ids;
}

bool WordTable::Knows(const std::string& word) const {
  static thread_local const Xapian::Stem stemmer("en");
  return known_.count(word) > 0 || known_.count(stemmer(word)) > 0;
}

const std::vector<const WordForm*>& WordTable::Rows(std::string_view role) const {
  static const std::vector<const WordForm*> kNone;
  const auto row = by_role_.find(role);
  return row == by_role_.end() ? kNone : row->second;
}

namespace {

void AddForms(WordTable& table, std::string_view role, std::string_view id, std::string_view forms,
              std::string_view language) {
  for (const std::string_view form : SplitField(forms, ';')) {
    // A + parts a form of the question words; here it would be a word.
    if (form.find('+') == std::string_view::npos) table.Add(role, id, form, language);
  }
}

// The tables that the documents are read by: a new measure or breakdown is one row there, and questions know it.
void AddAnalyzerTables(WordTable& table) {
  for (const auto& row : ReadTable("concepts.tsv", 3)) {
    AddForms(table, "concept", row[0], row[1], "vi");
    AddForms(table, "concept", row[0], row[2], "en");
  }
  for (const auto& row : ReadTable("measures.tsv", 3)) {
    AddForms(table, "measure", row[0], row[1], "vi");
    AddForms(table, "measure", row[0], row[2], "en");
  }
  for (const auto& row : ReadTable("qualifiers.tsv", 5)) {
    AddForms(table, "qualifier", row[0], row[3], "vi");
    AddForms(table, "qualifier", row[0], row[4], "en");
  }
  for (const auto& row : ReadTable("units.tsv", 4)) AddForms(table, "unit_name", row[0], row[3], "vi");
  for (const auto& row : ReadTable("relations.tsv", 3)) {
    AddForms(table, row[1] == "before" ? "compare" : "after", row[0], row[2], "vi");
  }
  for (const auto& row : ReadTable("place_words.tsv", 2)) {
    if (row[0] == "body") AddForms(table, "body", "organization", row[1], "vi");
  }
}

}  // namespace

const WordTable& WordTable::Default() {
  static const WordTable table = [] {
    WordTable made(EmbeddedFile("query_words.tsv"));
    AddAnalyzerTables(made);
    return made;
  }();
  return table;
}

}  // namespace timso
