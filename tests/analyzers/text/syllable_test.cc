#include "analyzers/text/syllable.h"

#include "tests/catch.h"

using timso::FoldedKey;
using timso::SyllableKey;

TEST_CASE("both tone placements have one key") {
  CHECK(SyllableKey("hoà") == SyllableKey("hòa"));
  CHECK(SyllableKey("Uỷ") == "ủy");
  CHECK(SyllableKey("thuý") == SyllableKey("thúy"));
  CHECK(SyllableKey("quà") == "quà");
  CHECK(SyllableKey("già") == "già");
  CHECK(SyllableKey("tóan") == "toán");
  CHECK(SyllableKey("khuya") == "khuya");
  CHECK(SyllableKey("ngoài") == "ngoài");
}

TEST_CASE("i and y are one where usage varies") {
  CHECK(SyllableKey("kỷ") == SyllableKey("kỉ"));
  CHECK(SyllableKey("quý") == SyllableKey("quí"));
  CHECK(SyllableKey("thúy") != SyllableKey("thúi"));
  CHECK(SyllableKey("ma") != SyllableKey("mà"));
  CHECK(FoldedKey("Đảng") == "dang");
}
