#include "searcher/sinks/width.h"

#include "tests/catch.h"

namespace timso {
namespace {

TEST_CASE("marks take no columns, wide characters two") {
  CHECK(DisplayWidth("Vị Xuyên") == 8);
  CHECK(DisplayWidth("Vi\xCC\xA3 Xuye\xCC\x82n") == 8);
  CHECK(DisplayWidth("越南") == 4);
  CHECK(DisplayWidth("a\x1b[31m") == 5);  // the escape itself takes none
}

TEST_CASE("text is cut between characters and says so") {
  CHECK(FitWidth("Krông Pắc", 9) == "Krông Pắc");
  CHECK(FitWidth("Krông Pắc", 6) == "Krông…");
  CHECK(FitWidth("越南人", 4) == "越…");
  CHECK(FitWidth("Pă\xCC\x81"
                 "c tốt",
                 3) == "Pă\xCC\x81…");
  CHECK(FitWidth("abc", 0).empty());
  CHECK(DisplayWidth(FitWidth("chỉ tiêu kết nạp đảng viên", 11)) <= 11);
}

TEST_CASE("cells are padded to their width on either side") {
  CHECK(PadWidth("Pắc", 5) == "Pắc  ");
  CHECK(PadWidth("100,7", 7, true) == "  100,7");
  CHECK(PadWidth("Krông Pắc", 4) == "Krô…");
}

TEST_CASE("control characters never reach the terminal") { CHECK(OneLine(" a\n\tb\x1b[31mc\x07 ") == "a b [31mc"); }

}  // namespace
}  // namespace timso
