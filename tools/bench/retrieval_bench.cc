// Ranking measured: XQuAD-vi passages with questions as they are, without marks, in NFD and in the other tone
// placement; MDS's documents among thousands of others, beside bare Xapian and SQLite FTS5 on the same work.
//
// usage: retrieval_bench RETRIEVAL_FOLDER [OTHER_DOCUMENTS.jsonl.zst [HOW_MANY [KEPT]]]
// With KEPT, a folder, the indexes stay there and are used again, and no others are measured: to try out weights.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

#include "analyzers/text/syllable.h"
#include "indexer/index_writer.h"
#include "indexer/readers/input.h"
#include "indexer/readers/walk.h"
#include "searcher/searcher.h"
#include "tools/bench/peers.h"

namespace timso {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Topic {
  std::string question;
  std::set<std::string> relevant;
};
struct Collection {
  std::vector<BenchDocument> documents;
  std::vector<Topic> topics;
};

std::vector<std::string> Columns(const std::string& line, char separator = '\t') {
  std::vector<std::string> columns;
  std::stringstream stream(line);
  for (std::string column; std::getline(stream, column, separator);) columns.push_back(column);
  return columns;
}

template <typename Visit>
void EachLine(const fs::path& path, Visit visit) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("can't read " + path.string());
  for (std::string line; std::getline(file, line);) visit(line);
}

Collection ReadXquad(const fs::path& folder) {
  Collection xquad;
  EachLine(folder / "xquad_vi_passages.tsv", [&](const std::string& line) {
    const std::vector<std::string> columns = Columns(line);
    if (columns.size() > 2) xquad.documents.push_back({columns[0], "", columns[2]});
  });
  EachLine(folder / "xquad_vi_queries_dev.tsv", [&](const std::string& line) {
    const std::vector<std::string> columns = Columns(line);
    if (columns.size() > 2) xquad.topics.push_back({columns[2], {columns[1]}});
  });
  return xquad;
}

void AddJsonLines(const fs::path& path, std::size_t most, std::vector<BenchDocument>& documents) {
  const auto on_document = [&](RawDocument raw) {
    const Document document = ParseDocument(std::move(raw));
    documents.push_back({document.id, document.title, document.text});
    return documents.size() < most;
  };
  Walk walk(on_document,
            [](const std::string& name, const std::string& what) { std::cerr << name << ": " << what << '\n'; });
  walk.Run({path, path.parent_path()});
}

Collection ReadMds(const fs::path& folder, const fs::path& others, std::size_t most) {
  Collection mds;
  AddJsonLines(folder / "mds_docs.jsonl", most, mds.documents);
  if (!others.empty()) AddJsonLines(others, most, mds.documents);
  EachLine(folder / "mds_queries_dev.tsv", [&](const std::string& line) {
    const std::vector<std::string> columns = Columns(line);
    if (columns.size() < 3) return;
    const std::vector<std::string> ids = Columns(columns[2], ',');
    mds.topics.push_back({columns[1], {ids.begin(), ids.end()}});
  });
  return mds;
}

// ---- the forms that a question is typed in

std::string Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  normalizer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

// hòa → hoà, thúy → thuý, at the end of syllables.
std::string OtherTonePlacement(std::string text) {
  static const std::pair<const char*, const char*> kPairs[] = {
      {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"}, {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"},
      {"õe", "oẽ"}, {"ọe", "oẹ"}, {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
  const auto letter = [&](std::size_t at) {
    return at < text.size() && ((text[at] & 0x80) != 0 || std::isalpha(static_cast<unsigned char>(text[at])) != 0);
  };
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      if (letter(at + from.size())) {
        at += from.size() - to.size();
      } else {
        text.replace(at, from.size(), to);
      }
    }
  };
  const bool is_new = std::any_of(std::begin(kPairs), std::end(kPairs),
                                  [&](const auto& pair) { return text.find(pair.second) != std::string::npos; });
  for (const auto& [older, newer] : kPairs) is_new ? replace(newer, older) : replace(older, newer);
  return text;
}

// ---- the measures

using Ranking = std::vector<std::string>;

double ReciprocalRank(const Ranking& ranking, const std::set<std::string>& relevant) {
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (relevant.count(ranking[i]) > 0) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double Ndcg(const Ranking& ranking, const std::set<std::string>& relevant) {
  double gain = 0;
  double ideal = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const double discount = 1.0 / std::log2(static_cast<double>(i) + 2);
    if (i < ranking.size() && relevant.count(ranking[i]) > 0) gain += discount;
    if (i < relevant.size()) ideal += discount;
  }
  return ideal > 0 ? gain / ideal : 0;
}

