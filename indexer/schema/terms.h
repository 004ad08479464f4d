// How terms are spelled: one prefix a kind of term, the same on the indexing and on the asking side.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"

namespace timso {

// Do not rename: persisted. Text terms are lower case, prefixes upper case, so that the two never meet.
namespace prefix {
// In both databases.
inline constexpr std::string_view kId = "Q";      // the document's id; of a fact: the document that states it
inline constexpr std::string_view kExact = "";    // a syllable or word with its marks (SyllableKey)
inline constexpr std::string_view kFolded = "F";  // the same without marks (FoldedKey)
inline constexpr std::string_view kPair = "B";    // two neighbours, each a common syllable: PairCode
inline constexpr std::string_view kBigram = "G";  // any other two neighbours, folded, joined by '_'
inline constexpr std::string_view kSource = "P";  // words of the source, folded
inline constexpr std::string_view kDay = "D";     // of the document's date: D20230531, M202305, Y2023
inline constexpr std::string_view kMonth = "M";
inline constexpr std::string_view kDocumentYear = "Y";
// Of articles.
inline constexpr std::string_view kTitle = "S";   // words of the title, folded
inline constexpr std::string_view kAuthor = "A";  // words of the author, folded
// Of facts.
inline constexpr std::string_view kLevel = "XL";        // XLdistrict
inline constexpr std::string_view kPlaceCode = "XP";    // the gazetteer's code of the subject and of all above it
inline constexpr std::string_view kPlaceName = "XN";    // the subject's and the province's folded name: XNkrong pac
inline constexpr std::string_view kProvince = "XV";     // XVdak lak
inline constexpr std::string_view kSubject = "XS";      // XSkrong pac
inline constexpr std::string_view kMeasure = "XM";      // XMparty_members_admitted
inline constexpr std::string_view kMeasureWord = "XT";  // words of measure_text, folded
inline constexpr std::string_view kKind = "XK";         // XKattainment
inline constexpr std::string_view kUnit = "XU";         // XUperson; the folded words when it is a counter word
inline constexpr std::string_view kQualifier = "XQ";    // XQfemale, one each
inline constexpr std::string_view kYear = "XY";         // the period lies within this year
inline constexpr std::string_view kFromYear = "XF";     // the period begins in this year
inline constexpr std::string_view kToYear = "XE";       // the period ends in this year
inline constexpr std::string_view kDuring = "XD";       // the period has a day in this year, one term a year
inline constexpr std::string_view kFlag = "XX";         // XXderived, XXwordless, XXdoubtful, XXcontradicted, XXrange
}  // namespace prefix

// prefix + body. A term may have 245 bytes (glass stores a zero byte as two): a longer one keeps its beginning and ends
// in a hash of the whole.
std::string MakeTerm(std::string_view prefix, std::string_view body);

std::string IdTerm(std::string_view id);

// A name as terms hold it: normalized, each word folded, one space between words: "Hoà  Thành" → "hoa thanh".
std::string FoldName(std::string_view name);

// The year terms for "the period lies within [first, last]": one kYear term, or any kFromYear and any kToYear within.
// A bare year of a question is YearTerm(y); a range is the AND of two ORs.
std::string YearTerm(int year);
std::vector<std::string> FromYearTerms(int first, int last);
std::vector<std::string> ToYearTerms(int first, int last);
std::string DuringTerm(int year);

// All boolean terms of a fact, but for IdTerm: level, places, province, subject, measure, kind, unit, qualifiers,
// years, flags. Sorted, no repeats.
std::vector<std::string> FactTerms(const Fact& fact);

// The day, month and year terms of an ISO date; none for what is no date.
std::vector<std::string> DateTerms(std::string_view iso);

}  // namespace timso
