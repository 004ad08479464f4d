// What of a page is title, body, caption, furniture: told by its looks.
#include "indexer/readers/layout.h"

#include <map>

#include "tests/catch.h"

using namespace timso;

namespace {

Document LaidOut(const std::string& text) {
  Document document;
  document.text = text;
  LayOut(document, SplitLines(document.text));
  std::size_t last = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.begin >= last);
    CHECK(block.begin < block.end);
    CHECK(block.end <= text.size());
    last = block.end;
  }
  return document;
}

// The text of all blocks of a kind, one after the other.
std::string Of(const Document& document, BlockKind kind) {
  std::string all;
  for (const Block& block : document.blocks) {
    if (block.kind != kind) continue;
    if (!all.empty()) all += " ¶ ";
    all += document.text.substr(block.begin, block.end - block.begin);
  }
  return all;
}

const std::string kBody = "Năm 2022, Đảng bộ huyện Bình Minh kết nạp 120 đảng viên mới, đạt 104% kế hoạch tỉnh giao.";

bool IsBody(const std::string& line) {
  const Document document =
      LaidOut("Bình Minh kết nạp đảng viên mới trong năm\n\n" + kBody + "\n\n" + line + "\n\n" + kBody + "\n");
  return Of(document, BlockKind::kBody).find(line) != std::string::npos;
}

bool IsTail(const std::string& line) {
  const Document document = LaidOut("Bình Minh kết nạp đảng viên mới trong năm\n\n" + kBody + "\n\n" + line + "\n");
  return Of(document, BlockKind::kBody).find(line) == std::string::npos;
}

}  // namespace

TEST_CASE("a page with everything around its article") {
  const Document document = LaidOut(
      "Trang chủ | Tin tức | Liên hệ\n"
      "Cỡ chữ: A+ A-\n\n"
      "Bình Minh: 120 đảng viên mới trong năm\n\n"
      "Thứ Ba, 03/01/2023, 14:20 [GMT+7]\n\n" +
      kBody +
      "\n\n"
      "Ảnh: Lễ kết nạp tại Trường THPT số 2\n\n"
      "Tổng số đảng viên của huyện nay là 4.310 đồng chí.\n\n"
      "Trần Văn Hòa          Lượt xem: 1.204\n\n"
      "Tin liên quan\n"
      "Huyện Hòa An có 15 chi bộ mới\n"
      "Thống kê truy cập\n"
      "Hôm nay : 77\n"
      "Tháng 01 : 9.120\n");
  CHECK(document.title == "Bình Minh: 120 đảng viên mới trong năm");
  CHECK(document.date == "2023-01-03");
  CHECK(document.author == "Trần Văn Hòa");
  CHECK(Of(document, BlockKind::kTitle) == document.title);
  CHECK(Of(document, BlockKind::kCaption) == "Ảnh: Lễ kết nạp tại Trường THPT số 2");
  CHECK(Of(document, BlockKind::kBody) == kBody + " ¶ Tổng số đảng viên của huyện nay là 4.310 đồng chí.");
}

TEST_CASE("furniture at the end of a page") {
  for (const char* line : {"Lượt xem: 4945",
                           "Lượt truy cập: 74.029.355",
                           "Số lượt người xem: 83   Đang online: 4",
                           "Chia sẻ: Facebook  Zalo",
                           "128 Go top",
                           "Đánh giá: 4.5/5 (2 lượt)",
                           "Mã tin: 220415",
                           "In trang | Gửi email",
                           "N.M",
                           "NGỌC T.",
                           "BTV: L.A",
                           "Nguồn: Ban Biên tập",
                           "TIN ĐÃ ĐƯA",
                           "ĐỌC THÊM: 7 điều cần biết về đại hội",
                           "1 2 3 4 5   Mã: d991204",
                           "Ý kiến bạn đọc",
                           "Tổng biên tập: Nguyễn Văn A",
                           "Bản quyền thuộc về Báo Bình Minh",
                           "Ngày đăng: 12/05/2021 - 08:30",
                           "c/33010077",
                           "Post128845"}) {
    INFO(line);
    CHECK(IsTail(line));
  }
}

