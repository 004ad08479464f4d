// What kind of figure a number of general news is: a sentence a row, read with its marks and without.
#include <string>
#include <vector>

#include "analyzers/text/syllable.h"
#include "tests/analyzers/facts/render.h"
#include "tests/catch.h"

namespace {

const std::vector<FactRow> kRows = {
    {"what is planned keeps its sign",
     "Năm 2019, nguồn thu của bến cảng sẽ giảm khoảng 20%.",
     {"[]: - target about -20 percent 2019-01-01..2019-12-31"}},
    {"a change goes on from a target",
     "Kế hoạch lợi nhuận năm 2019 đạt 194 tỷ đồng, giảm 18% so với năm 2018.",
     {"[]: - target 194000000000 VND 2019-01-01..2019-12-31", "[]: - target -18 percent 2019-01-01..2019-12-31"}},
    {"what was settled is no plan",
     "Dự toán 6 tỷ đồng, quyết toán là 14 tỷ đồng.",
     {"[]: - target 6000000000 VND", "[]: - amount 14000000000 VND"}},
    {"short of a plan named before",
     "Như vậy so với kế hoạch hụt 2 triệu tấn than.",
     {"[]: - attainment -2000000 tonne"}},
    {"the plan's own number",
     "Công ty chia cổ tức 40% thay vì 30% như kế hoạch.",
     {"[]: - share 40 percent", "[]: - target 30 percent"}},
    {"what a verb is applied to",
     "Chính phủ công bố việc tăng thuế đối với 200 tỷ USD hàng hóa.",
     {"[]: - amount 200000000000 USD"}},
    {"an object between the verb and the sum",
     "Giống mới giảm lượng giống gieo sạ 41 kg.",
     {"[]: - change -0.041 tonne"}},
    {"what is counted grows by a percent", "Lượng tiêu thụ gà đã tăng lên hơn 30%.", {"[]: - change gt 30 percent"}},
    {"… a rate grows to one", "Tỷ lệ tiêu thụ gà đã tăng lên hơn 30%.", {"[]: - share gt 30 percent"}},
    {"rates of growth by the year",
     "Tốc độ tăng trưởng về chiều dài đường là 3,85%/năm, về diện tích đường là 0,25%/năm.",
     {"[]: - change 3.85 percent", "[]: - change 0.25 percent"}},
    {"a growth compared with a growth",
     "Năm 2018, tăng trưởng tín dụng đạt 14%, so với mức 17% năm 2017.",
     {"[]: - change 14 percent 2018-01-01..2018-12-31", "[]: - change 17 percent 2017-01-01..2017-12-31"}},
    {"a level after a comparative",
     "Tỷ lệ nợ xấu là 3%, thấp hơn mức 4% của ngành.",
     {"[]: - share 3 percent", "[]: - share 4 percent"}},
    {"a bound is no change", "Tỷ lệ nợ xấu duy trì ở mức thấp hơn 3%.", {"[]: - share lt 3 percent"}},
    {"a level in a bracket",
     "Tỷ lệ đỗ là 88%, giảm 6% so với kỳ thi trước (94%).",
     {"[]: - share 88 percent", "[]: - change -6 percent", "[]: - share 94 percent"}},
    {"beyond a bound", "Tỷ lệ nợ đã vượt trên mức 40% GDP.", {"[]: - share gt 40 percent"}},
    {"a plan behind another verb",
     "Ngân hàng cho vay với lãi suất 7% giúp khách hàng thực hiện kế hoạch.",
     {"[]: - share 7 percent"}},
    {"a part of a need", "Nguồn vốn trong kế hoạch trung hạn đáp ứng 21% nhu cầu.", {"[]: - share 21 percent"}},
    {"a figure reached ends what was planned",
     "Với việc lên kế hoạch chu đáo, bến cảng đã đón 400 tàu, tăng 2% so với năm trước; phục vụ 150 chuyến.",
     {"[]: - amount 400 chiếc", "[]: - change 2 percent", "[]: - amount 150 chuyến"}},
    {"what was is told in a bracket",
     "Ban giám đốc cam kết sẽ vượt kế hoạch (năm 2018, lợi nhuận đạt 18 tỷ đồng).",
     {"[]: - amount 18000000000 VND 2018-01-01..2018-12-31"}},
    {"behind a bracket the number before it goes on",
     "Tỷ lệ nhà ở và đường sá là 46% (tăng trưởng 14%) và 34% (tăng trưởng 10%).",
     {"[]: - share 46 percent", "[]: - change 14 percent", "[]: - share 34 percent", "[]: - change 10 percent"}},
    {"the change in a bracket again",
     "Lợi nhuận chỉ tăng 0,37% (1,4 tỷ đồng).",
     {"[]: - change 0.37 percent", "[]: - change 1400000000 VND"}},
    {"some of all",
     "Có 23 trên 27 doanh nghiệp xây dựng kế hoạch thưởng Tết.",
     {"[]: - amount 23 organization", "[]: - amount 27 organization"}},
    {"a whole that no target is of",
     "Các bộ cắt giảm được 3.004/6.191 dự án (đạt 97% so với chỉ tiêu).",
     {"[]: - amount 3004 dự án", "[]: - amount 6191 dự án", "[]: - attainment 97 percent"}},
    {"a day and a month", "Trong dịp lễ 30-4 và 1-5 tỉnh đón 500 lượt khách.", {"[]: tourists amount 500 lượt"}},
    {"one unit of a currency", "Giá là 6,43 nhân dân tệ đổi 1 USD.", {"[]: - amount 6.43 CNY"}},
    {"denied", "Xuất khẩu phải đạt 40 tỷ USD chứ không phải 38 tỷ USD.", {"[]: exports target 40000000000 USD"}},
    {"a ranking", "Nhiều doanh nghiệp lọt tốp 1.000 doanh nghiệp châu Á.", {}},
    {"a plan that was carried out",
     "Trung tâm đã thực hiện dự toán chi 7.407 tỷ đồng, tăng 75% tức khoảng 3.193 tỷ đồng.",
     {"[]: - amount 7407000000000 VND", "[]: - change 75 percent", "[]: - change about 3193000000000 VND"}},
    {"what was foreseen is compared with",
     "Tăng trưởng tín dụng xuống 6,3%, so với mức dự báo 6,5%.",
     {"[]: - change 6.3 percent", "[]: - target 6.5 percent"}},
    {"twice in words", "Lợi nhuận tăng gần gấp đôi so với năm trước.", {"[]: - change almost 2 times"}},
    {"… the plan", "Diện tích tiêu tăng gấp rưỡi so với quy hoạch.", {"[]: - attainment 150 percent"}},
    {"… somebody else", "Giá điện ở đây cao gấp đôi Thái Lan.", {}},
    {"a growth behind a comma",
     "Ngành ngân hàng có biên độ tăng cao nhất, là 0,8% so với năm 2018, đạt 8,6%.",
     {"[]: - change 0.8 percent", "[]: - change 8.6 percent"}},
    {"a rate that is held",
     "Tăng trưởng tín dụng đạt 26%; nợ xấu duy trì dưới 3%.",
     {"[]: - change 26 percent", "[]: - share lt 3 percent"}},
    {"the level before behind the one reached",
     "Hai bên phấn đấu đưa kim ngạch lên 10 tỷ USD từ mức 7,8 tỷ USD.",
     {"[]: - target 10000000000 USD", "[]: - amount 7800000000 USD"}},
    {"by the month",
     "Trung bình mỗi tháng, ngành du lịch phải đón trên 1.300 lượt khách.",
     {"[]: - amount gt 1300 lượt/tháng"}},
    {"a foreign currency", "Du lịch đóng góp 375 tỷ bảng Ai Cập.", {"[]: - amount 375000000000 EGP"}},
    {"supposed behind the number", "Số thu là 57 tỷ đồng nếu đề xuất được thông qua.", {}},
    {"a growth's target that is exceeded",
     "Tăng trưởng tín dụng có thể vượt mục tiêu 16%.",
     {"[]: - target 16 percent"}},
    {"a fall goes on",
     "Số vụ cháy giảm 50% so với năm 2015 và hơn 3 lần so với năm 2011.",
     {"[]: - change -50 percent", "[]: - change gt -3 times"}},
};

}  // namespace

TEST_CASE("facts: kinds of general news") {
  for (const FactRow& row : kRows) {
    INFO(row.rule);
    INFO(row.text);
    CHECK(ExtractRendered(row.text) == row.facts);
    INFO("without marks");
    CHECK(ExtractRendered(timso::StripMarks(row.text)) == row.facts);
  }
}
