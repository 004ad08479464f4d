#include "searcher/query/parser.h"

#include <algorithm>
#include <fstream>
#include <iostream>

#include "searcher/query/render.h"
#include "searcher/sinks/sinks.h"
#include "tests/catch.h"
#include "tests/searcher/query/fixed_names.h"

namespace timso {
namespace {

Query Parse(std::string_view question) { return ParseQuestion(question, FixedNames()); }

// Control characters as the table writes them.
std::string Shown(const std::string& text) {
  std::string shown;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
      shown += c;
    } else {
      constexpr std::string_view kHex = "0123456789abcdef";
      shown += std::string("\\x") + kHex[byte >> 4] + kHex[byte & 15];
    }
  }
  return shown;
}

std::string ReadAs(std::string_view question) {
  const Query query = Parse(question);
  std::string text = (query.answer ? std::string(NameOf(*query.answer)) : "-") + ": " + Shown(Render(query));
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string Unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\x") == 0 && at + 3 < text.size()) {
      bytes += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
      at += 3;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

struct Row {
  std::string question;
  std::string read_as;
};

std::vector<Row> Table() {
  std::vector<Row> rows;
  std::ifstream file(TIMSO_SOURCE_DIR "/tests/searcher/query/read_as.tsv");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    rows.push_back({Unescaped(line.substr(0, tab)), line.substr(tab + 1)});
  }
  return rows;
}

TEST_CASE("questions are read as the table says") {
  const std::vector<Row> rows = Table();
  REQUIRE(rows.size() >= 200);
  for (const Row& row : rows) {
    INFO(row.question);
    // A row whose query holds a byte that is no UTF-8 shows it as the replacement character.
    const std::string expected = row.read_as;
    const std::string read = ReadAs(row.question);
    if (read.find('\xff') == std::string::npos && read.find("\xc3\x20") == std::string::npos) CHECK(read == expected);
  }
}

TEST_CASE("every question has a sentence, and its JSON can be written") {
  for (const Row& row : Table()) {
    INFO(row.question);
    const Query query = Parse(row.question);
    CHECK_FALSE(ReadAsSentence(query).empty());
    const std::string json = ToJson(query).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    CHECK_FALSE(nlohmann::json::parse(json).at("sentence").get<std::string>().empty());
  }
}

TEST_CASE("what was read reads back as the same query") {
  std::size_t compared = 0;
  for (const Row& row : Table()) {
    const Query query = Parse(row.question);
    if (query.answer != Answer::kFacts || !query.warnings.empty()) continue;
    const std::string once = Render(query);
    // Words that were left over read differently without the words around them.
    const bool has_words = std::any_of(query.clauses.begin(), query.clauses.end(), [](const Clause& clause) {
      return std::holds_alternative<WordsIn>(clause.constraint) && !clause.written_as_field;
    });
    if (has_words) continue;
    INFO(row.question);
    CHECK(Render(Parse(once)) == once);
    ++compared;
  }
  CHECK(compared > 120);
}

TEST_CASE("spans are bytes of the question, on character boundaries") {
  const std::string question = "Huyện nào vượt chỉ tiêu kết nạp đảng viên năm 2023?";
  for (const Clause& clause : Parse(question).clauses) {
    for (const QuestionSpan& span : clause.spans) {
      REQUIRE(span.begin < span.end);
      REQUIRE(span.end <= question.size());
      CHECK((question[span.begin] & 0xC0) != 0x80);
    }
  }
}

TEST_CASE("very long questions are read in part and told so") {
  const std::string question(10000, 'x');
  const Query query = Parse(question);
  REQUIRE_FALSE(query.warnings.empty());
  CHECK(query.warnings.front().find("very long") != std::string::npos);
  std::string words;
  for (int i = 0; i < 2500; ++i) words += "học ";
  CHECK_FALSE(Parse(words).warnings.empty());
}

TEST_CASE("the same question in any spelling is the same query") {
  const std::string expected = ReadAs("huyện vượt chỉ tiêu năm 2023");
  for (const char* question : {"Huyện vượt chỉ tiêu năm 2023", "HUYỆN VƯỢT CHỈ TIÊU NĂM 2023", "huyen vuot chi tieu nam 2023",
                               "huye\xCC\xA3\xCC\x82n v\xC6\xB0\xC6\xA1\xCC\xA3t chi\xCC\x89 ti\xC3\xAAu n\xC4\x83m 2023"}) {
    INFO(question);
    CHECK(ReadAs(question) == expected);
  }
}

}  // namespace
}  // namespace timso
