#include "analyzers/text/tokens.h"

#include <unicode/uchar.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/text/characters.h"
#include "analyzers/text/normalizer.h"
#include "tests/analyzers/text/text_checks.h"
#include "tests/catch.h"

using timso::Token;
using timso::TokenKind;

namespace {

// Tokens apart by spaces; all but words and punctuation in brackets behind the letter of their kind; a line break as ⏎,
// a paragraph's as ¶.
std::string Rendered(std::string_view source) {
  const std::string text = timso::Normalize(source).text;
  std::string out;
  for (const Token& token : timso::Tokenize(text)) {
    if (!out.empty()) out += ' ';
    constexpr std::string_view kLetters = "wNCDTXEUp/A";
    const std::string surface(timso::Surface(text, token));
    if (token.kind == TokenKind::kLineBreak) {
      out += token.paragraph_end ? "¶" : "⏎";
    } else if (token.kind == TokenKind::kWord || token.kind == TokenKind::kPunctuation) {
      out += surface;
    } else {
      out += kLetters[static_cast<std::size_t>(token.kind)];
      out += "[" + surface + "]";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("each shape is one token of its kind") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      // Numbers.
      {"kết nạp 1.481 đảng viên", "kết nạp N[1.481] đảng viên"},
      {"đạt 106,93%", "đạt N[106,93] %"},
      {"1.950,5 tỷ", "N[1.950,5] tỷ"},
      {"25.271,9ha", "N[25.271,9] ha"},
      {"15.507ha,", "N[15.507] ha ,"},
      {"1.500T", "N[1.500] T"},
      {"có11.727 đoàn viên", "có N[11.727] đoàn viên"},
      {"Năm2020", "Năm N[2020]"},
      {"lớp12,", "lớp N[12] ,"},
      {"90 - 100", "N[90] - N[100]"},
      {"1-2", "N[1] - N[2]"},
      {"2016-2020", "N[2016] - N[2020]"},
      {"2015 – 2020", "N[2015] – N[2020]"},
      {"65/75", "N[65] / N[75]"},
      {"19/19 tiêu chí", "N[19] / N[19] tiêu chí"},
      {"năm 2010,2011", "năm N[2010] , N[2011]"},
      {"12,13,15", "N[12] , N[13] , N[15]"},
      {"1,234,567", "N[1,234,567]"},
      {"1,234,567.8", "N[1,234,567.8]"},
      {"1.5,2,3", "N[1.5] , N[2] , N[3]"},
      {"1.234.567,89", "N[1.234.567,89]"},
      {"10,5; 20,5.", "N[10,5] ; N[20,5] ."},
      {"năm 2021. Trong", "năm N[2021] . Trong"},
      {"35KV", "N[35] KV"},
      {"10Kg", "N[10] Kg"},
      {"150m2", "N[150] C[m2]"},
      {"150 m²", "N[150] C[m²]"},
      {"7,5 km2/người", "N[7,5] C[km2] / người"},
      {"１２３", "N[123]"},
      {"tăng 3.5%-4%", "tăng N[3.5] % - N[4] %"},
      {"1.1. Thu", "N[1.1] . Thu"},
      // Dates and clock times.
      {"ngày 31-8-2021.", "ngày D[31-8-2021] ."},
      {"14/09/2021", "D[14/09/2021]"},
      {"27.9.2017 - 14:53", "D[27.9.2017] - T[14:53]"},
      {"2021-08-31", "D[2021-08-31]"},
      {"31-13-2021", "N[31] - N[13] - N[2021]"},
      {"32/1/2021", "N[32] / N[1] / N[2021]"},
      {"ngày 5/6", "ngày N[5] / N[6]"},
      {"20:08:31", "T[20:08:31]"},
      {"lúc 14h30 và 8h", "lúc T[14h30] và T[8h]"},
      {"16h30p", "T[16h30p]"},
      {"30h", "N[30] h"},
      {"1:50.000", "N[1] : N[50.000]"},
      {"tỷ số 3:2", "tỷ số N[3] : N[2]"},
      // Documents' numbers.
      {"Chỉ thị 14-CT/TU, ngày", "Chỉ thị X[14-CT/TU] , ngày"},
      {"128/NQ-CP", "X[128/NQ-CP]"},
      {"546/QĐ-TTg", "X[546/QĐ-TTg]"},
      {"48-CTr/TU", "X[48-CTr/TU]"},
      {"1088/2013/QĐ-UBND", "X[1088/2013/QĐ-UBND]"},
      {"05/2011/QH13", "X[05/2011/QH13]"},
      {"số 45/QĐ", "số X[45/QĐ]"},
      {"Quận 8-TP.HCM", "Quận N[8] - A[TP.HCM]"},
      {"12/HTX", "N[12] / HTX"},
      {"15.530 ha/22.366 ha KH", "N[15.530] ha / N[22.366] ha KH"},
      // Codes.
      {"lớp 12C3A", "lớp C[12C3A]"},
      {"QL1A", "C[QL1A]"},
      {"Mã: c50805742", "Mã : C[c50805742]"},
      {"Post282080", "C[Post282080]"},
      {"tin 367915D", "tin C[367915D]"},
      {"COVID-19 và Covid-19", "C[COVID-19] và C[Covid-19]"},
      {"F-16, U-23", "C[F-16] , C[U-23]"},
      {"quý I-2022", "quý I - N[2022]"},
      {"quý III/2022", "quý III / N[2022]"},
      {"G7, U23, 4G", "C[G7] , C[U23] , C[4G]"},
      // Addresses.
      {"abc.def@mail.gov.vn.", "E[abc.def@mail.gov.vn] ."},
      {"12a_b@x.com", "E[12a_b@x.com]"},
      {"https://a.vn/b?c=1.", "U[https://a.vn/b?c=1] ."},
      {"(www.a.com)", "( U[www.a.com] )"},
      {"Nguồn:baolangson.vn", "Nguồn : U[baolangson.vn]"},
      {"Zing.vn/Trí thức", "U[Zing.vn] / Trí thức"},
      {"dụng.Trong", "dụng . Trong"},
      {"@ban", "@ ban"},
      // Abbreviations.
      {"TP.HCM", "A[TP.HCM]"},
      {"Tp.HCM", "A[Tp.HCM]"},
      {"TP. Hồ Chí Minh", "TP . Hồ Chí Minh"},
      {"TP.Hồ Chí Minh", "TP . Hồ Chí Minh"},
      {"ĐV, UBND", "ĐV , UBND"},
      {"KT-XH", "A[KT-XH]"},
      {"GD&ĐT; NN&PTNT", "A[GD&ĐT] ; A[NN&PTNT]"},
      {"VH-TT&DL", "A[VH-TT&DL]"},
      {"T.Ư", "A[T.Ư]"},
      {"N.M", "A[N.M]"},
      {"PGS.TS. Nam", "A[PGS.TS] . Nam"},
      {"ThS.BS Nam", "A[ThS.BS] Nam"},
      {"HĐND-UBND", "HĐND - UBND"},
      {"TÂY-NAM", "TÂY - NAM"},
      {"đ/c Lan, 5.000đ/kg", "A[đ/c] Lan , N[5.000] đ / kg"},
      {"v.v...", "A[v.v] ..."},
      {"TP.HỒ", "TP . HỒ"},
      // Words.
      {"H'Mông, M’Drắk, K'Bang", "H'Mông , M’Drắk , K'Bang"},
      {"‘Đảng’ 'viên'", "‘ Đảng ’ ' viên '"},
      {"xã hội-kinh tế", "xã hội - kinh tế"},
      {"Nguyễn (Văn) \"A\"", "Nguyễn ( Văn ) \" A \""},
      {"((x))", "( ( x ) )"},
      {"chờ...", "chờ ..."},
      {"-----", "-----"},
      {"trẻ hoá\xC2\xA0đội", "trẻ hoá đội"},
      {"a\nb\n\nc", "a ⏎ b ¶ c"},
      {"a\r\nb\rc", "a ⏎ b ⏎ c"},
      {"  \n ", "⏎"},
      {"", ""},
  };
  for (const auto& [source, tokens] : rows) {
    INFO(source);
    CHECK(Rendered(source) == tokens);
    CHECK(timso::BrokenRule(source).empty());
  }
}

TEST_CASE("a token tells its case and what stands before it") {
  const std::string text = "Đảng UBND đạt A x";
  const std::vector<Token> tokens = timso::Tokenize(text);
  REQUIRE(tokens.size() == 5);
  CHECK((tokens[0].capitalized && !tokens[0].all_capitals));
  CHECK((tokens[1].capitalized && tokens[1].all_capitals));
  CHECK((!tokens[2].capitalized && !tokens[2].all_capitals));
  CHECK((tokens[3].capitalized && !tokens[3].all_capitals));
  CHECK(tokens[0].space_before);
  CHECK_FALSE(timso::Tokenize("1ha")[1].space_before);
}

TEST_CASE("the class table agrees with ICU") {
  for (char32_t c = 0x80; c < 0x1F00; ++c) {
    if (c == 0x250) c = 0x1EA0;
    const auto icu = static_cast<UChar32>(c);
    INFO(static_cast<unsigned>(c));
    if (u_isdefined(icu)) {
      CHECK(timso::IsLetter(c) == (u_isalpha(icu) != 0));
      CHECK(timso::IsUpper(c) == (u_isupper(icu) != 0));
    }
  }
}

TEST_CASE("long runs of what might become an address or a number cost no more than their length") {
  for (const std::string piece : {"a.", "a@", "1.", "1,", "A&", "A.", "a-", "1/", "a_", "A-1", "h'", "12:", "x\n"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    CHECK_FALSE(timso::Tokenize(text).empty());  // the test program's time limit is the judge
  }
}
