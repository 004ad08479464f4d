// Readers that never pause while a writer commits and rebuilds swap.
#include <atomic>
#include <cstdio>
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

struct Observed {
  std::atomic<std::size_t> queries = 0;
  std::atomic<std::size_t> states = 0;  // commits or generations seen
  std::atomic<std::size_t> errors = 0;
  std::atomic<std::size_t> half = 0;  // documents whose facts were not of their revision
};

// The article of the id with all its facts at one state.
bool IsWhole(IndexReader& reader, const std::string& id) {
  return reader.Run([&] {
    const std::string term = IdTerm(id);
    const Xapian::PostingIterator it = reader.documents().postlist_begin(term);
    std::size_t facts = 0;
    std::size_t others = 0;
    std::string revision;
    std::size_t expected = 0;
    if (it != reader.documents().postlist_end(term)) {
      const Xapian::Document entry = reader.documents().get_document(*it);
      revision = entry.get_value(SlotOf(DocumentSlot::kRevision));
      expected = DecodeId(entry.get_value(SlotOf(DocumentSlot::kFactCount)));
      if (EncodeRevision(RevisionOf(DocumentOf(entry))) != revision) return false;
    }
    for (auto fact = reader.facts().postlist_begin(term); fact != reader.facts().postlist_end(term); ++fact) {
      const bool same = reader.facts().get_document(*fact).get_value(SlotOf(FactSlot::kRevision)) == revision;
      ++(same ? facts : others);
    }
    return facts == expected && others == 0;
  });
}

void ReadOn(const fs::path& index, unsigned seed, const std::atomic<bool>& stop, Observed& observed) {
  try {
    IndexReader reader(index);
    std::string state;
    for (unsigned n = seed; !stop; n = n * 1664525u + 1013904223u) {
      if (n % 5 == 0) reader.Reopen();
      const std::string id = "art-" + std::to_string((n >> 8) % 400);
      if (!IsWhole(reader, id)) ++observed.half;
      ++observed.queries;
      const std::string now = reader.generation() + "/" + std::to_string(reader.documents().get_revision());
      if (now != state) ++observed.states;
      state = now;
    }
  } catch (const std::exception& error) {
    ++observed.errors;
    std::fprintf(stderr, "reader: %s\n", error.what());
  }
}

}  // namespace

TEST_CASE("4 readers go on through 200 commits and two rebuilds: no error, no half document") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  WriteFile(folder / "art.jsonl", MakeJsonArticles(0, 400));
  REQUIRE(RunTimso({"--index", index.string(), "index", (folder / "art.jsonl").string()}).code == 0);
  std::atomic<bool> stop = false;
  Observed observed;
  std::vector<std::thread> readers;
  for (unsigned i = 0; i < 4; ++i) readers.emplace_back(ReadOn, index, i + 1, std::cref(stop), std::ref(observed));

  std::size_t commits = 0;
  for (int edition = 1; edition <= Sized(1, 5); ++edition) {
    WriteFile(folder / "art.jsonl", MakeJsonArticles(0, 400, edition));
    const RunResult written =
        RunTimso({"--index", index.string(), "index", "-v", "--commit-every", "2", (folder / "art.jsonl").string()});
    CHECK(written.code == 0);
    for (std::size_t at = 0; (at = written.err.find("committed:", at)) != std::string::npos; ++at) ++commits;
    CHECK(RunTimso({"--index", index.string(), "rebuild"}).code == 0);
    CHECK(RunTimso({"--index", index.string(), "rebuild"}).code == 0);
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  std::printf("%zu commits, 4 readers, %zu reads over %zu states: %zu errors, %zu half documents\n", commits,
              observed.queries.load(), observed.states.load(), observed.errors.load(), observed.half.load());
  CHECK(commits >= 200);
  CHECK(observed.queries > 1000);
  CHECK(observed.states > 20);
  CHECK(observed.errors == 0);
  CHECK(observed.half == 0);

  // Nobody reads the old generations any more: the next writer removes them.
  CHECK(RunTimso({"--index", index.string(), "index", (folder / "art.jsonl").string()}).code == 0);
  std::size_t generations = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(index)) {
    generations += entry.path().filename().string().starts_with("gen-") ? 1 : 0;
  }
  CHECK(generations == 1);
}
