// A table with what stands around it taken in: whom and when it is about, in which unit, whether it plans.
#pragma once
#include <optional>
#include <vector>

#include "analyzers/facts/subjects.h"
#include "analyzers/facts/table_axis.h"
#include "analyzers/facts/tables.h"

namespace timso {

struct TableFrame {
  Subject base;                         // whom the table is about where no label names anybody
  std::optional<PeriodMention> period;  // of the words around it
  std::optional<int> year;              // that a header or label names
  std::optional<UnitScale> unit;        // "ĐVT: triệu đồng" above it
  bool planned = false;                 // all its numbers are: "Mục tiêu với một số cây trồng chính:"
  std::vector<TableAxis> columns;       // the grid's, each with its subject and with what its neighbours lend it
  std::vector<TableAxis> rows;
};

TableFrame FrameOf(const AnalyzedText& text, const TableGrid& grid, const SubjectResolver& resolver,
                   const TableSurroundings& around);

// Whether the words tell what is counted, and not but its kind, period or breakdown.
inline bool Speaks(const TableAxis& axis) { return !axis.content.empty() && !axis.total; }

// The last year of a period of whole years.
std::optional<int> YearOf(const std::optional<PeriodMention>& period);

}  // namespace timso
