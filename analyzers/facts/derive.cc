#include "analyzers/facts/derive.h"

#include <cmath>
#include <limits>

namespace timso {
namespace {

// A stated percentage may be rounded to a whole one, and plans are often counted from another day.
constexpr double kRounding = 0.6;  // percentage points

bool SameThing(const Fact& a, const Fact& b) {
  return a.subject == b.subject && a.level == b.level && a.measure && a.measure == b.measure &&
         a.qualifiers == b.qualifiers && a.province == b.province;
}

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

}  // namespace

void DeriveAndCheck(std::vector<Fact>& facts) {
  const std::size_t stated = facts.size();
  for (std::size_t t = 0; t < stated; ++t) {
    if (facts[t].kind != FactKind::kTarget || !Exact(facts[t]) || facts[t].unit == "percent" || facts[t].value <= 0)
      continue;
    for (std::size_t a = 0; a < stated; ++a) {
      if (facts[a].kind != FactKind::kAmount || !Exact(facts[a]) || facts[a].unit != facts[t].unit) continue;
      if (!SameThing(facts[a], facts[t]) || !Within(facts[a], facts[t]) || IsPartOf(facts[t], facts[a])) continue;
      const double computed = std::round(1000 * facts[a].value / facts[t].value) / 10;
      bool known = false;
      for (std::size_t s = 0; s < facts.size(); ++s) {
        if (facts[s].kind != FactKind::kAttainment || facts[s].unit != "percent") continue;
        if (!SameThing(facts[s], facts[a]) || !(Within(facts[s], facts[t]) || Within(facts[a], facts[s]))) continue;
        known = known || facts[s].derived || !facts[s].wordless;
        if (facts[s].derived || Agrees(facts[s], computed)) continue;
        facts[s].contradicts = {a, t};
        facts[a].contradicts.push_back(s);
        facts[t].contradicts.push_back(s);
      }
      if (known) continue;
      Fact derived = facts[a];
      derived.kind = FactKind::kAttainment;
      derived.value = computed;
      derived.unit = "percent";
      derived.derived = true;
      derived.rules = {"attainment-from-amount-and-target"};
      derived.made_from = {a, t};
      derived.contradicts.clear();
      facts.push_back(derived);
    }
  }
}

}  // namespace timso
