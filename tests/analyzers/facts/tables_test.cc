// Tables in articles, each with the facts that it states.
#include "analyzers/facts/tables.h"

#include <cstdio>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/catch.h"

namespace {

using Lines = std::vector<std::string>;

std::vector<timso::Fact> Extract(const std::string& title, const std::string& body, const std::string& text) {
  timso::ArticleView article;
  article.text = text;
  article.blocks = {{0, title.size(), timso::BlockKind::kTitle},
                    {title.size() + 2, text.size(), timso::BlockKind::kBody}};
  article.date = "2024-02-15";
  CHECK(text.substr(title.size() + 2) == body);
  return timso::ReadByRules(article);
}

// "Lập Lễ/commune party_members_admitted target 12 person 2022"; the period's years, or its days when it is shorter.
std::string Render(const timso::Fact& fact) {
  char value[40];
  std::snprintf(value, sizeof value, "%.15g", fact.value);
  std::string line = fact.subject.value_or("?") + "/" + std::string(timso::NameOf(fact.level)) + " ";
  line += fact.measure ? *fact.measure : "'" + fact.measure_text + "'";
  for (const std::string& qualifier : fact.qualifiers) line += "+" + qualifier;
  line += " " + std::string(timso::NameOf(fact.kind)) + " ";
  if (fact.relation != timso::Relation::kEqual) line += std::string(timso::NameOf(fact.relation)) + " ";
  line += value + (fact.unit.empty() ? "" : " " + fact.unit);
  if (!fact.from || !fact.to) return line;
  const bool years = fact.from->ends_with("-01-01") && fact.to->ends_with("-12-31");
  if (!years) return line + " " + *fact.from + ".." + *fact.to;
  const std::string from = fact.from->substr(0, 4);
  const std::string to = fact.to->substr(0, 4);
  return line + " " + (from == to ? from : from + "-" + to);
}

// The stated facts; those of the table must have their number and row as evidence.
Lines Read(const std::string& title, const std::string& body) {
  const std::string text = title + "\n\n" + body;
  Lines lines;
  for (const timso::Fact& fact : Extract(title, body, text)) {
    if (fact.derived) continue;
    lines.push_back(Render(fact));
    const timso::Evidence& evidence = fact.evidence;
    CHECK(evidence.begin < evidence.end);
    CHECK(text.substr(evidence.sentence_begin, evidence.text.size()) == evidence.text);
    CHECK(evidence.begin >= evidence.sentence_begin);
    CHECK(evidence.end <= evidence.sentence_begin + evidence.text.size());
    if (fact.rules.empty() || !fact.rules.front().starts_with("table:")) lines.back() += " (sentence)";
    if (!fact.rules.empty() && fact.rules.front().starts_with("table:")) {
      CHECK(evidence.text.find('\n') == std::string::npos);
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("communes by target, result and percent; the total is the district's") {
  CHECK(Read("Huyện Yên Minh (Hà Giang): phát triển đảng viên năm 2023",
             "Kết quả kết nạp đảng viên của một số xã năm 2023 như sau:\n\n"
             "| STT | Xã, thị trấn | Chỉ tiêu | Thực hiện | Tỷ lệ % | Nữ |\n"
             "|-----|--------------|---------:|----------:|--------:|---:|\n"
             "| 1 | Thị trấn Yên Minh | 20 | 23 | 115 | 9 |\n"
             "| 2 | Bạch Đích | 15 | - | - | |\n"
             "| | Tổng cộng | 35 | 23 | 65,7 | 9 |\n\n"
             "Các cấp ủy cần nỗ lực hơn nữa.") ==
        Lines{"Yên Minh/commune party_members_admitted target 20 person 2023",
              "Yên Minh/commune party_members_admitted amount 23 person 2023",
              "Yên Minh/commune party_members_admitted attainment 115 percent 2023",
              "Yên Minh/commune party_members_admitted+female amount 9 person 2023",
              "Bạch Đích/commune party_members_admitted target 15 person 2023",
              "Yên Minh/district party_members_admitted target 35 person 2023",
              "Yên Minh/district party_members_admitted amount 23 person 2023",
              "Yên Minh/district party_members_admitted attainment 65.7 percent 2023",
              "Yên Minh/district party_members_admitted+female amount 9 person 2023"});
}

TEST_CASE("a column that compares with the target says how far it was met") {
  CHECK(Read("Huyện Ba Bể kết nạp đảng viên năm 2020",
             "TT | Đảng bộ | Kết nạp | So với chỉ tiêu\n1 | Xã Địa Linh | 41 | 102,5%\n2 | Xã Yến Dương | 33 | 110%") ==
        Lines{"Địa Linh/commune party_members_admitted amount 41 person 2020",
              "Địa Linh/commune party_members_admitted attainment 102.5 percent 2020",
              "Yến Dương/commune party_members_admitted amount 33 person 2020",
              "Yến Dương/commune party_members_admitted attainment 110 percent 2020"});
}

TEST_CASE("measures by years with a column of units, and the last year against the one before") {
  CHECK(Read("Kinh tế - xã hội tỉnh Nghệ An năm 2022",
             "Sau đây là một số chỉ tiêu chủ yếu của tỉnh.\n\n"
             "STT   Chỉ tiêu                  ĐVT          Năm 2021   Ước TH 2022   2022/2021 (%)\n"
             "A     B                         C            1          2             3\n"
             "1     Thu ngân sách nhà nước    tỷ đồng      19.992     20.500        102,5\n"
             "2     Tỷ lệ hộ nghèo            %            3,5        3,2\n"
             "3     Kim ngạch xuất khẩu       triệu USD    2.060      2.400         116,5\n"
             "4     Diện tích trồng rừng      1.000 ha     20,1       20,6          102,5\n") ==
        Lines{"Nghệ An/province budget_revenue amount 19992000000000 VND 2021",
              "Nghệ An/province budget_revenue amount 20500000000000 VND 2022",
              "Nghệ An/province budget_revenue change 2.5 percent 2022",
              "Nghệ An/province poor_households share 3.5 percent 2021",
              "Nghệ An/province poor_households share 3.2 percent 2022",
              "Nghệ An/province exports amount 2060000000 USD 2021",
              "Nghệ An/province exports amount 2400000000 USD 2022",
              "Nghệ An/province exports change 16.5 percent 2022", "Nghệ An/province planted_area amount 20100 ha 2021",
              "Nghệ An/province planted_area amount 20600 ha 2022",
              "Nghệ An/province planted_area change 2.5 percent 2022"});
}

TEST_CASE("months as columns, plan and result as rows") {
  CHECK(Read("Kết nạp đảng viên ở huyện Quan Hóa (Thanh Hóa) năm 2023",
             "(ĐVT: người)\n\n"
             "Nội dung\tTháng 1\tTháng 2\tTháng 3\n"
             "Chỉ tiêu\t8\t5\t12\n"
             "Kết nạp\t9\t5\t\n"
             "Tỷ lệ (%)\t112,5\t100\t\n") ==
        Lines{"Quan Hóa/district party_members_admitted target 8 person 2023-01-01..2023-01-31",
              "Quan Hóa/district party_members_admitted target 5 person 2023-02-01..2023-02-28",
              "Quan Hóa/district party_members_admitted target 12 person 2023-03-01..2023-03-31",
              "Quan Hóa/district party_members_admitted amount 9 person 2023-01-01..2023-01-31",
              "Quan Hóa/district party_members_admitted amount 5 person 2023-02-01..2023-02-28",
              "Quan Hóa/district party_members_admitted attainment 112.5 percent 2023-01-01..2023-01-31",
              "Quan Hóa/district party_members_admitted attainment 100 percent 2023-02-01..2023-02-28"});
}

TEST_CASE("a wrapped header; a plan is for the year; percentages of plan and of the year before") {
  CHECK(Read("Tỉnh Lạng Sơn: thu ngân sách 9 tháng năm 2023",
             "Thu ngân sách trên địa bàn các huyện (đơn vị tính: tỷ đồng):\n\n"
             "                    Dự toán      Thực hiện      So dự toán    So cùng kỳ\n"
             "Huyện, thành phố    năm 2023     9 tháng        (%)           (%)\n"
             "Cao Lộc             150          160,2          106,8         97,1\n"
             "Chi Lăng            45           30,1           66,9          112\n") ==
        Lines{"Cao Lộc/district budget_revenue target 150000000000 VND 2023",
              "Cao Lộc/district budget_revenue amount 160200000000 VND 2023-01-01..2023-09-30",
              "Cao Lộc/district budget_revenue attainment 106.8 percent 2023-01-01..2023-09-30",
              "Cao Lộc/district budget_revenue change -2.9 percent 2023-01-01..2023-09-30",
              "Chi Lăng/district budget_revenue target 45000000000 VND 2023",
              "Chi Lăng/district budget_revenue amount 30100000000 VND 2023-01-01..2023-09-30",
              "Chi Lăng/district budget_revenue attainment 66.9 percent 2023-01-01..2023-09-30",
              "Chi Lăng/district budget_revenue change 12 percent 2023-01-01..2023-09-30"});
}

TEST_CASE("years as rows, measures as columns") {
  CHECK(Read("Công tác kiểm tra của Đảng bộ tỉnh Bắc Kạn",
             "Năm | Tổ chức đảng được kiểm tra | Đảng viên bị kỷ luật\n"
             "2021 | 120 | 41\n"
             "6 tháng 2023 | 60 | 12\n") ==
        Lines{"Bắc Kạn/province party_organizations_inspected amount 120 organization 2021",
              "Bắc Kạn/province party_members_disciplined amount 41 person 2021",
              "Bắc Kạn/province party_organizations_inspected amount 60 organization 2023-01-01..2023-06-30",
              "Bắc Kạn/province party_members_disciplined amount 12 person 2023-01-01..2023-06-30"});
}

TEST_CASE("bodies as rows, two years as headings over plan and result") {
  CHECK(Read("Phát triển đảng viên của Đảng bộ huyện Tân Kỳ (Nghệ An)",
             "Đơn vị | Năm 2022 | Năm 2023\n"
             "Chỉ tiêu | Kết nạp | Chỉ tiêu | Kết nạp\n"
             "Đảng bộ xã Nghĩa Dũng | 10 | 11 | 12 | 9\n"
             "Chi bộ Trường THPT Tân Kỳ | 2 | 1 | 2 | 2\n"
             "Toàn Đảng bộ | 12 | 12 | 14 | 11\n") ==
        Lines{"Nghĩa Dũng/commune party_members_admitted target 10 person 2022",
              "Nghĩa Dũng/commune party_members_admitted amount 11 person 2022",
              "Nghĩa Dũng/commune party_members_admitted target 12 person 2023",
              "Nghĩa Dũng/commune party_members_admitted amount 9 person 2023",
              "Chi bộ Trường THPT Tân Kỳ/organization party_members_admitted target 2 person 2022",
              "Chi bộ Trường THPT Tân Kỳ/organization party_members_admitted amount 1 person 2022",
              "Chi bộ Trường THPT Tân Kỳ/organization party_members_admitted target 2 person 2023",
              "Chi bộ Trường THPT Tân Kỳ/organization party_members_admitted amount 2 person 2023",
              "Tân Kỳ/district party_members_admitted target 12 person 2022",
              "Tân Kỳ/district party_members_admitted amount 12 person 2022",
              "Tân Kỳ/district party_members_admitted target 14 person 2023",
              "Tân Kỳ/district party_members_admitted amount 11 person 2023"});
}

TEST_CASE("provinces as columns") {
  CHECK(Read("Hộ nghèo các tỉnh Tây Bắc năm 2022",
             "Chỉ tiêu                 Lai Châu    Điện Biên\n"
             "Dân số (nghìn người)     482,1       635,9\n"
             "Tỷ lệ hộ nghèo (%)       29,1        30,4\n") ==
        Lines{"Lai Châu/province population amount 482100 person 2022",
              "Điện Biên/province population amount 635900 person 2022",
              "Lai Châu/province poor_households share 29.1 percent 2022",
              "Điện Biên/province poor_households share 30.4 percent 2022"});
}

TEST_CASE("planned crops: the words before the table plan; a bound and a range in the cells") {
  CHECK(Read("Vụ xuân 2024 ở huyện Yên Thành (Nghệ An)",
             "Kế hoạch gieo trồng vụ xuân năm 2024 của huyện như sau:\n\n"
             "Cây trồng  Diện tích (ha)  Năng suất (tạ/ha)  Sản lượng\n"
             "Lúa  khoảng 13.000  72  trên 93 nghìn tấn\n"
             "Lạc  900  27  2.430 tấn\n\n"
             "Năm 2023, huyện Yên Thành gieo cấy 12.800 ha lúa.") ==
        Lines{"Yên Thành/district planted_area target about 13000 ha 2024",
              "Yên Thành/district 'năng suất lúa' target 72 tạ/ha 2024",
              "Yên Thành/district food_output target gt 93000 tonne 2024",
              "Yên Thành/district planted_area target 900 ha 2024",
              "Yên Thành/district 'năng suất lạc' target 27 tạ/ha 2024",
              "Yên Thành/district 'sản lượng lạc' target 2430 tonne 2024",
              "Yên Thành/district planted_area amount 12800 ha 2023 (sentence)"});
}

TEST_CASE("breakdowns as rows; a stock stands at its day") {
  CHECK(Read("Trình độ đảng viên của Đảng bộ huyện Văn Chấn (Yên Bái) đến ngày 31/12/2022",
             "Trình độ              Số đảng viên    Tỷ lệ (%)\n"
             "Đại học               1.105           38,1\n"
             "Tổng số               2.900\n"
             "Trong đó: nữ          1.001           34,5\n") ==
        Lines{"Văn Chấn/district party_members+university amount 1105 person 2022-12-31..2022-12-31",
              "Văn Chấn/district party_members+university share 38.1 percent 2022-12-31..2022-12-31",
              "Văn Chấn/district party_members amount 2900 person 2022-12-31..2022-12-31",
              "Văn Chấn/district party_members+female amount 1001 person 2022-12-31..2022-12-31",
              "Văn Chấn/district party_members+female share 34.5 percent 2022-12-31..2022-12-31"});
}

TEST_CASE("signed changes, a unit in the cell against that of the header") {
  CHECK(Read("Chăn nuôi huyện Ba Vì (Hà Nội) quý I/2024",
             "Vật nuôi      Số lượng (con)           Tăng, giảm so cùng kỳ (%)\n"
             "Trâu          4.512                    -2,3\n"
             "Gia cầm       khoảng 6,5 triệu con     +4,1\n") ==
        Lines{"Ba Vì/district 'trâu' amount 4512 con 2024-01-01..2024-03-31",
              "Ba Vì/district 'trâu' change -2.3 percent 2024-01-01..2024-03-31",
              "Ba Vì/district 'gia cầm' amount about 6500000 con 2024-01-01..2024-03-31",
              "Ba Vì/district 'gia cầm' change 4.1 percent 2024-01-01..2024-03-31"});
}

TEST_CASE("a table typed without marks") {
  CHECK(Read("Ket qua ket nap dang vien cua huyen Con Cuong, tinh Nghe An nam 2021",
             "Don vi | Chi tieu | Ket nap | Ty le (%)\n"
             "Xa Mon Son | 12 | 13 | 108,3\n"
             "Toan huyen | 20 | 19 | 95\n") ==
        Lines{"Môn Sơn/commune party_members_admitted target 12 person 2021",
              "Môn Sơn/commune party_members_admitted amount 13 person 2021",
              "Môn Sơn/commune party_members_admitted attainment 108.3 percent 2021",
              "Con Cuông/district party_members_admitted target 20 person 2021",
              "Con Cuông/district party_members_admitted amount 19 person 2021",
              "Con Cuông/district party_members_admitted attainment 95 percent 2021"});
}

TEST_CASE("ranks, notes and list numbers are no facts") {
  CHECK(Read("Kết nạp đảng viên của huyện Ba Bể (Bắc Kạn) năm 2020",
             "TT | Xã | Kết nạp | Xếp thứ | Ghi chú\n"
             "1 | Khang Ninh | 9 | 1 | 12\n"
             "2 | Quảng Khê | 7 | 2 | 15\n") == Lines{"Khang Ninh/commune party_members_admitted amount 9 person 2020",
                                                      "Quảng Khê/commune party_members_admitted amount 7 person 2020"});
}

TEST_CASE("lines without a header, menus and signatures state nothing by tables") {
  const std::vector<std::string> bodies = {
      "Khang Ninh      12     13\nQuảng Khê      14     15\n",
      "Trang chủ | Giới thiệu | Liên hệ\nHôm nay: 12 | Hôm qua: 30 | Tổng: 1.233\n1 | 2 | 3\n",
      "Nơi nhận:                    TM. BAN THƯỜNG VỤ\n- Như trên;                  PHÓ BÍ THƯ\n- Lưu VP.              "
      "      (Đã ký)\n",
  };
  for (const std::string& body : bodies) {
    INFO(body);
    for (const std::string& line : Read("Huyện Ba Bể", body)) CHECK(line.ends_with("(sentence)"));
  }
}