double Milliseconds(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

struct Score {
  double mrr = 0;
  double ndcg = 0;
  double p50 = 0;
};

template <typename Search, typename Form>
Score Measure(const std::vector<Topic>& topics, Form form, Search search) {
  Score score;
  std::vector<double> times;
  for (const Topic& topic : topics) {
    const std::string question = form(topic.question);
    const auto start = Clock::now();
    const Ranking ranking = search(question);
    times.push_back(Milliseconds(Clock::now() - start));
    score.mrr += ReciprocalRank(ranking, topic.relevant) / static_cast<double>(topics.size());
    score.ndcg += Ndcg(ranking, topic.relevant) / static_cast<double>(topics.size());
  }
  std::sort(times.begin(), times.end());
  score.p50 = times.empty() ? 0 : times[times.size() / 2];
  return score;
}

// ---- timso itself

std::uintmax_t BytesBelow(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    bytes += entry.is_regular_file() ? entry.file_size() : 0;
  return bytes;
}

void Index(const fs::path& index, const std::vector<BenchDocument>& documents) {
  IndexWriter writer(index);
  BulkLoader loader(writer.PartsFolder(), 1, documents.size(), 1);
  for (const BenchDocument& given : documents) {
    Document document;
    document.id = given.id;
    document.title = given.title;
    document.text = given.text;
    std::size_t body = 0;
    if (!given.title.empty() && document.text.compare(0, given.title.size(), given.title) == 0) {
      body = given.title.size();
      document.blocks.push_back({0, body, BlockKind::kTitle});
    }
    document.blocks.push_back({body, document.text.size(), BlockKind::kBody});
    loader.Add(Analyse(document, 0));
  }
  writer.Merge(loader);
}

Ranking SearchTimso(Searcher& searcher, const std::string& question, bool snippets) {
  SearchOptions options;
  options.in = Answer::kDocuments;
  options.limit = 10;
  options.snippets = snippets;
  options.document_facts = false;
  options.correct = false;
  Ranking ranking;
  for (const DocumentHit& hit : searcher.Search(question, options).documents) ranking.push_back(hit.document.id);
  return ranking;
}

void PrintForms(Searcher& searcher, const std::vector<Topic>& topics) {
  const std::pair<const char*, std::string (*)(std::string)> forms[] = {
      {"as is", [](std::string text) { return text; }},
      {"without marks", [](std::string text) { return StripMarks(text); }},
      {"NFD", [](std::string text) { return Decomposed(text); }},
      {"other tones", OtherTonePlacement}};
  for (const auto& [name, form] : forms) {
    const Score score =
        Measure(topics, form, [&](const std::string& question) { return SearchTimso(searcher, question, true); });
    std::cout << "  " << std::left << std::setw(16) << name << "MRR@10 " << score.mrr << "   nDCG@10 " << score.ndcg
              << "   p50 " << score.p50 << " ms\n";
  }
}

std::uintmax_t TextBytes(const std::vector<BenchDocument>& documents) {
  std::uintmax_t bytes = 0;
  for (const BenchDocument& document : documents) bytes += document.text.size();
  return bytes;
}

void PrintSize(const char* name, const fs::path& path, std::uintmax_t text) {
  std::cout << "  " << std::left << std::setw(16) << name << "index " << static_cast<double>(BytesBelow(path)) / 1e6
            << " MB for " << static_cast<double>(text) / 1e6 << " MB of text\n";
}

void PrintPeer(Peer& peer, const std::vector<Topic>& topics) {
  const Score score = Measure(
      topics, [](const std::string& q) { return q; },
      [&](const std::string& question) { return peer.Search(question); });
  std::cout << "  " << std::left << std::setw(16) << peer.Name() << "MRR@10 " << score.mrr << "   nDCG@10 "
            << score.ndcg << "   p50 " << score.p50 << " ms\n";
}

void Run(const Collection& collection, const fs::path& scratch, bool peers) {
  const fs::path index = scratch / "timso";
  const auto start = Clock::now();
  if (!fs::exists(index / "CURRENT")) Index(index, collection.documents);
  std::cout << collection.documents.size() << " documents, " << collection.topics.size() << " questions; indexed in "
            << Milliseconds(Clock::now() - start) / 1000 << " s\n";
  PrintSize("timso", index, TextBytes(collection.documents));
  Searcher searcher(index);
  PrintForms(searcher, collection.topics);
  const Score bare = Measure(
      collection.topics, [](const std::string& q) { return q; },
      [&](const std::string& question) { return SearchTimso(searcher, question, false); });
  std::cout << "  without snippets p50 " << bare.p50 << " ms\n";
  if (!peers) return;
  for (const auto& peer : Peers(collection.documents, scratch)) PrintPeer(*peer, collection.topics);
}

int Main(const std::vector<std::string>& arguments) {
  const bool kept = arguments.size() > 3;
  const fs::path scratch =
      kept ? fs::path(arguments[3]) : fs::temp_directory_path() / ("timso_bench_" + std::to_string(::getpid()));
  std::cout << std::setprecision(4);
  std::cout << "XQuAD-vi: ";
  Run(ReadXquad(arguments[0]), scratch / "xquad", !kept);
  const std::size_t most = arguments.size() > 2 ? std::stoul(arguments[2]) : 20000;
  std::cout << "MDS: ";
  Run(ReadMds(arguments[0], arguments.size() > 1 ? arguments[1] : "", most), scratch / "mds", !kept);
  if (!kept) fs::remove_all(scratch);
  return 0;
}

}  // namespace
}  // namespace timso

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: retrieval_bench RETRIEVAL_FOLDER [OTHER_DOCUMENTS.jsonl.zst [HOW_MANY [KEPT]]]\n";
    return 2;
  }
  try {
    return timso::Main({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "retrieval_bench: " << error.what() << '\n';
    return 2;
  }
}
