#include "searcher/query/measures.h"

#include <algorithm>

#include "analyzers/data/embedded.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

struct Candidate {
  const WordForm* form;
  std::size_t words;
  std::size_t spread;  // tokens from the first to the last of its words
  std::size_t begin;
  std::vector<std::size_t> tokens;
};

Candidate CandidateOf(const WordMatch& match) {
  Candidate candidate{match.form, match.words, 0, 0, {}};
  for (const auto& [begin, end] : match.parts) {
    for (std::size_t i = begin; i < end; ++i) candidate.tokens.push_back(i);
  }
  std::sort(candidate.tokens.begin(), candidate.tokens.end());
  candidate.begin = candidate.tokens.front();
  candidate.spread = candidate.tokens.back() - candidate.begin;
  return candidate;
}

bool Better(const Candidate& a, const Candidate& b) {
  if (a.words != b.words) return a.words > b.words;
  if (a.spread != b.spread) return a.spread < b.spread;
  return a.begin < b.begin;
}

// Two actions with one object: "kiểm tra, giám sát 5 đảng viên": as many words, one part in common, the others side by
// side.
bool SaidAlike(const Candidate& best, const Candidate& other) {
  if (other.words != best.words || other.form->parts.size() < 2 || best.form->parts.size() < 2) return false;
  std::vector<std::size_t> common;
  std::set_intersection(best.tokens.begin(), best.tokens.end(), other.tokens.begin(), other.tokens.end(),
                        std::back_inserter(common));
  if (common.empty() || common.size() == best.tokens.size()) return false;
  std::vector<std::size_t> mine;
  std::set_difference(other.tokens.begin(), other.tokens.end(), best.tokens.begin(), best.tokens.end(),
                      std::back_inserter(mine));
  const std::size_t at = mine.front();
  return std::any_of(best.tokens.begin(), best.tokens.end(), [&](std::size_t token) {
    return token + 1 == at || mine.back() + 1 == token || token + 2 == at || mine.back() + 2 == token;
  });
}

void AddTokens(std::vector<std::size_t>& all, const std::vector<std::size_t>& more) {
  for (const std::size_t token : more) {
    if (std::find(all.begin(), all.end(), token) == all.end()) all.push_back(token);
  }
}

}  // namespace

MeasureMention FindMeasure(const std::vector<QuestionToken>& tokens, bool marked) {
  std::vector<Candidate> candidates;
  for (const WordMatch& match : WordTable::Default().FindAll(tokens, "measure", marked)) {
    candidates.push_back(CandidateOf(match));
  }
  MeasureMention mention;
  if (candidates.empty()) return mention;
  const Candidate best = *std::min_element(candidates.begin(), candidates.end(), Better);
  mention.ids.push_back(best.form->id);
  mention.tokens = best.tokens;
  for (const Candidate& other : candidates) {
    const bool known = std::find(mention.ids.begin(), mention.ids.end(), other.form->id) != mention.ids.end();
    if (known) {
      // Other words for the same thing say nothing new: "số đảng viên mới được kết nạp".
      if (other.form->id == best.form->id) AddTokens(mention.tokens, other.tokens);
    } else if (SaidAlike(best, other)) {
      mention.ids.push_back(other.form->id);
      AddTokens(mention.tokens, other.tokens);
    }
  }
  return mention;
}

bool IsMeasure(std::string_view id) {
  const std::string_view table = EmbeddedFile("measures.tsv");
  const std::string row = "\n" + std::string(id) + "\t";
  return !id.empty() && id != "id" && table.find(row) != std::string_view::npos;
}

std::vector<std::string> MeasuresNamed(std::string_view value) {
  if (IsMeasure(value)) return {std::string(value)};
  std::string words(value);
  std::replace(words.begin(), words.end(), '_', ' ');
  const std::vector<QuestionToken> tokens = CutQuestion(words, 0, words.size());
  return FindMeasure(tokens, HasMarks(words)).ids;
}

std::vector<FactKind> UsualKinds(std::string_view measure) {
  std::vector<FactKind> kinds;
  for (const WordForm* row : WordTable::Default().Rows("measure_kind")) {
    if (row->id != measure) continue;
    for (const WordForm::Part& part : row->parts) {
      for (const std::string& word : part.keys) {
        if (const std::optional<FactKind> kind = FactKindNamed(word)) kinds.push_back(*kind);
      }
    }
  }
  if (kinds.empty()) kinds.push_back(FactKind::kAmount);
  return kinds;
}

}  // namespace timso
