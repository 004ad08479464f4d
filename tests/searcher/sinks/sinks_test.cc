#include "searcher/sinks/sinks.h"

#include <algorithm>
#include <sstream>

#include "searcher/sinks/fact_words.h"
#include "tests/catch.h"

namespace timso {
namespace {

Results OneFact() {
  Results results;
  results.answer = Answer::kFacts;
  results.query.text = "q";
  results.total = 1;
  FactSource source;
  source.document = {"a.txt", "Tiêu đề, có \"ngoặc\"", "2023-12-31", "/tmp/a.txt", ""};
  Fact& fact = source.fact;
  fact.subject = "Vị Xuyên";
  fact.level = Level::kDistrict;
  fact.province = "Hà Giang";
  fact.measure = "party_members_admitted";
  fact.kind = FactKind::kAttainment;
  fact.value = 100.7;
  fact.unit = "percent";
  fact.evidence.text = "Năm nay vượt 0,7% kế hoạch,\nlà kết quả tốt.";
  fact.evidence.sentence_begin = 20;
  fact.evidence.begin = 20 + fact.evidence.text.find("0,7%");
  fact.evidence.end = fact.evidence.begin + 4;
  FactRow row;
  row.sources.push_back(source);
  results.facts.push_back(row);
  return results;
}

// Reads one record of RFC 4180; `at` moves past its line end.
std::vector<std::string> CsvRecord(const std::string& csv, std::size_t& at) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (quoted) {
      if (c != '"')
        fields.back() += c;
      else if (at + 1 < csv.size() && csv[at + 1] == '"')
        fields.back() += csv[++at];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else if (csv.compare(at, 2, "\r\n") == 0) {
      at += 2;
      return fields;
    } else {
      fields.back() += c;
    }
  }
  FAIL("a record does not end in CR LF");
  return fields;
}

TEST_CASE("CSV is RFC 4180: a header, quotes doubled, line ends in quotes, CR LF") {
  std::ostringstream out;
  WriteCsv(OneFact(), out);
  std::size_t at = 0;
  const std::vector<std::string> header = CsvRecord(out.str(), at);
  const std::vector<std::string> record = CsvRecord(out.str(), at);
  CHECK(at == out.str().size());
  REQUIRE(header.size() == record.size());
  const auto field = [&](const std::string& name) {
    return record[static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin())];
  };
  CHECK(field("subject") == "Vị Xuyên");
  CHECK(field("value") == "100.7");
  CHECK(field("title") == "Tiêu đề, có \"ngoặc\"");
  CHECK(field("evidence") == "Năm nay vượt 0,7% kế hoạch,\nlà kết quả tốt.");
}

TEST_CASE("no cell of words is a formula, no number is made text, no NUL gets out") {
  Results results = OneFact();
  Fact& fact = results.facts[0].sources[0].fact;
  fact.kind = FactKind::kChange;
  fact.value = -1.5;
  fact.evidence.text = "+ Xã Khang Ninh: 196 hộ";
  results.facts[0].sources[0].document.title = std::string("a\0b", 3);
  std::ostringstream out;
  WriteCsv(results, out);
  CHECK(out.str().find(", + Xã Khang Ninh: 196 hộ,") != std::string::npos);
  CHECK(out.str().find(",-1.5,") != std::string::npos);
  CHECK(out.str().find(",a b,") != std::string::npos);
  std::ostringstream tsv;
  WriteTsv(results, tsv);
  CHECK(tsv.str().find("\t+ Xã Khang Ninh: 196 hộ\t") != std::string::npos);
  CHECK(tsv.str().find('\0') == std::string::npos);
}

TEST_CASE("TSV has as many fields on each line") {
  std::ostringstream out;
  WriteTsv(OneFact(), out);
  std::istringstream lines(out.str());
  std::string header;
  std::string record;
  std::string more;
  REQUIRE(std::getline(lines, header));
  REQUIRE(std::getline(lines, record));
  CHECK_FALSE(std::getline(lines, more));
  CHECK(std::count(header.begin(), header.end(), '\t') == std::count(record.begin(), record.end(), '\t'));
}

TEST_CASE("the table marks the number and fits the terminal") {
  for (const std::size_t width : {0, 24, 40, 60, 80, 200}) {
    INFO(width);
    std::ostringstream out;
    TextStyle style;
    style.width = width;
    Results results = OneFact();
    WriteText(results, style, out);
    CHECK(out.str().find("[0,7%]") != std::string::npos);
    CHECK(out.str().find('\x1b') == std::string::npos);
  }
  std::ostringstream out;
  WriteText(OneFact(), {80, true, false}, out);
  CHECK(out.str().find("\x1b[1;33m0,7%\x1b[0m") != std::string::npos);
}

TEST_CASE("what is left out as doubtful is said, also where nothing else was found") {
  Results results = OneFact();
  results.doubtful_left_out = 2;
  std::ostringstream some;
  WriteText(results, {}, some);
  CHECK(some.str().find("2 facts are left out that may be misread: --doubtful shows them\n") != std::string::npos);
  results.facts.clear();
  results.doubtful_left_out = 1;
  TextStyle style;
  style.how_to_doubt = ":doubtful";
  std::ostringstream none;
  WriteText(results, style, none);
  CHECK(none.str().find("Nothing found.") == 0);
  CHECK(none.str().find("1 fact is left out that may be misread: :doubtful shows it\n") != std::string::npos);
}

TEST_CASE("a doubtful fact is marked, and what the mark means is said") {
  Results results = OneFact();
  std::ostringstream certain;
  WriteText(results, {}, certain);
  CHECK(certain.str().find('?') == std::string::npos);
  results.facts.front().sources.front().fact.doubtful = true;
  std::ostringstream text;
  WriteText(results, {}, text);
  CHECK(text.str().find("100,7 % ?") != std::string::npos);
  CHECK(text.str().find("? may be misread") != std::string::npos);
  std::ostringstream csv;
  WriteCsv(results, csv);
  std::size_t at = 0;
  CHECK(CsvRecord(csv.str(), at).back() == "doubtful");
  CHECK(CsvRecord(csv.str(), at).back() == "true");
}

TEST_CASE("an empty result is still the envelope") {
  Results results;
  results.query.text = "không có gì";
  const nlohmann::ordered_json json = ToJson(results);
  CHECK(json.at("schema_version") == kOutputVersion);
  CHECK(json.at("hits").empty());
  CHECK(json.at("facets").is_object());
  CHECK(json.at("total") == 0);
}

TEST_CASE("numbers and periods in words") {
  CHECK(VietnameseNumber(1481) == "1.481");
  CHECK(VietnameseNumber(106.93) == "106,93");
  CHECK(VietnameseNumber(-1234567) == "-1.234.567");
  CHECK(VietnameseNumber(0.1 + 0.2) == "0,3");
  Fact fact = OneFact().facts[0].fact();
  CHECK(ValueWords(fact) == "đạt 100,7 %");
  fact.kind = FactKind::kAmount;
  fact.unit = "VND";
  fact.value = 1950e9;
  CHECK(ValueWords(fact) == "1.950 tỷ đồng");
  fact.from = "2016-01-01";
  fact.to = "2020-12-31";
  CHECK(PeriodWords(fact) == "2016–2020");
  fact.to = "2016-06-30";
  CHECK(PeriodWords(fact) == "6 tháng đầu 2016");
}

}  // namespace
}  // namespace timso
