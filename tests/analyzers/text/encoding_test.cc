#include "analyzers/text/encoding.h"

#include <string>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "tests/analyzers/text/legacy_bytes.h"
#include "tests/catch.h"

using timso::DecodedText;
using timso::DecodeToUtf8;
using timso::EncodeLegacy;
using timso::Encoding;

namespace {

const std::vector<std::string> kVietnamese = {
    "Sáu tháng đầu năm 2012, toàn Đảng bộ huyện kết nạp được 87 đảng viên mới, đạt 54,4% chỉ tiêu cả năm.",
    "Thực hiện Nghị quyết của Huyện ủy, các chi bộ đã rà soát nguồn, cử quần chúng ưu tú học lớp bồi dưỡng.",
    "Tổng thu ngân sách nhà nước ước 1.950,5 tỷ đồng, tăng 12% so với cùng kỳ; sản lượng lúa giảm nhẹ vì bão lũ.",
    "Hộ nghèo cuối năm còn 9,8%; bình quân mỗi xã có hai hợp tác xã, một trường học và một trạm y tế đạt chuẩn.",
};

const std::vector<std::string> kOther = {
    "The members of the committee met in the hall to discuss the budget of the coming year.",
    "Le caf\xE9 \xE9tait ferm\xE9, le gar\xE7on \xE0 c\xF4t\xE9 de l'h\xF4tel a \xE9t\xE9 tr\xE8s \xE9tonn\xE9.",
    "El ni\xF1o est\xE1 en la monta\xF1"
    "a; ma\xF1"
    "ana ver\xE1 al se\xF1or con su coraz\xF3n.",
    "Die B\xFCrger \xFC"
    "berpr\xFC"
    "fen die Ma\xDFnahmen f\xFCr gr\xF6\xDF"
    "ere H\xE4user.",
};

}  // namespace

TEST_CASE("a Vietnamese text comes back from each legacy encoding") {
  for (const Encoding encoding : {Encoding::kWindows1258, Encoding::kTcvn3, Encoding::kVni}) {
    for (const std::string& text : kVietnamese) {
      const DecodedText decoded = DecodeToUtf8(EncodeLegacy(text, encoding));
      INFO(timso::EncodingName(encoding) << ": " << text);
      CHECK(decoded.encoding == encoding);
      CHECK(decoded.certain);
      CHECK(timso::Normalize(decoded.text).text == text);
    }
  }
}

TEST_CASE("a legacy text with English in it is recognised all the same") {
  for (const Encoding encoding : {Encoding::kWindows1258, Encoding::kTcvn3, Encoding::kVni}) {
    const std::string text = kOther[0] + "\n" + kVietnamese[0] + "\n" + kOther[0];
    const DecodedText decoded = DecodeToUtf8(EncodeLegacy(text, encoding));
    CHECK(decoded.encoding == encoding);
    CHECK(timso::Normalize(decoded.text).text == text);
  }
}

TEST_CASE("capitals come back as well as the encoding keeps them") {
  const std::string title = "ĐẢNG BỘ HUYỆN BẮC SƠN: NHỮNG BƯỚC TIẾN MỚI TRONG PHÁT TRIỂN ĐẢNG VIÊN";
  for (const Encoding encoding : {Encoding::kWindows1258, Encoding::kVni}) {
    CHECK(timso::Normalize(DecodeToUtf8(EncodeLegacy(title, encoding)).text).text == title);
  }
  // TCVN3 has capitals with tones only as another font: the letters come back small.
  const DecodedText decoded = DecodeToUtf8(EncodeLegacy(title, Encoding::kTcvn3));
  CHECK(decoded.encoding == Encoding::kTcvn3);
  CHECK(timso::LowerCase(decoded.text) == timso::LowerCase(title));
}

TEST_CASE("other languages are left alone, and it is told") {
  for (const std::string& text : kOther) {
    const DecodedText decoded = DecodeToUtf8(text);
    INFO(text);
    const bool ascii = text == kOther[0];
    CHECK(decoded.encoding == (ascii ? Encoding::kUtf8 : Encoding::kUnknown));
    CHECK(decoded.certain == ascii);
    CHECK((decoded.malformed == 0) == ascii);
    if (ascii) CHECK(decoded.text == text);
  }
}

TEST_CASE("UTF-8 and UTF-16 are taken at their word") {
  CHECK(DecodeToUtf8("").text.empty());
  CHECK(DecodeToUtf8("").certain);
  CHECK(DecodeToUtf8(kVietnamese[0]).text == kVietnamese[0]);
  CHECK(DecodeToUtf8("\xEF\xBB\xBF" + kVietnamese[0]).text == kVietnamese[0]);
  const DecodedText little =
      DecodeToUtf8(std::string("\xFF\xFE\xA3\x1E"
                               "a\0=\xD8\0\xDE",
                               10));
  CHECK(little.encoding == Encoding::kUtf16);
  CHECK(little.text == "ảa😀");
  CHECK(little.certain);
  const DecodedText big = DecodeToUtf8(std::string("\xFE\xFF\x1E\xA3\0a", 6));
  CHECK(big.text == "ảa");
  const DecodedText broken =
      DecodeToUtf8(std::string("\xFF\xFE\0\xDC"
                               "a",
                               5));
  CHECK(broken.text == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK_FALSE(broken.certain);
  CHECK(broken.malformed == 2);
}

TEST_CASE("UTF-8 cut short or with a stray byte stays UTF-8") {
  const DecodedText cut = DecodeToUtf8(kVietnamese[0] + kVietnamese[1] + kVietnamese[2] + kVietnamese[3] + "\xE1\xBA");
  CHECK(cut.encoding == Encoding::kUtf8);
  CHECK_FALSE(cut.certain);
  CHECK(cut.malformed == 1);
  CHECK(cut.text.ends_with("\xEF\xBF\xBD"));
}

TEST_CASE("too few words decide nothing") {
  const DecodedText decoded = DecodeToUtf8(EncodeLegacy("đảng", Encoding::kTcvn3));
  CHECK(decoded.encoding == Encoding::kUnknown);
  CHECK_FALSE(decoded.certain);
}
