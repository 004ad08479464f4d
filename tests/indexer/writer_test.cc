// The two databases in step: replaced together, mended after a crash between their commits.
#include <unistd.h>

#include <atomic>

#include "indexer/check.h"
#include "indexer/generations.h"
#include "indexer/index_job.h"
#include "indexer/index_writer.h"
#include "indexer/readers/parse.h"
#include "indexer/rebuild.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/terms.h"
#include "indexer/status.h"
#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;

namespace {

const std::atomic<bool> kGoOn = false;

Document ArticleOf(int number, int edition) {
  RawDocument raw;
  raw.bytes = MakeArticle(number, edition);
  raw.id = "art-" + std::to_string(number);
  return ParseDocument(std::move(raw));
}

IndexCounts IndexAll(const fs::path& index, const fs::path& docs, unsigned workers = 2) {
  IndexWriter writer(index);
  IndexOptions options;
  options.paths = {docs};
  options.workers = workers;
  return RunIndex(writer, options, {}, kGoOn).counts;
}

// Every document's data and every fact's data but for the docids, in order.
std::vector<std::string> ContentOf(const fs::path& index) {
  IndexReader reader(index);
  std::vector<std::string> content;
  const std::string all;
  for (auto it = reader.documents().postlist_begin(all); it != reader.documents().postlist_end(all); ++it) {
    content.push_back(reader.documents().get_document(*it).get_data());
  }
  for (auto it = reader.facts().postlist_begin(all); it != reader.facts().postlist_end(all); ++it) {
    content.push_back(reader.facts().get_document(*it).get_data());
  }
  return content;
}

}  // namespace

TEST_CASE("an article and its facts are put in, replaced and removed together") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  {
    IndexWriter writer(index);
    const auto first = writer.databases().Put(Analyse(ArticleOf(1, 0), 1));
    CHECK_FALSE(first.replaced);
    writer.databases().Put(Analyse(ArticleOf(2, 0), 2));
    writer.databases().Commit();
    const auto again = writer.databases().Put(Analyse(ArticleOf(1, 1), 3));
    CHECK(again.replaced);
    CHECK(again.docid == first.docid);
    writer.databases().Commit();
    CHECK(writer.databases().Remove("art-2"));
    CHECK_FALSE(writer.databases().Remove("art-3"));
    writer.databases().Commit();
  }
  IndexReader reader(index);
  CHECK(reader.documents().get_doccount() == 1);
  const std::string term = IdTerm("art-1");
  REQUIRE(reader.facts().get_doccount() > 0);
  for (auto it = reader.facts().postlist_begin(term); it != reader.facts().postlist_end(term); ++it) {
    StoredFact fact = FactOf(reader.facts().get_document(*it));
    FillEvidence(fact, ArticleOf(1, 1).text);
    CHECK_FALSE(fact.fact.evidence.text.empty());
  }
  CHECK(reader.facts().get_termfreq(term) == reader.facts().get_doccount());
  CHECK(Check(index).problems.empty());
}

TEST_CASE("what was not committed is not there") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  {
    IndexWriter writer(index);
    writer.databases().Put(Analyse(ArticleOf(1, 0), 1));
    writer.databases().Commit();
    writer.databases().Put(Analyse(ArticleOf(2, 0), 1));
    writer.databases().Remove("art-1");
  }
  CHECK(StatusOf(index).documents == 1);
  CHECK(Check(index).problems.empty());
}

TEST_CASE("cut off between the two commits, the next writer brings the facts to the articles' state") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  const fs::path saved = folder / "saved";
  std::vector<std::string> whole;
  // Whichever of the two was committed last is put back to its state before.
  for (const std::string_view behind : {file_name::kFacts, file_name::kDocuments}) {
    fs::remove_all(index);
    fs::remove_all(saved);
    fs::path generation;
    {
      IndexWriter writer(index);
      generation = writer.folder();
      for (int i = 0; i < 5; ++i) writer.databases().Put(Analyse(ArticleOf(i, 0), 1));
      writer.databases().Commit();
    }
    fs::copy(generation / behind, saved, fs::copy_options::recursive);
    {
      IndexWriter writer(index);
      writer.databases().Put(Analyse(ArticleOf(1, 1), 2));
      writer.databases().Put(Analyse(ArticleOf(7, 0), 2));
      writer.databases().Remove("art-3");
      writer.databases().Commit();
    }
    fs::remove_all(generation / behind);
    fs::rename(saved, generation / behind);
    CHECK_FALSE(IndexReader(index).in_step());
    CHECK_FALSE(Check(index).problems.empty());
    {
      IndexWriter writer(index);
      CHECK(writer.repaired() == 3);
    }
    CHECK(IndexReader(index).in_step());
    const CheckReport report = Check(index);
    for (const std::string& problem : report.problems) FAIL_CHECK(behind << ": " << problem);
    CHECK(report.documents == 5);
  }
}