TEST_CASE("text that looks a little like furniture stays") {
  for (const char* line :
       {"Năm 2021", "1. Về công tác phát triển đảng viên", "Tổng số: 120 đảng viên",
        "Thành viên tham gia có 120 người.", "Hôm nay, huyện Bình Minh kết nạp thêm 12 đảng viên mới tại hội trường.",
        "Cây | Diện tích | Sản lượng", "Lúa | 7,1 triệu ha | 43 triệu tấn", "- Hà Nội: trên 138 nghìn người",
        "Thống kê của huyện cho thấy số đảng viên tăng 12%.",
        "Lượt khách du lịch đạt 1.250.000 lượt, tăng 12% so với năm trước.",
        "Theo: Nghị quyết số 21-NQ/TW, toàn huyện phấn đấu kết nạp 170 đảng viên mới trong năm nay và các năm tiếp "
        "theo."}) {
    INFO(line);
    CHECK(IsBody(line));
  }
}

TEST_CASE("who issues a paper is not its title") {
  const Document paper =
      LaidOut("ĐẢNG BỘ TỈNH ĐÔNG AN\nHUYỆN ỦY BÌNH MINH\n\nBÁO CÁO\nkết quả công tác xây dựng Đảng năm 2022\n\n" +
              kBody + "\n");
  CHECK(Of(paper, BlockKind::kBody) == kBody);
  CHECK(paper.title == "kết quả công tác xây dựng Đảng năm 2022");
}

TEST_CASE("columns of digits are counters, columns of figures are not") {
  const Document digits = LaidOut("Số lượt truy cập\n3\n7\n3\n5\n\nBình Minh kết nạp đảng viên mới\n\n" + kBody + "\n");
  CHECK(digits.title == "Bình Minh kết nạp đảng viên mới");
  CHECK(Of(digits, BlockKind::kBody) == kBody);
  const Document figures =
      LaidOut("Bình Minh kết nạp đảng viên mới\n\n" + kBody + "\n\n1.250\n2.480\n3.100\n\n" + kBody + "\n");
  CHECK(Of(figures, BlockKind::kBody).find("2.480") != std::string::npos);
}

TEST_CASE("other articles between paragraphs are left out, the article goes on after them") {
  const std::string second = "Cùng năm, huyện mở 3 lớp bồi dưỡng nhận thức về Đảng cho 250 quần chúng ưu tú.";
  const std::string third = "Năm tới, huyện phấn đấu kết nạp 130 đảng viên, tăng 8% so với năm nay.";
  const Document document = LaidOut("Bình Minh kết nạp đảng viên mới\n\n" + kBody +
                                    "\n\nTin liên quan\nHòa An có 15 chi bộ mới\n\n" + second + "\n\n" + third + "\n");
  CHECK(Of(document, BlockKind::kBody) == kBody + " ¶ " + second + "\n\n" + third);
}

TEST_CASE("titles: above the dateline, not a breadcrumb, not a wrapped paragraph") {
  CHECK(LaidOut("Tin tức » Xây dựng Đảng » Huyện ủy Bình Minh\nKết nạp đảng viên ở Bình Minh\n08:00, 02/03/2020\n\n" +
                kBody)
            .title == "Kết nạp đảng viên ở Bình Minh");
  const Document wrapped =
      LaidOut("Năm 2022, Đảng bộ huyện Bình Minh\nkết nạp 120 đảng viên mới,\nđạt 104% kế hoạch.\n");
  CHECK(Of(wrapped, BlockKind::kTitle).empty());
  CHECK_FALSE(wrapped.title.empty());
  const Document paragraph = LaidOut(kBody + "\n");
  CHECK(Of(paragraph, BlockKind::kBody) == kBody);
  CHECK(LaidOut("").blocks.empty());
  CHECK(LaidOut("\n \n\t\n").blocks.empty());
}
