// Which spellings are the same word, and which are not: composed, decomposed and with the marks in odd order.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "tests/catch.h"

namespace {

// What the two are to each other. kExact: one exact key. kFolded: only one folded key. kDifferent: not even that.
enum class Relation { kExact, kFolded, kDifferent };
constexpr Relation E = Relation::kExact;
constexpr Relation F = Relation::kFolded;
constexpr Relation D = Relation::kDifferent;

struct Row {
  const char* left;
  const char* right;
  Relation relation;
};

// An odd row names what it guards.
const std::vector<Row> kRows = {
    // Tone placement, old and new.
    {"hoà", "hòa", E},
    {"hoá", "hóa", E},
    {"hoả", "hỏa", E},
    {"hoã", "hõa", E},
    {"hoạ", "họa", E},
    {"toà", "tòa", E},
    {"khoá", "khóa", E},
    {"doạ", "dọa", E},
    {"loà", "lòa", E},
    {"xoá", "xóa", E},
    {"khoẻ", "khỏe", E},
    {"hoè", "hòe", E},
    {"loé", "lóe", E},
    {"toé", "tóe", E},
    {"choẹ", "chọe", E},
    {"uỷ", "ủy", E},
    {"thuý", "thúy", E},
    {"thuỷ", "thủy", E},
    {"tuỳ", "tùy", E},
    {"luỹ", "lũy", E},
    {"huỷ", "hủy", E},
    {"quỵ", "qụy", E},
    {"suý", "súy", E},
    {"nguỵ", "ngụy", E},
    {"truỵ", "trụy", E},
    {"tuý", "túy", E},
    {"khuỷ", "khủy", E},
    {"chuỳ", "chùy", E},
    {"thuỵ", "thụy", E},
    {"Hoà", "HÒA", E},
    // The tone on a letter that no rule puts it on, as typists leave it.
    {"tóan", "toán", E},
    {"hòan", "hoàn", E},
    {"ngòai", "ngoài", E},
    {"họăc", "hoặc", E},
    {"đựơc", "được", E},
    {"nứơc", "nước", E},
    {"tíên", "tiến", E},
    {"ngừơi", "người", E},
    {"cũôc", "cuỗc", E},
    {"thúê", "thuế", E},
    {"khuỷu", "khủyu", E},
    {"qủa", "quả", E},
    {"qúy", "quý", E},
    {"gía", "giá", E},
    {"gìau", "giàu", E},
    {"ngoèo", "ngòeo", E},
    {"xoáy", "xóay", E},
    {"khuýp", "khúyp", E},
    // Where the syllable differs the tone stays where it is: qu and gi belong to the consonant.
    {"quà", "qùa", E},
    {"quà", "quá", F},
    {"già", "gìa", E},
    {"già", "giá", F},
    {"quà", "qua", F},
    {"quạ", "quả", F},
    {"giỏ", "gió", F},
    {"giếng", "giêng", F},
    {"quê", "quế", F},
    {"quên", "quyên", D},
    {"gì", "gi", F},
    {"gìn", "gin", F},
    {"giặc", "giặt", D},
    {"thuở", "thủa", D},
    {"cua", "của", F},
    {"chùa", "chúa", F},
    {"mía", "mìa", F},
    {"kìa", "kía", F},
    {"múa", "mùa", F},
    {"khuya", "khuy", D},
    // i and y where usage varies.
    {"kỷ", "kỉ", E},
    {"kỹ", "kĩ", E},
    {"kỳ", "kì", E},
    {"ký", "kí", E},
    {"lý", "lí", E},
    {"lỵ", "lị", E},
    {"mỹ", "mĩ", E},
    {"Mỹ", "MĨ", E},
    {"my", "mi", E},
    {"sỹ", "sĩ", E},
    {"tỷ", "tỉ", E},
    {"tỵ", "tị", E},
    {"hy", "hi", E},
    {"vỹ", "vĩ", E},
    {"vy", "vi", E},
    {"quý", "quí", E},
    {"quỳ", "quì", E},
    {"quỹ", "quĩ", E},
    {"quy", "qui", E},
    {"quỷ", "quỉ", E},
    {"quýt", "quít", E},
    {"quỵt", "quịt", E},
    {"quynh", "quinh", E},
    {"Quý", "QUÍ", E},
    {"qúi", "quý", E},
    // And where it does not.
    {"thúy", "thúi", D},
    {"tay", "tai", D},
    {"may", "mai", D},
    {"hay", "hai", D},
    {"lay", "lai", D},
    {"túy", "túi", D},
    {"huy", "hui", D},
    {"thuy", "thui", D},
    {"mây", "mâi", D},
    {"y", "i", D},
    {"ý", "í", D},
    {"yên", "iên", D},
    {"yêu", "iêu", D},
    {"khuy", "khui", D},
    {"uy", "ui", D},
    {"lũy", "lũi", D},
    {"suy", "sui", D},
    {"quyên", "quiên", D},
    {"chi", "chy", D},
    {"ni", "ny", D},
    {"di", "dy", D},
    {"bi", "by", D},
    {"nguyễn", "nguiễn", D},
    // Marks tell words apart; without them they are one.
    {"ma", "mà", F},
    {"ma", "má", F},
    {"mả", "mã", F},
    {"mạ", "ma", F},
    {"ma", "MA", E},
    {"đa", "da", F},
    {"Đảng", "đảng", E},
    {"đảng", "đang", F},
    {"đảng", "dang", F},
    {"ĐẢNG", "dang", F},
    {"đẳng", "đảng", F},
    {"viên", "vien", F},
    {"viên", "viền", F},
    {"ơ", "ô", F},
    {"ơ", "o", F},
    {"ư", "u", F},
    {"ă", "â", F},
    {"ê", "e", F},
    {"tổ", "tố", F},
    {"huyện", "huyen", F},
    {"nước", "nuoc", F},
    {"Lắk", "Lak", F},
    {"Krông", "Krong", F},
    {"kỷ luật", "kỉ luật", E},
    {"quí", "quy", F},
    {"Pắc", "Pác", F},
    {"uỷ", "uy", F},
    {"thuế", "thue", F},
    {"ma", "na", D},
    {"đảng", "đản", D},
    {"tỉnh", "tính", F},
    {"tinh", "tính", F},
    {"tĩnh", "tịnh", F},
    // Look-alikes.
    {"\u00D0ảng", "Đảng", E},
    {"\u00F0ảng", "đảng", E},
    {"\u0189ảng", "Đảng", E},
    {"\u0256ảng", "đảng", E},
    {"đả\u00ADng", "đảng", E},
    {"đảng\u200B", "đảng", E},
    {"\uFEFFđảng", "đảng", E},
    {"đ\u200Dảng", "đảng", E},
    {"đ\u2060ảng", "đảng", E},
    {"１２３", "123", E},
    {"ＵＢＮＤ", "UBND", E},
    {"a\u200B\u0301", "á", E},
    {"km²", "km2", E},
    {"m³", "m3", E},
    {"dơ\u0340", "dờ", E},
    {"dơ\u0341", "dớ", E},
    // Odd orders of marks: tone before circumflex, breve, horn; dot before and behind.
    {"a\u0301\u0302", "ấ", E},
    {"a\u0302\u0301", "ấ", E},
    {"á\u0302", "ấ", E},
    {"e\u0323\u0302", "ệ", E},
    {"e\u0302\u0323", "ệ", E},
    {"ẹ\u0302", "ệ", E},
    {"o\u0301\u031B", "ớ", E},
    {"u\u0323\u031B", "ự", E},
    {"a\u0300\u0306", "ằ", E},
    {"O\u0309\u0302", "Ổ", E},
    {"y\u0303", "ỹ", E},
    {"o\u0308", "ö", E},
    {"a\u0302\u0306", "â", F},
    {"a\u0301\u0300", "a", F},
    // Apostrophes in names of the highlands; what is no Vietnamese syllable.
    {"H'Mông", "Hmông", E},
    {"H’Mông", "H'mông", E},
    {"M'Drắk", "Mdrắk", E},
    {"M`Drắk", "M'Drắk", E},
    {"H'Mông", "Hmong", F},
    {"K'Bang", "Kbang", E},
    {"Müller", "muller", F},
    {"São", "sao", F},
    {"Google", "GOOGLE", E},
    {"TP.HCM", "tp.hcm", E},
    {"12A6", "12a6", E},
    {"café", "cafe", F},
    {"Brăng", "Brang", F},
    {"ABBA", "aba", D},
    {"web", "wep", D},
};

std::string Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  REQUIRE(U_SUCCESS(status));
  return out;
}

