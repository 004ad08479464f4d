// Arrows go one way: analyzers ← schema ← {indexer, searcher} ← tools.
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "tests/catch.h"

namespace fs = std::filesystem;

namespace {

struct Rule {
  const char* folder;
  std::vector<std::string> may_include;  // prefixes of project headers
};

std::vector<std::string> ProjectIncludes(const fs::path& file) {
  static const std::regex kInclude("^#include \"([^\"]+)\"");
  std::vector<std::string> includes;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, kInclude)) includes.push_back(match[1]);
  }
  return includes;
}

// The number of files read; a forbidden include fails the test and is named.
int CheckFolder(const Rule& rule) {
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(TIMSO_SOURCE_DIR) / rule.folder)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
    ++files;
    for (const std::string& include : ProjectIncludes(entry.path())) {
      const bool allowed = std::any_of(rule.may_include.begin(), rule.may_include.end(),
                                       [&](const std::string& prefix) { return include.starts_with(prefix); });
      INFO(entry.path().string() << " includes " << include);
      CHECK(allowed);
    }
  }
  return files;
}

}  // namespace

TEST_CASE("rooms include only what stands before them") {
  CHECK(CheckFolder({"analyzers", {"analyzers/"}}) > 20);
  CHECK(CheckFolder({"indexer/schema", {"analyzers/", "indexer/schema/"}}) > 5);
  CHECK(CheckFolder({"indexer", {"analyzers/", "indexer/"}}) > 20);
  CHECK(CheckFolder({"searcher", {"analyzers/", "indexer/schema/", "searcher/"}}) > 20);
}

TEST_CASE("text knows nothing of words, words nothing of facts") {
  CHECK(CheckFolder({"analyzers/text", {"analyzers/text/", "analyzers/data/"}}) > 5);
  CHECK(CheckFolder({"analyzers/words", {"analyzers/text/", "analyzers/data/", "analyzers/words/"}}) > 3);
  CHECK(CheckFolder({"analyzers/numbers", {"analyzers/text/", "analyzers/words/", "analyzers/data/", "analyzers/numbers/"}}) > 3);
}
