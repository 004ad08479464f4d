#include "analyzers/text/token_patterns.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzers/text/characters.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

char ByteAt(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

bool IsDigitByte(std::string_view text, std::size_t at) {
  return IsDigit(static_cast<unsigned char>(ByteAt(text, at)));
}

char32_t Peek(std::string_view text, std::size_t at) { return at < text.size() ? DecodeCodePoint(text, at) : 0; }

std::size_t Digits(std::string_view text, std::size_t at) {
  while (IsDigitByte(text, at)) ++at;
  return at;
}

// Past all groups of digits that the separator joins on.
std::size_t SeparatedEnd(std::string_view text, std::size_t at, char separator) {
  while (ByteAt(text, at) == separator && IsDigitByte(text, at + 1)) at = Digits(text, at + 1);
  return at;
}

template <typename Predicate>
std::size_t Run(std::string_view text, std::size_t at, Predicate holds) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!holds(DecodeCodePoint(text, next))) break;
    at = next;
  }
  return at;
}

std::size_t Letters(std::string_view text, std::size_t at) { return Run(text, at, IsLetter); }

int ValueOf(std::string_view text, std::size_t begin, std::size_t end) {
  int value = 0;
  for (std::size_t at = begin; at < end; ++at) value = value * 10 + (text[at] - '0');
  return value;
}

// What is known of one run of letters.
struct LetterRun {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool tone = false;  // a tone mark other than level
  bool vowel = false;
};

LetterRun Describe(std::string_view text, std::size_t begin, std::size_t end) {
  LetterRun run;
  while (begin < end) {
    const char32_t c = DecodeCodePoint(text, begin);
    const Letter& letter = LetterOf(c);
    ++run.letters;
    run.capitals += IsUpper(c) ? 1 : 0;
    run.tone = run.tone || letter.tone != Tone::kLevel;
    run.vowel = run.vowel || letter.vowel;
  }
  return run;
}

// The year, month and day of a date are what they may be, and nothing grows on to the end.
bool IsDate(std::string_view text, int year, int month, int day, std::size_t end) {
  return year >= 1000 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         !IsLetter(Peek(text, end)) && !IsDigitByte(text, end);
}

// 2021-08-31.
std::size_t IsoDateEnd(std::string_view text, std::size_t pos, std::size_t year_end) {
  if (ByteAt(text, year_end) != '-' || Digits(text, year_end + 1) != year_end + 3) return 0;
  const std::size_t end = year_end + 6;
  if (ByteAt(text, year_end + 3) != '-' || Digits(text, year_end + 4) != end) return 0;
  const int month = ValueOf(text, year_end + 1, year_end + 3);
  return IsDate(text, ValueOf(text, pos, year_end), month, ValueOf(text, year_end + 4, end), end) ? end : 0;
}

// The letters before the organisation in a document's number: two capitals or more, one small letter at most (CTr).
bool IsDocumentSign(std::string_view text, std::size_t begin, std::size_t end) {
  const LetterRun run = Describe(text, begin, end);
  return run.capitals >= 2 && run.letters - run.capitals <= 1 && run.letters <= 10 && !run.tone;
}

// Kinds of documents whose sign may end the number: 45/QĐ, 12/BC.
bool IsDocumentKind(std::string_view sign) {
  constexpr std::array<std::string_view, 26> kKinds = {"QĐ", "NQ", "CT",   "KH",   "BC",  "TT",  "NĐ",   "HD",   "CV",
                                                       "TB", "KL", "QC",   "ĐA",   "CTr", "TTr", "PA",   "TTLT", "CĐ",
                                                       "GM", "SL", "CTHĐ", "CTPH", "BB",  "PL",  "VBHN", "QyĐ"};
  return std::find(kKinds.begin(), kKinds.end(), sign) != kKinds.end();
}

bool InAddress(char32_t c) {
  constexpr std::string_view kOutside = "\"<>(),;|{}[]`";
  return c > U' ' && c < 0x7F && kOutside.find(static_cast<char>(c)) == std::string_view::npos;
}