// The marks of each letter in the other order.
std::string Reordered(const std::string& text) {
  std::string out;
  icu::UnicodeString marks;
  const icu::UnicodeString decomposed = icu::UnicodeString::fromUTF8(Decomposed(text));
  const auto flush = [&] {
    marks.reverse().toUTF8String(out);
    marks.remove();
  };
  for (int i = 0; i < decomposed.length(); ++i) {
    const char16_t c = decomposed[i];
    if (c >= 0x300 && c <= 0x36F) {
      marks.append(c);
      continue;
    }
    flush();
    icu::UnicodeString(c).toUTF8String(out);
  }
  flush();
  return out;
}

// The keys of all tokens of the source, apart by spaces.
std::string Keys(const std::string& source, void (*append)(std::string_view, std::string&)) {
  const std::string text = timso::Normalize(source).text;
  std::string keys;
  for (const timso::Token& token : timso::Tokenize(text)) {
    if (!keys.empty()) keys += ' ';
    append(timso::Surface(text, token), keys);
  }
  return keys;
}

Relation RelationOf(const std::string& left, const std::string& right) {
  if (Keys(left, timso::AppendSyllableKey) == Keys(right, timso::AppendSyllableKey)) return E;
  return Keys(left, timso::AppendFoldedKey) == Keys(right, timso::AppendFoldedKey) ? F : D;
}

