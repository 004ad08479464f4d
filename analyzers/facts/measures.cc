#include "analyzers/facts/measures.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "analyzers/data/table.h"

namespace timso {
namespace {

// What a token of distance takes from a rule's priority.
constexpr double kDistanceCost = 0.12;

std::size_t ConceptRow(std::string_view id) {
  const auto& concepts = Lexicon::Get(Lexicon::Form::kExact).concepts();
  const auto found = std::find(concepts.begin(), concepts.end(), id);
  if (found == concepts.end()) throw std::logic_error("measure_rules.tsv: unknown concept " + std::string(id));
  return static_cast<std::size_t>(found - concepts.begin());
}

}  // namespace

bool HasParts(std::string_view id) {
  return id == "grdp" || id == "budget_revenue" || id == "budget_expenditure" || id == "exports" || id == "population";
}

const MeasureTable& MeasureTable::Get() {
  static const MeasureTable table;
  return table;
}

MeasureTable::MeasureTable() {
  for (const auto& row : ReadTable("measures.tsv", 6)) {
    Measure measure{std::string(row[0]), std::string(row[1]), std::string(row[2]), row[3] == "stock", {},
                    row[5] == "part"};
    for (const std::string_view unit : SplitField(row[4], ',')) measure.units.emplace_back(unit);
    measures_.push_back(std::move(measure));
  }
  for (const auto& row : ReadTable("measure_rules.tsv", 3)) {
    const Measure* measure = Find(row[0]);
    if (measure == nullptr) throw std::logic_error("measure_rules.tsv: unknown measure " + std::string(row[0]));
    Rule rule;
    rule.measure = static_cast<std::size_t>(measure - measures_.data());
    rule.priority = std::strtod(std::string(row[2]).c_str(), nullptr);
    for (std::string_view part : SplitField(row[1], ',')) {
      if (part.starts_with("unit:")) {
        rule.unit = part.substr(5);
        continue;
      }
      if (part == "spoken_of") {
        rule.topic = measure;
        continue;
      }
      Requirement requirement;
      requirement.counted = part.starts_with("noun:");
      if (requirement.counted) part.remove_prefix(5);
      requirement.absent = part.starts_with('!');
      if (requirement.absent) part.remove_prefix(1);
      for (const std::string_view id : SplitField(part, '|')) requirement.concepts.push_back(ConceptRow(id));
      rule.requirements.push_back(std::move(requirement));
    }
    rules_.push_back(std::move(rule));
  }
}

const Measure* MeasureTable::Find(std::string_view id) const {
  const auto found = std::find_if(measures_.begin(), measures_.end(), [&](const Measure& m) { return m.id == id; });
  return found == measures_.end() ? nullptr : &*found;
}

bool MeasureTable::UnitFits(const Measure& measure, std::string_view unit) const {
  if (unit.empty()) return true;
  return std::find(measure.units.begin(), measure.units.end(), unit) != measure.units.end();
}

bool MeasureTable::IsOther(std::size_t concept_row) const {
  for (const Rule& rule : rules_) {
    for (const Requirement& requirement : rule.requirements) {
      const auto& concepts = requirement.concepts;
      const bool asked = std::find(concepts.begin(), concepts.end(), concept_row) != concepts.end();
      if (asked && !requirement.absent) return false;
    }
  }
  return true;
}

std::optional<double> MeasureTable::Distance(const Rule& rule, const std::vector<ConceptMention>& concepts) const {
  double farthest = 0;
  for (const Requirement& requirement : rule.requirements) {
    double nearest = -1;
    for (const ConceptMention& mention : concepts) {
      if (requirement.counted && !mention.counted) continue;
      const bool meant = std::find(requirement.concepts.begin(), requirement.concepts.end(), mention.concept_row) !=
                         requirement.concepts.end();
      if (meant && requirement.absent) return std::nullopt;
      if (meant && (nearest < 0 || mention.distance < nearest)) nearest = mention.distance;
    }
    if (requirement.absent) continue;
    if (nearest < 0) return std::nullopt;
    farthest = std::max(farthest, nearest);
  }
  return farthest;
}

bool MeasureTable::Joins(const Measure& measure, const std::vector<ConceptMention>& own,
                         const std::vector<ConceptMention>& others) const {
  std::vector<ConceptMention> all = own;
  all.insert(all.end(), others.begin(), others.end());
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    if (&measures_[rule.measure] != &measure || rule.requirements.size() < 2 || !Distance(rule, all)) return false;
    return std::all_of(own.begin(), own.end(), [&](const ConceptMention& mention) {
      return std::any_of(rule.requirements.begin(), rule.requirements.end(), [&](const Requirement& requirement) {
        const auto& ids = requirement.concepts;
        return !requirement.absent && std::find(ids.begin(), ids.end(), mention.concept_row) != ids.end();
      });
    });
  });
}

MeasureTable::Choice MeasureTable::Choose(const std::vector<ConceptMention>& concepts, std::string_view unit,
                                          std::span<const Measure* const> spoken_of) const {
  Choice best;
  for (const Rule& rule : rules_) {
    const Measure& measure = measures_[rule.measure];
    if (!UnitFits(measure, unit)) continue;
    if (!rule.unit.empty() && rule.unit != unit) continue;
    if (rule.topic != nullptr && std::find(spoken_of.begin(), spoken_of.end(), rule.topic) == spoken_of.end()) continue;
    const auto distance = Distance(rule, concepts);
    if (!distance) continue;
    const double score = rule.priority - kDistanceCost * *distance;
    if (best.measure == nullptr || score > best.score) {
      const bool noun_only =
          std::all_of(rule.requirements.begin(), rule.requirements.end(),
                      [](const Requirement& requirement) { return requirement.counted || requirement.absent; });
      best = {&measure, score, noun_only};
    }
  }
  return best;
}

}  // namespace timso
