#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.h"
#include "tests/cli/shell.h"

namespace timso {
namespace {

using cli::RunShell;

using nlohmann::json;

const char* const kArticle =
    "Đảng bộ huyện Vị Xuyên kết nạp đảng viên mới\n\n31/12/2023\n\n"
    "Năm 2023, Đảng bộ huyện Vị Xuyên (Hà Giang) kết nạp được 272 đảng viên mới, vượt 0,7% so với kế hoạch. "
    "Trong năm, huyện đã thi hành kỷ luật 27 đảng viên.\n\n"
    "Nhiều đảng viên mới là học sinh của các trường trên địa bàn huyện.\n";
const char* const kOther =
    "Đảng bộ huyện Phú Bình kết nạp đảng viên\n\n09/11/2021\n\n"
    "Năm 2021, Đảng bộ huyện Phú Bình (Thái Nguyên) kết nạp được 129 đảng viên mới, bằng gần 70% kế hoạch.\n";

// One index for all tests of this file.
const std::string& Index() {
  static const TempFolder folder;
  static const std::string index = [] {
    folder.Write("vi_xuyen.txt", kArticle);
    folder.Write("phu_binh.txt", kOther);
    const std::string path = folder.path().string() + "/index";
    const RunResult run = RunShell("timso --index '" + path + "' index '" + folder.path().string() + "'");
    if (run.code != 0) throw std::runtime_error(run.err);
    return path;
  }();
  return index;
}

RunResult Search(const std::string& arguments) {
  return RunShell("timso --index '" + Index() + "' search " + arguments);
}

TEST_CASE("a question about numbers is answered with the fact and its evidence") {
  for (const char* question :
       {"districts over 100% quota in 2023", "'huyện vượt chỉ tiêu năm 2023'", "huyen vuot chi tieu 2023"}) {
    INFO(question);
    const RunResult run = Search(question);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find("Vị Xuyên (Hà Giang)") != std::string::npos);
    CHECK(run.out.find("đạt 100,7 %") != std::string::npos);
    CHECK(run.out.find("[0,7%]") != std::string::npos);
    CHECK(run.out.find("Phú Bình") == std::string::npos);
  }
}

TEST_CASE("an abbreviation finds what is written in full, highlighted, and is no misspelling") {
  for (const char* question : {"'ĐV mới là HS'", "'dv moi la hs'"}) {
    INFO(question);
    const RunResult run = Search(std::string("--in documents ") + question);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find("272 [đảng viên") != std::string::npos);
    CHECK(run.out.find("học sinh]") != std::string::npos);
    CHECK(run.out.find("Did you mean") == std::string::npos);
  }
}

TEST_CASE("nothing found is exit 1 and still an envelope") {
  const RunResult run = Search("--format json 'Vị Xuyên kết nạp bao nhiêu đảng viên năm 1999'");
  CHECK(run.code == 1);
  const json envelope = json::parse(run.out);
  CHECK(envelope.at("hits").empty());
  CHECK(envelope.at("total") == 0);
  CHECK(Search("zzzqqq").code == 1);
}

TEST_CASE("options that do not exist, a missing index and a missing question are one sentence and exit 2") {
  for (const char* arguments : {"--lmit 5 x", "-x y", "--format xml x", "--sort colour x", "--facets colour x", "",
                                "--limit many x", "--batch /no/such/file"}) {
    INFO(arguments);
    const RunResult run = Search(arguments);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.rfind("timso: ", 0) == 0);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  }
  const RunResult missing = RunShell("timso --index /no/such/index search x");
  CHECK(missing.code == 2);
  CHECK(missing.err.rfind("timso: ", 0) == 0);
  CHECK(missing.out.empty());
}

TEST_CASE("field syntax survives the shell, and a minus leaves words out") {
  const RunResult quoted = Search("--format json --in facts subject:\"Vị Xuyên\" kind:attainment");
  CHECK(quoted.code == 0);
  CHECK(json::parse(quoted.out).at("query").at("text") == "subject:\"Vị Xuyên\" kind:attainment");
  const RunResult minus = Search("--format jsonl --in documents 'đảng viên' -Vị");
  CHECK(minus.code == 0);
  CHECK(minus.out.find("phu_binh") != std::string::npos);
  CHECK(minus.out.find("vi_xuyen") == std::string::npos);
}

TEST_CASE("two hyphens end the options") {
  const RunResult plain = Search("--in documents --format jsonl học sinh");
  const RunResult ended = Search("--in documents --format jsonl -- học sinh");
  CHECK(ended.code == 0);
  CHECK(ended.out == plain.out);
}

