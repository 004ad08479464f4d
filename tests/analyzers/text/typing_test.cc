#include "analyzers/text/typing.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/text/known_syllables.h"
#include "tests/catch.h"

using timso::DecodeTelex;
using timso::DecodeTyped;
using timso::DecodeVni;

namespace {
using Rows = std::vector<std::pair<std::string, std::string>>;
}

TEST_CASE("Telex keys make letters and tones") {
  const Rows rows = {
      {"ddangr vieen", "đảng viên"},
      {"ddarng vieen", "đảng viên"},
      {"dangrd viene", "đảng viên"},
      {"DDANGR VIEEN", "ĐẢNG VIÊN"},
      {"Ddangr", "Đảng"},
      {"keets napj", "kết nạp"},
      {"ket61", "ket61"},
      {"huyeenj Krong Pawcs", "huyện Krong Pắc"},
      {"dduwowcj", "được"},
      {"dduowcj", "được"},
      {"nuowcs", "nước"},
      {"nuwowcs", "nước"},
      {"thuowr", "thuở"},
      {"thuwowr", "thuở"},
      {"hoawcj", "hoặc"},
      {"huwu", "hưu"},
      {"huuw", "hưu"},
      {"muaw", "mưa"},
      {"quaw", "quă"},
      {"hieue", "hiêu"},
      {"hieeur", "hiểu"},
      {"ngoeof", "ngoèo"},
      {"khoor", "khổ"},
      {"xoong", "xông"},
      {"tw", "tư"},
      {"twf", "từ"},
      {"quys", "quý"},
      {"hoaf", "hòa"},
      {"toans", "toán"},
      {"thuyr", "thủy"},
      {"ass", "as"},
      {"aaa", "aa"},
      {"ddd", "dd"},
      {"masz", "ma"},
      {"maszf", "mà"},
      {"z", "z"},
      {"sang", "sang"},
      {"strength", "strength"},
      {"đangr", "đangr"},
      {"covid19", "covid19"},
      {"nawm 2023, quys 3", "năm 2023, quý 3"},
      {"", ""},
  };
  for (const auto& [typed, meant] : rows) {
    INFO(typed);
    CHECK(DecodeTelex(typed) == meant);
  }
}

TEST_CASE("VNI keys make letters and tones") {
  const Rows rows = {
      {"d9a3ng vie6n", "đảng viên"},
      {"dang93 vien6", "đảng viên"},
      {"D9A3NG VIE6N", "ĐẢNG VIÊN"},
      {"d9uo7c5", "được"},
      {"d9u7o7c5", "được"},
      {"nuoc71", "nước"},
      {"hoa8c5", "hoặc"},
      {"hoac85", "hoặc"},
      {"mua7", "mưa"},
      {"thuo73", "thuở"},
      {"to6ng3", "tổng"},
      {"tong63", "tổng"},
      {"a11", "a1"},
      {"ma10", "ma"},
      {"huye65n Vi5 Xuye6n", "huyện Vị Xuyên"},
      {"2023", "2023"},
      {"12A6", "12A6"},
      {"quy1 3 na8m 2023", "quý 3 năm 2023"},
  };
  for (const auto& [typed, meant] : rows) {
    INFO(typed);
    CHECK(DecodeVni(typed) == meant);
  }
}

TEST_CASE("DecodeTyped offers a reading only where there is one") {
  const std::vector<std::pair<std::string, std::optional<std::string>>> rows = {
      {"ddangr vieen mowis", "đảng viên mới"},
      {"d9a3ng vie6n mo7i1", "đảng viên mới"},
      {"keets napj ddangr vieen 2023", "kết nạp đảng viên 2023"},
      {"huyeenj Krong Pawcs", "huyện Krong Pắc"},
      {"huyeenj Kroong Pawcs", "huyện Krông Pắc"},
      {"đảng viên mowis", "đảng viên mới"},
      {"tyr leej > 40%", "tỷ lệ > 40%"},
      {"dang vien moi", std::nullopt},
      {"đảng viên mới", std::nullopt},
      {"districts over 100% quota in 2023", std::nullopt},
      {"how many members were disciplined in 2023", std::nullopt},
      {"top 5 districts by members admitted", std::nullopt},
      {"class of students", std::nullopt},
      {"U23", std::nullopt},
      {"12A6", std::nullopt},
      {"COVID-19", std::nullopt},
      {"nam2023", std::nullopt},
      {"top10", std::nullopt},
      {"", std::nullopt},
      {"2023", std::nullopt},
  };
  for (const auto& [typed, meant] : rows) {
    INFO(typed);
    CHECK(DecodeTyped(typed) == meant);
  }
}

TEST_CASE("known syllables are those of the language and of its place names") {
  for (const char* word : {"đảng", "Đảng", "viên", "hòa", "hoà", "uỷ", "quý", "quí", "krông", "Huế", "nghiêng"}) {
    INFO(word);
    CHECK(timso::IsKnownSyllable(word));
  }
  for (const char* word : {"quota", "ddangr", "đãng1", "viêgn", "", "gf"}) {
    INFO(word);
    CHECK_FALSE(timso::IsKnownSyllable(word));
  }
}