TEST_CASE("one writer at a time, told at once") {
  const TempFolder folder;
  const IndexWriter writer(folder / "index");
  try {
    IndexWriter second(folder / "index");
    FAIL("two writers");
  } catch (const LockedError& error) {
    CHECK(std::string(error.what()).find("is being written by process " + std::to_string(::getpid())) !=
          std::string::npos);
  }
  CHECK_THROWS_AS(Rebuild(folder / "index", {}, {}, kGoOn), LockedError);
  CHECK(StatusOf(folder / "index").documents == 0);
}

TEST_CASE("few documents in place, many in parts and merged: the same content whatever the threads") {
  const TempFolder folder;
  WriteFile(folder / "docs" / "all.jsonl", MakeJsonArticles(0, 2300, 0, 1));
  CHECK(IndexAll(folder / "bulk", folder / "docs", 3).added == 2300);
  CHECK(IndexAll(folder / "bulk1", folder / "docs", 1).added == 2300);
  const std::vector<std::string> bulk = ContentOf(folder / "bulk");
  CHECK(bulk == ContentOf(folder / "bulk1"));
  {
    IndexWriter writer(folder / "placed");
    IndexOptions options;
    options.paths = {folder / "docs"};
    options.commit_every = 500;
    CHECK(RunIndex(writer, options, {}, kGoOn).counts.added == 2300);
  }
  CHECK(bulk == ContentOf(folder / "placed"));
  for (const char* name : {"bulk", "placed"}) {
    for (const std::string& problem : Check(folder / name).problems) FAIL_CHECK(name << ": " << problem);
  }
  // A few more beside the many.
  WriteFile(folder / "docs" / "more.jsonl", MakeJsonArticles(3000, 3020));
  const IndexCounts more = IndexAll(folder / "bulk", folder / "docs");
  CHECK(more.added == 20);
  CHECK(more.unchanged == 2300);
  // And so many that merging again is worth it.
  WriteFile(folder / "docs" / "most.jsonl", MakeJsonArticles(5000, 6200, 0, 1));
  CHECK(IndexAll(folder / "bulk", folder / "docs").added == 1200);
  CHECK(Generations(folder / "bulk").size() == 1);
  CHECK(StatusOf(folder / "bulk").documents == 3520);
  CHECK(Check(folder / "bulk").problems.empty());
}

TEST_CASE("a generation that a reader holds stays until it lets go") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  WriteFile(folder / "docs" / "a.txt", MakeArticle(1));
  IndexAll(index, folder / "docs");
  {
    IndexReader reader(index);
    const std::string old = reader.generation();
    Rebuild(index, {}, {}, kGoOn);
    CHECK(fs::exists(index / old));
    CHECK(DocumentOf(reader.documents().get_document(1)).id == "a.txt");
    reader.Reopen();
    CHECK(reader.generation() != old);
    Rebuild(index, {}, {}, kGoOn);
    CHECK_FALSE(fs::exists(index / old));
  }
  IndexAll(index, folder / "docs");
  CHECK(Generations(index).size() == 1);
}

TEST_CASE("an index of another version is refused with the remedy; rebuild brings it up to date") {
  const TempFolder folder;
  const fs::path index = folder / "index";
  WriteFile(folder / "docs" / "a.txt", MakeArticle(1));
  IndexAll(index, folder / "docs");
  const auto set = [&](std::string_view name, const std::string& value) {
    const fs::path generation = index / CurrentGeneration(index);
    for (const std::string_view database : {file_name::kDocuments, file_name::kFacts}) {
      Xapian::WritableDatabase((generation / database).string(), Xapian::DB_OPEN)
          .set_metadata(std::string(name), value);
    }
  };
  const auto refusal = [&]() -> std::string {
    try {
      IndexWriter writer(index);
    } catch (const IndexError& error) {
      return error.what();
    }
    return {};
  };
  set(metadata::kFingerprint, "another");
  CHECK(IndexReader(index).analyzer_differs());
  CHECK(refusal().find("`timso rebuild`") != std::string::npos);
  Rebuild(index, {}, {}, kGoOn);
  CHECK(refusal().empty());
  CHECK_FALSE(IndexReader(index).analyzer_differs());
  set(metadata::kVersion, "0");
  CHECK(refusal().find("`timso rebuild`") != std::string::npos);
  CHECK_THROWS_AS(IndexReader(index), IndexError);
  Rebuild(index, {}, {}, kGoOn);
  CHECK(StatusOf(index).documents == 1);
  set(metadata::kVersion, "99");
  CHECK_THROWS_AS(Rebuild(index, {}, {}, kGoOn), IndexError);
}
