// bench_facts FILE.jsonl…: processor time of analysis and extraction, in MB a second, beside bare Xapian with positions
// on the same bodies. A line is an article with `title`, `body` and, if known, `date`.
#include <xapian.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "analyzers/words/analyzed_text.h"

namespace {

struct Article {
  std::string text;
  std::size_t title_end = 0;
  std::string date;
};

std::vector<Article> ReadArticles(const char* path) {
  std::vector<Article> articles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) continue;
    Article article;
    article.text = json.value("title", "");
    article.title_end = article.text.size();
    article.text += "\n\n" + json.value("body", "");
    article.date = json.value("date", "");
    articles.push_back(std::move(article));
  }
  return articles;
}

// Runs the work on every article and prints its speed; the work returns a number that depends on all it did.
template <typename Work>
void Measure(const char* name, const std::vector<Article>& articles, Work work) {
  std::size_t bytes = 0;
  std::size_t result = 0;
  const std::clock_t begin = std::clock();
  for (const Article& article : articles) {
    bytes += article.text.size();
    result += work(article);
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("%-24s %8.2f CPU s %8.2f MB/s   (%zu)\n", name, seconds, static_cast<double>(bytes) / 1e6 / seconds,
              result);
}

std::size_t CountFacts(const Article& article) {
  timso::ArticleView view;
  view.text = article.text;
  view.blocks = {{0, article.title_end, timso::BlockKind::kTitle},
                 {article.title_end, article.text.size(), timso::BlockKind::kBody}};
  view.date = article.date;
  return timso::ExtractFacts(view).size();
}

// What Xapian alone needs to index the same text with positions, the last commit included.
void MeasureXapian(const std::vector<Article>& articles) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "timso_bench_facts";
  std::filesystem::remove_all(folder);
  {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    std::size_t left = articles.size();
    Measure("bare Xapian", articles, [&](const Article& article) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(article.text);
      database.add_document(document);
      if (--left == 0) database.commit();
      return static_cast<std::size_t>(document.termlist_count());
    });
  }
  std::filesystem::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_facts FILE.jsonl...\n");
    return 2;
  }
  for (int i = 1; i < argc; ++i) {
    const std::vector<Article> articles = ReadArticles(argv[i]);
    std::printf("%s: %zu articles\n", argv[i], articles.size());
    if (articles.empty()) return 2;
    timso::Lexicon::Get(timso::Lexicon::Form::kExact);
    Measure("Analyze", articles, [](const Article& article) { return timso::Analyze(article.text).mentions.size(); });
    Measure("ExtractFacts", articles, CountFacts);
    MeasureXapian(articles);
  }
  return 0;
}
