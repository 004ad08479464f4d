#include "analyzers/text/sentences.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "tests/analyzers/text/text_checks.h"
#include "tests/catch.h"

using timso::Sentence;
using timso::Token;

namespace {

// The sentences apart by " ‖ ", line breaks inside as a space.
std::string Rendered(std::string_view source) {
  const std::string text = timso::Normalize(source).text;
  const std::vector<Token> tokens = timso::Tokenize(text);
  std::string out;
  for (const Sentence& sentence : timso::SplitSentences(text, tokens)) {
    if (!out.empty()) out += " ‖ ";
    const std::size_t begin = tokens[sentence.begin].begin;
    std::string piece = text.substr(begin, tokens[sentence.end - 1].end - begin);
    for (char& c : piece) c = c == '\n' ? ' ' : c;
    out += piece;
  }
  return out;
}

struct Row {
  std::string source;
  std::string sentences;
};

void CheckRows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(Rendered(row.source) == row.sentences);
    CHECK(timso::BrokenRule(row.source).empty());
  }
}

}  // namespace

TEST_CASE("sentences end at full stops, questions, exclamations") {
  CheckRows({
      {"Một. Hai.", "Một. ‖ Hai."},
      {"Một! Hai? Ba", "Một! ‖ Hai? ‖ Ba"},
      {"Đạt 95%. Tăng 3%.", "Đạt 95%. ‖ Tăng 3%."},
      {"Có 12 xã. 3 xã đạt chuẩn.", "Có 12 xã. ‖ 3 xã đạt chuẩn."},
      {"Anh nói: “Tốt.” Chị cười.", "Anh nói: “Tốt.” ‖ Chị cười."},
      {"(Xong.) Tiếp theo.", "(Xong.) ‖ Tiếp theo."},
      {"Được (?) nhưng chậm.", "Được (?) nhưng chậm."},
      {"Chờ... Rồi đi.", "Chờ... ‖ Rồi đi."},
      {"Chờ... rồi đi.", "Chờ... rồi đi."},
      {"Chờ… rồi đi.", "Chờ… rồi đi."},
      {"55 năm..., đông nhất.", "55 năm..., đông nhất."},
      {"Hết. “Mới”", "Hết. ‖ “Mới”"},
      {"Hết. - Mới", "Hết. ‖ - Mới"},
      {"Kết luận. ", "Kết luận."},
      {"", ""},
      {".", "."},
  });
}

TEST_CASE("abbreviations, initials and labels keep their stop") {
  CheckRows({
      {"Tại TP. Hồ Chí Minh có 5 quận.", "Tại TP. Hồ Chí Minh có 5 quận."},
      {"Tại Tp. Huế và tp. Vinh.", "Tại Tp. Huế và tp. Vinh."},
      {"Ở TX. La Gi, TT. Phú Phong.", "Ở TX. La Gi, TT. Phú Phong."},
      {"Ở Q. 1, P. Bến Nghé.", "Ở Q. 1, P. Bến Nghé."},
      {"TP.Hồ Chí Minh đạt.", "TP.Hồ Chí Minh đạt."},
      {"TP.HCM. Trong đó có 3.", "TP.HCM. ‖ Trong đó có 3."},
      {"Có 3 TP. Trong đó có Huế.", "Có 3 TP. ‖ Trong đó có Huế."},
      {"ThS. Lan và PGS.TS. Nam đến.", "ThS. Lan và PGS.TS. Nam đến."},
      {"TS.Lan nói. BS. Nam nghe.", "TS.Lan nói. ‖ BS. Nam nghe."},
      {"Ông Nguyễn Văn A. Trong năm.", "Ông Nguyễn Văn A. ‖ Trong năm."},
      {"C. Mác và V. I. Lênin.", "C. Mác và V. I. Lênin."},
      {"1. Về công tác tổ chức", "1. Về công tác tổ chức"},
      {"12. Về công tác", "12. Về công tác"},
      {"1.2. Mục tiêu chung", "1.2. Mục tiêu chung"},
      {"I. Mục tiêu\nII. Nhiệm vụ", "I. Mục tiêu ‖ II. Nhiệm vụ"},
      {"a. Thu ngân sách", "a. Thu ngân sách"},
      {"A. Phần chung", "A. Phần chung"},
      {"Điều 5. Phạm vi điều chỉnh", "Điều 5. Phạm vi điều chỉnh"},
      {"Chương II. Tổ chức", "Chương II. Tổ chức"},
      {"- 1. Đầu tiên", "- 1. Đầu tiên"},
      {"Khóa XIII. Đại hội", "Khóa XIII. ‖ Đại hội"},
      {"Năm 2021. Đại hội", "Năm 2021. ‖ Đại hội"},
      {"Xem tr. 15 và 16.", "Xem tr. 15 và 16."},
      {"Cam, quýt, v.v. Giá tăng.", "Cam, quýt, v.v. ‖ Giá tăng."},
      {"Cam, quýt v.v... đều tăng.", "Cam, quýt v.v... đều tăng."},
      {"Ăn no. Trong nhà ấm.", "Ăn no. ‖ Trong nhà ấm."},
  });
}

TEST_CASE("numbers, dates and addresses hold no sentence end") {
  CheckRows({
      {"Ngày 31-8-2021. Tỉnh ủy họp.", "Ngày 31-8-2021. ‖ Tỉnh ủy họp."},
      {"Ngày 27.9.2017 họp, 1.481 người dự.", "Ngày 27.9.2017 họp, 1.481 người dự."},
      {"Chỉ thị 14-CT/TU. Sau đó", "Chỉ thị 14-CT/TU. ‖ Sau đó"},
      {"Theo zing.vn. Ảnh: AP", "Theo zing.vn. ‖ Ảnh: AP"},
      {"Gửi a.b@c.vn nhé.", "Gửi a.b@c.vn nhé."},
      {"Lúc 14h30. Mọi người về.", "Lúc 14h30. ‖ Mọi người về."},
      {"Đạt 4.5/5 điểm.", "Đạt 4.5/5 điểm."},
  });
}

