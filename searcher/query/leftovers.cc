#include "searcher/query/leftovers.h"

#include <algorithm>
#include <string_view>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

// Roles whose words say nothing by themselves.
constexpr std::string_view kHolding[] = {"stop",  "ask", "which", "within",  "open",     "by",      "percent", "most",
                                         "least", "top", "unit",  "country", "compared", "between", "after"};

class LeftoverFinder {
 public:
  LeftoverFinder(const std::vector<QuestionToken>& tokens, const QuestionCues& cues, bool marked)
      : tokens_(tokens), cues_(cues), table_(WordTable::Default()), marked_(marked) {}

  std::vector<std::size_t> Run() const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].taken) continue;
      if (const std::size_t holding = HoldingWords(at); holding > 0) {
        at += holding - 1;
      } else if (!SaysNothing(at)) {
        found.push_back(at);
      }
    }
    return WithInnerWords(found);
  }

 private:
  // "hồ sơ quá hạn": a modifier between two that are searched for belongs to what they name.
  std::vector<std::size_t> WithInnerWords(const std::vector<std::size_t>& found) const {
    std::vector<std::size_t> all;
    for (const std::size_t at : found) {
      const bool gap = !all.empty() && all.back() + 2 == at;
      if (gap && !tokens_[at - 1].taken && tokens_[at - 1].kind == TokenKind::kWord && !tokens_[at - 1].clause_end &&
          !tokens_[at - 2].clause_end && Modifies(at - 1)) {
        all.push_back(at - 1);
      }
      all.push_back(at);
    }
    return all;
  }

  bool Modifies(std::size_t at) const {
    const WordMatch match = table_.LongestAt(tokens_, at, "stop", marked_);
    return match.form != nullptr && match.words == 1 && match.form->id == "modifier";
  }

  std::size_t HoldingWords(std::size_t at) const {
    std::size_t words = 0;
    for (const std::string_view role : kHolding) {
      words = std::max(words, table_.LongestAt(tokens_, at, role, marked_).words);
    }
    return words;
  }

  bool SaysNothing(std::size_t at) const {
    const QuestionToken& token = tokens_[at];
    if (token.kind == TokenKind::kPunctuation || EndsStopPhrase(at) || IsAskedUnit(at)) return true;
    return token.kind == TokenKind::kNumber && at + 1 < tokens_.size() && IsTimeWord(tokens_[at + 1]);
  }

  // "bao nhiêu triệu đồng": the unit that the answer will have anyway.
  bool IsAskedUnit(std::size_t at) const {
    if (!Has(at, "unit_name") && !Has(at, "scale")) return false;
    while (at > 0 && Has(at - 1, "scale")) --at;
    return std::any_of(cues_.ask.begin(), cues_.ask.end(), [&](const Cue& ask) { return ask.end == at; });
  }
  bool Has(std::size_t at, std::string_view role) const {
    return table_.LongestAt(tokens_, at, role, marked_).form != nullptr;
  }

  // "trong 5 năm"
  static bool IsTimeWord(const QuestionToken& token) {
    return token.folded == "nam" || token.folded == "thang" || token.folded == "ngay" || token.stem == "year" ||
           token.stem == "month";
  }

  // The second half of "đảng bộ" whose first a measure has taken.
  bool EndsStopPhrase(std::size_t at) const {
    if (at == 0 || !tokens_[at - 1].taken) return false;
    std::vector<QuestionToken> pair = {tokens_[at - 1], tokens_[at]};
    pair[0].taken = pair[1].taken = false;
    return table_.LongestAt(pair, 0, "stop", marked_).words == 2;
  }

  const std::vector<QuestionToken>& tokens_;
  const QuestionCues& cues_;
  const WordTable& table_;
  bool marked_;
};

}  // namespace

std::vector<std::size_t> FindLeftovers(const std::vector<QuestionToken>& tokens, const QuestionCues& cues,
                                       bool marked) {
  return LeftoverFinder(tokens, cues, marked).Run();
}

}  // namespace timso
