// Which measure a number is of, from the concepts around it.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/words/lexicon.h"

namespace timso {

struct Measure {
  std::string id;
  std::string vietnamese;
  std::string english;
  bool stock = false;              // it stands on a day; else it adds up over a period
  std::vector<std::string> units;  // that its amounts are counted in
  bool whole = false;              // "5% dân số": a percent before its words is a part of it and says nothing of it
};

// Whether parts are told of the measure of that id as of a whole: "5% tổng thu ngân sách", "trong GDP".
bool HasParts(std::string_view id);

// A concept near a number.
struct ConceptMention {
  std::size_t concept_row = 0;  // of Lexicon::concepts()
  std::size_t begin = 0;        // tokens
  std::size_t end = 0;
  bool counted = false;  // it is what the number counts: "57 tổ chức đảng"
  double distance = 0;   // tokens between it and the number
};

class MeasureTable {
 public:
  // Built at first use from measures.tsv and measure_rules.tsv; safe from several threads.
  static const MeasureTable& Get();

  const std::vector<Measure>& measures() const { return measures_; }
  const Measure* Find(std::string_view id) const;
  // Whether no rule asks for the concept's presence: it stands for something that no measure is, and nothing is
  // inherited past it.
  bool IsOther(std::size_t concept_row) const;
  bool UnitFits(const Measure& measure, std::string_view unit) const;

  struct Choice {
    const Measure* measure = nullptr;
    double score = 0;
    bool noun_only = false;  // nothing but what is counted speaks for it
  };
  // The measure that the concepts speak for: of the rules all of whose concepts are there, the one of the highest
  // priority less its distance. `unit` is that of an amount, empty when it is not known or a percent. `spoken_of` are
  // the measures that the text stated before: some words ("giải ngân", "số thu") are one's only then.
  Choice Choose(const std::vector<ConceptMention>& concepts, std::string_view unit,
                std::span<const Measure* const> spoken_of = {}) const;
  // Whether a rule of the measure takes in all of `own` together with some of `others`.
  bool Joins(const Measure& measure, const std::vector<ConceptMention>& own,
             const std::vector<ConceptMention>& others) const;

 private:
  MeasureTable();

  struct Requirement {
    bool counted = false;
    bool absent = false;                // none of them may stand beside the number
    std::vector<std::size_t> concepts;  // any of them
  };
  struct Rule {
    std::size_t measure = 0;
    std::vector<Requirement> requirements;
    std::string unit;                // that the number must come in; empty: any of the measure's
    const Measure* topic = nullptr;  // must have been spoken of
    double priority = 0;
  };
  std::optional<double> Distance(const Rule& rule, const std::vector<ConceptMention>& concepts) const;

  std::vector<Measure> measures_;
  std::vector<Rule> rules_;
};

}  // namespace timso
