// The guide's rules, a row each: a text and the facts that it states, rendered in short.
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/analyzers/facts/render.h"
#include "tests/catch.h"

namespace {

const std::vector<FactRow> kRows = {
    {"attainment by its percent",
     "Năm 2020, huyện Đơn Dương (Lâm Đồng) kết nạp 108 đảng viên, đạt 106,93% so với chỉ tiêu.",
     {"Đơn Dương: party_members_admitted amount 108 person 2020-01-01..2020-12-31",
      "Đơn Dương: party_members_admitted attainment 106.93 percent 2020-01-01..2020-12-31"}},
    {"to exceed by 0,7 % is to reach 100,7 %",
     "Năm 2020, huyện Đơn Dương kết nạp 108 đảng viên, vượt 0,7% kế hoạch.",
     {"Đơn Dương: party_members_admitted amount 108 person 2020-01-01..2020-12-31",
      "Đơn Dương: party_members_admitted attainment 100.7 percent 2020-01-01..2020-12-31"}},
    {"below the plan",
     "Năm 2020, huyện Đơn Dương thu ngân sách 95 tỷ đồng, thấp hơn kế hoạch 5%.",
     {"Đơn Dương: budget_revenue amount 95000000000 VND 2020-01-01..2020-12-31",
      "Đơn Dương: budget_revenue attainment 95 percent 2020-01-01..2020-12-31"}},
    {"a target met in words",
     "Năm 2020, xã Đạ Ròn kết nạp 9 đảng viên, hoàn thành chỉ tiêu.",
     {"Đạ Ròn: party_members_admitted amount 9 person 2020-01-01..2020-12-31",
      "Đạ Ròn: party_members_admitted attainment ge 100 percent 2020-01-01..2020-12-31"}},
    {"a purpose is no result",
     "Năm 2020, huyện Đơn Dương kết nạp 9 đảng viên và quyết tâm hoàn thành chỉ tiêu kết nạp đảng viên.",
     {"Đơn Dương: party_members_admitted amount 9 person 2020-01-01..2020-12-31"}},
    {"more than all of the target",
     "Năm 2020, huyện Đơn Dương kết nạp 9 đảng viên, vượt 100% chỉ tiêu.",
     {"Đơn Dương: party_members_admitted amount 9 person 2020-01-01..2020-12-31",
      "Đơn Dương: party_members_admitted attainment gt 100 percent 2020-01-01..2020-12-31"}},
    {"signed changes",
     "Năm 2020, tỉnh Hà Nam xuất khẩu 100 triệu USD, giảm 3,2% so với cùng kỳ năm 2019.",
     {"Hà Nam: exports amount 100000000 USD 2020-01-01..2020-12-31",
      "Hà Nam: exports change -3.2 percent 2020-01-01..2020-12-31"}},
    {"percent of an earlier time",
     "Năm 2020, kim ngạch xuất khẩu của tỉnh Hà Nam bằng 94,59% so với cùng kỳ.",
     {"Hà Nam: exports change -5.41 percent 2020-01-01..2020-12-31"}},
    {"two levels, each with its year",
     "Tỷ lệ hộ nghèo của huyện Ba Bể giảm từ 11,25% (năm 2011) xuống 2,89% (năm 2015).",
     {"Ba Bể: poor_households share 11.25 percent 2011-01-01..2011-12-31",
      "Ba Bể: poor_households share 2.89 percent 2015-01-01..2015-12-31"}},
    {"changes in the order of the amounts",
     "Năm 2020, huyện Ba Bể kiểm tra 450 tổ chức đảng và 206 đảng viên (tăng 230 tổ chức và 124 đảng viên).",
     {"Ba Bể: party_organizations_inspected amount 450 organization 2020-01-01..2020-12-31",
      "Ba Bể: party_members_inspected amount 206 person 2020-01-01..2020-12-31",
      "Ba Bể: party_organizations_inspected change 230 organization 2020-01-01..2020-12-31",
      "Ba Bể: party_members_inspected change 124 person 2020-01-01..2020-12-31"}},
    {"the planned number",
     "Năm 2021, chỉ tiêu kết nạp đảng viên mới của huyện Phú Bình là 190 đồng chí.",
     {"Phú Bình: party_members_admitted target 190 person 2021-01-01..2021-12-31"}},
    {"a planned range",
     "Nhiệm kỳ 2020 - 2025, huyện Phú Bình phấn đấu mỗi năm kết nạp từ 90 - 100 đảng viên.",
     {"Phú Bình: party_members_admitted target 90..100 person 2020-01-01..2025-12-31"}},
    {"a/b beside a plan",
     "Năm 2020, huyện Phú Bình kết nạp 65/75 đảng viên, đạt 86,7% kế hoạch.",
     {"Phú Bình: party_members_admitted amount 65 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted target 75 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted attainment 86.7 percent 2020-01-01..2020-12-31"}},
    {"attainment follows from amount and target",
     "Năm 2020, chỉ tiêu kết nạp đảng viên của huyện Phú Bình là 200 đồng chí. Trong năm, huyện kết nạp 150 đảng viên.",
     {"Phú Bình: party_members_admitted target 200 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted amount 150 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted attainment 75 percent 2020-01-01..2020-12-31 derived"}},
    {"so many more are no target of all",
     "Năm 2020, huyện Phú Bình có 18 xã đạt chuẩn nông thôn mới. Năm 2020, huyện Phú Bình phấn đấu có thêm 2 xã đạt "
     "chuẩn "
     "nông thôn mới.",
     {"Phú Bình: new_rural_communes amount 18 xã 2020-01-01..2020-12-31",
      "Phú Bình: new_rural_communes target 2 xã 2020-01-01..2020-12-31"}},
    {"shares belong to the count beside them",
     "Năm 2020, huyện Krông Pắc kết nạp 713 đảng viên nữ, chiếm 48,14%.",
     {"Krông Pắc: party_members_admitted+female amount 713 person 2020-01-01..2020-12-31",
      "Krông Pắc: party_members_admitted+female share 48.14 percent 2020-01-01..2020-12-31"}},
    {"a running count begins with the year",
     "Tính đến cuối tháng 9, Đảng bộ huyện Phú Bình kết nạp 52 đảng viên.",
     {"Phú Bình: party_members_admitted amount 52 person 2021-01-01..2021-09-30"}},
    {"a stock stands on its day",
     "Tính đến ngày 30/6/2021, Đảng bộ huyện Phú Bình có 8.436 đảng viên.",
     {"Phú Bình: party_members amount 8436 person 2021-06-30..2021-06-30"}},
    {"each item its own subject",
     "Năm 2020, Đảng bộ huyện Đức Linh kết nạp 52 đảng viên, đạt 50,98%; Đảng bộ huyện Tánh Linh kết nạp 13, đạt "
     "17,33%.",
     {"Đức Linh: party_members_admitted amount 52 person 2020-01-01..2020-12-31",
      "Đức Linh: party_members_admitted attainment 50.98 percent 2020-01-01..2020-12-31",
      "Tánh Linh: party_members_admitted amount 13 person 2020-01-01..2020-12-31",
      "Tánh Linh: party_members_admitted attainment 17.33 percent 2020-01-01..2020-12-31"}},
    {"shared numbers",
     "Năm 2014, hai thành phố Hải Phòng, Cần Thơ mỗi nơi giải quyết việc làm cho trên 51 nghìn người.",
     {"Hải Phòng: jobs_created amount gt 51000 person 2014-01-01..2014-12-31",
      "Cần Thơ: jobs_created amount gt 51000 person 2014-01-01..2014-12-31"}},
    {"clause by clause",
     "Năm 2020, huyện Phú Bình kỷ luật 5 đảng viên, trong đó khiển trách 3, cảnh cáo 1.",
     {"Phú Bình: party_members_disciplined amount 5 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_disciplined amount 3 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_disciplined amount 1 person 2020-01-01..2020-12-31"}},
    {"a measure that no table has",
     "Năm 2020, huyện Phú Bình trồng mới 2.106 ha cao su.",
     {"Phú Bình: - amount 2106 ha 2020-01-01..2020-12-31"}},
    {"without marks",
     "Nam 2020, huyen Phu Binh ket nap 108 dang vien, vuot 5% ke hoach, trong do co 50 dang vien nu.",
     {"Phú Bình: party_members_admitted amount 108 person 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted attainment 105 percent 2020-01-01..2020-12-31",
      "Phú Bình: party_members_admitted+female amount 50 person 2020-01-01..2020-12-31"}},
    {"the country",
     "Năm 2014, cả nước giải quyết việc làm cho khoảng 1,6 triệu lao động.",
     {"Việt Nam: jobs_created amount about 1600000 person 2014-01-01..2014-12-31"}},
    {"a city that shares its province's name",
     "Năm 2020, thành phố Hải Dương kết nạp 60 đảng viên. Tỉnh Hải Dương kết nạp 900 đảng viên.",
     {"Hải Dương: party_members_admitted amount 60 person 2020-01-01..2020-12-31",
      "Hải Dương: party_members_admitted amount 900 person 2020-01-01..2020-12-31"}},
    {"nobody in particular",
     "Năm 2021, Quận 11 yêu cầu mỗi phường kết nạp ít nhất 10 đảng viên.",
     {"[]: party_members_admitted target ge 10 person 2021-01-01..2021-12-31"}},
};

}  // namespace

