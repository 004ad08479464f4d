#include "searcher/query/measures.h"

#include <algorithm>

#include "analyzers/data/embedded.h"
#include "analyzers/data/table.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

struct Candidate {
  std::string id;
  bool has_parts = false;  // words that may stand apart
  std::size_t words;
  std::size_t spread;  // tokens from the first to the last of its words
  std::size_t begin;
  std::vector<std::size_t> tokens;
};

void Settle(Candidate& candidate) {
  std::sort(candidate.tokens.begin(), candidate.tokens.end());
  candidate.tokens.erase(std::unique(candidate.tokens.begin(), candidate.tokens.end()), candidate.tokens.end());
  candidate.words = candidate.tokens.size();
  candidate.begin = candidate.tokens.front();
  candidate.spread = candidate.tokens.back() - candidate.begin;
}

Candidate CandidateOf(const WordMatch& match) {
  Candidate candidate{match.form->id, match.form->parts.size() > 1, match.words, 0, 0, {}};
  for (const auto& [begin, end] : match.parts) {
    for (std::size_t i = begin; i < end; ++i) candidate.tokens.push_back(i);
  }
  Settle(candidate);
  return candidate;
}

// What is counted and nothing that is done to it: "đảng viên". Words for an action with it say more.
bool IsStock(std::string_view measure) {
  constexpr std::string_view kStocks[] = {"party_members",    "party_organizations", "party_cells",
                                          "party_committees", "union_members",       "households"};
  return std::find(std::begin(kStocks), std::end(kStocks), measure) != std::end(kStocks);
}

double ScoreOf(const Candidate& candidate) {
  return static_cast<double>(candidate.words) - (IsStock(candidate.id) ? 1.5 : 0.0);
}

bool Better(const Candidate& a, const Candidate& b) {
  if (ScoreOf(a) != ScoreOf(b)) return ScoreOf(a) > ScoreOf(b);
  if (a.spread != b.spread) return a.spread < b.spread;
  return a.begin < b.begin;
}

// "Đảng bộ Quân sự tỉnh hoàn thành tốt nhiệm vụ": whose members did; the name follows.
bool IsCommitteeNamed(const Candidate& candidate, const std::vector<QuestionToken>& tokens) {
  const std::size_t name = candidate.begin + 2;
  if (candidate.id.rfind("party_organizations_", 0) != 0 || name >= tokens.size()) return false;
  return tokens[candidate.begin + 1].folded == "bo" && tokens[name].capitalized;
}

// "đảng bộ vượt chỉ tiêu" speaks of who did it; only "bao nhiêu đảng bộ", "số chi bộ" count them.
bool CountsBodies(const Candidate& candidate, const std::vector<QuestionToken>& tokens) {
  const bool stock =
      candidate.id == "party_committees" || candidate.id == "party_cells" || candidate.id == "party_organizations";
  if (!stock && !IsCommitteeNamed(candidate, tokens)) return true;
  constexpr std::string_view kCounts[] = {"nhieu", "may", "so", "luong", "of", "many", "by", "total", "most", "fewest"};
  const QuestionToken& first = tokens[candidate.begin];
  if (first.folded == "so" || first.folded == "bao" || first.folded == "may" || first.folded == "number") return true;
  if (candidate.begin == 0) return false;
  const QuestionToken& before = tokens[candidate.begin - 1];
  return before.taken || before.kind == TokenKind::kNumber ||
         std::find(std::begin(kCounts), std::end(kCounts), before.folded) != std::end(kCounts);
}

// Two actions with one object: "kiểm tra, giám sát 5 đảng viên": as many words, one part in common, the others side by
// side.
bool SaidAlike(const Candidate& best, const Candidate& other) {
  if (other.words != best.words || !other.has_parts || !best.has_parts) return false;
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

// measure_rules.tsv: the concepts that together make a measure, "noun:" off, which only documents need.
struct Rule {
  std::string_view measure;
  std::vector<std::vector<std::string_view>> concepts;  // all of these, one of each
};

const std::vector<Rule>& Rules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> made;
    for (const auto& row : ReadTable("measure_rules.tsv", 2)) {
      Rule rule{row[0], {}};
      for (std::string_view part : SplitField(row[1], ',')) {
        if (part.substr(0, 5) == "noun:") part.remove_prefix(5);
        rule.concepts.push_back(SplitField(part, '|'));
      }
      made.push_back(std::move(rule));
    }
    return made;
  }();
  return rules;
}

// The longest mention of one of the concepts; nullptr when there is none.
const WordMatch* LongestOf(const std::vector<WordMatch>& mentions, const std::vector<std::string_view>& concepts) {
  const WordMatch* longest = nullptr;
  for (const WordMatch& mention : mentions) {
    const bool asked = std::find(concepts.begin(), concepts.end(), mention.form->id) != concepts.end();
    if (asked && (longest == nullptr || mention.words > longest->words)) longest = &mention;
  }
  return longest;
}

