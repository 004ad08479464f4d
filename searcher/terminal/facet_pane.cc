#include "searcher/terminal/facet_pane.h"

#include <algorithm>

#include "searcher/query/render.h"
#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/plots.h"

namespace timso::terminal {
namespace {

constexpr std::size_t kShort = 5;   // values of a facet before it is opened
constexpr std::size_t kGroups = 4;  // of numbers

std::string MeasureName(const std::string& id) {
  Fact fact;
  fact.measure = id;
  return MeasureWords(fact);
}

// The condition that only these hits satisfy.
std::pair<std::string, std::string> FieldOf(const std::string& facet, const std::string& value, Answer answer) {
  if (facet != "year") return {facet, value};
  if (answer == Answer::kDocuments) return {"date", value};
  std::string years = value;
  if (const std::size_t dash = years.find('-'); dash != std::string::npos) years.replace(dash, 1, "..");
  return {"year", years};
}

}  // namespace

void FacetPane::Set(const Facets& facets, Answer answer) {
  facets_ = facets;
  answer_ = answer;
  Build();
}

void FacetPane::Clear() {
  facets_ = {};
  lines_.clear();
  view_.Reset();
}

void FacetPane::Build() {
  lines_.clear();
  for (const auto& [name, counts] : facets_.names) AddNames(name, counts);
  std::size_t groups = 0;
  for (const NumericFacet& facet : facets_.values) {
    if (facet.histogram.size() > 1 && groups++ < kGroups) AddNumbers(facet);
  }
  view_.Fit(lines_.size(), shown_);
  SkipHeaders(1);
}

void FacetPane::AddNames(const std::string& name, const std::vector<FacetCount>& counts) {
  if (counts.empty()) return;
  lines_.push_back({Kind::kHeader, name, name, 0, 0, {}});
  const std::size_t count = open_.count(name) > 0 || counts.size() <= kShort + 1 ? counts.size() : kShort;
  for (std::size_t i = 0; i < count; ++i) {
    const FacetCount& value = counts[i];
    const std::string text = name == "measure" ? MeasureName(value.value) : OneLine(value.value);
    lines_.push_back(
        {Kind::kValue, name, text, value.count, counts.front().count, {FieldOf(name, value.value, answer_)}});
  }
  if (count < counts.size()) {
    lines_.push_back({Kind::kMore, name, std::to_string(counts.size() - count) + " more…", 0, 0, {}});
  }
}

void FacetPane::AddNumbers(const NumericFacet& facet) {
  const std::string title = facet.kind + (facet.unit.empty() ? "" : ", " + facet.unit);
  lines_.push_back({Kind::kHeader, title, title, 0, 0, {}});
  std::size_t largest = 0;
  for (const NumericFacet::Bar& bar : facet.histogram) largest = std::max(largest, bar.count);
  for (const NumericFacet::Bar& bar : facet.histogram) {
    if (bar.count == 0) continue;
    std::vector<std::pair<std::string, std::string>> fields = {
        {"kind", facet.kind}, {"value", PlainNumber(bar.from) + ".." + PlainNumber(bar.to)}};
    if (!facet.unit.empty()) fields.emplace_back("unit", facet.unit);
    lines_.push_back({Kind::kValue, title, ShortNumber(bar.from) + "–" + ShortNumber(bar.to), bar.count, largest,
                      std::move(fields)});
  }
}

void FacetPane::SkipHeaders(long direction) {
  while (view_.at < lines_.size() && lines_[view_.at].kind == Kind::kHeader) {
    const bool at_start = view_.at == 0;
    if (direction < 0 && at_start) direction = 1;
    view_.Move(direction, lines_.size());
  }
}

void FacetPane::Move(long by) {
  view_.Move(by, lines_.size());
  SkipHeaders(by);
}

void FacetPane::MoveToEnd(bool first) {
  view_.at = first || lines_.empty() ? 0 : lines_.size() - 1;
  SkipHeaders(1);
}

std::vector<std::pair<std::string, std::string>> FacetPane::Enter() {
  if (view_.at >= lines_.size()) return {};
  const Line line = lines_[view_.at];
  if (line.kind == Kind::kMore) {
    open_.insert(line.facet);
    Build();
  }
  return line.fields;
}

bool FacetPane::SelectRow(int row) {
  if (row < drawn_.row || row >= drawn_.row + drawn_.rows) return false;
  const std::size_t at = view_.top + static_cast<std::size_t>(row - drawn_.row);
  if (at >= lines_.size() || lines_[at].kind == Kind::kHeader) return false;
  view_.at = at;
  return true;
}

void FacetPane::Draw(Frame& frame, const Rect& rect, bool focused) {
  drawn_ = rect;
  shown_ = static_cast<std::size_t>(std::max(rect.rows, 0));
  // The header of the first value is seen with it.
  if (view_.at == 1) view_.top = 0;
  view_.Fit(lines_.size(), shown_);
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  const int bars = rect.columns >= 24 ? std::clamp(rect.columns / 5, 6, 24) : 0;
  for (std::size_t i = 0; i < shown_ && view_.top + i < lines_.size(); ++i) {
    const Line& line = lines_[view_.top + i];
    const int row = rect.row + static_cast<int>(i);
    if (line.kind == Kind::kHeader) {
      frame.PutFitted(row, rect.column, line.text, {Role::kStrong, false}, end);
      continue;
    }
    const std::string count = line.kind == Kind::kMore ? "" : std::to_string(line.count);
    const int count_column = end - bars - (bars > 0 ? 1 : 0) - static_cast<int>(count.size());
    frame.PutFitted(row, rect.column + 1, line.text, {line.kind == Kind::kMore ? Role::kHint : Role::kText, false},
                    count_column - 1);
    frame.Put(row, count_column, count, {Role::kFaint, false}, end);
    if (bars > 0 && line.largest > 0) {
      const double part = static_cast<double>(line.count) / static_cast<double>(line.largest);
      frame.Put(row, end - bars, HorizontalBar(part, bars), {Role::kBar, false}, end);
    }
    if (view_.top + i == view_.at && focused) frame.Select({row, rect.column, 1, rect.columns});
  }
  if (facets_.exact || lines_.empty()) return;
  frame.PutFitted(rect.row + rect.rows - 1, rect.column, "counted over a part", {Role::kHint, false}, end);
}

}  // namespace timso::terminal
