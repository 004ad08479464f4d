// index, remove, rebuild, status, check and facts through the real program: what they print and exit with.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;
using nlohmann::json;

namespace {

// A folder with documents and an index to be.
struct Place {
  TempFolder folder;
  fs::path docs = folder / "docs";
  fs::path index = folder / "index";

  explicit Place(int articles = 0) {
    fs::create_directory(docs);
    for (int i = 0; i < articles; ++i) WriteFile(docs / ("a" + std::to_string(i) + ".txt"), MakeArticle(i));
  }
  RunResult Run(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {"--index", index.string()});
    return RunTimso(arguments, options);
  }
  RunResult Index(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), "index");
    more.push_back(docs.string());
    return Run(more);
  }
};

// One sentence, nothing on standard output.
void CheckRefused(const RunResult& result, const std::string& sentence, int code = 2) {
  INFO(result.out << result.err);
  CHECK(result.code == code);
  CHECK(result.out.empty());
  CHECK(result.err.starts_with("timso: "));
  CHECK(result.err.find(sentence) != std::string::npos);
  CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
}

}  // namespace

TEST_CASE("index says what it added, replaced, left, removed and could not read") {
  const Place place(3);
  CHECK(place.Index().out == "3 added, 0 replaced, 0 unchanged, 0 removed, 0 failed\n");
  CHECK(place.Index().out == "0 added, 0 replaced, 3 unchanged, 0 removed, 0 failed\n");
  WriteFile(place.docs / "a1.txt", MakeArticle(1, 5));
  WriteFile(place.docs / "a3.txt", MakeArticle(3));
  fs::remove(place.docs / "a0.txt");
  CHECK(place.Index().out == "1 added, 1 replaced, 1 unchanged, 0 removed, 0 failed\n");
  CHECK(place.Index({"--prune"}).out == "0 added, 0 replaced, 3 unchanged, 1 removed, 0 failed\n");
  WriteFile(place.docs / "empty.txt", "");
  const RunResult failed = place.Index();
  CHECK(failed.code == 2);
  CHECK(failed.out == "0 added, 0 replaced, 3 unchanged, 0 removed, 1 failed\n");
  CHECK(failed.err == "timso: " + (place.docs / "empty.txt").string() + " is empty\n");
  const RunResult quiet = place.Index({"--quiet"});
  CHECK(quiet.out.empty());
  CHECK(quiet.code == 2);
}

TEST_CASE("prune removes only what came from the paths given, and nothing that could not be read") {
  const Place place(2);
  const fs::path other = place.folder / "other";
  WriteFile(other / "b.jsonl", MakeJsonArticles(10, 13));
  CHECK(place.Run({"index", place.docs.string(), other.string()}).code == 0);
  WriteFile(other / "b.jsonl", MakeJsonArticles(10, 12));
  fs::remove(place.docs / "a0.txt");
  CHECK(place.Run({"index", "--prune", other.string()}).out ==
        "0 added, 0 replaced, 2 unchanged, 1 removed, 0 failed\n");
  WriteFile(place.docs / "a1.txt", "");  // unreadable is not gone
  CHECK(place.Index({"--prune"}).out == "0 added, 0 replaced, 0 unchanged, 1 removed, 1 failed\n");
  fs::remove_all(other);
  CHECK(place.Run({"index", "--prune", other.string()}).out ==
        "0 added, 0 replaced, 0 unchanged, 2 removed, 0 failed\n");
  CHECK(json::parse(place.Run({"status", "--format", "json"}).out).at("documents") == 1);
}

TEST_CASE("a document keeps its id whatever folder it is reached from") {
  const Place place;
  WriteFile(place.docs / "2023" / "a.txt", MakeArticle(1));
  CHECK(place.Index().code == 0);
  CHECK(place.Run({"index", (place.docs / "2023").string()}).out ==
        "0 added, 0 replaced, 1 unchanged, 0 removed, 0 failed\n");
  WriteFile(place.docs / "2023" / "a.txt", MakeArticle(1, 2));
  CHECK(place.Run({"index", (place.docs / "2023" / "a.txt").string()}).out ==
        "0 added, 1 replaced, 0 unchanged, 0 removed, 0 failed\n");
  CHECK(place.Run({"remove", "2023/a.txt"}).out == "1 removed, 0 not found\n");
}

TEST_CASE("standard input: JSON documents and paths, one a line") {
  const Place place(2);
  RunOptions options;
  options.input = MakeJsonArticle(7) + "\n" + (place.docs / "a0.txt").string() + "\n\n/no/such/file.txt\n{broken\n";
  const RunResult result = place.Run({"index", "-"}, options);
  CHECK(result.out == "2 added, 0 replaced, 0 unchanged, 0 removed, 2 failed\n");
  CHECK(result.err.find("/no/such/file.txt does not exist") != std::string::npos);
  CHECK(result.err.find("standard input:5 is malformed JSON") != std::string::npos);
  CHECK(result.code == 2);
}

