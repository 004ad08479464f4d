#include "indexer/readers/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace timso {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};

std::optional<int> Number(std::string_view text) {
  if (text.empty() || text.size() > 8) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string Iso(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return {};
  if (day > kDays[static_cast<std::size_t>(month - 1)]) return {};
  if (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0))) return {};
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return iso;
}

// Three numbers apart by the same sign, in either order of day and year; a clock time may follow after T.
std::string OfDigits(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    const std::optional<int> part = Number(text.substr(begin, at - begin));
    if (!part) return {};
    parts[i] = *part;
    if (i < 2 && (at >= text.size() || std::string_view("-/.").find(text[at++]) == std::string_view::npos)) return {};
  }
  return parts[0] > 31 ? Iso(parts[0], parts[1], parts[2]) : Iso(parts[2], parts[1], parts[0]);
}

// "20201001"
std::string OfEightDigits(std::string_view text) {
  const std::optional<int> number = text.size() == 8 ? Number(text) : std::nullopt;
  return number ? Iso(*number / 10000, *number / 100 % 100, *number % 100) : std::string();
}

int EnglishMonth(std::string_view word) {
  for (std::size_t i = 0; i < kEnglishMonths.size(); ++i) {
    if (word == kEnglishMonths[i] || (word.size() >= 3 && word.size() <= 4 && kEnglishMonths[i].starts_with(word))) {
      return static_cast<int>(i + 1);
    }
  }
  return 0;
}

// The month that words[at…] name after "tháng", and how many words that takes.
std::pair<int, std::size_t> MonthAt(const Words& words, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, int>, 13> kNames = {{{"giêng", 1},
                                                                        {"một", 1},
                                                                        {"hai", 2},
                                                                        {"ba", 3},
                                                                        {"tư", 4},
                                                                        {"bốn", 4},
                                                                        {"năm", 5},
                                                                        {"sáu", 6},
                                                                        {"bảy", 7},
                                                                        {"tám", 8},
                                                                        {"chín", 9},
                                                                        {"mười", 10},
                                                                        {"chạp", 12}}};
  if (at >= words.size()) return {0, 0};
  if (const std::optional<int> number = Number(words.SurfaceOf(at))) return {*number, 1};
  for (const auto& [name, month] : kNames) {
    if (!words.Is(at, name)) continue;
    const bool more = month == 10 && at + 1 < words.size();
    if (more && words.Is(at + 1, "một")) return {11, 2};
    if (more && words.Is(at + 1, "hai")) return {12, 2};
    return {month, 1};
  }
  return {0, 0};
}

// "14 tháng 9 năm 2021", "21 Tháng Bảy 2011"; the year may stand as "9/2021".
std::string OfWords(const Words& words, std::size_t at) {
  const std::optional<int> day = Number(words.SurfaceOf(at));
  if (!day || at + 2 >= words.size()) return {};
  if (!words.Is(at + 1, "tháng")) {
    const int month = EnglishMonth(words.keys[at + 1]);
    const std::optional<int> year = Number(words.SurfaceOf(at + 2));
    return month != 0 && year ? Iso(*year, month, *day) : std::string();
  }
  const auto [month, length] = MonthAt(words, at + 2);
  std::size_t next = at + 2 + length;
  if (month == 0 || next >= words.size()) return {};
  if (words.Is(next, "năm")) ++next;
  if (next >= words.size()) return {};
  const std::optional<int> year = Number(words.SurfaceOf(next));
  return year ? Iso(*year, month, *day) : std::string();
}

// "September 14, 2021"
std::string OfEnglishWords(const Words& words, std::size_t at) {
  const int month = EnglishMonth(words.keys[at]);
  if (month == 0 || at + 2 >= words.size()) return {};
  const std::optional<int> day = Number(words.SurfaceOf(at + 1));
  const std::optional<int> year = Number(words.SurfaceOf(at + 2));
  return day && year ? Iso(*year, month, *day) : std::string();
}

