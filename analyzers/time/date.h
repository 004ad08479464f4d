// Calendar dates and periods of days.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace timso {

// A day of the Gregorian calendar. Ordered by time.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;

  auto operator<=>(const Date&) const = default;
};

int DaysInMonth(int year, int month);
bool IsValid(const Date& date);

// YYYY-MM-DD and back; nullopt when the text is no valid date.
std::string ToIso(const Date& date);
std::optional<Date> DateFromIso(std::string_view iso);

// A date in digits with one of / - . between: 31-8-2021, 14/09/2021, 27.9.2017, also 2021-09-14.
std::optional<Date> DateFromDigits(std::string_view text);

// Days [from, to], both inclusive; a side that nothing tells is empty.
struct Period {
  std::optional<Date> from;
  std::optional<Date> to;

  bool operator==(const Period&) const = default;
};

Period WholeYear(int year);
Period WholeYears(int first, int last);
Period Months(int year, int first, int last);
Period Day(const Date& date);

}  // namespace timso