TEST_CASE("a missing space after the stop ends the sentence all the same") {
  CheckRows({
      {"sử dụng.Trong đó", "sử dụng. ‖ Trong đó"},
      {"đạt 70%.Tỷ lệ tăng", "đạt 70%. ‖ Tỷ lệ tăng"},
      {"năm 2021.Tỷ lệ tăng", "năm 2021. ‖ Tỷ lệ tăng"},
      {"học sinh...Nhằm nâng", "học sinh... ‖ Nhằm nâng"},
      {"(năm 2020).Tuy nhiên", "(năm 2020). ‖ Tuy nhiên"},
      {"của UBND.Theo đó", "của UBND. ‖ Theo đó"},
      {"J.K viết a.b", "J.K viết a.b"},
  });
}

TEST_CASE("lines that were wrapped run on, others are sentences of their own") {
  const std::string long_line = "Trong sáu tháng đầu năm, toàn Đảng bộ huyện đã kết nạp được";
  CheckRows({
      {"Tiêu đề\nNội dung của bài", "Tiêu đề ‖ Nội dung của bài"},
      {"Tiêu đề\n\nnội dung", "Tiêu đề ‖ nội dung"},
      {long_line + "\nnhiều đảng viên mới.", long_line + " nhiều đảng viên mới."},
      {long_line + "\n85 đảng viên mới.", long_line + " 85 đảng viên mới."},
      {long_line + "\n\n85 đảng viên", long_line + " ‖ 85 đảng viên"},
      {"Các xã Hà Châu,\nNga My và Lương Phú", "Các xã Hà Châu, Nga My và Lương Phú"},
      {"Gồm:\n- Một\n- Hai", "Gồm: ‖ - Một ‖ - Hai"},
      {"Gồm:\n• Một,\n• Hai.", "Gồm: ‖ • Một, ‖ • Hai."},
      {"Gồm:\n+ một;\n+ hai;", "Gồm: ‖ + một; ‖ + hai;"},
      {"1) Một\n2) Hai", "1) Một ‖ 2) Hai"},
      {"a) một\nb) hai", "a) một ‖ b) hai"},
      {"3\n7\n3", "3 ‖ 7 ‖ 3"},
      {"Ở TP.\nĐà Nẵng", "Ở TP. Đà Nẵng"},
      {"Một.\nHai", "Một. ‖ Hai"},
      {"Hỏi?\nđáp", "Hỏi? ‖ đáp"},
  });
}

TEST_CASE("hard-wrapped paragraphs are read through, capitals at a line's beginning too") {
  const std::string wrapped =
      "Từ đầu năm đến nay, phong trào thi đua ở\n"
      "huyện đi vào chiều sâu. Tại các xã miền\n"
      "núi như Sơn Hà, Đông Lĩnh, các chi bộ ở\n"
      "Bản Thắm và Bản Lầu đã kết nạp được tất\n"
      "cả 12 đảng viên mới.\n"
      "\n"
      "Cả huyện hiện có 40 tổ chức cơ sở đảng.\n";
  CHECK(Rendered(wrapped) ==
        "Từ đầu năm đến nay, phong trào thi đua ở huyện đi vào chiều sâu. ‖ Tại các xã miền núi như Sơn Hà, Đông Lĩnh, "
        "các chi bộ ở Bản Thắm và Bản Lầu đã kết nạp được tất cả 12 đảng viên mới. ‖ Cả huyện hiện có 40 tổ chức cơ "
        "sở đảng.");
}

TEST_CASE("each row of a plain-text table is a sentence") {
  CheckRows({
      {"Cây | Diện tích\nLúa | 7,1 triệu ha\nngô | 870 nghìn ha",
       "Cây | Diện tích ‖ Lúa | 7,1 triệu ha ‖ ngô | 870 nghìn ha"},
      {"Xã\tKế hoạch\tThực hiện\nHà Châu\t10\t12\nNga My\t8\t7",
       "Xã\tKế hoạch\tThực hiện ‖ Hà Châu\t10\t12 ‖ Nga My\t8\t7"},
      {"Xã       Số\nHà Châu      10\nNga My       8", "Xã       Số ‖ Hà Châu      10 ‖ Nga My       8"},
  });
}

TEST_CASE("a sentence tells where it stands") {
  const std::string text = "Tiêu đề\nMột. Hai.\n\nBa.";
  const std::vector<Token> tokens = timso::Tokenize(text);
  const std::vector<Sentence> sentences = timso::SplitSentences(text, tokens);
  REQUIRE(sentences.size() == 4);
  CHECK((sentences[0].line_start && sentences[0].paragraph_start));
  CHECK((sentences[1].line_start && !sentences[1].paragraph_start));
  CHECK((!sentences[2].line_start && !sentences[2].paragraph_start));
  CHECK((sentences[3].line_start && sentences[3].paragraph_start));
}

TEST_CASE("words without end are cut") {
  std::string source;
  for (int i = 0; i < 2000; ++i) source += "một ";
  const std::vector<Token> tokens = timso::Tokenize(source);
  const std::vector<Sentence> sentences = timso::SplitSentences(source, tokens);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].end == 800);
  CHECK(sentences[1].begin == 800);
  CHECK(sentences[2].end == tokens.size());
  CHECK(sentences[0].paragraph_start);
  CHECK_FALSE(sentences[1].line_start);
}
