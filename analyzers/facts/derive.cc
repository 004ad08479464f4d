#include "analyzers/facts/derive.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// A stated percentage may be rounded to a whole one, and plans are often counted from another day.
constexpr double kRounding = 0.6;  // percentage points

// What two facts must have in common to be of the same thing.
using Thing = std::tuple<std::optional<std::string>, Level, std::optional<std::string>, std::optional<std::string>,
                         std::vector<std::string>>;

Thing ThingOf(const Fact& fact) { return {fact.subject, fact.level, fact.province, fact.measure, fact.qualifiers}; }

bool Within(const Fact& inner, const Fact& outer) {
  if (!outer.from || !outer.to || !inner.from || !inner.to) return inner.from == outer.from && inner.to == outer.to;
  return *inner.from >= *outer.from && *inner.to <= *outer.to;
}

bool Exact(const Fact& fact) { return fact.relation == Relation::kEqual && !fact.upper && !fact.derived; }

// "chi 900 tỷ, trong đó dự toán 300 tỷ": what is planned is a part of the amount before it, not what it is measured by.
bool IsPartOf(const Fact& target, const Fact& amount) {
  const Evidence& whole = amount.evidence;
  if (whole.sentence_begin != target.evidence.sentence_begin || whole.end > target.evidence.begin) return false;
  const std::string between = whole.text.substr(whole.end - whole.sentence_begin, target.evidence.begin - whole.end);
  return between.find("trong đó") != std::string::npos;
}

// "có thêm 2 xã", "kết nạp thêm 20": so many more are aimed at, whatever there are.
bool IsMore(const Fact& target) {
  constexpr std::size_t kReach = 24;  // bytes: "thêm ít nhất"
  const Evidence& evidence = target.evidence;
  const std::size_t number = evidence.begin - evidence.sentence_begin;
  std::size_t begin = number - std::min(number, kReach);
  while (begin < number && (evidence.text[begin] & 0xC0) == 0x80) ++begin;  // a whole letter
  const std::string before = StripMarks(LowerCase(evidence.text.substr(begin, number - begin)));
  return before.find("them ") != std::string::npos;
}

// Whether the stated attainment allows the computed percentage.
bool Agrees(const Fact& stated, double computed) {
  const double tolerance = kRounding + std::abs(computed) * 0.002;
  switch (stated.relation) {
    case Relation::kEqual:
      return std::abs(stated.value - computed) <= tolerance;
    case Relation::kAbout:
      return std::abs(stated.value - computed) <= stated.value * 0.05 + tolerance;
    case Relation::kAlmost:
      return computed <= stated.value + tolerance && computed >= stated.value * 0.95 - tolerance;
    case Relation::kGreater:
    case Relation::kGreaterEqual:
      return computed >= stated.value - tolerance;
    case Relation::kLess:
    case Relation::kLessEqual:
      return computed <= stated.value + tolerance;
  }
  return true;
}

// A document's figures of one thing, as indices into its facts.
struct Figures {
  std::vector<std::size_t> amounts;
  std::vector<std::size_t> attainments;
  void Add(const Fact& fact, std::size_t i) {
    if (fact.kind == FactKind::kAmount) amounts.push_back(i);
    if (fact.kind == FactKind::kAttainment && fact.unit == "percent") attainments.push_back(i);
  }
};

bool IsTarget(const Fact& fact) { return Exact(fact) && fact.unit != "percent" && fact.value > 0 && !IsMore(fact); }

Fact Derived(const std::vector<Fact>& facts, std::size_t amount, std::size_t target, double computed) {
  Fact derived = facts[amount];
  derived.kind = FactKind::kAttainment;
  derived.value = computed;
  derived.unit = "percent";
  derived.derived = true;
  derived.doubtful = facts[amount].doubtful || facts[target].doubtful;
  derived.rules = {"attainment-from-amount-and-target"};
  derived.made_from = {amount, target};
  derived.contradicts.clear();
  return derived;
}

// Holds the amount and its target against the attainments of the same thing; without one, appends it.
void CheckAmount(std::size_t a, std::size_t t, Figures& figures, std::vector<Fact>& facts) {
  const double computed = std::round(1000 * facts[a].value / facts[t].value) / 10;
  bool known = false;
  for (const std::size_t s : figures.attainments) {
    if (!Within(facts[s], facts[t]) && !Within(facts[a], facts[s])) continue;
    known = known || facts[s].derived || !facts[s].wordless;
    if (facts[s].derived || Agrees(facts[s], computed)) continue;
    facts[s].contradicts = {a, t};
    facts[a].contradicts.push_back(s);
    facts[t].contradicts.push_back(s);
  }
  if (known) return;
  figures.attainments.push_back(facts.size());
  facts.push_back(Derived(facts, a, t, computed));
}

}  // namespace

void DeriveAndCheck(std::vector<Fact>& facts) {
  std::map<Thing, Figures> things;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].measure) things[ThingOf(facts[i])].Add(facts[i], i);
  }
  const std::size_t stated = facts.size();
  for (std::size_t t = 0; t < stated; ++t) {
    if (facts[t].kind != FactKind::kTarget || !facts[t].measure || !IsTarget(facts[t])) continue;
    Figures& figures = things[ThingOf(facts[t])];
    for (const std::size_t a : figures.amounts) {
      const bool alike = Exact(facts[a]) && facts[a].unit == facts[t].unit && Within(facts[a], facts[t]);
      if (alike && !IsPartOf(facts[t], facts[a])) CheckAmount(a, t, figures, facts);
    }
  }
}

}  // namespace timso
