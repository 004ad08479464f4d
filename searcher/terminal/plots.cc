#include "searcher/terminal/plots.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/width.h"

namespace timso::terminal {
namespace {

constexpr Style kFaint{Role::kFaint, false};
constexpr Style kText{Role::kText, false};
constexpr Style kBar{Role::kBar, false};
constexpr int kColumn = 7;  // of one year

int YearOf(const std::string& iso) { return iso.size() >= 4 ? std::atoi(iso.substr(0, 4).c_str()) : 0; }

// 0: no year can be told; the higher the better it stands for its year.
int Standing(const Fact& fact) {
  if (!fact.to || YearOf(*fact.to) == 0) return 0;
  if (!fact.from || fact.from->substr(0, 4) != fact.to->substr(0, 4)) return 1;
  const bool whole = fact.from->substr(4) == "-01-01" && fact.to->substr(4) == "-12-31";
  return whole ? 400 : 2 + std::atoi(fact.to->substr(5, 2).c_str()) * 31 + std::atoi(fact.to->substr(8, 2).c_str());
}

// Vertical bar, `eighths` high, in the line that has `below` eighths under it.
std::string Block(int eighths, int below) {
  static constexpr const char* kBlocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  return kBlocks[std::clamp(eighths - below, 0, 8)];
}

void DrawColumn(Frame& frame, const Rect& rect, int column, const CoursePoint& point, double low, double high) {
  const int bars = rect.rows - 3;  // under them the year, above them the number
  const double part = high > low ? (point.value - low) / (high - low) : 1;
  const int eighths = std::max(1, static_cast<int>(std::lround(part * bars * 8)));
  const int full = (eighths + 7) / 8;
  const int bottom = rect.row + rect.rows - 2;
  const int end = rect.column + rect.columns;
  for (int line = 0; line < full; ++line) {
    const std::string block = Block(eighths, line * 8);
    frame.Put(bottom - line, column + 1, block + block + block + block, kBar, end);
  }
  const std::string number = (point.disputed ? "≠" : "") + ShortNumber(point.value);
  frame.Put(bottom - full, column, PadWidth(number, kColumn - 1), {Role::kMark, false}, end);
  frame.Put(rect.row + rect.rows - 1, column + 1, std::to_string(point.year), kFaint, end);
}

}  // namespace

std::string ShortNumber(double number) {
  const double size = std::abs(number);
  if (size >= 1e9) return VietnameseNumber(std::round(number / 1e7) / 100) + " tỷ";
  if (size >= 1e6) return VietnameseNumber(std::round(number / 1e4) / 100) + " tr";
  if (size >= 100) return VietnameseNumber(std::round(number));
  return VietnameseNumber(std::round(number * 10) / 10);
}

std::string HorizontalBar(double part, int columns) {
  static constexpr const char* kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  int eighths = static_cast<int>(std::lround(std::clamp(part, 0.0, 1.0) * columns * 8));
  if (part > 0) eighths = std::max(eighths, 1);
  std::string bar;
  for (int i = 0; i < eighths / 8; ++i) bar += "█";
  return bar + kParts[eighths % 8];
}

void DrawHistogram(Frame& frame, const Rect& rect, const NumericFacet& facet) {
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  const std::string title = facet.kind + (facet.unit.empty() ? "" : ", " + facet.unit) + ": " +
                            std::to_string(facet.count) + ", mean " + ShortNumber(facet.mean);
  frame.PutFitted(rect.row, rect.column, title, {Role::kStrong, false}, end);
  std::size_t largest = 1;
  std::size_t labels = 0;
  std::vector<std::string> texts;
  for (const NumericFacet::Bar& bar : facet.histogram) {
    largest = std::max(largest, bar.count);
    texts.push_back(ShortNumber(bar.from) + "–" + ShortNumber(bar.to));
    labels = std::max(labels, DisplayWidth(texts.back()));
  }
  const int bars = rect.columns - static_cast<int>(labels) - 9;
  for (std::size_t i = 0; i < texts.size() && static_cast<int>(i) + 1 < rect.rows; ++i) {
    const int row = rect.row + 1 + static_cast<int>(i);
    int column = frame.Put(row, rect.column, PadWidth(texts[i], labels, true) + " ", kText, end);
    const double part = static_cast<double>(facet.histogram[i].count) / static_cast<double>(largest);
    if (bars > 0) column = frame.Put(row, column, HorizontalBar(part, bars), kBar, end);
    if (facet.histogram[i].count > 0) frame.Put(row, column + 1, std::to_string(facet.histogram[i].count), kFaint, end);
  }
}

std::vector<CoursePoint> CourseOfYears(const std::vector<FactRow>& rows) {
  std::map<int, std::pair<int, CoursePoint>> years;
  for (const FactRow& row : rows) {
    const Fact& fact = row.fact();
    const int standing = Standing(fact);
    if (standing == 0) continue;
    const int year = YearOf(*fact.to);
    const auto [it, is_new] =
        years.try_emplace(year, standing, CoursePoint{year, fact.value, row.conflict.has_value()});
    if (!is_new && standing > it->second.first) {
      it->second = {standing, CoursePoint{year, fact.value, row.conflict.has_value()}};
    }
  }
  std::vector<CoursePoint> points;
  for (const auto& [year, point] : years) points.push_back(point.second);
  return points;
}

void DrawCourse(Frame& frame, const Rect& rect, const std::string& title, const std::vector<CoursePoint>& points) {
  if (rect.Empty()) return;
  const int end = rect.column + rect.columns;
  frame.PutFitted(rect.row, rect.column, title, {Role::kStrong, false}, end);
  if (points.empty() || rect.rows < 5) {
    const std::string_view text = points.empty() ? "no year is told" : "too low to draw";
    frame.PutFitted(rect.row + 1, rect.column, text, kFaint, end);
    return;
  }
  const auto room = static_cast<std::size_t>(std::max(rect.columns / kColumn, 1));
  const std::size_t first = points.size() > room ? points.size() - room : 0;
  double low = 0;
  double high = points[first].value;
  for (std::size_t i = first; i < points.size(); ++i) {
    low = std::min(low, points[i].value);
    high = std::max(high, points[i].value);
  }
  const Rect plot{rect.row + 1, rect.column, rect.rows - 1, rect.columns};
  for (std::size_t i = first; i < points.size(); ++i) {
    DrawColumn(frame, plot, rect.column + static_cast<int>(i - first) * kColumn, points[i], low, high);
  }
}

}  // namespace timso::terminal
