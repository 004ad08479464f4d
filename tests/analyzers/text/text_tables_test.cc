// Tables by layout: each text with its headers and rows in short.
#include "analyzers/text/text_tables.h"

#include <string>
#include <vector>

#include "analyzers/text/table_lines.h"
#include "tests/catch.h"

namespace {

// A line a column of the header ("0 Đơn vị"; several lines joined by " / "), then one a row: "Lập Lễ; 1=12; 2=13", a
// section in brackets. Tables apart by "--".
std::vector<std::string> Render(const std::string& text) {
  std::vector<std::string> lines;
  for (const timso::TextTable& table : timso::FindTextTables(text)) {
    if (!lines.empty()) lines.emplace_back("--");
    for (std::size_t c = 0; c < table.headers.size(); ++c) {
      std::string header = std::to_string(c);
      for (const timso::TextSpan& span : table.headers[c]) {
        header += (header.size() > 1 ? " / " : " ") + text.substr(span.begin, span.end - span.begin);
      }
      lines.push_back(header);
    }
    for (const timso::TableRow& row : table.rows) {
      std::string line;
      for (const timso::TableCell& cell : row.cells) {
        if (!line.empty()) line += "; ";
        if (cell.figure) line += std::to_string(cell.column) + "=";
        line += text.substr(cell.span.begin, cell.span.end - cell.span.begin);
      }
      lines.push_back(row.section ? "[" + line + "]" : line);
    }
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("cells are told by their looks") {
  using timso::CellLook;
  const std::vector<std::pair<const char*, CellLook>> rows = {
      {"1.904", CellLook::kFigure},
      {"khoảng 870 nghìn ha", CellLook::kFigure},
      {"từ 7,1 - 7,2 triệu ha", CellLook::kFigure},
      {"trên 11,13 triệu tấn", CellLook::kFigure},
      {"-5,2", CellLook::kFigure},
      {"(5,2)", CellLook::kFigure},
      {"65/75", CellLook::kFigure},
      {"12 (5,3%)", CellLook::kFigure},
      {"2022", CellLook::kYear},
      {"2016 - 2020", CellLook::kYear},
      {"Năm 2022", CellLook::kText},
      {"6 tháng 2023", CellLook::kText},
      {"31/12/2022", CellLook::kText},
      {"9/2022", CellLook::kText},
      {"2023/2022 (%)", CellLook::kText},
      {"14h30", CellLook::kText},
      {"1.", CellLook::kText},
      {"Hôm nay: 851", CellLook::kText},
      {"-", CellLook::kEmpty},
      {"…", CellLook::kEmpty},
      {"", CellLook::kEmpty},
  };
  for (const auto& [cell, look] : rows) {
    INFO(cell);
    CHECK(timso::LookOfCell(cell) == look);
  }
}

TEST_CASE("columns by spaces, a missing cell stays under its header") {
  CHECK(Render("Kết quả:\n"
               "\n"
               "Đơn vị        Chỉ tiêu     Kết nạp\n"
               "Lập Lễ              12          13\n"
               "Phả Lễ                           8\n"
               "TT  Minh Đức        15          12\n") ==
        Lines{"0 Đơn vị", "1 Chỉ tiêu", "2 Kết nạp", "Lập Lễ; 1=12; 2=13", "Phả Lễ; 2=8", "TT  Minh Đức; 1=15; 2=12"});
}

TEST_CASE("pipes, with and without borders, rules and the numbers of columns") {
  const Lines same = {"0 TT", "1 Xã", "2 KH", "3 TH", "0=1; Na Khê; 2=10; 3=8", "0=2; Bạch Đích; 2=15"};
  CHECK(Render("| TT | Xã | KH | TH |\n|----|:---|---:|---:|\n| 1 | Na Khê | 10 | 8 |\n| 2 | Bạch Đích | 15 | - |\n") ==
        same);
  CHECK(Render("TT | Xã | KH | TH\nA | B | 1 | 2\n1 | Na Khê | 10 | 8\n2 | Bạch Đích | 15 |\n") == same);
  CHECK(Render("TT\tXã\tKH\tTH\n1\tNa Khê\t10\t8\n2\tBạch Đích\t15\t\n") == same);
}

TEST_CASE("headings over several columns and lines") {
  const Lines same = {"0 Đơn vị",
                      "1 2022 / KH",
                      "2 2022 / TH",
                      "3 2023 / KH",
                      "4 2023 / TH",
                      "Xã A; 1=1; 2=2; 3=3; 4=4",
                      "Xã B; 1=5; 2=6; 3=7; 4=8"};
  CHECK(Render("Đơn vị | 2022 | 2023\nKH | TH | KH | TH\nXã A | 1 | 2 | 3 | 4\nXã B | 5 | 6 | 7 | 8\n") == same);
  CHECK(Render("Đơn vị | 2022 | | 2023 |\n | KH | TH | KH | TH\nXã A | 1 | 2 | 3 | 4\nXã B | 5 | 6 | 7 | 8\n") == same);
  CHECK(Render("             2022          2023\n"
               "Đơn vị      KH    TH     KH    TH\n"
               "Xã A         1     2      3     4\n"
               "Xã B         5     6      7     8\n") == same);
  CHECK(Render("Nội dung        Thực hiện     Ước TH\n"
               "                6 tháng       cả năm\n"
               "Thu               120,5          300\n"
               "Chi                  80        190,2\n") ==
        Lines{"0 Nội dung", "1 Thực hiện / 6 tháng", "2 Ước TH / cả năm", "Thu; 1=120,5; 2=300", "Chi; 1=80; 2=190,2"});
}

TEST_CASE("a header without its first cell stands over the figures") {
  CHECK(Render("Năm 2021 | Năm 2022\nHộ nghèo | 12 | 10\nHộ cận nghèo | 7 | 5\n") ==
        Lines{"0", "1 Năm 2021", "2 Năm 2022", "Hộ nghèo; 1=12; 2=10", "Hộ cận nghèo; 1=7; 2=5"});
}

TEST_CASE("headings of rows and labels of two lines") {
  CHECK(Render("Nội dung           KH       TH\n"
               "I. Trồng trọt\n"
               "Diện tích          10       12\n"
               "Chi ngân sách\n"
               " thường xuyên      80    190,2\n") == Lines{"0 Nội dung", "1 KH", "2 TH", "[I. Trồng trọt]",
                                                            "Diện tích; 1=10; 2=12", "[Chi ngân sách]",
                                                            "thường xuyên; 1=80; 2=190,2"});
}

TEST_CASE("two tables, one after the other") {
  CHECK(Render("Xã | KH\nA | 1\nB | 2\n\nHuyện | TH\nC | 3\nD | 4\n") ==
        Lines{"0 Xã", "1 KH", "A; 1=1", "B; 1=2", "--", "0 Huyện", "1 TH", "C; 1=3", "D; 1=4"});
}

TEST_CASE("what only looks like a table is none") {
  const std::vector<const char*> texts = {
      "",
      "|",
      "| | |\n| | |\n|||",
      "\t\t\n1\t2\n3\t4",
      "Xã A      12     13\nXã B      14     15\n",                                   // no header
      "Trang chủ | Giới thiệu | Liên hệ\nHôm nay: 12 | Hôm qua: 30 | Tổng: 1.233\n",  // menus and counters
      "Trang chủ | Tin tức | Văn bản\nHôm nay: 12 | Tuần này: 33 | Tất cả: 4.455\n1 | 2 | 3\n",
      "Xem nhiều | Mới nhất | Đọc thêm\n1 | 2 | 3\n",
      "Hôm nay 18 | Hôm qua 44 | Tháng này 512\n",
      "Nơi nhận:                    TM. BAN THƯỜNG VỤ\n- Như trên;                  PHÓ BÍ THƯ\n- Lưu VP.              "
      "      (Đã ký)\n",
      "ĐẢNG BỘ TỈNH X               ĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-BC/TU                  Hà Nội, ngày 5 tháng 3 năm "
      "2023\n",
      "Năm 2022 huyện kết nạp  108 đảng viên.\nNăm 2023 huyện kết nạp  120 đảng viên.\n",
  };
  for (const char* text : texts) {
    INFO(text);
    CHECK(Render(text).empty());
  }
}
