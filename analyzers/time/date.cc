#include "analyzers/time/date.h"

#include <array>
#include <cstdio>

namespace timso {
namespace {

bool IsLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Up to three runs of digits; the number of runs read.
int ReadNumbers(std::string_view text, std::array<int, 3>& numbers, std::array<std::size_t, 3>& widths) {
  int count = 0;
  std::size_t pos = 0;
  while (pos < text.size() && count < 3) {
    if (text[pos] < '0' || text[pos] > '9') {
      ++pos;
      continue;
    }
    int value = 0;
    const std::size_t begin = pos;
    while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9' && pos - begin < 5) {
      value = value * 10 + (text[pos++] - '0');
    }
    widths[static_cast<std::size_t>(count)] = pos - begin;
    numbers[static_cast<std::size_t>(count++)] = value;
  }
  return count;
}

}  // namespace

int DaysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && IsLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool IsValid(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.day >= 1 && date.day <= DaysInMonth(date.year, date.month);
}

std::string ToIso(const Date& date) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer.data();
}

std::optional<Date> DateFromIso(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  return DateFromDigits(iso);
}

std::optional<Date> DateFromDigits(std::string_view text) {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> widths{};
  if (ReadNumbers(text, numbers, widths) != 3) return std::nullopt;
  const Date date =
      widths[0] == 4 ? Date{numbers[0], numbers[1], numbers[2]} : Date{numbers[2], numbers[1], numbers[0]};
  if (!IsValid(date) || (widths[0] != 4 && widths[2] != 4)) return std::nullopt;
  return date;
}

Period WholeYear(int year) { return WholeYears(year, year); }
Period WholeYears(int first, int last) { return {Date{first, 1, 1}, Date{last, 12, 31}}; }
Period Months(int year, int first, int last) {
  return {Date{year, first, 1}, Date{year, last, DaysInMonth(year, last)}};
}
Period Day(const Date& date) { return {date, date}; }

}  // namespace timso
