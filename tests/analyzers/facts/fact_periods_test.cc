// Which of the periods named around a number is its own: a sentence a row, in a text written on 9 November 2021 and,
// where the row says so, in one of unknown date.
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/analyzers/facts/render.h"
#include "tests/catch.h"

namespace {

struct Row {
  const char* rule;
  bool dated;
  const char* text;
  std::vector<std::string> facts;
};

const std::vector<Row> kRows = {
    {"this year of a text without a date",
     false,
     "Chi tiêu sẽ giảm từ 6% trong năm 2016 xuống còn 5% trong năm nay.",
     {"[]: - share 6 percent 2016-01-01..2016-12-31", "[]: - target 5 percent"}},
    {"last year of its own clause",
     false,
     "Năm 2007 tín dụng tăng 37%, nhưng năm ngoái chỉ tăng 18%.",
     {"[]: - change 37 percent 2007-01-01..2007-12-31", "[]: - change 18 percent"}},
    {"some years to come",
     false,
     "Năm 2017 lượng xe tăng 6%, trong 3 năm tới lượng xe tăng 29%.",
     {"[]: - change 6 percent 2017-01-01..2017-12-31", "[]: - change 29 percent"}},
    {"a year of its own beside years that nobody knows",
     false,
     "Vốn hóa tăng 17 lần trong 12 năm qua, từ mức 22,7% GDP năm 2006 lên mức 72% trong năm 2018.",
     {"[]: - change 17 times", "[]: - share 22.7 percent 2006-01-01..2006-12-31",
      "[]: - share 72 percent 2018-01-01..2018-12-31"}},
    {"a year's beginning", true, "Đầu năm 2018, cảng có 50 chiếc tàu.", {"[]: - amount 50 chiếc 2018-01-01.."}},
    {"what a comparative compares with",
     true,
     "Lương tối thiểu năm 2017 cao hơn mức lương năm 2016 khoảng 180.000 đồng.",
     {"[]: - change about 180000 VND 2017-01-01..2017-12-31"}},
    {"since when a record holds",
     true,
     "Năm 2018, lãi suất tăng 5%, thấp nhất từ năm 2013.",
     {"[]: - change 5 percent 2018-01-01..2018-12-31"}},
    {"a bracket's own time",
     true,
     "Năm 2017 vùng này có 152.000 ha tiêu (năm 2015 chỉ có 49.000 ha tiêu), chiếm 40% sản lượng.",
     {"[]: - amount 152000 ha 2017-01-01..2017-12-31", "[]: - amount 49000 ha 2015-01-01..2015-12-31",
      "[]: - share 40 percent 2017-01-01..2017-12-31"}},
    {"the same part of an earlier year",
     true,
     "6 tháng đầu năm 2017, tồn kho tăng 10% (cùng kỳ năm 2016 tăng 9%).",
     {"[]: - change 10 percent 2017-01-01..2017-06-30", "[]: - change 9 percent 2016-01-01..2016-06-30"}},
    {"the base's own time in front of a bracket",
     true,
     "Quý 3/2018, doanh thu của cảng đạt 1,4 tỷ đồng, giảm 76% so với cùng kỳ năm 2017 (6 tỷ đồng).",
     {"[]: - amount 1400000000 VND 2018-07-01..2018-09-30", "[]: - change -76 percent 2018-07-01..2018-09-30",
      "[]: - amount 6000000000 VND 2017-07-01..2017-09-30"}},
    {"a stage behind the number",
     true,
     "Vốn đường sắt chiếm 0,4% GDP cho giai đoạn 2020-2030 và 0,3% cho giai đoạn 2030-2040.",
     {"[]: - share 0.4 percent 2020-01-01..2030-12-31", "[]: - target 0.3 percent 2030-01-01..2040-12-31"}},
    {"the date of a paper",
     true,
     "Theo Quyết định 883, ngày 31/12/2003, có 29 hộ trúng thầu.",
     {"[]: - amount 29 household"}},
    {"days of a feast", true, "Trong dịp lễ Quốc khánh năm 2019, đảo có 500 phòng nghỉ.", {"[]: - amount 500 phòng"}},
    {"what is reckoned by the year",
     true,
     "Ngày 4/11/2018, nhà máy khánh thành, sản lượng 103 triệu kWh/năm.",
     {"[]: - amount 103000000 kWh"}},
    {"the month in which a target was set",
     true,
     "Tháng 7/2016, công ty đặt mục tiêu 610 triệu lít bia.",
     {"[]: - target 610000000 litre"}},
    {"a level before",
     true,
     "Năm 2018, tỷ lệ nợ xấu giảm từ 9% xuống 5%.",
     {"[]: - share 9 percent", "[]: - share 5 percent 2018-01-01..2018-12-31"}},
    {"what stands on a day, by the noun in front",
     true,
     "Tính đến cuối tháng 6/2019, tổng nợ phải trả của hãng là 700 tỷ đồng.",
     {"[]: - amount 700000000000 VND 2019-06-30..2019-06-30"}},
    {"the same time a year before opens a clause",
     true,
     "Nửa đầu năm 2019 xưởng lỗ 7 tỷ đồng, cùng kỳ 2018 lỗ 3 tỷ đồng.",
     {"[]: - amount 7000000000 VND 2019-01-01..2019-06-30", "[]: - amount 3000000000 VND 2018-01-01..2018-06-30"}},
    {"… and stands behind what it had",
     true,
     "Quý I/2019, đàn lợn tăng 6%, thấp hơn mức tăng 9% của cùng kỳ năm 2018.",
     {"[]: - change 6 percent 2019-01-01..2019-03-31", "[]: - change 9 percent 2018-01-01..2018-03-31"}},
    {"what a bracket tells is not compared with",
     true,
     "6 tháng đầu năm 2019, đàn lợn tăng 8% so với cùng kỳ (quý I tăng 7%).",
     {"[]: - change 8 percent 2019-01-01..2019-06-30", "[]: - change 7 percent 2019-01-01..2019-03-31"}},
    {"the year of a record",
     true,
     "Năm 2016, đàn bò tăng 4%, cao nhất kể từ năm 1998 (5%).",
     {"[]: - change 4 percent 2016-01-01..2016-12-31", "[]: - change 5 percent 1998-01-01..1998-12-31"}},
    {"since when it never was",
     true,
     "Đây là quý lỗ đầu tiên của hãng kể từ quý 1/2014, doanh thu đạt 70 tỷ đồng.",
     {"[]: - amount 70000000000 VND"}},
    {"now, long after the number before",
     false,
     "Năm 1990 vùng có 300 lò gốm, nhưng hiện nay chỉ còn 40 lò gốm.",
     {"[]: - amount 300 lò 1990-01-01..1990-12-31", "[]: - amount 40 lò"}},
    {"the year of a meeting",
     true,
     "Tại ĐHĐCĐ thường niên năm 2018, công ty báo cáo doanh thu 30 tỷ đồng.",
     {"[]: - amount 30000000000 VND"}},
    {"a year behind the counted noun",
     true,
     "Năm 2018, cảng quyết toán 7 tỷ đồng thu ngân sách năm 2017.",
     {"[]: budget_revenue amount 7000000000 VND 2017-01-01..2017-12-31"}},
    {"a period behind the second of two numbers",
     true,
     "Giai đoạn 2011-2015, đàn bò tăng 4% mỗi năm, tương ứng 300 con và 500 con vào năm 2015.",
     {"[]: - change 4 percent 2011-01-01..2015-12-31", "[]: - amount 300 con 2015-01-01..2015-12-31",
      "[]: - amount 500 con 2015-01-01..2015-12-31"}},
    {"one of two periods",
     true,
     "Theo báo cáo quý II và 6 tháng đầu năm 2019, xưởng lãi 5 tỷ đồng.",
     {"[]: - amount 5000000000 VND"}},
    {"… whose year comes only behind",
     false,
     "Theo báo cáo quý 3 và 9 tháng đầu năm 2019, xưởng lãi 5 tỷ đồng.",
     {"[]: - amount 5000000000 VND"}},
    {"what a store can hold",
     true,
     "Năm 2018, khách qua cảng vượt công suất thiết kế 3 triệu khách mỗi năm.",
     {"[]: - amount 3000000 person"}},
    {"years named one by one",
     true,
     "Năm 2015 và 2016, xưởng lãi lần lượt 8 tỷ đồng và 9 tỷ đồng.",
     {"[]: - amount 8000000000 VND 2015-01-01..2015-12-31", "[]: - amount 9000000000 VND 2016-01-01..2016-12-31"}},
    {"a year behind a rate by the year",
     true,
     "Năm 2017, xưởng bán 300 con, tăng bình quân 4% / năm giai đoạn 2011-2017.",
     {"[]: - amount 300 con 2017-01-01..2017-12-31", "[]: - change 4 percent 2011-01-01..2017-12-31"}},
    {"the first month",
     true,
     "Trong tháng đầu tiên của năm 2019, trại bán 300 con.",
     {"[]: - amount 300 con 2019-01-01..2019-01-31"}},
    {"some time to come",
     true,
     "Hai trại phấn đấu bán 300 con trong năm 2020 và tiến tới 500 con trong tương lai gần.",
     {"[]: - target 300 con 2020-01-01..2020-12-31", "[]: - target 500 con"}},
    {"the year of a law", true, "Theo Luật Chăn nuôi năm 2018, đàn có 300 con.", {"[]: - amount 300 con"}},
    {"now, behind a year",
     false,
     "Giá lợn năm 1985 đạt 30 USD nay đã lên 80 USD.",
     {"[]: - amount 30 USD 1985-01-01..1985-12-31", "[]: - amount 80 USD"}},
    {"the earlier time in a clause of its own",
     true,
     "Quý I/2019, đàn lợn tăng 6% với cuối năm 2018, trong khi cùng kỳ 2018, mức tăng là 4%.",
     {"[]: - change 6 percent 2019-01-01..2019-03-31", "[]: - change 4 percent 2018-01-01..2018-03-31"}},
};

std::vector<std::string> WithoutDate(const std::string& text) {
  timso::ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), timso::BlockKind::kBody}};
  std::vector<std::string> facts;
  for (const timso::Fact& fact : timso::ExtractFacts(article)) facts.push_back(Render(fact));
  return facts;
}

}  // namespace

TEST_CASE("facts: the period of a number among several") {
  for (const Row& row : kRows) {
    INFO(row.rule);
    INFO(row.text);
    CHECK((row.dated ? ExtractRendered(row.text) : WithoutDate(row.text)) == row.facts);
  }
}