// Without the signs that belong to the sentence.
std::size_t TrimAddress(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kTrailing = ".:?!'*_-";
  while (end > begin && kTrailing.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

bool IsHostByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// The end of a host name of at least two labels that ends in a well-known domain, or 0.
std::size_t HostEnd(std::string_view text, std::size_t pos) {
  constexpr std::size_t kLongestHost = 253;
  constexpr int kMostLabels = 6;
  constexpr std::array<std::string_view, 10> kDomains = {"vn",   "com", "net", "org",  "gov",
                                                         "info", "edu", "biz", "asia", "eu"};
  std::size_t end = 0;
  std::size_t label = pos;
  for (int labels = 0; labels < kMostLabels; ++labels) {
    std::size_t at = label;
    while (at < text.size() && at - pos < kLongestHost && IsHostByte(text[at])) ++at;
    const std::string_view name = text.substr(label, at - label);
    if (name.empty() || (at < text.size() && IsLetter(Peek(text, at)))) return end;
    if (label > pos && std::find(kDomains.begin(), kDomains.end(), name) != kDomains.end()) end = at;
    if (ByteAt(text, at) != '.') return end;
    label = at + 1;
  }
  return end;
}

}  // namespace

std::size_t DateEnd(std::string_view text, std::size_t pos) {
  const std::size_t day = Digits(text, pos);
  if (day - pos == 4) return IsoDateEnd(text, pos, day);
  const char separator = ByteAt(text, day);
  if (day - pos > 2 || (separator != '/' && separator != '-' && separator != '.')) return 0;
  const std::size_t month = Digits(text, day + 1);
  if (month == day + 1 || month - day > 3 || ByteAt(text, month) != separator) return 0;
  const std::size_t year = Digits(text, month + 1);
  if (year - month != 5) return 0;
  const bool valid =
      IsDate(text, ValueOf(text, month + 1, year), ValueOf(text, day + 1, month), ValueOf(text, pos, day), year);
  return valid ? year : 0;
}

std::size_t ClockEnd(std::string_view text, std::size_t pos) {
  const std::size_t hour = Digits(text, pos);
  const char separator = ByteAt(text, hour);
  if (hour - pos > 2 || (separator != ':' && separator != 'h' && separator != 'g')) return 0;
  if (ValueOf(text, pos, hour) > 24) return 0;
  std::size_t end = Digits(text, hour + 1);
  if (end == hour + 1) return separator == 'h' && !IsLetter(Peek(text, end)) ? end : 0;
  if (end - hour != 3 || ValueOf(text, hour + 1, end) > 59) return 0;
  if (separator == ':' && ByteAt(text, end) == ':' && Digits(text, end + 1) == end + 3) end += 3;
  if (ByteAt(text, end) == 'p' && !IsLetter(Peek(text, end + 1))) return end + 1;
  // 1:50.000 is a scale, 10:15,5 a time of a race.
  const bool decimal = (ByteAt(text, end) == '.' || ByteAt(text, end) == ',') && IsDigitByte(text, end + 1);
  return IsLetter(Peek(text, end)) || decimal ? 0 : end;
}

std::size_t DocumentNumberEnd(std::string_view text, std::size_t pos) {
  std::size_t at = Digits(text, pos);
  if (at - pos > 5) return 0;
  if (ByteAt(text, at) == '/' && Digits(text, at + 1) == at + 5) at += 5;
  const char separator = ByteAt(text, at);
  if (separator != '-' && separator != '/') return 0;
  const std::size_t sign = at + 1;
  std::size_t end = Letters(text, sign);
  if (!IsDocumentSign(text, sign, end) || text.substr(sign, end - sign) == "TP") return 0;  // Quận 8-TP.HCM
  const std::size_t sign_end = end;
  const auto letter_or_digit = [](char32_t c) { return IsLetter(c) || IsDigit(c); };
  end = Run(text, end, IsDigit);  // QH13
  while (ByteAt(text, end) == '-' || ByteAt(text, end) == '/' || ByteAt(text, end) == '.') {
    const std::size_t next = Run(text, end + 1, letter_or_digit);
    const bool lost_space = Describe(text, end + 1, next).tone;
    if (next == end + 1 || !IsUpper(Peek(text, end + 1)) || lost_space) break;
    end = next;
  }
  // A bare sign must be a kind of document: "12-HTX" and "5/UBND" are something else.
  const bool bare = end == sign_end;
  return !bare || IsDocumentKind(text.substr(sign, end - sign)) ? end : 0;
}

std::size_t NumberEnd(std::string_view text, std::size_t pos) {
  const std::size_t first = Digits(text, pos);
  const std::size_t whole = SeparatedEnd(text, first, '.');
  if (ByteAt(text, whole) != ',' || !IsDigitByte(text, whole + 1)) return whole;
  // 12,13,15: what a comma joins to the number before it is a list's next item.
  const bool in_list = pos >= 2 && text[pos - 1] == ',' && IsDigitByte(text, pos - 2);
  const std::size_t next = Digits(text, whole + 1);
  const bool years = whole - pos == 4 && next - whole == 5 && text[pos] <= '2';
  if (in_list || years) return whole;
  const bool several = ByteAt(text, next) == ',' && IsDigitByte(text, next + 1);
  if (!several) return SeparatedEnd(text, next, '.');
  // English grouping, 1,234,567, is the one number with several commas.
  const std::size_t end = SeparatedEnd(text, first, ',');
  for (std::size_t group = first; group < end; group += 4) {
    if (Digits(text, group + 1) != group + 4) return whole;
  }
  return SeparatedEnd(text, end, '.');
}

std::size_t UrlEnd(std::string_view text, std::size_t pos, std::size_t word_end) {
  const std::string_view word = text.substr(pos, word_end - pos);
  const std::string_view rest = text.substr(word_end);
  const bool scheme = rest.starts_with("://") && (word == "http" || word == "https" || word == "ftp");
  const bool www = rest.starts_with('.') && (word == "www" || word == "WWW") && IsHostByte(ByteAt(text, word_end + 1));
  if (scheme || www) return TrimAddress(text, pos, Run(text, word_end, InAddress));
  const std::size_t host = HostEnd(text, pos);
  if (host == 0 || ByteAt(text, host) != '/') return host;
  const std::size_t end = Run(text, host, InAddress);
  return IsLetter(Peek(text, end)) ? host : TrimAddress(text, pos, end);  // Zing.vn/Trí thức
}

std::size_t EmailEnd(std::string_view text, std::size_t pos) {
  constexpr std::size_t kLongestLocal = 64;
  std::size_t at = pos;
  while (at < text.size() && at - pos < kLongestLocal &&
         (IsHostByte(text[at]) || text[at] == '.' || text[at] == '_' || text[at] == '+')) {
    ++at;
  }
  if (ByteAt(text, at) != '@' || !IsHostByte(ByteAt(text, at + 1))) return 0;
  std::size_t end = at + 1;
  while (end < text.size() && (IsHostByte(text[end]) || text[end] == '.')) ++end;
  end = TrimAddress(text, at, end);
  return text.substr(at, end - at).find('.') == std::string_view::npos ? 0 : end;
}

std::size_t AbbreviationEnd(std::string_view text, std::size_t pos, std::size_t word_end) {
  constexpr std::size_t kLongestPart = 3;
  const std::string_view word = text.substr(pos, word_end - pos);
  if (word == "v" && text.substr(word_end).starts_with(".v") && !IsLetter(Peek(text, word_end + 2))) {
    return word_end + 2;
  }
  if ((word == "đ" || word == "Đ") && ByteAt(text, word_end) == '/') {
    const char c = ByteAt(text, word_end + 1);
    return (c == 'c' || c == 'C') && !IsLetter(Peek(text, word_end + 2)) ? word_end + 2 : 0;
  }
  bool vowels_only = true;  // every part has a vowel, so that it may be a word of a heading in capitals
  bool dotted = false;
  std::size_t end = 0;
  std::size_t begin = pos;
  std::size_t part_end = word_end;
  for (;;) {
    const LetterRun part = Describe(text, begin, part_end);
    const bool title = part.letters - part.capitals == 1 && part.capitals >= 1 && part.letters <= kLongestPart;
    const bool capitals = part.letters == part.capitals;
    // ThS.BS and Tp.HCM have a small letter within; around & any length is an abbreviation (NN&PTNT).
    const bool ampersand = (begin > pos && text[begin - 1] == '&') || ByteAt(text, part_end) == '&';
    // In small letters too where no part can be a syllable: tp.hcm, kt-xh.
    const bool vowelless = part.capitals == 0 && !part.vowel && part.letters >= 2;
    const bool fits =
        (capitals || title || vowelless) && part.letters > 0 && (part.letters <= kLongestPart || ampersand);
    if (!fits || part.tone || IsDigitByte(text, part_end)) break;
    vowels_only = vowels_only && part.vowel;
    if (begin > pos) {
      dotted = dotted || text[begin - 1] != '-';
      if (!capitals && !vowelless && end == 0) break;  // "B.An": the second part tells it from a lost space
      end = part_end;
    }
    const char sign = ByteAt(text, part_end);
    if (sign != '.' && sign != '-' && sign != '&') break;
    begin = part_end + 1;
    part_end = Letters(text, begin);
    if (part_end == begin) break;
  }
  return end != 0 && (dotted || !vowels_only) ? end : 0;
}

std::size_t NumberedNameEnd(std::string_view text, std::size_t pos, std::size_t word_end) {
  if (ByteAt(text, word_end) != '-') return 0;
  const std::size_t end = Digits(text, word_end + 1);
  if (end == word_end + 1 || end - word_end > 4) return 0;
  const bool decimal = (ByteAt(text, end) == '.' || ByteAt(text, end) == ',') && IsDigitByte(text, end + 1);
  if (decimal || IsLetter(Peek(text, end)) || ByteAt(text, end) == '-' || ByteAt(text, end) == '/') return 0;
  const std::string_view word = text.substr(pos, word_end - pos);
  if (word == "Covid" || word == "covid") return end;
  const LetterRun run = Describe(text, pos, word_end);
  const bool roman = word.find_first_not_of("IVXLC") == std::string_view::npos;
  return run.capitals == run.letters && run.letters <= 6 && !run.tone && !roman ? end : 0;
}

std::size_t ApostropheEnd(std::string_view text, std::size_t pos, std::size_t word_end) {
  constexpr std::size_t kLongestPrefix = 2;  // letters before it: H'Mông, Ch'ơm; more is a quotation's end
  std::size_t end = word_end;
  if (Describe(text, pos, word_end).letters > kLongestPrefix) return end;
  std::size_t at = word_end;
  const char32_t sign = at < text.size() ? DecodeCodePoint(text, at) : 0;
  if (sign != U'\'' && sign != U'’' && sign != U'ʼ' && sign != U'`') return end;
  const std::size_t rest = Letters(text, at);
  return rest > at ? rest : end;
}

}  // namespace timso
