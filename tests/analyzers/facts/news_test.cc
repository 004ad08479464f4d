// General and foreign news, a row each: what a text states of whom, and what it only seems to state.
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/analyzers/facts/render.h"
#include "tests/catch.h"

namespace {

const std::vector<FactRow> kRows = {
    {"another country is the subject",
     "Năm 2016, sản lượng dầu của Iran đạt 200 triệu tấn.",
     {"Iran: - amount 200000000 tonne 2016-01-01..2016-12-31"}},
    {"a destination is no subject",
     "Năm 2016, xuất khẩu sang Mỹ đạt 38 tỷ USD.",
     {"[]: exports amount 38000000000 USD 2016-01-01..2016-12-31"}},
    {"what is called after a place",
     "Năm 2016, sân bay Long Thành được bố trí 23 tỷ đồng.",
     {"[]: - amount 23000000000 VND 2016-01-01..2016-12-31"}},
    {"a company with its whole name",
     "Năm 2016, Công ty cổ phần Thép Bắc Việt đạt doanh thu 120 tỷ đồng.",
     {"Công ty cổ phần Thép Bắc Việt: - amount 120000000000 VND 2016-01-01..2016-12-31"}},
    {"an informant",
     "Theo Sở Y tế tỉnh Nghệ An, năm 2016 toàn tỉnh có 500 bác sĩ.",
     {"Nghệ An: - amount 500 person 2016-01-01..2016-12-31"}},
    {"a place after a word that only opens the sentence",
     "Tại Hà Nội có 12 bệnh viện. Tại TP.HCM có 15 bệnh viện.",
     {"Hà Nội: - amount 12 bệnh viện", "Hồ Chí Minh: - amount 15 bệnh viện"}},
    {"what several share is nobody's own",
     "Năm 2016, Hà Giang và Cao Bằng có 30 dự án.",
     {"[]: - amount 30 dự án 2016-01-01..2016-12-31"}},
    {"a place named behind the numbers only",
     "Có 12 hợp đồng được ký, khiến tỉnh Hà Nam lo lắng.",
     {"[]: - amount 12 hợp đồng"}},
    {"somebody without a name",
     "Năm 2016, Việt Nam chi 30 tỷ USD cho giáo dục, các nước đang phát triển chi 90 tỷ USD.",
     {"Việt Nam: - amount 30000000000 USD 2016-01-01..2016-12-31",
      "[]: - amount 90000000000 USD 2016-01-01..2016-12-31"}},
    {"… and the rest of a whole",
     "Năm 2016, tỉnh Hà Nam trồng 300 ha rừng, khu vực còn lại trồng 20 ha.",
     {"Hà Nam: - amount 300 ha 2016-01-01..2016-12-31", "[]: - amount 20 ha 2016-01-01..2016-12-31"}},
    {"the same unit counts something else",
     "Năm 2016, tỉnh Hà Nam đón 800.000 lượt khách du lịch, tương đương khoảng 9.000 lượt xe vào bến.",
     {"Hà Nam: tourists amount 800000 lượt 2016-01-01..2016-12-31",
      "Hà Nam: - amount about 9000 lượt 2016-01-01..2016-12-31"}},
    {"the whole that a percent is a part of",
     "Năm 2016, tỉnh Hà Nam có 20.243 hộ nghèo, chiếm 1,03% dân số.",
     {"Hà Nam: poor_households amount 20243 household 2016-01-01..2016-12-31",
      "Hà Nam: poor_households share 1.03 percent 2016-01-01..2016-12-31"}},
    {"… of nothing listed",
     "Năm 2016, tỉnh Hà Nam đóng góp 9% GDP.",
     {"Hà Nam: - share 9 percent 2016-01-01..2016-12-31"}},
    {"members of one sort are not all members",
     "Năm 2016, tỉnh Hà Nam có 4 đảng viên tình nguyện nhập ngũ.",
     {"Hà Nam: - amount 4 person 2016-01-01..2016-12-31"}},
    {"a cost is no expenditure",
     "Năm 2016, tổng chi phí trợ giá là 30 tỷ đồng.",
     {"[]: - amount 30000000000 VND 2016-01-01..2016-12-31"}},
    {"what is said of the subject names others",
     "Năm 2016, Lào là bạn hàng lớn của Việt Nam với kim ngạch 1,2 tỷ USD.",
     {"Lào: - amount 1200000000 USD 2016-01-01..2016-12-31"}},
    {"a qualifier behind a contrast",
     "Năm 2016, tỷ lệ hộ nghèo của tỉnh Hà Nam là 5% nhưng ở vùng dân tộc thiểu số tới 33%.",
     {"Hà Nam: poor_households share 5 percent 2016-01-01..2016-12-31",
      "Hà Nam: poor_households+ethnic_minority share 33 percent 2016-01-01..2016-12-31"}},
    {"who tells it",
     "Năm 2016, Nhật Bản cho biết vùng này có 300 triệu dân.",
     {"[]: - amount 300000000 person 2016-01-01..2016-12-31"}},
    {"one of several", "Năm 2016, Hà Nam là một trong 16 tỉnh đi đầu.", {}},
    {"a sign of its own",
     "Năm 2016, tỉnh Hà Nam thu ngân sách 50 tỷ đồng (+4,5%).",
     {"Hà Nam: budget_revenue amount 50000000000 VND 2016-01-01..2016-12-31",
      "Hà Nam: budget_revenue change 4.5 percent 2016-01-01..2016-12-31"}},
    {"billionaires are no billions",
     "Năm 2016, Nhật Bản có 33 tỷ phú.",
     {"Nhật Bản: - amount 33 person 2016-01-01..2016-12-31"}},
    {"the plan's number in brackets, whoever set it",
     "Năm 2018, cảng thu 58 tỷ đồng, đạt 188,3% chỉ tiêu do bộ giao (31 tỷ đồng).",
     {"[]: - amount 58000000000 VND 2018-01-01..2018-12-31", "[]: - attainment 188.3 percent 2018-01-01..2018-12-31",
      "[]: - target 31000000000 VND 2018-01-01..2018-12-31"}},
    {"… and of the whole year",
     "Trong 7 tháng đầu năm 2017, doanh thu đạt 36 tỷ đồng, hoàn thành 58% kế hoạch cả năm (63 tỷ đồng).",
     {"[]: - amount 36000000000 VND 2017-01-01..2017-07-31", "[]: - attainment 58 percent 2017-01-01..2017-07-31",
      "[]: - target 63000000000 VND 2017-01-01..2017-12-31"}},
    {"compared with, far in front",
     "So với cùng kỳ năm 2015, diện tích nuôi tôm đạt 694 ha, bằng 100,1%.",
     {"[]: - amount 694 ha", "[]: - change 0.1 percent"}},
    {"a change goes on over and",
     "Năm 2018, công an thụ lý 64 vụ với 75 người (tăng 29% số vụ và 21% số người so với cùng kỳ).",
     {"[]: - amount 64 vụ 2018-01-01..2018-12-31", "[]: - amount 75 person 2018-01-01..2018-12-31",
      "[]: - change 29 percent 2018-01-01..2018-12-31", "[]: - change 21 percent 2018-01-01..2018-12-31"}},
    {"a flow that is called growing",
     "Năm 2018, tổng vốn đăng ký tăng thêm đạt 4,43 tỉ USD.",
     {"[]: investment amount 4430000000 USD 2018-01-01..2018-12-31"}},
    {"where the counted thing is",
     "Năm 2018, tỉnh Hà Nam xây một kho rộng 19 ha tại Hà Đông; trồng 13 ha rừng.",
     {"Hà Nam: - amount 19 ha 2018-01-01..2018-12-31", "Hà Nam: - amount 13 ha 2018-01-01..2018-12-31"}},
    {"a proper fraction of a whole",
     "Năm 2018, lúa chiếm hơn 2/3 diện tích gieo trồng của tỉnh Hà Nam.",
     {"Hà Nam: planted_area share gt 66.67 percent 2018-01-01..2018-12-31"}},
    {"… of cells is two counts",
     "Năm 2018, tỉnh Hà Nam có 8/9 dự án hoàn thành.",
     {"Hà Nam: - amount 8 dự án 2018-01-01..2018-12-31", "Hà Nam: - amount 9 dự án 2018-01-01..2018-12-31"}},
    {"a country in front of a bracket has its number",
     "Năm 2018, tỷ lệ có điện thoại của Việt Nam là 30%, so với Indonesia (56%).",
     {"Việt Nam: - share 30 percent 2018-01-01..2018-12-31", "Indonesia: - share 56 percent 2018-01-01..2018-12-31"}},
    {"what something else is measured by",
     "Năm 2018, tỷ lệ nợ công trên GDP của Việt Nam là 61%.",
     {"Việt Nam: - share 61 percent 2018-01-01..2018-12-31"}},
    {"a price is no export",
     "Tháng 4/2017, giá gạo xuất khẩu giảm 20 USD/tấn.",
     {"[]: - change -20 USD 2017-04-01..2017-04-30"}},
    {"passengers are no tourists",
     "Năm 2016, bến phà đón 72.000 lượt khách.",
     {"[]: - amount 72000 lượt 2016-01-01..2016-12-31"}},
    {"an earlier level that is compared with",
     "Năm 2018, tỉnh Hà Nam thu ngân sách 50 tỷ đồng, so với mức 41 tỷ đồng cùng kỳ năm trước.",
     {"Hà Nam: budget_revenue amount 50000000000 VND 2018-01-01..2018-12-31",
      "Hà Nam: budget_revenue amount 41000000000 VND 2017-01-01..2017-12-31"}},
    {"… in brackets",
     "Năm 2018, tăng trưởng GDP đạt 6,2%, cao hơn cùng kỳ năm trước (5,9%).",
     {"[]: grdp change 6.2 percent 2018-01-01..2018-12-31", "[]: grdp change 5.9 percent 2017-01-01..2017-12-31"}},
    {"two levels with their years",
     "Tỷ lệ hộ nghèo của tỉnh Hà Nam giảm từ 9% năm 2016 xuống 5% trong năm 2018.",
     {"Hà Nam: poor_households share 9 percent 2016-01-01..2016-12-31",
      "Hà Nam: poor_households share 5 percent 2018-01-01..2018-12-31"}},
    {"a growth that came down is a change",
     "Năm 2018, tốc độ tăng trưởng tín dụng giảm xuống còn 7,6%.",
     {"[]: - change 7.6 percent 2018-01-01..2018-12-31"}},
    {"two sides of one measure",
     "Năm 2018, xuất khẩu của Việt Nam tăng 12% về lượng và 29% về giá trị.",
     {"Việt Nam: - change 12 percent 2018-01-01..2018-12-31",
      "Việt Nam: exports change 29 percent 2018-01-01..2018-12-31"}},
    {"what is supposed is not stated", "Nếu giá điện tăng 5% thì chi phí sẽ lớn.", {}},
    {"… nor what would follow from it", "Nếu giá điện tăng thì chi phí của nhà máy sẽ tăng thêm 300 tỷ đồng.", {}},
    {"… but what is only reckoned otherwise is",
     "Năm 2018, doanh thu đạt 2 tỷ đồng, nếu tính cả dịch vụ thì lên đến 4 tỷ đồng.",
     {"[]: - amount 2000000000 VND 2018-01-01..2018-12-31", "[]: - amount 4000000000 VND 2018-01-01..2018-12-31"}},
    {"… and two years side by side are",
     "Nếu năm 2016, tỷ lệ hộ nghèo của tỉnh Hà Nam là 9% thì năm 2018 là 5%.",
     {"Hà Nam: poor_households share 9 percent 2016-01-01..2016-12-31",
      "Hà Nam: poor_households share 5 percent 2018-01-01..2018-12-31"}},
    {"a base of reckoning", "Năm 2018, bình quân 1 ha cho 14 tấn.", {"[]: - amount 14 tonne 2018-01-01..2018-12-31"}},
    {"a part of a quota",
     "Năm 2018, trường dành 50% chỉ tiêu cho xét học bạ.",
     {"[]: - share 50 percent 2018-01-01..2018-12-31"}},
    {"the plan's own number behind the percent",
     "Năm 2018, công ty hoàn thành 62% kế hoạch lợi nhuận 1.250 tỷ đồng.",
     {"[]: - attainment 62 percent 2018-01-01..2018-12-31", "[]: - target 1250000000000 VND 2018-01-01..2018-12-31"}},
    {"units over the plan behind a bracket",
     "Năm 2018, tỉnh Hà Nam thu ngân sách 95 tỷ đồng, vượt 5 tỷ đồng (vượt 5,5%) so với kế hoạch.",
     {"Hà Nam: budget_revenue amount 95000000000 VND 2018-01-01..2018-12-31",
      "Hà Nam: budget_revenue attainment 5000000000 VND 2018-01-01..2018-12-31",
      "Hà Nam: budget_revenue attainment 105.5 percent 2018-01-01..2018-12-31"}},
    {"respectively",
     "Năm 2018, tỉnh Hà Nam thu ngân sách 50 tỷ đồng, xuất khẩu đạt 2 tỷ USD, tăng lần lượt 5% và 7%.",
     {"Hà Nam: budget_revenue amount 50000000000 VND 2018-01-01..2018-12-31",
      "Hà Nam: exports amount 2000000000 USD 2018-01-01..2018-12-31",
      "Hà Nam: budget_revenue change 5 percent 2018-01-01..2018-12-31",
      "Hà Nam: exports change 7 percent 2018-01-01..2018-12-31"}},
    {"a modal plans",
     "Năm 2018, xuất khẩu của Việt Nam có thể tăng 10%.",
     {"Việt Nam: exports target 10 percent 2018-01-01..2018-12-31"}},
    {"what a comparison is with",
     "GRDP năm 2018 của Hà Nam tăng 11%, gấp 1,6 lần so với bình quân chung cả nước; thu ngân sách đạt 9 tỷ đồng.",
     {"Hà Nam: grdp change 11 percent 2018-01-01..2018-12-31",
      "Hà Nam: budget_revenue amount 9000000000 VND 2018-01-01..2018-12-31"}},
    {"guests are not their country's",
     "Tỉnh Hà Nam đón 900 lượt khách, lượng khách Hàn Quốc đạt 300 lượt khách.",
     {"Hà Nam: tourists amount 900 lượt", "Hà Nam: tourists amount 300 lượt"}},
    {"a partner in trade",
     "Bạn hàng lớn nhất của Việt Nam vẫn thế, với kim ngạch 8 tỷ USD.",
     {"[]: - amount 8000000000 USD"}},
    {"a company by its bare name",
     "Năm 2018, lợi nhuận trước thuế của NovaBank đạt 90 tỷ đồng.",
     {"NovaBank: - amount 90000000000 VND 2018-01-01..2018-12-31"}},
    {"… that opens the clause",
     "Năm 2018, Vinagom đạt doanh thu 40 tỷ đồng tại Hà Nam.",
     {"Vinagom: - amount 40000000000 VND 2018-01-01..2018-12-31"}},
    {"… of common syllables",
     "Năm 2018, doanh thu của Thép Sông Cầu đạt 60 tỷ đồng.",
     {"Thép Sông Cầu: - amount 60000000000 VND 2018-01-01..2018-12-31"}},
    {"… is no person",
     "Năm 2018, ông Johnson đạt doanh thu 3 tỷ đồng.",
     {"[]: - amount 3000000000 VND 2018-01-01..2018-12-31"}},
    {"a group that is counted", "Cả 3 công ty này đều có lãi.", {"[]: - amount 3 organization"}},
    {"the future is planned",
     "Năm 2030, tỉnh Hà Nam có 500 trường học.",
     {"Hà Nam: - target 500 trường 2030-01-01..2030-12-31"}},
    {"when something came to be", "Khánh thành năm 2013, nhà máy có công suất 60 MW.", {"[]: - amount 60 MW"}},
    {"the year of the plan",
     "Thu ngân sách của tỉnh Hà Nam đạt 32,7% dự toán cả năm.",
     {"Hà Nam: budget_revenue attainment 32.7 percent"}},
    {"a running count",
     "Quý II/2018 tỉnh Hà Nam thu ngân sách 80 tỷ đồng, lũy kế 6 tháng đạt 92 tỷ đồng.",
     {"Hà Nam: budget_revenue amount 80000000000 VND 2018-04-01..2018-06-30",
      "Hà Nam: budget_revenue amount 92000000000 VND 2018-01-01..2018-06-30"}},
    {"a range with a bound inside",
     "Năm 2018, tỷ lệ học sinh khá từ 20% đến dưới 50%.",
     {"[]: - share 20..50 percent 2018-01-01..2018-12-31"}},
};

// What a measure that no list has is called.
struct Words {
  const char* text;
  std::vector<std::string> words;
};

const std::vector<Words> kWords = {
    {"Năm 2016, các doanh nghiệp nhỏ đóng góp 30% ngân sách, 86% việc làm và 40% GDP.",
     {"doanh nghiệp nhỏ đóng góp", "việc làm", "GDP"}},
    {"Mô hình giúp giảm 30% chi phí, giảm 40% lượng nước tưới.", {"Mô hình giúp", "lượng nước tưới"}},
    {"Hiện nay 55% sản lượng pin do nước này làm ra.", {"sản lượng pin do nước này làm ra"}},
    {"Năm 2016, vốn gốc, vốn phụ và vốn góp là 10 tỷ USD.", {"vốn gốc, vốn phụ và vốn góp"}},
    {"Quỹ dành 20 tỷ đồng cho các trạm y tế và 5 tỷ đồng cho các trường học.", {"Quỹ dành", "Quỹ dành"}},
};

}  // namespace

TEST_CASE("the words of an open measure") {
  for (const Words& row : kWords) {
    INFO(row.text);
    timso::ArticleView article;
    article.text = row.text;
    article.blocks = {{0, article.text.size(), timso::BlockKind::kBody}};
    std::vector<std::string> words;
    for (const timso::Fact& fact : timso::ExtractFacts(article)) words.push_back(fact.measure_text);
    CHECK(words == row.words);
  }
}

TEST_CASE("a number may be a text's last token") {
  for (const char* text : {"Tỷ lệ đạt 5%", "Năm 2018, thu ngân sách 5", "kết nạp 12", "tăng 5% về", "vượt 3%,",
                           "từ 5% đến", "xe tải dưới 5", "5 đến", "đầu năm", "trên 3/5"}) {
    INFO(text);
    CHECK(ExtractRendered(text).size() <= 1);
  }
}

TEST_CASE("general news: subjects, periods and kinds") {
  for (const FactRow& row : kRows) {
    INFO(row.rule << ": " << row.text);
    CHECK(ExtractRendered(row.text) == row.facts);
  }
}