TEST_CASE("each misuse gets one sentence and its exit code") {
  const Place place;
  CheckRefused(place.Run({"status"}), "there is no index at");
  CheckRefused(place.Run({"remove", "x"}), "there is no index at");
  CheckRefused(place.Run({"rebuild"}), "there is no index at");
  CheckRefused(place.Run({"check"}), "there is no index at");
  CHECK_FALSE(fs::exists(place.index));
  CheckRefused(place.Index(), "there are no documents in");
  CheckRefused(place.Run({"index", "--no-such-option", "x"}), "--no-such-option");
  CheckRefused(place.Run({"no-such-command"}), "no-such-command");
  CheckRefused(place.Run({"index"}), "PATH");
  CheckRefused(place.Run({"facts", (place.docs).string()}), "there are no documents");
  WriteFile(place.docs / "a.txt", MakeArticle(1));
  CheckRefused(RunTimso({"--index", place.docs.string(), "index", place.docs.string()}),
               "holds other files and no index");
  CHECK_FALSE(fs::exists(place.docs / "LOCK"));
  CheckRefused(RunTimso({"--index", (place.docs / "a.txt").string(), "index", place.docs.string()}), "is a file");
  const RunResult gone = place.Run({"index", "/no/such/folder", place.docs.string()});
  CHECK(gone.code == 2);
  CHECK(gone.err == "timso: /no/such/folder does not exist\n");
  CHECK(gone.out == "1 added, 0 replaced, 0 unchanged, 0 removed, 1 failed\n");
  const RunResult strict = place.Run({"index", "--strict", "/no/such/folder", place.docs.string()});
  CHECK(strict.code == 2);
  CHECK(strict.out == "0 added, 0 replaced, 0 unchanged, 0 removed, 1 failed\n");
  const RunResult missing = place.Run({"remove", "nix", "a.txt"});
  CHECK(missing.code == 2);
  CHECK(missing.err == "timso: there is no document with the id \"nix\"\n");
  CHECK(place.Run({"remove", "nix"}).code == 1);
}

TEST_CASE("a second writer is told who holds the index, at once; a dead one's lock does not block") {
  const Place place(1);
  REQUIRE(place.Index().code == 0);
  {
    WriteFile(place.docs / "many.jsonl", MakeJsonArticles(0, 3000, 0, 6));
    Started holder({"--index", place.index.string(), "index", place.docs.string()}, place.folder / "out",
                   place.folder / "err");
    const std::string holds = std::to_string(holder.pid()) + " ";
    while (holder.Running() && !ReadFile(place.index / "LOCK").starts_with(holds)) ::usleep(1000);
    const RunResult second = place.Run({"remove", "nix"});
    CheckRefused(second, "is being written by process ", 75);
    holder.Signal(SIGKILL);
    holder.Wait();
  }
  CHECK(place.Run({"remove", "nix"}).code == 1);
  CHECK(fs::exists(place.index / "LOCK"));
}

TEST_CASE("Ctrl-C keeps what was read whole and exits 130") {
  const Place place;
  WriteFile(place.docs / "many.jsonl", MakeJsonArticles(0, 6000, 0, 6));
  Started run({"--index", place.index.string(), "index", "-v", "--commit-every", "20", place.docs.string()},
              place.folder / "out", place.folder / "err");
  while (run.Running() && ReadFile(place.folder / "err").find("committed") == std::string::npos) ::usleep(2000);
  run.Signal(SIGINT);
  CHECK(run.Wait() == 130);
  CHECK(ReadFile(place.folder / "err").find("timso: interrupted; what was read whole is in the index\n") !=
        std::string::npos);
  const std::string out = ReadFile(place.folder / "out");
  const std::string added = out.substr(0, out.find(' '));
  CHECK(std::stoi(added) >= 20);
  CHECK(std::stoi(added) < 6000);
  CHECK(json::parse(place.Run({"status", "--format", "json"}).out).at("documents") == std::stoi(added));
  CHECK(place.Run({"check"}).code == 0);
}

TEST_CASE("rebuild makes a new generation with the same content") {
  const Place place(4);
  REQUIRE(place.Index().code == 0);
  const json before = json::parse(place.Run({"status", "--format", "json"}).out);
  const RunResult rebuilt = place.Run({"rebuild"});
  CHECK(rebuilt.code == 0);
  CHECK(rebuilt.out.starts_with("4 documents analysed anew, "));
  const json after = json::parse(place.Run({"status", "--format", "json"}).out);
  CHECK(after.at("generation") != before.at("generation"));
  CHECK(after.at("documents") == 4);
  CHECK(after.at("facts") == before.at("facts"));
  CHECK(after.at("facts") > 0);
  CHECK(place.Index().out == "0 added, 0 replaced, 4 unchanged, 0 removed, 0 failed\n");
}

