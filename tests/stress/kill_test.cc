// SIGKILL at random moments of indexing and of rebuilding.
#include <signal.h>

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "indexer/schema/entries.h"
#include "indexer/schema/index_reader.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"
#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;

namespace {

using Arguments = std::vector<std::string>;

// The answers that must be the same, byte for byte but for the time they took.
std::string AnswersOf(const fs::path& index) {
  const std::string questions =
      "huyện vượt chỉ tiêu năm 2019\ndistricts over 100% quota\nđảng viên nữ Vị Xuyên\nmembers admitted 2021\n"
      "công tác phát triển đảng viên\nlevel:district attainment:>120\n";
  std::string answers;
  for (const char* in : {"facts", "documents"}) {
    const RunResult result = RunTimso(
        {"--index", index.string(), "search", "--batch", "-", "--in", in, "--limit", "50"}, {questions, {}, {}, 0, {}});
    INFO(result.err);
    REQUIRE(result.code <= 1);
    std::size_t begin = 0;
    for (std::size_t end; (end = result.out.find('\n', begin)) != std::string::npos; begin = end + 1) {
      nlohmann::ordered_json answer = nlohmann::ordered_json::parse(result.out.substr(begin, end - begin));
      answer.erase("took_ms");
      answers += answer.dump() + '\n';
    }
  }
  return answers;
}

// The last "committed: N changes" that the run told, or 0.
std::size_t ReportedCommits(const fs::path& err) {
  const std::string text = ReadFile(err);
  const std::size_t at = text.rfind("committed: ");
  return at == std::string::npos ? 0 : std::stoul(text.substr(at + 11));
}

// What a killed run left opens, holds at least what was reported, and each of these with its facts.
void CheckReadable(const fs::path& index, std::size_t least) {
  if (!fs::exists(index / "CURRENT")) {
    CHECK(least == 0);
    return;
  }
  IndexReader reader(index);
  CHECK(reader.documents().get_doccount() >= least);
  std::size_t checked = 0;
  const std::string all;
  for (auto it = reader.documents().postlist_begin(all); it != reader.documents().postlist_end(all) && checked < least;
       ++it, ++checked) {
    const Xapian::Document entry = reader.documents().get_document(*it);
    const Document document = DocumentOf(entry);
    if (reader.facts().get_termfreq(IdTerm(document.id)) ==
        DecodeId(entry.get_value(SlotOf(DocumentSlot::kFactCount)))) {
      continue;
    }
    FAIL_CHECK("facts of " << document.id << " are missing");
    return;
  }
}

struct Scene {
  const char* name;
  Arguments arguments;  // after --index INDEX
  double seconds;       // how long it takes undisturbed
};

// Kills the command at random moments, `kills` times in a row, then lets it finish.
void KillAndFinish(const fs::path& index, const Scene& scene, int kills, std::size_t held, std::mt19937& random,
                   const TempFolder& folder) {
  Arguments arguments{"--index", index.string()};
  arguments.insert(arguments.end(), scene.arguments.begin(), scene.arguments.end());
  std::uniform_real_distribution<double> moment(0, scene.seconds);
  for (int kill = 0; kill < kills; ++kill) {
    {
      Started run(arguments, folder / "out", folder / "err");
      std::this_thread::sleep_for(std::chrono::duration<double>(moment(random)));
      run.Signal(SIGKILL);
      run.Wait();
    }
    held = std::max(held, ReportedCommits(folder / "err"));
    CheckReadable(index, held);
  }
  const RunResult finished = RunTimso(arguments);
  INFO(scene.name << ": " << finished.err);
  CHECK(finished.code == 0);
  const RunResult check = RunTimso({"--index", index.string(), "check"});
  INFO(check.err);
  CHECK(check.code == 0);
  for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
    CHECK_FALSE(entry.path().filename().string().starts_with("building"));
  }
}

double SecondsOf(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const RunResult result = RunTimso(arguments);
  INFO(result.err);
  REQUIRE(result.code == 0);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("killed at any moment, an index opens, keeps what it reported, and is finished to the same answers") {
  const TempFolder folder;
  const int kills_of_each = Sized(50, 250);  // way of indexing
  constexpr int kInARow = 6;
  WriteFile(folder / "few.jsonl", MakeJsonArticles(0, 120, 0, 1));
  WriteFile(folder / "many.jsonl", MakeJsonArticles(0, 200, 1, 1));
  std::mt19937 random(20240522);
  int killed = 0;

  // In place, by batches; built in parts and merged; and a rebuild.
  const Arguments in_place{"index", "-v", "--commit-every", "10", (folder / "few.jsonl").string()};
  const Arguments in_bulk{"index", "-v", "--bulk-from", "20", (folder / "many.jsonl").string()};
  for (const Arguments& command : {in_place, in_bulk}) {
    const fs::path whole = folder / ("whole-" + std::to_string(killed));
    Arguments undisturbed{"--index", whole.string()};
    undisturbed.insert(undisturbed.end(), command.begin(), command.end());
    const Scene scene{"index", command, SecondsOf(undisturbed)};
    const std::string answers = AnswersOf(whole);
    for (int left = kills_of_each; left > 0; left -= kInARow) {
      const fs::path index = folder / "index";
      fs::remove_all(index);
      KillAndFinish(index, scene, std::min(left, kInARow), 0, random, folder);
      killed += std::min(left, kInARow);
      CHECK(AnswersOf(index) == answers);
    }
    if (command == in_place) fs::rename(whole, folder / "rebuilt");
  }

  const fs::path index = folder / "rebuilt";
  const std::string answers = AnswersOf(index);
  const Scene scene{"rebuild", {"rebuild"}, SecondsOf({"--index", index.string(), "rebuild"})};
  int rebuilds_killed = 0;
  for (int left = 2 * kills_of_each; left > 0; left -= kInARow) {
    KillAndFinish(index, scene, std::min(left, kInARow), 120, random, folder);
    rebuilds_killed += std::min(left, kInARow);
    CHECK(AnswersOf(index) == answers);
  }
  std::printf("%d kills of indexing and %d of rebuilding survived\n", killed, rebuilds_killed);
  CHECK(killed >= 100);
  CHECK(rebuilds_killed >= 100);
}

TEST_CASE("killed while it replaces and removes, an index is finished to the same answers") {
  const TempFolder folder;
  const fs::path before = folder / "before";
  const fs::path whole = folder / "whole";
  WriteFile(folder / "art.jsonl", MakeJsonArticles(0, 120));
  REQUIRE(RunTimso({"--index", before.string(), "index", (folder / "art.jsonl").string()}).code == 0);
  // A third has other figures, a third is gone, and some are new.
  WriteFile(folder / "art.jsonl", MakeJsonArticles(0, 40, 1) + MakeJsonArticles(80, 140));
  const Arguments command{"index", "-v", "--prune", "--commit-every", "7", (folder / "art.jsonl").string()};
  fs::copy(before, whole, fs::copy_options::recursive);
  Arguments undisturbed{"--index", whole.string()};
  undisturbed.insert(undisturbed.end(), command.begin(), command.end());
  const Scene scene{"update", command, SecondsOf(undisturbed)};
  const std::string answers = AnswersOf(whole);
  std::mt19937 random(7);
  int killed = 0;
  for (int round = 0; round < Sized(3, 30); ++round, killed += 6) {
    const fs::path index = folder / "index";
    fs::remove_all(index);
    fs::copy(before, index, fs::copy_options::recursive);
    KillAndFinish(index, scene, 6, 0, random, folder);
    CHECK(AnswersOf(index) == answers);
  }
  std::printf("%d kills of updates survived\n", killed);
}
