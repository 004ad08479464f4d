#include "indexer/schema/terms.h"

#include <algorithm>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "analyzers/text/utf8.h"
#include "indexer/schema/hash.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

constexpr std::size_t kLongestTerm = 245;  // Xapian's glass backend
constexpr int kLongestPeriod = 200;        // years that get a kDuring term; more is a misreading

std::size_t StoredSize(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

// The year of an ISO date, or 0.
int YearOf(const std::optional<std::string>& iso) {
  if (!iso || EncodeDate(*iso).empty()) return 0;
  return std::stoi(iso->substr(0, 4));
}

std::string YearBody(int year) {
  std::string body = std::to_string(year);
  return body.size() < 4 ? std::string(4 - body.size(), '0') + body : body;
}

std::vector<std::string> YearRange(std::string_view prefix, int first, int last) {
  std::vector<std::string> terms;
  last = std::min(last, first + kLongestPeriod);
  for (int year = first; year <= last; ++year) terms.push_back(MakeTerm(prefix, YearBody(year)));
  return terms;
}

void AddPeriod(const Fact& fact, std::vector<std::string>& terms) {
  const int from = YearOf(fact.from);
  const int to = YearOf(fact.to);
  if (from != 0) terms.push_back(MakeTerm(prefix::kFromYear, YearBody(from)));
  if (to != 0) terms.push_back(MakeTerm(prefix::kToYear, YearBody(to)));
  if (from == 0 || to == 0) return;
  if (from == to) terms.push_back(YearTerm(from));
  for (std::string& term : YearRange(prefix::kDuring, from, to)) terms.push_back(std::move(term));
}

void AddPlaces(const Fact& fact, std::vector<std::string>& terms) {
  for (const std::string& code : fact.place_codes) terms.push_back(MakeTerm(prefix::kPlaceCode, code));
  if (fact.subject) {
    const std::string name = FoldName(*fact.subject);
    terms.push_back(MakeTerm(prefix::kSubject, name));
    terms.push_back(MakeTerm(prefix::kPlaceName, name));
  }
  if (fact.province) {
    const std::string name = FoldName(*fact.province);
    terms.push_back(MakeTerm(prefix::kProvince, name));
    terms.push_back(MakeTerm(prefix::kPlaceName, name));
  }
}

}  // namespace

std::string MakeTerm(std::string_view prefix, std::string_view body) {
  std::string term(prefix);
  term += body;
  if (StoredSize(term) <= kLongestTerm) return term;
  constexpr std::size_t kHash = 16;
  std::string_view head = std::string_view(term).substr(0, kLongestTerm - kHash);
  while (StoredSize(head) > kLongestTerm - kHash || !IsCodePointBoundary(term, head.size())) head.remove_suffix(1);
  return std::string(head) + HexOf(Hash64(body));
}

std::string IdTerm(std::string_view id) { return MakeTerm(prefix::kId, id); }

std::string FoldName(std::string_view name) {
  const NormalizedText normalized = Normalize(name);
  std::string folded;
  for (const Token& token : Tokenize(normalized.text)) {
    if (token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kLineBreak) continue;
    if (!folded.empty()) folded += ' ';
    folded += FoldedKey(Surface(normalized.text, token));
  }
  return folded;
}

std::string YearTerm(int year) { return MakeTerm(prefix::kYear, YearBody(year)); }
std::string DuringTerm(int year) { return MakeTerm(prefix::kDuring, YearBody(year)); }
std::vector<std::string> FromYearTerms(int first, int last) { return YearRange(prefix::kFromYear, first, last); }
std::vector<std::string> ToYearTerms(int first, int last) { return YearRange(prefix::kToYear, first, last); }

std::vector<std::string> FactTerms(const Fact& fact) {
  std::vector<std::string> terms;
  if (fact.level != Level::kNone) terms.push_back(MakeTerm(prefix::kLevel, NameOf(fact.level)));
  AddPlaces(fact, terms);
  if (fact.measure) terms.push_back(MakeTerm(prefix::kMeasure, *fact.measure));
  terms.push_back(MakeTerm(prefix::kKind, NameOf(fact.kind)));
  if (!fact.unit.empty()) terms.push_back(MakeTerm(prefix::kUnit, FoldName(fact.unit)));
  for (const std::string& qualifier : fact.qualifiers) terms.push_back(MakeTerm(prefix::kQualifier, qualifier));
  AddPeriod(fact, terms);
  if (fact.derived) terms.push_back(MakeTerm(prefix::kFlag, "derived"));
  if (fact.wordless) terms.push_back(MakeTerm(prefix::kFlag, "wordless"));
  if (fact.doubtful) terms.push_back(MakeTerm(prefix::kFlag, "doubtful"));
  if (!fact.contradicts.empty()) terms.push_back(MakeTerm(prefix::kFlag, "contradicted"));
  if (fact.upper) terms.push_back(MakeTerm(prefix::kFlag, "range"));
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::vector<std::string> DateTerms(std::string_view iso) {
  if (EncodeDate(iso).empty()) return {};
  const std::string year(iso.substr(0, 4));
  const std::string month = year + std::string(iso.substr(5, 2));
  const std::string day = month + std::string(iso.substr(8, 2));
  return {MakeTerm(prefix::kDay, day), MakeTerm(prefix::kMonth, month), MakeTerm(prefix::kDocumentYear, year)};
}

}  // namespace timso
