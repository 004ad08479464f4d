// Local news and government reports: a paragraph a row, read as of 9 November 2021.
#include <string>
#include <vector>

#include "tests/analyzers/facts/render.h"
#include "tests/catch.h"

namespace {

const std::vector<FactRow> kRows = {
    {"lower than a year before",
     "Năm 2019, tỉnh Hà Nam gieo trồng được 5.000 ha ngô, thấp hơn cùng kỳ 4,2%.",
     {"Hà Nam: planted_area amount 5000 ha 2019-01-01..2019-12-31",
      "Hà Nam: planted_area change -4.2 percent 2019-01-01..2019-12-31"}},
    {"a price that inches up",
     "Năm 2019, chỉ số giá vàng nhích lên 0,4%.",
     {"[]: - change 0.4 percent 2019-01-01..2019-12-31"}},
    {"behind a colon the number is of something else",
     "Năm 2019, chăn nuôi chậm hồi phục do chi phí leo thang: đàn trâu 20.300 con.",
     {"[]: - amount 20300 con 2019-01-01..2019-12-31"}},
    {"changes with their rates",
     "Năm 2019 tỉnh Hà Nam xảy ra 60 vụ cháy (tăng 5 vụ, tỷ lệ 9%); giảm 3 người bị thương (20%).",
     {"Hà Nam: - amount 60 vụ 2019-01-01..2019-12-31", "Hà Nam: - change 5 vụ 2019-01-01..2019-12-31",
      "Hà Nam: - change 9 percent 2019-01-01..2019-12-31", "Hà Nam: - change -3 person 2019-01-01..2019-12-31",
      "Hà Nam: - change -20 percent 2019-01-01..2019-12-31"}},
    {"the plan's own percent",
     "Năm 2019, lạm phát thấp hơn nhiều so với mục tiêu 3,5%.",
     {"[]: - target 3.5 percent 2019-01-01..2019-12-31"}},
    {"a level beside a planned one",
     "Năm 2019, mức độ hài lòng của người bệnh đạt 91% (chỉ tiêu 88%).",
     {"[]: - share 91 percent 2019-01-01..2019-12-31", "[]: - target 88 percent 2019-01-01..2019-12-31"}},
    {"what follows a plan is planned",
     "Theo kế hoạch, năm 2019 tỉnh Hà Nam tuyển 700 học sinh.",
     {"Hà Nam: - target 700 person 2019-01-01..2019-12-31"}},
    {"a list of aims goes on over what remains",
     "Năm 2019, huyện Lý Nhân phấn đấu giảm tỷ lệ hộ nghèo còn 3%; tỷ lệ trẻ đến trường đạt 98%.",
     {"Lý Nhân: poor_households target 3 percent 2019-01-01..2019-12-31",
      "Lý Nhân: - target 98 percent 2019-01-01..2019-12-31"}},
    {"growth of output",
     "Năm 2019, GRDP của tỉnh Hà Nam ước đạt 8,2%.",
     {"Hà Nam: grdp change about 8.2 percent 2019-01-01..2019-12-31"}},
    {"two digits are no number", "Năm 2019, lượng khách tăng trưởng hai con số.", {}},
    {"a line about another article",
     "Năm 2019, tỉnh Hà Nam trồng 20 ha rừng.\n\n>> Giá xăng có thể giảm 500 đồng",
     {"Hà Nam: - amount 20 ha 2019-01-01..2019-12-31"}},
    {"the year of a level before is in force for nothing else",
     "Năm 2018, tỷ lệ thất thoát giảm từ 20% năm 2015 xuống còn 16%. Trong năm, công ty lắp 900 máy bơm.",
     {"[]: - share 20 percent 2015-01-01..2015-12-31", "[]: - share 16 percent 2018-01-01..2018-12-31",
      "[]: - amount 900 máy bơm 2018-01-01..2018-12-31"}},
    {"… nor one in brackets",
     "Năm 2018, thu nhập bình quân tăng 5 lần so với trước (năm 2010). Cùng năm, xã trồng 12 ha mía.",
     {"[commune]: income_per_capita change 5 times 2018-01-01..2018-12-31",
      "[commune]: - amount 12 ha 2018-01-01..2018-12-31"}},
    {"a clause about the year before",
     "6 tháng năm 2019, tồn kho tăng 7%, trong khi cùng kỳ năm 2018 tăng 12%.",
     {"[]: - change 7 percent 2019-01-01..2019-06-30", "[]: - change 12 percent 2018-01-01..2018-06-30"}},
    {"… in other words",
     "Năm 2017, công ty lãi 8 tỷ đồng, trong khi năm trước đó lãi 6 tỷ đồng. Cổ tức là 2 tỷ đồng.",
     {"[]: - amount 8000000000 VND 2017-01-01..2017-12-31", "[]: - amount 6000000000 VND 2016-01-01..2016-12-31",
      "[]: - amount 2000000000 VND 2017-01-01..2017-12-31"}},
    {"rice is harvested as it was planted",
     "Năm 2019, tỉnh Hà Nam xuống giống 500 ha lúa; đã thu hoạch 400 ha với sản lượng 2.000 tấn.",
     {"Hà Nam: planted_area amount 500 ha 2019-01-01..2019-12-31", "Hà Nam: - amount 400 ha 2019-01-01..2019-12-31",
      "Hà Nam: food_output amount 2000 tonne 2019-01-01..2019-12-31"}},
    {"a part of the whole named in front",
     "Năm 2019, trong tổng diện tích gieo trồng, giống mới chiếm 45%.",
     {"[]: planted_area share 45 percent 2019-01-01..2019-12-31"}},
    {"households and those who live in them",
     "Năm 2019, xã Bình Minh có 1.200 hộ với gần 4.900 nhân khẩu.",
     {"Bình Minh: households amount 1200 household 2019-01-01..2019-12-31",
      "Bình Minh: population amount almost 4900 person 2019-01-01..2019-12-31"}},
    {"disbursement of what was spoken of",
     "Năm 2019, tỉnh Hà Nam giải ngân 500 tỷ đồng vốn đầu tư công. Huyện Lý Nhân giải ngân được 37 tỷ đồng.",
     {"Hà Nam: investment amount 500000000000 VND 2019-01-01..2019-12-31",
      "Lý Nhân: investment amount 37000000000 VND 2019-01-01..2019-12-31"}},
    {"somebody else, counted alike",
     "Năm 2019, tỉnh Hà Nam giải quyết việc làm cho 9.000 lao động. Huyện Lý Nhân chưa đầy 600 lao động.",
     {"Hà Nam: jobs_created amount 9000 person 2019-01-01..2019-12-31",
      "Lý Nhân: jobs_created amount lt 600 person 2019-01-01..2019-12-31"}},
    {"markets are where goods go",
     "Năm 2019, tỉnh Hà Nam bán 90 tấn vải; riêng thị trường Nhật Bản 40 tấn, Hàn Quốc 30 tấn.",
     {"Hà Nam: - amount 90 tonne 2019-01-01..2019-12-31", "Hà Nam: - amount 40 tonne 2019-01-01..2019-12-31",
      "Hà Nam: - amount 30 tonne 2019-01-01..2019-12-31"}},
    {"an amount that met its plan",
     "Năm 2019, xã Bình Minh xóa được 12 căn nhà tạm, hoàn thành kế hoạch trước hai tháng.",
     {"Bình Minh: - amount 12 căn 2019-01-01..2019-12-31",
      "Bình Minh: - attainment ge 100 percent 2019-01-01..2019-12-31"}},
    {"nouns that order behind their number",
     "Năm 2019, huyện tổ chức 18 phiên chợ.",
     {"[district]: - amount 18 phiên 2019-01-01..2019-12-31"}},
};

}  // namespace

TEST_CASE("local news") {
  for (const FactRow& row : kRows) {
    INFO(row.rule << ": " << row.text);
    CHECK(ExtractRendered(row.text) == row.facts);
  }
}