// "2021-09-14" is three numbers and signs to a tokenizer that knows Vietnamese dates: read it off the text.
std::string AroundNumber(const Words& words, std::size_t at) {
  const std::string_view rest = std::string_view(words.text).substr(words.tokens[at].begin);
  if (at > 0 && words.tokens[at - 1].end + 1 == words.tokens[at].begin &&
      std::string_view("-/.").find(words.text[words.tokens[at - 1].end]) != std::string_view::npos) {
    return {};  // the middle of a longer number
  }
  return OfDigits(rest);
}

// Words of which a dateline consists, keys.
bool IsDatelineWord(const Words& words, std::size_t at) {
  constexpr std::array kWords = {
      "thứ",   "hai",   "ba",     "tư",      "năm",       "sáu",       "bảy",     "chủ",      "nhật",   "cn",   "t2",
      "t3",    "t4",    "t5",     "t6",      "t7",        "ngày",      "tháng",   "lúc",      "giờ",    "phút", "cập",
      "gmt",   "gmt+7", "am",     "pm",      "sa",        "ch",        "sáng",    "chiều",    "đăng",   "xuất", "bản",
      "gửi",   "tải",   "lên",    "mới",     "nhất",      "cuối",      "utc",     "một",      "tám",    "chín", "mười",
      "giêng", "chạp",  "monday", "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday", "mon",  "tue",
      "wed",   "thu",   "fri",    "sat",     "sun",       "published", "updated", "posted",   "on",     "at",   "last",
      "date",  "ict",   "h",      "g",       "phát",      "hành",      "ngáy",    "+07",      "7"};
  return EnglishMonth(words.keys[at]) != 0 ||
         std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return words.Is(at, word); });
}

}  // namespace

std::string FindDate(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string iso;
    if (words.tokens[i].kind == TokenKind::kDate) {
      iso = OfDigits(words.SurfaceOf(i));
    } else if (words.IsNumber(i) || words.tokens[i].kind == TokenKind::kCode) {
      iso = OfWords(words, i);
      if (iso.empty()) iso = AroundNumber(words, i);
    } else {
      iso = OfEnglishWords(words, i);
    }
    if (!iso.empty()) return iso;
  }
  return {};
}

std::string DateOfField(std::string_view field) {
  while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
  if (std::string iso = OfDigits(field); !iso.empty()) return iso;
  const std::size_t digits = field.find_first_not_of("0123456789");
  if (std::string iso = OfEightDigits(field.substr(0, digits)); !iso.empty()) return iso;
  return FindDate(LineWords(field));
}

bool IsDateline(const Words& words) {
  constexpr std::size_t kMostWords = 24;
  if (words.size() == 0 || words.size() > kMostWords) return false;
  bool when = false;  // a date or a clock time
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TokenKind kind = words.tokens[i].kind;
    const bool year = words.IsNumber(i) && words.SurfaceOf(i).size() == 4;
    when = when || kind == TokenKind::kDate || kind == TokenKind::kClock || year;
    if (kind == TokenKind::kWord && !IsDatelineWord(words, i)) return false;
    if (kind == TokenKind::kNumber && words.SurfaceOf(i).find_first_of(".,") != std::string_view::npos) return false;
    if (kind == TokenKind::kEmail || kind == TokenKind::kUrl || kind == TokenKind::kDocumentNumber) return false;
  }
  // "Năm 2014" is a heading, "2-7" tells nothing: there must be a whole date or a clock time.
  const bool clock = std::any_of(words.tokens.begin(), words.tokens.end(),
                                 [](const Token& token) { return token.kind == TokenKind::kClock; });
  return when && (clock || !FindDate(words).empty());
}

bool IsReportDateline(const Words& words) {
  constexpr std::size_t kMostPlaceWords = 5;
  std::size_t at = 0;
  while (at < words.size() && !words.Is(at, "ngày")) ++at;
  if (at == words.size() || at == 0) return false;
  if (at > kMostPlaceWords || words.After(at - 1) != ',' || at + 6 < words.size()) return false;
  for (std::size_t i = 0; i < at; ++i) {
    if (!words.tokens[i].capitalized && words.tokens[i].kind != TokenKind::kCode) return false;
  }
  return at + 1 < words.size() && !FindDate(words).empty();
}

}  // namespace timso
