// What indexing costs, beside omindex (Debian's xapian-omega, when installed) and bare Xapian with positions on the
// same files in the same run: MB of text a CPU-second and a second, and the index's size.
//
// usage: bench_index ARTICLES.jsonl[.gz|.zst] [HOW_MANY [phases]]   (title, sapo and body of each line become a .txt
// file)
//
// Then what timso's index consists of, and where its CPU goes: phase by phase, of the first two thousand documents.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "indexer/analysis.h"
#include "indexer/readers/walk.h"
#include "indexer/schema/entries.h"
#include "tests/bench/measured.h"
#include "tests/support/program.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

struct Corpus {
  fs::path folder;
  std::size_t documents = 0;
  std::uint64_t bytes = 0;
};

// Folders of a hundred files each, as a user would have them.
Corpus WriteCorpus(const fs::path& articles, std::size_t most, const fs::path& folder) {
  Corpus corpus{folder, 0, 0};
  const auto write = [&](RawDocument raw) {
    const Document document = ParseDocument(std::move(raw));
    const std::string name = std::to_string(corpus.documents / 100) + "/" + std::to_string(corpus.documents) + ".txt";
    WriteFile(folder / name, document.text);
    corpus.bytes += document.text.size();
    return ++corpus.documents < most;
  };
  Walk walk(write, [](const std::string& name, const std::string& what) { std::cerr << name << ": " << what << '\n'; });
  walk.Run({articles, articles.parent_path()});
  return corpus;
}

std::vector<std::string> FilesOf(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  return files;
}

