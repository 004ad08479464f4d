#include "searcher/merge.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "indexer/schema/values.h"

namespace timso {
namespace {

// Lower is more exact.
int Vagueness(const FactSource& source) {
  const Fact& fact = source.fact;
  int vagueness = fact.wordless ? 8 : 0;
  if (fact.doubtful) vagueness += 16;
  if (fact.derived) vagueness += 4;
  switch (fact.relation) {
    case Relation::kEqual:
      return vagueness + (fact.upper ? 1 : 0);
    case Relation::kAbout:
    case Relation::kAlmost:
      return vagueness + 2;
    default:
      return vagueness + 3;
  }
}

bool IsExact(const Fact& fact) { return fact.relation == Relation::kEqual; }

bool Close(double a, double b) { return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

bool SameNumber(const Fact& a, const Fact& b) {
  if (!Close(a.value, b.value) || a.upper.has_value() != b.upper.has_value()) return false;
  return !a.upper || Close(*a.upper, *b.upper);
}

// The vague one allows the exact one's number.
bool Allows(const Fact& vague, const Fact& exact) {
  const Interval allowed = AllowedBy(vague);
  const Interval stated = AllowedBy(exact);
  return stated.low >= allowed.low && stated.high <= allowed.high;
}

bool MayBeOne(const Fact& a, const Fact& b) {
  if (SameNumber(a, b) && a.relation == b.relation) return true;
  if (IsExact(a) == IsExact(b)) return false;
  return IsExact(a) ? Allows(b, a) : Allows(a, b);
}

// No number satisfies both.
bool Excludes(const Fact& a, const Fact& b) {
  const Interval first = AllowedBy(a);
  const Interval second = AllowedBy(b);
  return std::max(first.low, second.low) > std::min(first.high, second.high);
}

// The rows about one thing.
class Topic {
 public:
  void Add(FactSource source, std::size_t rank) {
    for (Row& row : rows_) {
      if (!Fits(row, source)) continue;
      row.sources.push_back(std::move(source));
      row.rank = std::min(row.rank, rank);
      return;
    }
    rows_.push_back({{std::move(source)}, rank});
  }

  // Vague statements come last, so that an exact row is there for them to join; of several that fit, the first.
  struct Row {
    std::vector<FactSource> sources;
    std::size_t rank = 0;
  };
  std::vector<Row>& rows() { return rows_; }

  // Whether documents disagree: two exact rows from different documents, and no document has both.
  bool Conflicts() const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t j = i + 1; j < rows_.size(); ++j) {
        if (Contradict(rows_[i], rows_[j])) return true;
      }
    }
    return false;
  }

 private:
  static bool Fits(const Row& row, const FactSource& source) { return MayBeOne(row.sources.front().fact, source.fact); }

  static std::set<std::string> DocumentsOf(const Row& row) {
    std::set<std::string> documents;
    for (const FactSource& source : row.sources) documents.insert(source.document.id);
    return documents;
  }
  static bool Contradict(const Row& a, const Row& b) {
    if (!Excludes(a.sources.front().fact, b.sources.front().fact)) return false;
    const std::set<std::string> first = DocumentsOf(a);
    const std::set<std::string> second = DocumentsOf(b);
    return std::none_of(first.begin(), first.end(), [&](const std::string& id) { return second.count(id) > 0; });
  }

  std::vector<Row> rows_;
};

}  // namespace

std::vector<FactRow> MergeFacts(std::vector<FactSource> facts) {
  std::map<std::string, std::vector<std::size_t>> by_topic;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    std::string key = TopicKey(facts[i].fact);
    // Without a subject nobody knows that two facts are about the same thing.
    if (key.empty()) key = "\n" + std::to_string(i);
    by_topic[key].push_back(i);
  }
  std::vector<std::pair<std::size_t, FactRow>> ranked;
  std::size_t conflicts = 0;
  for (auto& [key, members] : by_topic) {
    std::stable_sort(members.begin(), members.end(),
                     [&](std::size_t a, std::size_t b) { return Vagueness(facts[a]) < Vagueness(facts[b]); });
    Topic topic;
    for (const std::size_t member : members) topic.Add(std::move(facts[member]), member);
    const bool conflict = topic.Conflicts();
    if (conflict) ++conflicts;
    std::vector<Topic::Row>& rows = topic.rows();
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    for (Topic::Row& row : rows) {
      FactRow made{std::move(row.sources), conflict ? std::optional(conflicts) : std::nullopt};
      // Rows that contradict each other stand where the first of them stands.
      ranked.emplace_back(conflict ? rows.front().rank : row.rank, std::move(made));
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<FactRow> merged;
  std::map<std::size_t, std::size_t> renumbered;
  for (auto& [rank, row] : ranked) {
    if (row.conflict) row.conflict = renumbered.emplace(*row.conflict, renumbered.size() + 1).first->second;
    merged.push_back(std::move(row));
  }
  return merged;
}

void JoinRunningCounts(std::vector<FactRow>& rows) {
  std::map<std::string, std::size_t> first_of;  // the rank of each count's first row
  std::vector<std::pair<std::size_t, std::size_t>> ranked;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Fact beginning = rows[i].fact();
    const bool runs = beginning.from && beginning.to && *beginning.from < *beginning.to;
    beginning.to.reset();
    const std::string key = runs ? TopicKey(beginning) : "";
    ranked.emplace_back(key.empty() ? i : first_of.emplace(key, i).first->second, i);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return rows[a.second].fact().to < rows[b.second].fact().to;
  });
  std::vector<FactRow> joined;
  joined.reserve(rows.size());
  for (const auto& [rank, row] : ranked) joined.push_back(std::move(rows[row]));
  rows = std::move(joined);
}

}  // namespace timso
