#include "searcher/query/parser.h"

#include "searcher/query/render.h"
#include "tests/catch.h"
#include "tests/searcher/query/fixed_names.h"

namespace timso {
namespace {

std::string Read(std::string_view question) { return Render(ParseQuestion(question, FixedNames())); }

TEST_CASE("questions of every kind are read") {
  CHECK(Read("districts over 100% quota in 2023") == "year:2023 level:district kind:attainment value:>100");
  CHECK(Read("huyen vuot chi tieu 2023") == "year:2023 level:district kind:attainment value:>100");
  CHECK(Read("cấp:tỉnh măng") == "level:province măng");
}

TEST_CASE("what was read reads back as the same query") {
  for (const char* question : {"districts over 100% quota in 2023", "Vị Xuyên năm 2023 kỷ luật bao nhiêu đảng viên?"}) {
    const std::string once = Read(question);
    CHECK(Read(once) == once);
  }
}

}  // namespace
}  // namespace timso