void AddByRules(const std::vector<WordMatch>& mentions, std::vector<Candidate>& candidates) {
  for (const Rule& rule : Rules()) {
    Candidate candidate{std::string(rule.measure), rule.concepts.size() > 1, 0, 0, 0, {}};
    for (const auto& concepts : rule.concepts) {
      const WordMatch* mention = LongestOf(mentions, concepts);
      if (mention == nullptr) {
        candidate.tokens.clear();
        break;
      }
      for (std::size_t i = mention->begin(); i < mention->end(); ++i) candidate.tokens.push_back(i);
    }
    if (candidate.tokens.empty()) continue;
    Settle(candidate);
    // One small word (hộ, lớp, xã) is too little to tell.
    if (candidate.words > 1) candidates.push_back(std::move(candidate));
  }
}

// A concept of no measure that says more than the measure's words: "chỉ số sản xuất công nghiệp" is no industrial
// output, "xuất khẩu lao động" no exports.
bool IsAnotherThing(const Candidate& best, const std::vector<WordMatch>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const WordMatch& mention) {
    const auto has = [&](const Rule& rule) {
      return std::any_of(rule.concepts.begin(), rule.concepts.end(), [&](const auto& concepts) {
        return std::find(concepts.begin(), concepts.end(), mention.form->id) != concepts.end();
      });
    };
    if (mention.words <= best.words || std::any_of(Rules().begin(), Rules().end(), has)) return false;
    return std::all_of(best.tokens.begin(), best.tokens.end(),
                       [&](std::size_t token) { return token >= mention.begin() && token < mention.end(); });
  });
}

// "tổ chức đảng bị kỷ luật": something is done to the stock that no measure has with it.
bool HasOtherAction(const Candidate& best, const std::vector<WordMatch>& mentions) {
  if (!IsStock(best.id)) return false;
  constexpr std::string_view kActions[] = {"inspect",  "supervise", "discipline", "remove",       "introduce",
                                           "official", "transfer",  "rated_good", "rated_strong", "rated_weak"};
  return std::any_of(mentions.begin(), mentions.end(), [&](const WordMatch& mention) {
    const bool action = std::find(std::begin(kActions), std::end(kActions), mention.form->id) != std::end(kActions);
    return action && std::none_of(best.tokens.begin(), best.tokens.end(),
                                  [&](std::size_t token) { return token >= mention.begin() && token < mention.end(); });
  });
}

}  // namespace

MeasureMention FindMeasure(const std::vector<QuestionToken>& tokens, bool marked) {
  std::vector<Candidate> candidates;
  for (const WordMatch& match : WordTable::Default().FindAll(tokens, "measure", marked)) {
    candidates.push_back(CandidateOf(match));
  }
  const std::vector<WordMatch> mentions = WordTable::Default().FindAll(tokens, "concept", marked);
  AddByRules(mentions, candidates);
  std::erase_if(candidates, [&](const Candidate& candidate) { return !CountsBodies(candidate, tokens); });
  MeasureMention mention;
  if (candidates.empty()) return mention;
  const Candidate best = *std::min_element(candidates.begin(), candidates.end(), Better);
  if (best.id == "?") mention.other = best.tokens;
  if (best.id == "?" || IsAnotherThing(best, mentions) || HasOtherAction(best, mentions)) return mention;
  mention.bare_members = best.id == "party_members" && best.words <= 2;
  mention.ids.push_back(best.id);
  mention.tokens = best.tokens;
  for (const Candidate& other : candidates) {
    const bool known = std::find(mention.ids.begin(), mention.ids.end(), other.id) != mention.ids.end();
    if (known) {
      // Other words for the same thing say nothing new: "số đảng viên mới được kết nạp".
      if (other.id == best.id) AddTokens(mention.tokens, other.tokens);
    } else if (SaidAlike(best, other)) {
      mention.ids.push_back(other.id);
      AddTokens(mention.tokens, other.tokens);
    }
  }
  return mention;
}

std::vector<std::string> MeasureIds() {
  std::vector<std::string> ids;
  for (const auto& row : ReadTable("measures.tsv", 1)) ids.emplace_back(row[0]);
  return ids;
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
  const bool marked = HasMarks(words);
  words = "số " + words;  // counted, whatever it is
  const std::vector<QuestionToken> tokens = CutQuestion(words, 0, words.size());
  return FindMeasure(tokens, marked).ids;
}

std::string UnitOf(std::string_view measure) {
  for (const auto& row : ReadTable("measures.tsv", 5)) {
    if (row[0] == measure) return std::string(SplitField(row[4], ',').front());
  }
  return "";
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
