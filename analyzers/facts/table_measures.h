// Which measure a cell of a table is of.
#pragma once
#include <string>
#include <vector>

#include "analyzers/facts/measures.h"
#include "analyzers/facts/table_frame.h"
#include "analyzers/facts/tables.h"

namespace timso {

struct TableMeaning {
  const Measure* measure = nullptr;  // nullptr when none fits the words
  std::string text;                  // the words
  std::string rule;
};

// Of one table. The arguments must outlive it.
class TableMeasures {
 public:
  TableMeasures(const AnalyzedText& text, const TableFrame& frame, const TableSurroundings& around);

  // `unit` is that of an amount, empty when it is not known or a percent.
  TableMeaning Of(const TableAxis& column, const TableAxis& row, const std::string& unit) const;

 private:
  std::vector<ConceptMention> ConceptsIn(const SentenceReading& sentence, double distance) const;
  std::vector<std::vector<ConceptMention>> Topics() const;
  bool OnlyPersons(const std::vector<ConceptMention>& concepts) const;
  MeasureTable::Choice OfTopic(const std::vector<ConceptMention>& concepts, const MeasureTable::Choice& own,
                               const std::string& unit) const;
  MeasureTable::Choice OfTopicNoun(TableMeaning& meaning, const std::string& unit) const;

  const AnalyzedText& text_;
  const TableSurroundings& around_;
  bool states_flow_ = false;  // a header or label says what was done
};

}  // namespace timso
