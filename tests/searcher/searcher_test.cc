#include "searcher/searcher.h"

#include <algorithm>
#include <map>

#include "indexer/schema/index_reader.h"
#include "tests/catch.h"
#include "tests/searcher/fact_index.h"

namespace timso {
namespace {

std::vector<std::string> Subjects(const Results& results) {
  std::vector<std::string> subjects;
  for (const FactRow& row : results.facts) subjects.push_back(row.fact().subject.value_or("?"));
  std::sort(subjects.begin(), subjects.end());
  return subjects;
}

std::vector<std::string> Ids(const Results& results) {
  std::vector<std::string> ids;
  for (const DocumentHit& hit : results.documents) ids.push_back(hit.document.id);
  return ids;
}

using Names = std::vector<std::string>;

TEST_CASE("a bound holds when all that the text allows satisfies it") {
  FactIndex index;
  const auto attained = [](const char* name, double value, Relation relation = Relation::kEqual) {
    return DistrictFact(name, FactKind::kAttainment, value, relation);
  };
  index.Put("a", "", "x",
            {attained("Eq1007", 100.7), attained("Eq100", 100), attained("Gt100", 100, Relation::kGreater),
             attained("Ge100", 100, Relation::kGreaterEqual), attained("Almost106", 106, Relation::kAlmost),
             attained("Almost100", 100, Relation::kAlmost), attained("About110", 110, Relation::kAbout),
             attained("About102", 102, Relation::kAbout), attained("Lt100", 100, Relation::kLess),
             attained("Almost70", 70, Relation::kAlmost)});
  Searcher searcher(index.path());
  CHECK(Subjects(searcher.Search("attainment:>100", {})) == Names{"About110", "Almost106", "Eq1007", "Gt100"});
  CHECK(Subjects(searcher.Search("attainment:>=100", {})) ==
        Names{"About110", "Almost106", "Eq100", "Eq1007", "Ge100", "Gt100"});
  CHECK(Subjects(searcher.Search("attainment:<80", {})) == Names{"Almost70"});
  CHECK(Subjects(searcher.Search("attainment:<100", {})) == Names{"Almost100", "Almost70", "Lt100"});
  CHECK(Subjects(searcher.Search("attainment:=100", {})) == Names{"Eq100"});
  CHECK(Subjects(searcher.Search("huyện vượt chỉ tiêu", {})) == Names{"About110", "Almost106", "Eq1007", "Gt100"});
}

TEST_CASE("in 2023 means within 2023; during means with a part in it") {
  FactIndex index;
  Fact year = DistrictFact("Year", FactKind::kAmount, 1);
  Fact half = DistrictFact("Half", FactKind::kAmount, 2);
  half.to = "2023-06-30";
  Fact term = DistrictFact("Term", FactKind::kAmount, 3);
  term.from = "2020-01-01";
  term.to = "2025-12-31";
  Fact open = DistrictFact("Open", FactKind::kAmount, 4);
  open.from.reset();
  open.to.reset();
  index.Put("a", "", "x", {year, half, term, open});
  Searcher searcher(index.path());
  CHECK(Subjects(searcher.Search("year:2023", {})) == Names{"Half", "Year"});
  CHECK(Subjects(searcher.Search("during:2023", {})) == Names{"Half", "Term", "Year"});
  CHECK(Subjects(searcher.Search("year:2020..2025", {})) == Names{"Half", "Term", "Year"});
  CHECK(Subjects(searcher.Search("year:2020..2024", {})) == Names{"Half", "Year"});
  CHECK(Subjects(searcher.Search("year:2023-01-01..2023-06-30", {})) == Names{"Half"});
  CHECK(Subjects(searcher.Search("to:<=2023", {})) == Names{"Half", "Year"});
  CHECK(Subjects(searcher.Search("from:>=2021", {})) == Names{"Half", "Year"});
}

TEST_CASE("a place is the unit and all below it, a subject the unit itself") {
  FactIndex index;
  Fact province = DistrictFact("Hà Giang", FactKind::kAmount, 10);
  province.level = Level::kProvince;
  province.place_codes = {"02"};
  Fact district = DistrictFact("Vị Xuyên", FactKind::kAmount, 20);
  district.place_codes = {"030", "02"};
  Fact commune = DistrictFact("Tùng Bá", FactKind::kAmount, 30);
  commune.level = Level::kCommune;
  commune.place_codes = {"00900", "030", "02"};
  index.Put("a", "", "x", {province, district, commune});
  Searcher searcher(index.path());
  CHECK(Subjects(searcher.Search("place:\"Hà Giang\"", {})) == Names{"Hà Giang", "Tùng Bá", "Vị Xuyên"});
  CHECK(Subjects(searcher.Search("place:\"Vị Xuyên\"", {})) == Names{"Tùng Bá", "Vị Xuyên"});
  CHECK(Subjects(searcher.Search("subject:\"Vị Xuyên\"", {})) == Names{"Vị Xuyên"});
  CHECK(Subjects(searcher.Search("level:district,commune province:\"ha giang\"", {})) == Names{"Tùng Bá", "Vị Xuyên"});
}

TEST_CASE("a count that names no breakdown is the whole") {
  FactIndex index;
  Fact women = DistrictFact("Vị Xuyên", FactKind::kAmount, 5);
  women.qualifiers = {"female"};
  index.Put("a", "", "x", {DistrictFact("Vị Xuyên", FactKind::kAmount, 27), women});
  Searcher searcher(index.path());
  const Results whole = searcher.Search("Vị Xuyên kết nạp bao nhiêu đảng viên năm 2023", {});
  REQUIRE(whole.facts.size() == 1);
  CHECK(whole.facts[0].fact().value == 27);
  const Results part = searcher.Search("Vị Xuyên kết nạp bao nhiêu đảng viên nữ năm 2023", {});
  REQUIRE(part.facts.size() == 1);
  CHECK(part.facts[0].fact().value == 5);
}

TEST_CASE("the highest come first, so many as were asked for; pages follow each other") {
  FactIndex index;
  std::vector<Fact> facts;
  for (int i = 1; i <= 30; ++i) facts.push_back(DistrictFact("D" + std::to_string(i), FactKind::kAmount, i));
  index.Put("a", "", "x", facts);
  Searcher searcher(index.path());
  const Results top = searcher.Search("top 3 districts by members admitted", {});
  REQUIRE(top.facts.size() == 3);
  CHECK(top.facts[0].fact().value == 30);
  CHECK(top.facts[2].fact().value == 28);
  CHECK(top.total == 3);
  SearchOptions second;
  second.offset = 20;
  second.limit = 20;
  second.order = Order{Order::Key::kValue, false};
  const Results page = searcher.Search("kind:amount", second);
  REQUIRE(page.facts.size() == 10);
  CHECK(page.facts[0].fact().value == 21);
  CHECK(page.total == 30);
}

TEST_CASE("doubtful facts are counted, and shown when they are asked for") {
  FactIndex index;
  Fact doubtful = DistrictFact("Bắc Mê", FactKind::kAttainment, 120);
  doubtful.doubtful = true;
  Fact other = doubtful;
  other.kind = FactKind::kShare;
  index.Put("a", "A", "a", {DistrictFact("Vị Xuyên", FactKind::kAttainment, 110), doubtful, other});
  Searcher searcher(index.path());
  SearchOptions options;
  const Results trusted = searcher.Search("districts over 100% quota in 2023", options);
  REQUIRE(trusted.facts.size() == 1);
  CHECK(trusted.facts[0].fact().subject == "Vị Xuyên");
  CHECK(trusted.total == 1);
  CHECK(trusted.doubtful_left_out == 1);
  options.doubtful = true;
  const Results all = searcher.Search("districts over 100% quota in 2023", options);
  CHECK(all.facts.size() == 2);
  CHECK(all.doubtful_left_out == 0);
}

TEST_CASE("where all that is found is doubtful nothing is shown but how much it is") {
  FactIndex index;
  Fact doubtful = DistrictFact("Bắc Mê", FactKind::kAttainment, 120);
  doubtful.doubtful = true;
  index.Put("a", "A", "a", {doubtful});
  Searcher searcher(index.path());
  SearchOptions options;
  options.facets = {"level"};
  const Results results = searcher.Search("districts over 100% quota in 2023", options);
  CHECK(results.Empty());
  CHECK(results.total == 0);
  CHECK(results.doubtful_left_out == 1);
  CHECK(results.warnings.empty());
  REQUIRE(results.facets.names.size() == 1);
  CHECK(results.facets.names[0].second.empty());
}

TEST_CASE("doubtful facts neither bring their documents nor stand below them unless asked for") {
  FactIndex index;
  Fact doubtful = DistrictFact("Bắc Mê", FactKind::kAttainment, 120);
  doubtful.doubtful = true;
  index.Put("both", "A", "a", {DistrictFact("Vị Xuyên", FactKind::kAttainment, 110), doubtful});
  index.Put("doubtful", "B", "b", {doubtful});
  Searcher searcher(index.path());
  SearchOptions options;
  options.in = Answer::kDocuments;
  const Results trusted = searcher.Search("attainment:>100", options);
  REQUIRE(Ids(trusted) == Names{"both"});
  REQUIRE(trusted.documents[0].facts.size() == 1);
  CHECK(trusted.documents[0].facts[0].fact.subject == "Vị Xuyên");
  options.facets = {"kind"};
  const auto attainments = [&] { return searcher.Search("attainment:>100", options).facets.names.at(0).second.at(0); };
  CHECK(attainments().count == 1);
  options.doubtful = true;
  CHECK(searcher.Search("attainment:>100", options).documents.size() == 2);
  CHECK(attainments().count == 2);
}

TEST_CASE("documents: fields, phrases, what is left out, and facts as a filter") {
  FactIndex index;
  index.Put("one", "Học sinh vào Đảng", "Đảng viên là học sinh của trường.", {}, "2021-09-14");
  index.Put("two", "Hội nghị", "Hội nghị bàn về học tập và sinh hoạt.",
            {DistrictFact("Vị Xuyên", FactKind::kAttainment, 101)}, "2023-01-02");
  Searcher searcher(index.path());
  CHECK(Ids(searcher.Search("đảng viên là học sinh", {})).front() == "one");
  CHECK(Ids(searcher.Search("dang vien la hoc sinh", {})).front() == "one");
  CHECK(Ids(searcher.Search("\"học sinh\"", {})) == Names{"one"});
  CHECK(Ids(searcher.Search("học -đảng", {})) == Names{"two"});
  CHECK(Ids(searcher.Search("title:\"hội nghị\"", {})) == Names{"two"});
  CHECK(Ids(searcher.Search("date:2021 học", {})) == Names{"one"});
  SearchOptions documents;
  documents.in = Answer::kDocuments;
  CHECK(Ids(searcher.Search("attainment:>100", documents)) == Names{"two"});
}

TEST_CASE("exact marks rank above folded ones when marks were typed") {
  FactIndex index;
  index.Put("ghost", "", "con ma trong nhà", {});
  index.Put("mother", "", "con má trong nhà", {});
  Searcher searcher(index.path());
  CHECK(Ids(searcher.Search("con má", {})).front() == "mother");
  CHECK(Ids(searcher.Search("con ma", {})).size() == 2);
}

TEST_CASE("likely spellings are searched when nothing was found as typed") {
  FactIndex index;
  index.Put("one", "", "Trường tuyển sinh viên nghiên cứu.", {});
  Searcher searcher(index.path());
  const Results results = searcher.Search("nghiêm cúu", {});
  CHECK_FALSE(results.corrections.empty());
  const Results typed = searcher.Search("nghieen cuwsu", {});
  REQUIRE_FALSE(typed.corrections.empty());
  CHECK(typed.corrections[0].applied);
  CHECK(Ids(typed) == Names{"one"});
}

TEST_CASE("a likely spelling bears the marks of the index and fits its neighbours") {
  FactIndex index;
  index.Put("one", "", "Huyện Sơn Dương kết nạp đảng viên. Tỉnh Hà Tĩnh có tin vui. Hà Tĩnh. Thành phố Hà Tĩnh.", {});
  Searcher searcher(index.path());
  const auto meant = [&](const char* question) {
    const Results results = searcher.Search(question, {});
    return results.corrections.empty() ? std::string() : results.corrections[0].meant;
  };
  CHECK(meant("kết nạp sơn dươg") == "dương");
  CHECK(meant("Hà Tĩn kết nạp") == "tĩnh");
  CHECK(meant("kêt nạp đảng viên") == "kết");
  CHECK(meant("kết nạp đảng viên") == "");
}

TEST_CASE("an open searcher sees new commits and new generations after Reopen") {
  FactIndex index;
  index.Put("a", "", "x", {DistrictFact("Vị Xuyên", FactKind::kAmount, 1)});
  Searcher searcher(index.path());
  CHECK(searcher.Search("kind:amount", {}).total == 1);
  for (int i = 0; i < 5; ++i)
    index.Put("b" + std::to_string(i), "", "x", {DistrictFact("B" + std::to_string(i), FactKind::kAmount, i)});
  CHECK(searcher.Search("kind:amount", {}).total >= 1);  // the old state or the new one, never an exception
  searcher.Reopen();
  CHECK(searcher.Search("kind:amount", {}).total == 6);
}

TEST_CASE("facets count names and describe numbers") {
  FactIndex index;
  index.Put("a", "", "x",
            {DistrictFact("A", FactKind::kAmount, 10), DistrictFact("B", FactKind::kAmount, 30),
             DistrictFact("C", FactKind::kAttainment, 90)});
  Searcher searcher(index.path());
  SearchOptions options;
  options.facets = {"kind", "province", "value"};
  const Facets facets = searcher.Search("year:2023", options).facets;
  REQUIRE(facets.names.size() == 2);
  REQUIRE(facets.names[0].second.size() == 2);
  CHECK(facets.names[0].second[0].value == "amount");
  CHECK(facets.names[0].second[0].count == 2);
  REQUIRE(facets.values.size() == 2);
  CHECK(facets.values[0].min == 10);
  CHECK(facets.values[0].max == 30);
  CHECK(facets.values[0].mean == 20);
  std::size_t counted = 0;
  for (const NumericFacet::Bar& bar : facets.values[0].histogram) counted += bar.count;
  CHECK(counted == 2);
}

TEST_CASE("facets of documents count each document once, by what its facts have") {
  FactIndex index;
  index.Put("a", "", "học sinh", {DistrictFact("A", FactKind::kAmount, 10), DistrictFact("B", FactKind::kAmount, 30)},
            "2021-01-01");
  index.Put("b", "", "học sinh", {}, "2022-01-01");
  Searcher searcher(index.path());
  SearchOptions options;
  options.in = Answer::kDocuments;
  options.facets = Searcher::FacetNames();
  std::map<std::string, std::vector<FacetCount>> facets;
  for (auto& [name, counts] : searcher.Search("học sinh", options).facets.names) facets[name] = counts;
  REQUIRE(facets["province"].size() == 1);
  CHECK(facets["province"][0].count == 1);
  CHECK(facets["year"].size() == 2);
  REQUIRE(facets["source"].size() == 1);
  CHECK(facets["source"][0].count == 2);
}

TEST_CASE("names that the index has do not take words of the question for themselves") {
  FactIndex index;
  Fact village = DistrictFact("Mới", FactKind::kAmount, 1);
  village.level = Level::kVillage;
  Fact province = DistrictFact("Thứ", FactKind::kAmount, 2);
  province.level = Level::kProvince;
  Fact school = DistrictFact("Trường Kinh", FactKind::kAmount, 3);
  school.level = Level::kOrganization;
  index.Put("a", "", "x", {village, province, school});
  Searcher searcher(index.path());
  for (const char* question : {"bao nhiêu xã đạt chuẩn nông thôn mới năm 2016", "top 5 tỉnh thu ngân sách 2016",
                               "tang truong kinh te quy 1 nam 2017", "thu ngân sách tỉnh năm 2016"}) {
    INFO(question);
    const std::vector<Clause> clauses = searcher.Understand(question).clauses;
    CHECK(std::none_of(clauses.begin(), clauses.end(),
                       [](const Clause& clause) { return std::holds_alternative<PlaceIs>(clause.constraint); }));
  }
  const std::vector<Clause> named = searcher.Understand("đảng viên thôn Mới").clauses;
  CHECK(std::any_of(named.begin(), named.end(),
                    [](const Clause& clause) { return std::holds_alternative<PlaceIs>(clause.constraint); }));
}

TEST_CASE("a missing index is one sentence that names the remedy") {
  CHECK_THROWS_AS(Searcher("/no/such/index"), IndexError);
}

TEST_CASE("questions that nobody should type are answered all the same") {
  FactIndex index;
  index.Put("a", "", "x", {DistrictFact("A", FactKind::kAmount, 10)});
  Searcher searcher(index.path());
  for (const char* question :
       {"", " ", "\"", "-", "OR", "value:>", "\x01\xff", "'; DROP TABLE facts; --", "attainment:>100 attainment:<50",
        "-kind:amount", "-\"a b\"", "\"\" OR x", "title:", "id:a", "source:báo", "unit:%"}) {
    INFO(question);
    for (const auto in : {std::optional<Answer>(), std::optional(Answer::kFacts), std::optional(Answer::kDocuments)}) {
      SearchOptions options;
      options.in = in;
      options.facets = Searcher::FacetNames();
      CHECK_NOTHROW(searcher.Search(question, options));
    }
  }
}

}  // namespace
}  // namespace timso
