// From files to answers, through the real program.
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/catch.h"
#include "tests/cli/run_program.h"

namespace fs = std::filesystem;
using nlohmann::json;
using timso::RunResult;
using timso::TempFolder;
using timso::cli::RunTimso;

namespace {

const fs::path kRoot = TIMSO_SOURCE_DIR;

// "Vị Xuyên 100.7" for each fact of the answer.
std::set<std::string> Answers(const RunResult& outcome) {
  std::set<std::string> answers;
  const json envelope = json::parse(outcome.out);
  for (const json& hit : envelope.at("hits")) {
    if (hit.at("type") != "fact") continue;
    const json& fact = hit.at("fact");
    char value[40];
    std::snprintf(value, sizeof value, "%.10g", fact.at("value").get<double>());
    answers.insert((fact.at("subject").is_null() ? "-" : fact.at("subject").get<std::string>()) + " " + value);
  }
  return answers;
}

RunResult Ask(const fs::path& index, const std::string& question) {
  return RunTimso({"search", "--format", "json", question}, index);
}

}  // namespace

TEST_CASE("the questions that the project began with, on its own texts") {
  const TempFolder folder;
  const fs::path index = folder.path() / "index";
  const RunResult indexed = RunTimso({"index", (kRoot / "corpus/documents/retold").string()}, index);
  INFO(indexed.err);
  REQUIRE(indexed.code == 0);

  for (const char* question :
       {"districts over 100% quota in 2023", "huyện vượt chỉ tiêu năm 2023", "huyen vuot chi tieu 2023"}) {
    INFO(question);
    const RunResult outcome = Ask(index, question);
    CHECK(outcome.code == 0);
    CHECK(Answers(outcome) == std::set<std::string>{"Vị Xuyên 100.7"});
  }
  CHECK(Answers(Ask(index, "Vị Xuyên kỷ luật bao nhiêu đảng viên năm 2023")) == std::set<std::string>{"Vị Xuyên 27"});

  const json hit = json::parse(Ask(index, "districts over 100% quota in 2023").out).at("hits").at(0);
  const json& evidence = hit.at("fact").at("evidence");
  CHECK(evidence.at("text").get<std::string>().find("0,7%") != std::string::npos);
}

TEST_CASE("the five articles that the project began with") {
  if (!fs::exists(kRoot / "../shared/seeds")) {
    std::printf("the five articles: not asked, ../shared is not here\n");
    SUCCEED();
    return;
  }
  const TempFolder folder;
  const fs::path index = folder.path() / "index";
  REQUIRE(RunTimso({"index", (kRoot / "../shared/seeds").string()}, index).code == 0);
  CHECK(Answers(Ask(index, "huyen vuot chi tieu 2023")) == std::set<std::string>{"Vị Xuyên 100.7"});
  CHECK(Answers(Ask(index, "huyện vượt chỉ tiêu giai đoạn 2016-2020")) == std::set<std::string>{"Krông Pắc 106.93"});
  CHECK(Answers(Ask(index, "đảng bộ vượt chỉ tiêu")).count("Khối cơ quan Dân Chính Đảng tỉnh Lạng Sơn 108") == 1);
  CHECK(Answers(Ask(index, "xã hoàn thành chỉ tiêu 2021")) == std::set<std::string>{"Hà Châu 100"});
  CHECK(Answers(Ask(index, "districts under 80% of plan in 2021")).count("Phú Bình 70") == 1);
  CHECK(Answers(Ask(index, "tỷ lệ đảng viên nữ trên 40%")) ==
        std::set<std::string>{"Krông Pắc 40.47", "Krông Pắc 48.14"});
  for (const char* question : {"đảng viên là học sinh", "dang vien la hoc sinh"}) {
    const json hits = json::parse(Ask(index, question).out).at("hits");
    REQUIRE(hits.size() >= 2);
    bool found = false;
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(hits.at(i).at("type") == "document");
      found = found || hits.at(i).at("document").at("title").get<std::string>().find("Krông Pắc") != std::string::npos;
    }
    CHECK(found);
  }
  // The pages' counters are no facts.
  const RunResult facts =
      RunTimso({"facts", "--format", "jsonl", (kRoot / "../shared/seeds/002_63cf54b96fbd4f76.txt").string(),
                (kRoot / "../shared/seeds/003_289f56e7ab6d71a9.txt").string()},
               index);
  std::size_t begin = 0;
  std::size_t count = 0;
  for (std::size_t end = facts.out.find('\n'); end != std::string::npos;
       begin = end + 1, end = facts.out.find('\n', begin)) {
    const double value = json::parse(facts.out.substr(begin, end - begin)).at("value");
    for (const double counter : {851.0, 2455.0, 49817.0, 462203.0, 74029355.0, 215.0, 490.0}) CHECK(value != counter);
    ++count;
  }
  CHECK(count > 20);
}

TEST_CASE("an empty answer is an answer: the envelope, exit 1") {
  const TempFolder folder;
  const fs::path index = folder.path() / "index";
  REQUIRE(RunTimso({"index",
                    folder.Write("a.txt", "Năm 2020, huyện Đơn Dương kết nạp 108 đảng viên mới trong toàn huyện.\n")},
                   index)
              .code == 0);
  const RunResult outcome = Ask(index, "tỉnh thu ngân sách trên 500 tỷ đồng năm 1999");
  CHECK(outcome.code == 1);
  const json envelope = json::parse(outcome.out);
  CHECK(envelope.at("schema_version") == 1);
  CHECK(envelope.at("total") == 0);
  CHECK(envelope.at("hits").empty());
  CHECK(envelope.at("query").contains("read_as"));
}

TEST_CASE("what goes wrong gets one sentence and its code, and the rest goes on") {
  const TempFolder folder;
  const fs::path index = folder.path() / "index";
  const std::string good =
      folder.Write("in/good.txt", "Năm 2020, huyện Đơn Dương kết nạp 108 đảng viên mới trong toàn huyện.\n");
  const std::string empty = folder.Write("in/empty.txt", "");
  const std::string binary = folder.Write("in/binary.txt", std::string("\x7f"
                                                                       "ELF\0\0\0\1\2\3",
                                                                       11) +
                                                               std::string(300, '\0'));
  fs::create_directories(folder.path() / "nothing");

  const auto one_sentence = [](const RunResult& outcome) {
    INFO(outcome.err);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("timso: "));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  };
  const RunResult no_index = RunTimso({"search", "đảng viên"}, folder.path() / "no-index");
  CHECK(no_index.code == 2);
  one_sentence(no_index);
  const RunResult unknown = RunTimso({"search", "--colour", "đảng viên"}, index);
  CHECK(unknown.code == 2);
  one_sentence(unknown);

  const RunResult mixed =
      RunTimso({"index", (folder.path() / "in").string(), (folder.path() / "missing.txt").string()}, index);
  INFO(mixed.err << mixed.out);
  CHECK(mixed.code == 2);
  CHECK(mixed.err.find("empty.txt") != std::string::npos);
  CHECK(mixed.err.find("binary.txt") != std::string::npos);
  CHECK(mixed.err.find("missing.txt") != std::string::npos);
  CHECK(Answers(Ask(index, "Đơn Dương kết nạp bao nhiêu đảng viên năm 2020")) ==
        std::set<std::string>{"Đơn Dương 108"});

  const RunResult nothing = RunTimso({"index", (folder.path() / "nothing").string()}, index);
  INFO(nothing.err);
  CHECK(nothing.code == 2);
  CHECK(nothing.err.find("nothing") != std::string::npos);
}
