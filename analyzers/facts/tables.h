// Plain-text tables → facts: a column's header and a row's label say together what a cell's number is; what neither
// tells comes from the words before the table and the title.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "analyzers/facts/fact.h"
#include "analyzers/facts/sentence_reading.h"
#include "analyzers/facts/subjects.h"
#include "analyzers/facts/table_axis.h"
#include "analyzers/text/text_tables.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

// A fact with the tokens of its number.
struct TableFact {
  Fact fact;
  TokenSpan number;
  std::size_t row = 0;  // of the grid
};

// A table of the text as tokens, its headers and labels read.
struct TableGrid {
  struct Cell {
    TokenSpan tokens;
    std::size_t column = 0;
  };
  struct Row {
    TokenSpan tokens;
    TableAxis axis;
    std::vector<Cell> figures;
    std::optional<UnitScale> unit;     // of the units' column
    std::optional<std::size_t> place;  // of `places`: whom the label names
    bool named = false;                // the label names somebody who is no place that is known
  };
  TokenSpan tokens;
  std::vector<TableAxis> columns;
  std::vector<std::optional<std::size_t>> column_places;
  std::vector<Row> rows;
  std::size_t label = 0;             // the column of labels
  Level level = Level::kNone;        // of the places that the labels name, as their header tells
  bool bodies = false;               // the labels name bodies
  std::vector<PlaceMention> places;  // of labels and headers; to be resolved with those of the text
};

// The tables of a text, in order. `date` is the document's.
std::vector<TableGrid> ReadTables(const AnalyzedText& text, std::optional<Date> date);

// What stands around a table.
struct TableSurroundings {
  std::vector<const SentenceReading*> title;
  std::vector<const SentenceReading*> before;  // the last sentences before it, in order; may be empty
  std::optional<Date> date;
  std::optional<PeriodMention> in_force;  // the period that the text before it last named for good
};

// The facts of a table, in the order of their numbers. REQUIRES: grid.places were resolved.
std::vector<TableFact> FactsOfTable(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
                                    const TableSurroundings& surroundings);

}  // namespace timso