TEST_CASE("a batch answers each line with one line, in order") {
  const TempFolder folder;
  const std::string questions = folder.Write(
      "q.txt",
      "districts over 100% quota in 2023\n\nVị Xuyên kỷ luật bao nhiêu đảng viên năm 2023\nđảng viên là học sinh\n");
  const RunResult run = Search("--batch '" + questions + "'");
  CHECK(run.code == 0);
  std::vector<json> answers;
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);) answers.push_back(json::parse(line));
  REQUIRE(answers.size() == 4);
  CHECK(answers[0].at("hits")[0].at("fact").at("subject") == "Vị Xuyên");
  CHECK(answers[1].at("hits").empty());
  CHECK(answers[2].at("hits")[0].at("fact").at("value") == 27);
  CHECK(answers[3].at("hits")[0].at("type") == "document");
  const RunResult piped = Search("--batch - < '" + questions + "'");
  CHECK(std::count(piped.out.begin(), piped.out.end(), '\n') == 4);
}

TEST_CASE("the evidence's offsets are bytes of the document as it is on disk") {
  const RunResult run = Search("--format json districts over 100% quota in 2023");
  const json fact = json::parse(run.out).at("hits").at(0).at("fact");
  const std::size_t start = fact.at("evidence").at("start");
  const std::size_t end = fact.at("evidence").at("end");
  CHECK(std::string(kArticle).substr(start, end - start) == "0,7%");
}

TEST_CASE("colour is for terminals, and standard output holds nothing but the result") {
  const RunResult run = Search("--explain 'huyện vượt chỉ tiêu năm 2023'");
  CHECK(run.out.find('\x1b') == std::string::npos);
  CHECK(run.out.find("Read as:") != std::string::npos);
  const RunResult machine = Search("--explain --format json 'huyện vượt chỉ tiêu năm 2023'");
  CHECK(json::accept(machine.out));
  CHECK(machine.err.find("Read as:") != std::string::npos);
}

TEST_CASE("a closed pipe is no error") {
  const RunResult run = RunShell("timso --index '" + Index() + "' search --in documents đảng | head -c 1 > /dev/null");
  CHECK(run.err.empty());
}

TEST_CASE("all output keeps to the JSON Schema") {
  const TempFolder folder;
  const std::string schema = folder.path().string() + "/schema.json";
  REQUIRE(RunShell("timso schema > '" + schema + "'").code == 0);
  int files = 0;
  std::string envelopes;
  std::string hits;
  for (const char* question :
       {"'districts over 100% quota in 2023'", "'đảng viên là học sinh'", "'huyện nào kết nạp nhiều đảng viên nhất'",
        "''", "'zzzqqq'", "'attainment:>100 attainment:<50'", "'\"học sinh\" -Lạng OR \"đảng viên\"'",
        "'kind:nonsense year:20x3'", "'dangr vieen'", "'năm 2021 và 2023 huyện nào vượt chỉ tiêu'", "'unit:% value:>1'",
        "'Vị Xuyên và Phú Bình kết nạp bao nhiêu đảng viên'"}) {
    for (const char* in : {"", "--in facts", "--in documents"}) {
      const std::string base = folder.path().string() + "/" + std::to_string(++files);
      const RunResult one =
          Search(std::string(in) + " --facets all --format json " + question + " > '" + base + ".json'");
      INFO(question);
      CHECK((one.code == 0 || one.code == 1));
      CHECK(Search(std::string(in) + " --format jsonl " + question + " > '" + base + ".jsonl'").code == one.code);
      envelopes += " '" + base + ".json'";
      hits += " '" + base + ".jsonl'";
    }
  }
  const std::string validate = "python3 '" TIMSO_SOURCE_DIR "/tests/cli/validate.py' '" + schema + "'";
  const RunResult valid = RunShell(validate + envelopes);
  if (valid.code == 3 || valid.code == 127) {
    std::cout << "skipped: no JSON Schema validator (install python3-jsonschema)\n";
    return;
  }
  INFO(valid.err);
  CHECK(valid.code == 0);
  const RunResult valid_hits = RunShell(validate + " --hits" + hits);
  INFO(valid_hits.err);
  CHECK(valid_hits.code == 0);
  // The check can fail: an envelope without its total is none.
  const std::string broken = folder.Write("broken.json", "{\"schema_version\": 1, \"hits\": []}");
  CHECK(RunShell(validate + " '" + broken + "'").code == 1);
}

}  // namespace
}  // namespace timso
