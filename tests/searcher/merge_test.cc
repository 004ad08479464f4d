#include "searcher/merge.h"

#include "tests/catch.h"

namespace timso {
namespace {

FactSource Source(const char* document, double value, Relation relation = Relation::kEqual) {
  FactSource source;
  source.document.id = document;
  source.fact.subject = "Vị Xuyên";
  source.fact.level = Level::kDistrict;
  source.fact.measure = "party_members_admitted";
  source.fact.kind = FactKind::kAttainment;
  source.fact.unit = "percent";
  source.fact.value = value;
  source.fact.relation = relation;
  source.fact.from = "2023-01-01";
  source.fact.to = "2023-12-31";
  return source;
}

TEST_CASE("the same number from two documents is one row with two sources") {
  const std::vector<FactRow> rows = MergeFacts({Source("a", 100.7), Source("b", 100.7)});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].sources.size() == 2);
  CHECK_FALSE(rows[0].conflict);
}

TEST_CASE("a statement without a number joins the number that it allows, whichever comes first") {
  FactSource wordless = Source("a", 100, Relation::kGreater);
  wordless.fact.wordless = true;
  const std::vector<FactRow> rows = MergeFacts({wordless, Source("a", 100.7)});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].fact().value == 100.7);
  REQUIRE(rows[0].sources.size() == 2);
  CHECK(rows[0].sources[1].fact.wordless);
}

TEST_CASE("of two sources the certain one comes first") {
  FactSource doubtful = Source("a", 100.7);
  doubtful.fact.doubtful = true;
  const std::vector<FactRow> rows = MergeFacts({doubtful, Source("b", 100.7)});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].document().id == "b");
  CHECK(rows[0].sources[1].fact.doubtful);
}

TEST_CASE("a statement that does not allow the number stays a row of its own") {
  const std::vector<FactRow> rows = MergeFacts({Source("a", 98), Source("b", 100, Relation::kGreater)});
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].conflict);
  CHECK(rows[0].conflict == rows[1].conflict);
}

TEST_CASE("documents that disagree stand side by side and are marked") {
  FactSource other = Source("c", 50);
  other.fact.subject = "Krông Pắc";
  const std::vector<FactRow> rows = MergeFacts({Source("a", 98), other, Source("b", 105)});
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].fact().value == 98);
  CHECK(rows[1].fact().value == 105);
  CHECK(rows[0].conflict == std::optional<std::size_t>(1));
  CHECK(rows[1].conflict == std::optional<std::size_t>(1));
  CHECK_FALSE(rows[2].conflict);
}

TEST_CASE("two numbers in one document are two counts, no contradiction") {
  const std::vector<FactRow> rows = MergeFacts({Source("a", 60), Source("a", 58)});
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0].conflict);
}

TEST_CASE("later figures of a running count follow the earlier ones") {
  const auto until = [](const char* document, double value, const char* to) {
    FactSource source = Source(document, value);
    source.fact.kind = FactKind::kAmount;
    source.fact.to = to;
    return source;
  };
  FactSource other = Source("c", 50);
  other.fact.subject = "Krông Pắc";
  std::vector<FactRow> rows =
      MergeFacts({until("b", 300, "2023-12-31"), other, until("a", 120, "2023-06-30"), until("a", 210, "2023-09-30")});
  JoinRunningCounts(rows);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].fact().value == 120);
  CHECK(rows[1].fact().value == 210);
  CHECK(rows[2].fact().value == 300);
  CHECK(rows[3].fact().subject == "Krông Pắc");
}

TEST_CASE("other periods, breakdowns and subjects are other facts") {
  FactSource half = Source("a", 100.7);
  half.fact.to = "2023-06-30";
  FactSource women = Source("a", 100.7);
  women.fact.qualifiers = {"female"};
  FactSource nobody = Source("a", 100.7);
  nobody.fact.subject.reset();
  CHECK(MergeFacts({Source("a", 100.7), half, women, nobody, nobody}).size() == 5);
}

TEST_CASE("a stated number is shown before a derived one") {
  FactSource derived = Source("a", 67.9);
  derived.fact.derived = true;
  const std::vector<FactRow> rows = MergeFacts({derived, Source("a", 70, Relation::kAlmost)});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].fact().value == 70);
}

}  // namespace
}  // namespace timso