// Two tones on one letter have no other order that means the same, and compositions of other scripts' marks neither.
bool HasOneOrder(const Row& row) {
  const std::string text = std::string(row.left) + row.right;
  return text.find("a\u0302\u0306") != std::string::npos || text.find("a\u0301\u0300") != std::string::npos;
}

}  // namespace

TEST_CASE("spellings of one word, and of two") {
  REQUIRE(kRows.size() >= 150);
  for (const Row& row : kRows) {
    INFO(row.left << " and " << row.right);
    CHECK(RelationOf(row.left, row.right) == row.relation);
    CHECK(RelationOf(Decomposed(row.left), row.right) == row.relation);
    CHECK(RelationOf(row.left, Decomposed(row.right)) == row.relation);
    if (!HasOneOrder(row)) CHECK(RelationOf(Reordered(row.left), Reordered(row.right)) == row.relation);
  }
}

TEST_CASE("normalizing leaves the author's spelling as it is") {
  for (const char* text : {"hoà", "hòa", "uỷ", "ủy", "quí", "quý", "kỉ luật", "Mĩ", "tóan", "quà", "H'Mông", "Đảng"}) {
    CHECK(timso::Normalize(text).text == text);
  }
}

TEST_CASE("marks come off any text, case and signs stay") {
  CHECK(timso::StripMarks("Đảng bộ HUYỆN Ứng Hòa, 1.481!") == "Dang bo HUYEN Ung Hoa, 1.481!");
  CHECK(timso::LowerCase("ĐẢNG Ứng A-1 Ö") == "đảng ứng a-1 ö");
}

TEST_CASE("the tone goes where an input method puts it") {
  using timso::Tone;
  CHECK(timso::WithToneOn("hoa", Tone::kGrave) == "hòa");
  CHECK(timso::WithToneOn("TOAN", Tone::kAcute) == "TOÁN");
  CHECK(timso::WithToneOn("nươc", Tone::kAcute) == "nước");
  CHECK(timso::WithToneOn("quy", Tone::kAcute) == "quý");
  CHECK(timso::WithToneOn("gi", Tone::kGrave) == "gì");
  CHECK(timso::WithToneOn("hòa", Tone::kGrave).empty());
  CHECK(timso::WithToneOn("google", Tone::kGrave).empty());
  CHECK(timso::WithToneOn("", Tone::kGrave).empty());
}