TEST_CASE("facts as the guide has them") {
  for (const FactRow& row : kRows) {
    INFO(row.rule << ": " << row.text);
    CHECK(ExtractRendered(row.text) == row.facts);
  }
}

TEST_CASE("a stated percentage that its own numbers deny is flagged, not mended") {
  const std::string text = "Năm 2020, xã Nhơn Sơn kết nạp 9 đảng viên, chỉ tiêu là 8 đảng viên, đạt 88,8% chỉ tiêu.";
  timso::ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), timso::BlockKind::kBody}};
  const auto facts = timso::ReadByRules(article);
  REQUIRE(facts.size() == 3);
  CHECK(facts[2].value == 88.8);
  CHECK(facts[2].contradicts == std::vector<std::size_t>{0, 1});
}

TEST_CASE("evidence is the author's bytes, decomposed or not") {
  // Decomposed on purpose: every mark a code point of its own.
  const std::string text = "Năm 2020, huyện Phú Bình thu ngân sách 95 tỷ đồng.";
  timso::ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), timso::BlockKind::kBody}};
  const auto facts = timso::ReadByRules(article);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == 95e9);
  CHECK(text.substr(facts[0].evidence.begin, facts[0].evidence.end - facts[0].evidence.begin) == "95 tỷ");
  CHECK(facts[0].evidence.text == text);
}