TEST_CASE("a damaged index is told in one sentence and left as it is; what can be mended is") {
  const Place place(6);
  REQUIRE(place.Index().code == 0);
  const std::string gen = json::parse(place.Run({"status", "--format", "json"}).out).at("generation");
  const auto copy = [&](const char* name) {
    const fs::path to = place.folder / name;
    fs::copy(place.index, to, fs::copy_options::recursive);
    return to;
  };
  const auto run = [](const fs::path& index, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--index", index.string()});
    return RunTimso(arguments);
  };

  const fs::path lost = copy("lost");
  fs::remove(lost / "CURRENT");
  CheckRefused(run(lost, {"status"}), "has lost its CURRENT file; `timso check --repair` restores it");
  CheckRefused(run(lost, {"index", place.docs.string()}), "has lost its CURRENT file");
  CHECK(run(lost, {"check", "--repair"}).code == 0);
  CHECK(run(lost, {"check"}).out.starts_with("sound: 6 documents"));

  const fs::path nonsense = copy("nonsense");
  WriteFile(nonsense / "CURRENT", "../../etc\n");
  CheckRefused(run(nonsense, {"status"}), "CURRENT");

  const fs::path cut = copy("cut");
  fs::resize_file(cut / gen / "documents" / "postlist.glass", 100);
  CHECK(run(cut, {"check"}).code == 2);
  CHECK(run(cut, {"search", "đảng viên"}).code == 2);

  const fs::path foreign = copy("foreign");
  WriteFile(foreign / gen / "documents" / "iamglass", "no database");
  CheckRefused(run(foreign, {"status"}), "index");
  CheckRefused(run(foreign, {"index", place.docs.string()}), "index");

  const fs::path no_facts = copy("no-facts");
  WriteFile(no_facts / gen / "facts" / "docdata.glass", std::string(8192, 'x'));
  WriteFile(no_facts / gen / "facts" / "termlist.glass", "");
  WriteFile(no_facts / gen / "facts" / "postlist.glass", "");
  CHECK(run(no_facts, {"check"}).code == 2);
  const RunResult repaired = run(no_facts, {"check", "--repair"});
  INFO(repaired.out << repaired.err);
  CHECK(repaired.code == 0);
  CHECK(repaired.out.find("repaired: the facts were made anew from 6 articles") != std::string::npos);
  CHECK(run(no_facts, {"check"}).out == place.Run({"check"}).out);
}

TEST_CASE("facts prints them without an index: a table for people, JSON lines for programs") {
  const Place place(2);
  const RunResult text = RunTimso({"facts", (place.docs / "a0.txt").string()});
  CHECK(text.code == 0);
  CHECK(text.out.starts_with("# a0.txt — Huyện Vị Xuyên: Công tác phát triển đảng viên"));
  CHECK(text.out.find("[50] đảng viên mới") != std::string::npos);
  const RunResult lines = RunTimso({"facts", "--format", "jsonl", place.docs.string()});
  CHECK(lines.code == 0);
  std::size_t count = 0;
  for (std::size_t begin = 0, end; (end = lines.out.find('\n', begin)) != std::string::npos; begin = end + 1, ++count) {
    const json fact = json::parse(lines.out.substr(begin, end - begin));
    const std::string article = ReadFile(place.docs / fact.at("doc").get<std::string>());
    const std::size_t start = fact.at("evidence").at("start");
    CHECK(start < fact.at("evidence").at("end").get<std::size_t>());
    CHECK(fact.at("evidence").at("end").get<std::size_t>() <= article.size());
    CHECK(article.find(fact.at("evidence").at("text").get<std::string>()) <= start);
  }
  CHECK(count >= 10);
  CHECK(RunTimso({"facts", "--explain", (place.docs / "a0.txt").string()}).out.find("    rules: ") !=
        std::string::npos);
  WriteFile(place.docs / "none.txt", "Không có gì\n\nMột bài không có con số nào cả.\n");
  CHECK(RunTimso({"facts", (place.docs / "none.txt").string()}).code == 1);
  WriteFile(place.docs / "empty.txt", "");
  const RunResult part = RunTimso({"facts", (place.docs / "empty.txt").string(), (place.docs / "a0.txt").string()});
  CHECK(part.code == 2);
  CHECK(part.out == text.out);
}
