#include "indexer/readers/dates.h"

#include "tests/catch.h"

using namespace timso;

TEST_CASE("dates of publication in their many forms") {
  struct Row {
    const char* line;
    const char* iso;  // empty: no whole date
    bool dateline;
  };
  const Row rows[] = {
      {"07:59, 14/09/2021", "2021-09-14", true},
      {"16:29, Thứ Hai, 22/07/2019 (GMT+7)", "2019-07-22", true},
      {"Thứ Hai, 23/03/2020, 15:31 [GMT+7]", "2020-03-23", true},
      {"THỨ NĂM, 06/12/2018 20:08:31", "2018-12-06", true},
      {"27.9.2017 - 14:53", "2017-09-27", true},
      {"21 Tháng Bảy 2011 10:10:00 SA", "2011-07-21", true},
      {"Cập nhật lúc 08:37, Thứ Hai, 14/01/2019 (GMT+7)", "2019-01-14", true},
      {"Cập nhật ngày: 19/01/2021 - 09:32", "2021-01-19", true},
      {"Ngày đăng: 5/3/2020", "2020-03-05", true},
      {"Chủ nhật, ngày 14 tháng 9 năm 2021", "2021-09-14", true},
      {"ngày 3 tháng mười hai năm 2019", "2019-12-03", true},
      {"September 14, 2021", "2021-09-14", true},
      {"14 Sep 2021", "2021-09-14", true},
      {"2021-09-14", "2021-09-14", true},
      {"Ngày 2-7", "", false},
      {"tháng 10/2023", "", false},
      {"Năm 2014", "", false},
      {"31/02/2021", "", false},
      {"15:31, Thứ Hai", "", true},
      {"Ngày 14/09/2021, huyện Bình Minh kết nạp 12 đảng viên", "2021-09-14", false},
      {"Đại hội lần thứ 5", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Words words = LineWords(row.line);
    CHECK(FindDate(words) == row.iso);
    CHECK(IsDateline(words) == row.dateline);
  }
  CHECK(IsReportDateline(LineWords("Hà Giang, ngày 5 tháng 3 năm 2020")));
  CHECK_FALSE(IsReportDateline(LineWords("Tại hội nghị, ngày 5 tháng 3 năm 2020, huyện báo cáo kết quả")));
}

TEST_CASE("dates of machines' fields") {
  CHECK(DateOfField("20201001") == "2020-10-01");
  CHECK(DateOfField("2023-05-31T07:00:00+07:00") == "2023-05-31");
  CHECK(DateOfField(" 2023-05-31 ") == "2023-05-31");
  CHECK(DateOfField("31/05/2023 07:00") == "2023-05-31");
  CHECK(DateOfField("2023-02-31").empty());
  CHECK(DateOfField("hôm qua").empty());
  CHECK(DateOfField("").empty());
}
