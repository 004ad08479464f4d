#include "indexer/schema/values.h"

#include <cmath>
#include <random>

#include "tests/catch.h"

using namespace timso;

TEST_CASE("encoded numbers compare as the numbers do, exactly") {
  std::mt19937_64 random(20230531);
  std::uniform_real_distribution<double> mantissa(-2, 2);
  std::uniform_int_distribution<int> exponent(-60, 60);
  std::vector<double> numbers = {
      0,     -0.0,     1,         -1,     100,     std::nextafter(100.0, 101), std::nextafter(100.0, 99),
      100.7, INFINITY, -INFINITY, 5e-324, -5e-324, 1.7976931348623157e308};
  for (int i = 0; i < 200; ++i) numbers.push_back(std::ldexp(mantissa(random), exponent(random)));
  for (const double a : numbers) {
    CHECK(DecodeNumber(EncodeNumber(a)) == a);
    for (const double b : numbers) CHECK((a < b) == (EncodeNumber(a) < EncodeNumber(b)));
  }
  CHECK(EncodeNumber(100).size() <= 2);
  CHECK(EncodeNumber(-0.0) == EncodeNumber(0));
}

TEST_CASE("dates and ids keep their order and come back") {
  CHECK(DecodeDate(EncodeDate("2023-05-31")) == "2023-05-31");
  CHECK(EncodeDate("2022-12-31") < EncodeDate("2023-01-01"));
  CHECK(EncodeDate("0999-01-01") < EncodeDate("1000-01-01"));
  for (const char* wrong :
       {"", "2023", "2023-13-01", "2023-00-01", "2023-01-32", "31-05-2023", "abcd-ef-gh", "2023/05/31"}) {
    CAPTURE(wrong);
    CHECK(EncodeDate(wrong).empty());
  }
  std::string last;
  for (const std::uint32_t id : {0u, 1u, 255u, 256u, 65535u, 65536u, 16777216u, 4294967295u}) {
    CHECK(DecodeId(EncodeId(id)) == id);
    CHECK(last < EncodeId(id));
    last = EncodeId(id);
  }
}

TEST_CASE("a bound holds when all that the text allows satisfies it") {
  struct Row {
    double value;
    std::optional<double> upper;
    Relation relation;
    bool above_100, at_least_100, below_100, at_most_100;
  };
  const Row rows[] = {
      {100.7, {}, Relation::kEqual, true, true, false, false},
      {100, {}, Relation::kEqual, false, true, false, true},
      {100, {}, Relation::kGreater, true, true, false, false},
      {100, {}, Relation::kGreaterEqual, false, true, false, false},
      {99, {}, Relation::kGreater, false, false, false, false},
      {100, {}, Relation::kLess, false, false, true, true},
      {100, {}, Relation::kLessEqual, false, false, false, true},
      {106, {}, Relation::kAlmost, true, true, false, false},
      {100, {}, Relation::kAlmost, false, false, true, true},
      {110, {}, Relation::kAbout, true, true, false, false},
      {102, {}, Relation::kAbout, false, false, false, false},
      {90, 100, Relation::kEqual, false, false, false, true},
      {101, 110, Relation::kAbout, true, true, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value, static_cast<int>(row.relation));
    const Interval allowed = AllowedBy(row.value, row.upper, row.relation);
    CHECK((allowed.low > 100) == row.above_100);
    CHECK((allowed.low >= 100) == row.at_least_100);
    CHECK((allowed.high < 100) == row.below_100);
    CHECK((allowed.high <= 100) == row.at_most_100);
  }
  const Interval negative = AllowedBy(-10, {}, Relation::kAlmost);
  CHECK(negative.low == Approx(-10.5));
  CHECK(negative.high < -10);
  const Interval zero = AllowedBy(0, {}, Relation::kAlmost);
  CHECK(zero.low <= zero.high);
}

TEST_CASE("a topic is the fact without its number") {
  Fact fact;
  CHECK(TopicKey(fact).empty());
  fact.subject = "Hoà Thành";
  fact.measure = "party_members";
  Fact same = fact;
  same.subject = "Hòa Thành";
  same.value = 12;
  same.relation = Relation::kAbout;
  CHECK(TopicKey(fact) == TopicKey(same));
  same.qualifiers = {"female"};
  CHECK(TopicKey(fact) != TopicKey(same));
}