void IndexBare(const fs::path& folder, const fs::path& database_folder) {
  Xapian::WritableDatabase database(database_folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  for (const std::string& file : FilesOf(folder)) {
    Xapian::Document document;
    document.set_data(file);
    generator.set_document(document);
    generator.index_text(ReadFile(file));
    database.add_document(document);
  }
  database.commit();
}

void Print(const char* name, const Corpus& corpus, const Measured& measured, const fs::path& index) {
  const double megabytes = static_cast<double>(corpus.bytes) / 1e6;
  const double size = static_cast<double>(BytesBelow(index)) / 1e6;
  std::printf("%-26s %7.1f CPU s %7.1f s  %6.2f MB/CPU-s %6.2f MB/s   index %6.1f MB, %4.2f x text\n", name,
              measured.cpu_seconds, measured.seconds, megabytes / measured.cpu_seconds, megabytes / measured.seconds,
              size, size / megabytes);
  std::fflush(stdout);
}

void Compare(const Corpus& corpus, const fs::path& scratch) {
  const std::string timso = TIMSO_BINARY_DIR "/timso";
  const fs::path index = scratch / "timso";
  Print("timso", corpus, RunMeasured({timso, "--index", index.string(), "index", "--quiet", corpus.folder.string()}),
        index);
  Print("timso, unchanged", corpus,
        RunMeasured({timso, "--index", index.string(), "index", "--quiet", corpus.folder.string()}), index);
  const Measured omindex =
      RunMeasured({"omindex", "--db", (scratch / "omega").string(), "--url", "/", corpus.folder.string()});
  if (omindex.code == 0) {
    Print("omindex", corpus, omindex, scratch / "omega");
  } else {
    std::printf("omindex is not installed (Debian: xapian-omega)\n");
  }
  const fs::path bare = scratch / "bare";
  Print("bare Xapian, positions", corpus, CallMeasured([&] { IndexBare(corpus.folder, bare); }), bare);
}

// ---- where timso's time goes

class Phases {
 public:
  // Runs the work and puts its time down under the name.
  template <typename Work>
  auto Run(const char* name, Work work) {
    const std::clock_t begin = std::clock();
    auto result = work();
    seconds_[name] += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return result;
  }
  void Print(double megabytes) const {
    for (const auto& [name, seconds] : seconds_) {
      std::printf("  %-24s %7.2f CPU s %8.2f MB/CPU-s\n", name.c_str(), seconds, megabytes / seconds);
    }
  }

 private:
  std::map<std::string, double> seconds_;
};

ArticleView ViewOf(const Document& document) {
  ArticleView view;
  view.text = document.text;
  view.blocks = document.blocks;
  view.date = document.date;
  return view;
}

AnalysedDocument AnalyseInPhases(RawDocument raw, Phases& phases) {
  const Document document = phases.Run("1 reading", [&] { return ParseDocument(std::move(raw)); });
  const std::vector<Fact> facts = phases.Run("2 facts", [&] { return ExtractFacts(ViewOf(document)); });
  AnalysedDocument analysed;
  analysed.id = document.id;
  analysed.revision = RevisionOf(document);
  analysed.text_bytes = document.text.size();
  analysed.entry = phases.Run("3 entry of the article", [&] { return MakeDocumentEntry(document, 1, facts.size()); });
  analysed.facts = phases.Run("4 entries of the facts", [&] {
    std::vector<Xapian::Document> entries;
    FactEntryMaker maker(document, analysed.revision);
    for (std::size_t i = 0; i < facts.size(); ++i) entries.push_back(maker.Make(facts[i], i, 0));
    return entries;
  });
  return analysed;
}

// Parts of a thousand articles, merged: what the bulk loader does, one database at a time.
template <typename Add>
void WriteInPhases(const char* writing, const char* merging, std::vector<AnalysedDocument>& documents,
                   const fs::path& folder, Phases& phases, Add add) {
  constexpr std::size_t kPart = 1000;
  fs::create_directories(folder);
  Xapian::Database parts;
  phases.Run(writing, [&] {
    for (std::size_t begin = 0; begin < documents.size(); begin += kPart) {
      const std::string part = (folder / std::to_string(begin)).string();
      Xapian::WritableDatabase database(part, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
      const std::size_t end = std::min(documents.size(), begin + kPart);
      for (std::size_t i = begin; i < end; ++i) add(database, documents[i], static_cast<Xapian::docid>(i + 1));
      database.commit();
      parts.add_database(Xapian::Database(part));
    }
    return 0;
  });
  phases.Run(merging, [&] {
    parts.compact((folder / "merged").string(), Xapian::DBCOMPACT_NO_RENUMBER);
    return 0;
  });
}

void PrintPhases(const Corpus& corpus, const fs::path& scratch) {
  constexpr std::size_t kMost = 2000;
  Phases phases;
  std::uint64_t bytes = 0;
  std::vector<AnalysedDocument> documents;
  Walk walk(
      [&](RawDocument raw) {
        bytes += raw.bytes.size();
        documents.push_back(AnalyseInPhases(std::move(raw), phases));
        return documents.size() < kMost;
      },
      [](const std::string&, const std::string&) {});
  walk.Run({corpus.folder, corpus.folder});
  WriteInPhases("5 writing the articles", "6 merging the articles", documents, scratch / "articles", phases,
                [](Xapian::WritableDatabase& database, AnalysedDocument& document, Xapian::docid docid) {
                  database.replace_document(docid, document.entry);
                });
  Xapian::docid next = 1;
  WriteInPhases("7 writing the facts", "8 merging the facts", documents, scratch / "facts", phases,
                [&next](Xapian::WritableDatabase& database, AnalysedDocument& document, Xapian::docid) {
                  for (const Xapian::Document& fact : document.facts) database.replace_document(next++, fact);
                });
  std::printf("timso's phases, the first %zu documents:\n", documents.size());
  phases.Print(static_cast<double>(bytes) / 1e6);
}

void PrintTables(const Corpus& corpus, const fs::path& index) {
  std::printf("timso's index by file:\n");
  for (const std::string& file : FilesOf(index)) {
    const auto size = static_cast<double>(fs::file_size(file));
    if (size < 1e4) continue;
    std::printf("  %-32s %8.2f MB %6.2f x text\n", fs::path(file).lexically_relative(index).c_str(), size / 1e6,
                size / static_cast<double>(corpus.bytes));
  }
}

int Main(int argc, char** argv) {
  const TempFolder scratch;
  const std::size_t most = argc > 2 ? std::stoul(argv[2]) : SIZE_MAX;
  const bool phases_only = argc > 3 && std::string_view(argv[3]) == "phases";
  const Corpus corpus = WriteCorpus(argv[1], most, scratch / "corpus");
  std::printf("%zu documents, %.1f MB of text\n", corpus.documents, static_cast<double>(corpus.bytes) / 1e6);
  if (!phases_only) {
    Compare(corpus, scratch.path());
    PrintTables(corpus, scratch / "timso");
  }
  PrintPhases(corpus, scratch.path());
  return 0;
}

}  // namespace
}  // namespace timso

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_index ARTICLES.jsonl[.gz|.zst] [HOW_MANY [phases]]\n";
    return 2;
  }
  try {
    return timso::Main(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "bench_index: " << error.what() << '\n';
    return 2;
  }
}
