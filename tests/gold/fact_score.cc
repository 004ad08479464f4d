#include "tests/gold/fact_score.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"

namespace timso::gold {
namespace {

// Without marks, case and dashes: "Bà Rịa – Vũng Tàu" is "ba ria vung tau".
std::string Plain(const std::optional<std::string>& text) {
  if (!text) return "";
  std::string plain;
  for (const char c : StripMarks(LowerCase(Normalize(*text).text))) {
    if (c != '-' && c != ' ') plain.push_back(c);
  }
  return plain;
}

std::string Year(const std::optional<std::string>& date) { return date ? date->substr(0, 4) : ""; }

bool Close(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}) + 5e-4; }
bool Close(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || Close(*a, *b));
}

bool SameQuantity(const Fact& a, const Fact& b) {
  return a.kind == b.kind && Close(a.value, b.value) && Close(a.upper, b.upper);
}

// One flag a row of Score::kRows between "quantity" and "full". What the gold leaves open agrees with anything.
std::array<bool, 8> Agreement(const Fact& gold, const Fact& fact) {
  return {Plain(gold.subject) == Plain(fact.subject),
          gold.level == fact.level,
          !gold.province || Plain(gold.province) == Plain(fact.province),
          Year(gold.from) == Year(fact.from) && Year(gold.to) == Year(fact.to),
          !gold.measure || gold.measure == fact.measure,
          gold.qualifiers == fact.qualifiers,
          gold.relation == fact.relation,
          gold.unit.empty() || gold.unit == fact.unit};
}

std::vector<ScoredFact> Distinct(const std::vector<ScoredFact>& facts) {
  std::set<
      std::tuple<int, double, double, std::string, std::string, std::vector<std::string>, std::string, std::string>>
      seen;
  std::vector<ScoredFact> kept;
  for (const ScoredFact& scored : facts) {
    const Fact& f = scored.fact;
    if (seen.emplace(static_cast<int>(f.kind), f.value, f.upper.value_or(-1e300), Plain(f.subject),
                     f.measure.value_or(""), f.qualifiers, f.from.value_or(""), f.to.value_or(""))
            .second) {
      kept.push_back(scored);
    }
  }
  return kept;
}

Score ScoreDocument(const std::vector<ScoredFact>& gold, const std::vector<ScoredFact>& predicted) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t p = 0; p < predicted.size(); ++p) {
      if (!SameQuantity(gold[g].fact, predicted[p].fact)) continue;
      const auto agreement = Agreement(gold[g].fact, predicted[p].fact);
      const auto agreed = static_cast<double>(std::count(agreement.begin(), agreement.end(), true));
      candidates.emplace_back(-(agreed + (gold[g].optional ? 0 : 0.5)), g, p);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> gold_used(gold.size(), false);
  std::vector<bool> predicted_used(predicted.size(), false);
  Score score;
  for (const auto& [rank, g, p] : candidates) {
    if (gold_used[g] || predicted_used[p]) continue;
    gold_used[g] = predicted_used[p] = true;
    if (gold[g].optional) continue;
    ++score.gold;
    ++score.predicted;
    ++score.right.front();
    const auto agreement = Agreement(gold[g].fact, predicted[p].fact);
    for (std::size_t row = 0; row < agreement.size(); ++row) score.right[row + 1] += agreement[row] ? 1 : 0;
    if (std::count(agreement.begin(), agreement.end(), false) == 0) ++score.right.back();
  }
  for (std::size_t g = 0; g < gold.size(); ++g) score.gold += !gold_used[g] && !gold[g].optional ? 1 : 0;
  for (std::size_t p = 0; p < predicted.size(); ++p)
    score.predicted += !predicted_used[p] && !predicted[p].fact.derived ? 1 : 0;
  return score;
}

}  // namespace

double Score::F1(std::size_t row) const {
  const auto both = static_cast<double>(gold + predicted);
  return both > 0 ? 2 * static_cast<double>(right[row]) / both : 0;
}

void Score::Add(const Score& other) {
  gold += other.gold;
  predicted += other.predicted;
  for (std::size_t row = 0; row < right.size(); ++row) right[row] += other.right[row];
}

Score ScoreFacts(const std::vector<ScoredFact>& gold, const std::vector<ScoredFact>& predicted) {
  std::map<std::string, std::pair<std::vector<ScoredFact>, std::vector<ScoredFact>>> documents;
  for (const ScoredFact& fact : gold) documents[fact.document].first.push_back(fact);
  for (const ScoredFact& fact : predicted) {
    const auto document = documents.find(fact.document);
    if (document != documents.end()) document->second.second.push_back(fact);
  }
  Score score;
  for (const auto& [name, facts] : documents) score.Add(ScoreDocument(Distinct(facts.first), Distinct(facts.second)));
  return score;
}

}  // namespace timso::gold
