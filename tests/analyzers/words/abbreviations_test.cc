#include "analyzers/words/abbreviations.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "analyzers/data/embedded.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "tests/catch.h"

using timso::Abbreviation;
using timso::ExpandAbbreviation;
using timso::FindExpansions;
using timso::ShortFormMatch;

namespace {

std::vector<std::string> Readings(std::string_view surface, ShortFormMatch match = ShortFormMatch::kWritten) {
  std::vector<std::string> readings;
  for (const Abbreviation* reading : ExpandAbbreviation(surface, match)) readings.push_back(reading->expansion);
  return readings;
}

std::vector<std::string> Keys(std::string_view text) {
  std::vector<std::string> keys;
  for (const timso::Token& token : timso::Tokenize(text)) {
    if (token.kind != timso::TokenKind::kPunctuation) keys.push_back(timso::SyllableKey(timso::Surface(text, token)));
  }
  return keys;
}

std::vector<std::string> ShortForms(std::string_view text, std::size_t at) {
  std::vector<std::string> forms;
  for (const Abbreviation* found : FindExpansions(Keys(text), at)) forms.push_back(found->short_form);
  return forms;
}

bool Has(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

}  // namespace

TEST_CASE("the abbreviations that reports use have their expansions") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"ĐV", "đảng viên"},
      {"TCĐ", "tổ chức đảng"},
      {"TCCSĐ", "tổ chức cơ sở đảng"},
      {"DTTS", "dân tộc thiểu số"},
      {"UBKT", "ủy ban kiểm tra"},
      {"BTV", "ban thường vụ"},
      {"BCH", "ban chấp hành"},
      {"UBND", "ủy ban nhân dân"},
      {"HĐND", "hội đồng nhân dân"},
      {"MTTQ", "mặt trận tổ quốc"},
      {"KT-XH", "kinh tế - xã hội"},
      {"KTXH", "kinh tế - xã hội"},
      {"NSNN", "ngân sách nhà nước"},
      {"BHYT", "bảo hiểm y tế"},
      {"BHXH", "bảo hiểm xã hội"},
      {"NTM", "nông thôn mới"},
      {"THPT", "trung học phổ thông"},
      {"THCS", "trung học cơ sở"},
      {"GRDP", "tổng sản phẩm trên địa bàn"},
      {"TP", "thành phố"},
      {"Tp", "thành phố"},
      {"TX", "thị xã"},
      {"TT", "thị trấn"},
      {"HTX", "hợp tác xã"},
      {"CCB", "cựu chiến binh"},
      {"LHPN", "liên hiệp phụ nữ"},
      {"TNCS", "thanh niên cộng sản"},
      {"ĐVTN", "đoàn viên thanh niên"},
      {"TP.HCM", "thành phố hồ chí minh"},
      {"TPHCM", "thành phố hồ chí minh"},
      {"T.Ư", "trung ương"},
      {"GD&ĐT", "giáo dục và đào tạo"},
      {"GD-ĐT", "giáo dục và đào tạo"},
      {"đ/c", "đồng chí"},
      {"ThS", "thạc sĩ"},
      {"CTr", "chương trình"},
  };
  for (const auto& [surface, expansion] : rows) {
    INFO(surface);
    CHECK(Has(Readings(surface), expansion));
  }
}

TEST_CASE("an ambiguous abbreviation has all its readings, the likeliest first") {
  CHECK(Readings("BCH") == std::vector<std::string>{"ban chấp hành", "ban chỉ huy"});
  CHECK(Readings("TT").size() >= 3);
  CHECK(Readings("XYZW").empty());
  CHECK(Readings("").empty());
}

TEST_CASE("ordinary words are no abbreviations") {
  for (const char* word : {"ca", "Ca", "ban", "to", "bt", "đv", "Tt1", "Đảng"}) {
    INFO(word);
    CHECK(Readings(word).empty());
  }
}

TEST_CASE("what one types into a search is read more freely") {
  CHECK(Has(Readings("đv", ShortFormMatch::kTyped), "đảng viên"));
  CHECK(Has(Readings("dv", ShortFormMatch::kTyped), "đảng viên"));
  CHECK(Has(Readings("dv", ShortFormMatch::kTyped), "dịch vụ"));
  CHECK(Has(Readings("ubnd", ShortFormMatch::kTyped), "ủy ban nhân dân"));
  CHECK(Has(Readings("hdnd", ShortFormMatch::kTyped), "hội đồng nhân dân"));
  CHECK(Readings("ca", ShortFormMatch::kTyped).empty());
  CHECK(Has(Readings("CA", ShortFormMatch::kTyped), "công an"));
}

TEST_CASE("an expansion is found where it begins, longest first") {
  CHECK(Has(ShortForms("đảng viên mới", 0), "ĐV"));
  CHECK(ShortForms("đảng viên mới", 1).empty());
  CHECK(Has(ShortForms("Ủy ban nhân dân huyện", 0), "UBND"));
  CHECK(Has(ShortForms("uỷ ban nhân dân huyện", 0), "UBND"));
  CHECK(Has(ShortForms("kinh tế - xã hội", 0), "KT-XH"));
  CHECK(Has(ShortForms("phát triển kinh tế xã hội", 2), "KT-XH"));
  const std::vector<const Abbreviation*> found = FindExpansions(Keys("ban thường vụ tỉnh ủy"), 0);
  REQUIRE(found.size() >= 2);
  CHECK(found.front()->short_form == "BTVTU");
  CHECK(found.front()->keys.size() == 5);
  CHECK(FindExpansions({}, 0).empty());
  CHECK(FindExpansions({"đảng"}, 5).empty());
}

TEST_CASE("an expansion is found without its marks too") {
  const std::vector<const Abbreviation*> found = timso::FindFoldedExpansions({"so", "uy", "ban", "nhan", "dan"}, 1);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front()->short_form == "UBND");
  CHECK(found.front()->folded_keys == std::vector<std::string>{"uy", "ban", "nhan", "dan"});
  CHECK(timso::FindFoldedExpansions({"ủy", "ban", "nhân", "dân"}, 0).empty());
  CHECK(timso::FindFoldedExpansions({}, 0).empty());
}

TEST_CASE("the table is clean") {
  const std::vector<Abbreviation>& rows = timso::AllAbbreviations();
  const std::string_view file = timso::EmbeddedFile("abbreviations.tsv");
  CHECK(rows.size() == static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')) - 1);
  CHECK(rows.size() >= 200);
  std::set<std::pair<std::string, std::string>> seen;
  for (const Abbreviation& row : rows) {
    INFO(row.short_form << " " << row.expansion);
    CHECK(seen.emplace(row.short_form, row.expansion).second);
    CHECK(timso::IsNormal(row.short_form));
    CHECK(timso::IsNormal(row.expansion));
    CHECK(timso::LowerCase(row.expansion) == row.expansion);
    CHECK_FALSE(row.note.empty());
    CHECK(row.keys.size() >= 2);
    // Both ways: the short form finds its expansion and the expansion its short form.
    CHECK(Has(Readings(row.short_form), row.expansion));
    CHECK(Has(ShortForms(row.expansion, 0), row.short_form));
  }
}
