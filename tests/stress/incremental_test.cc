// What a second run costs.
#include <cstdio>

#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;

TEST_CASE("unchanged documents cost next to nothing, 100 changed ones little more than themselves") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  const int documents = Sized(1200, 20000);
  const auto run = [&] { return RunTimso({"--index", index.string(), "index", (folder / "art.jsonl").string()}); };
  WriteFile(folder / "art.jsonl", MakeJsonArticles(0, documents, 0, 1));
  const RunResult first = run();
  REQUIRE(first.code == 0);
  const RunResult again = run();
  CHECK(again.out == "0 added, 0 replaced, " + std::to_string(documents) + " unchanged, 0 removed, 0 failed\n");
  CHECK(again.cpu_seconds < first.cpu_seconds / 10);

  WriteFile(folder / "art.jsonl", MakeJsonArticles(0, 100, 1, 1) + MakeJsonArticles(100, documents, 0, 1));
  const RunResult changed = run();
  CHECK(changed.out.starts_with("0 added, 100 replaced, " + std::to_string(documents - 100) + " unchanged"));
  const double share = first.cpu_seconds * 100 / documents;
  CHECK(changed.cpu_seconds < again.cpu_seconds + 10 * share + 0.5);
  std::printf("CPU: %.2f s for %d documents, %.2f s unchanged, %.2f s with 100 changed\n", first.cpu_seconds, documents,
              again.cpu_seconds, changed.cpu_seconds);
}

TEST_CASE("the news unchanged: less than a tenth of the first run") {
  const fs::path news = fs::path(TIMSO_SOURCE_DIR) / "../shared/data/news/baomoi_dev.jsonl.zst";
  if (!fs::exists(news) || Sized(0, 1) == 0) {
    std::printf("left out: needs %s and TIMSO_STRESS\n", "../shared/data/news");
    return;
  }
  const TempFolder folder;
  const std::vector<std::string> arguments{"--index", (folder / "index").string(), "index", news.string()};
  const RunResult first = RunTimso(arguments);
  const RunResult again = RunTimso(arguments);
  std::printf("CPU: %.2f s first, %.2f s unchanged\n", first.cpu_seconds, again.cpu_seconds);
  CHECK(again.cpu_seconds < first.cpu_seconds / 10);
}
