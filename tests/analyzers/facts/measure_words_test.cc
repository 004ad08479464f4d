// The words of the text that say what a number measures when no table names it: a sentence a row.
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/catch.h"

namespace {

// What a measure that no list has is called.
struct Words {
  const char* text;
  std::vector<std::string> words;
};

const std::vector<Words> kWords = {
    {"Hãng đạt 700 tỷ đồng doanh thu, tăng 6% và 90 tỷ đồng LNTT.", {"doanh thu", "doanh thu", "LNTT"}},
    {"Nhập khẩu thịt bò, trâu đạt 900 tấn.", {"Nhập khẩu thịt bò, trâu"}},
    {"Giá điện bình quân tăng 5%, lương tăng bình quân 8%.", {"Giá điện bình quân", "lương"}},
    {"Xe bán tải của hãng đạt 400 chiếc.", {"Xe bán tải của hãng"}},
    {"Sàn khớp 7 triệu cổ phiếu và giá trị giao dịch đạt 90 tỷ đồng.", {"cổ phiếu", "giá trị giao dịch"}},
    {"Hãng có 70 căn hộ và giá thuê là 9 triệu đồng.", {"căn hộ", "giá thuê"}},
    {"Chi phí giải phóng mặt bằng 300 tỷ đồng.", {"Chi phí giải phóng mặt bằng"}},
    {"Giá cao giúp doanh thu đạt 7 tỷ đồng.", {"doanh thu"}},
    {"Doanh số vẫn tiếp tục tăng cao, đạt 12%.", {"Doanh số"}},
    {"Lợi nhuận của hãng tăng mạnh, đạt 70 tỷ đồng.", {"Lợi nhuận của hãng"}},
    {"Xã có 30 quán ăn; 90% văn bản mới đã gửi.", {"quán ăn", "văn bản mới đã gửi"}},
    {"Giá vé đạt 9 triệu đồng, 40% các tuyến đường đã trải nhựa.", {"Giá vé", "các tuyến đường đã trải nhựa"}},
    {"Tiền thưởng cao nhất là 40 triệu đồng, thấp nhất là 2 triệu đồng.",
     {"Tiền thưởng cao nhất", "Tiền thưởng thấp nhất"}},
    {"Đầu tư trực tiếp của Lào là 3 tỷ USD.", {"Đầu tư trực tiếp của Lào"}},
    {"Lãi ròng là 70 tỷ đồng, chiếm 20% tổng thu của hãng mẹ và có mức tăng trưởng 5%.",
     {"Lãi ròng", "Lãi ròng … tổng thu của hãng mẹ", "Lãi ròng"}},
    {"Mức thưởng là 9 triệu đồng (tăng 4% với năm trước).", {"Mức thưởng", "Mức thưởng"}},
    {"Kim ngạch xuất khẩu dệt, may, da giày đạt 9 tỷ USD.", {"Kim ngạch xuất khẩu dệt, may, da giày"}},
    {"Nhập khẩu gạch của hãng tăng mạnh, đạt kim ngạch 9 tỷ USD.", {"Nhập khẩu gạch của hãng … kim ngạch"}},
    {"Hãng đạt doanh thu 9 tỷ đồng, nhưng quý này, lợi nhuận giảm mạnh, đạt 4 tỷ đồng.", {"doanh thu", "lợi nhuận"}},
    {"Ngành thép giữ tốc độ tăng trưởng 7%.", {"Ngành thép … tốc độ tăng trưởng"}},
    {"Hãng mở kho, thuộc 30%.", {""}},
    {"Hãng bán 80% số gạch, 20% còn lại để xây kho.", {"Hãng bán … số gạch", "còn lại để xây kho"}},
    {"Hãng có 900 bạn đọc, trong đó 70% không hề đọc thơ, 9% chưa từng mua sách.",
     {"bạn đọc", "bạn đọc … không hề đọc thơ", "bạn đọc … chưa từng mua sách"}},
    {"Sở kiểm tra 40 quán và dự kiến xử lý 7 quán.", {"quán", "quán"}},
    {"Doanh thu của hãng tăng đột biến 12%.", {"Doanh thu của hãng"}},
    {"Năm qua công ty ghi nhận doanh thu thuần 200 tỷ đồng.", {"doanh thu thuần"}},
    {"Xưởng nộp về 60 tỷ đồng lợi nhuận.", {"lợi nhuận"}},
    {"Năm qua xã làm 94 km kênh.", {"kênh"}},
    {"Tổng số căn hộ là 900 căn (gồm 500 căn lớn), giảm 5%.", {"Tổng số căn hộ", "căn lớn", "Tổng số căn hộ"}},
    {"Giá mua giảm mạnh nên doanh số đạt 9 tỷ đồng.", {"doanh số"}},
    {"Vụ cháy làm chết 7 người và bị thương 9 người.", {"Vụ cháy làm chết … người", "bị thương … người"}},
    {"Lực lượng kiểm lâm bắt giữ 40 xe chở gỗ.", {"xe chở gỗ"}},
    {"Kho nhập 300 tấn gạo, trị giá 2 tỷ đồng, giảm 6% về lượng và 4% về giá trị.",
     {"gạo", "gạo … trị giá", "gạo về lượng", "gạo về giá trị"}},
    {"Có 70 quán dừng bán vĩnh viễn chiếm 12%.", {"quán dừng bán vĩnh viễn", "quán dừng bán vĩnh viễn"}},
    {"Lợi nhuận của 8 ngân hàng tăng 11%.", {"Lợi nhuận của 8 ngân hàng"}},
    {"Năm 2016, các doanh nghiệp nhỏ đóng góp 30% ngân sách, 86% việc làm và 40% GDP.",
     {"doanh nghiệp nhỏ đóng góp … ngân sách", "việc làm", "GDP"}},
    {"Mô hình giúp giảm 30% chi phí, giảm 40% lượng nước tưới.", {"chi phí", "lượng nước tưới"}},
    {"Hiện nay 55% sản lượng pin do nước này làm ra.", {"sản lượng pin do nước này làm ra"}},
    {"Năm 2016, vốn gốc, vốn phụ và vốn góp là 10 tỷ USD.", {"vốn gốc, vốn phụ và vốn góp"}},
    {"Quỹ dành 20 tỷ đồng cho các xưởng dệt và 5 tỷ đồng cho các trường học.",
     {"Quỹ dành … cho các xưởng dệt", "Quỹ dành … cho các trường học"}},
    {"Năm qua hãng thuê 60% diện tích của tòa nhà.", {"hãng thuê … diện tích của tòa nhà"}},
    {"Đội xe có tốc độ 80 km/h.", {"Đội xe có tốc độ"}},
    {"Ngành dệt tăng khá với tốc độ 8%.", {"Ngành dệt tăng khá với tốc độ"}},
    {"Lượng xe nhập kho giảm 9%, còn 300 chiếc.", {"Lượng xe nhập kho", "Lượng xe nhập kho"}},
    {"Doanh thu và lãi ròng tăng lần lượt 12% và 8%.", {"Doanh thu", "lãi ròng"}},
    {"Lượng sắt và đồng bán đi lần lượt đạt 30 tấn và 9 tấn.", {"Lượng sắt", "Lượng … đồng bán đi"}},
    {"Xóm có 20 vụ cháy, giảm 3 vụ (13%).", {"vụ cháy", "vụ cháy", "vụ cháy"}},
    {"Doanh thu đạt 97% kế hoạch mà tổng công ty giao là 40 tỷ đồng.", {"Doanh thu", "Doanh thu"}},
    {"Nợ công năm 2018 ở mức 50% GDP hồi tháng 9.", {"Nợ công … GDP"}},
    {"Đội xe chở 300 tấn hàng khô.", {"Đội xe chở … hàng khô"}},
    {"Trưởng ban Lê Văn An cho hay 40 người là thợ mộc.", {"người là thợ mộc"}},
    {"Nhà máy mới đạt 42% kế hoạch doanh thu và 30% kế hoạch lợi nhuận.", {"doanh thu", "lợi nhuận"}},
    {"Ngân hàng này hạ dự báo tăng trưởng xuống 2%.", {"dự báo tăng trưởng"}},
    {"Tỷ lệ đúng giờ của Bamboo, Hoa Mai và Sao Vàng là 93%.", {"Tỷ lệ đúng giờ của Bamboo"}},
    {"Nhóm một chiếm 23%; nhóm hai, bạn học 8%; các đối tượng khác chiếm 17%.",
     {"Nhóm một", "bạn học", "đối tượng khác"}},
    {"Quỹ còn lại 9 tỷ đồng; số gạo còn lại 7 tấn.", {"Quỹ còn lại", "số gạo còn lại"}},
    {"Trường dành suất cho học bạ (40% chỉ tiêu), xét chứng chỉ tin học (10%) và tổ chức thi viết (50%).",
     {"chỉ tiêu", "xét chứng chỉ tin học", "tổ chức thi viết"}},
    {"Trong quý II cũng chỉ thu được hơn 900 tỉ đồng.", {"thu"}},
    {"Lợi nhuận quý III đạt 45 tỷ đồng.", {"Lợi nhuận"}},
    {"Lượng chè xuất khẩu đạt 99 tấn và 5 triệu USD, giảm 8% về lượng nhưng tăng 6% về giá trị.",
     {"Lượng chè xuất khẩu", "", "Lượng chè xuất khẩu về lượng", "chè xuất khẩu về giá trị"}},
};

}  // namespace

TEST_CASE("the words of an open measure") {
  for (const Words& row : kWords) {
    INFO(row.text);
    timso::ArticleView article;
    article.text = row.text;
    article.blocks = {{0, article.text.size(), timso::BlockKind::kBody}};
    std::vector<std::string> words;
    for (const timso::Fact& fact : timso::ReadByRules(article)) words.push_back(fact.measure_text);
    CHECK(words == row.words);
  }
}
