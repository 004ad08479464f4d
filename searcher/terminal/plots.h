// Small pictures of numbers, drawn with block characters.
#pragma once
#include <string>
#include <vector>

#include "searcher/results.h"
#include "searcher/terminal/frame.h"

namespace timso::terminal {

// 12,5 tr · 3,2 tỷ · 1.481: at most four digits and a scale.
std::string ShortNumber(double number);

// `part` (0 to 1) of so many columns; something to see for whatever is above 0.
std::string HorizontalBar(double part, int columns);

// How the values of the most frequent kind and unit are spread: one line a bar.
void DrawHistogram(Frame& frame, const Rect& rect, const NumericFacet& facet);

struct CoursePoint {
  int year = 0;
  double value = 0;
  bool disputed = false;  // sources say different things; the first is drawn
};

// One point a year: of the facts whose period is a whole year the first, else the one whose period ends last.
std::vector<CoursePoint> CourseOfYears(const std::vector<FactRow>& rows);

// The course over the years as columns; `title` says of what.
void DrawCourse(Frame& frame, const Rect& rect, const std::string& title, const std::vector<CoursePoint>& points);

}  // namespace timso::terminal
