#include "tools/train_reading/annotations.h"

#include <cstdint>
#include <cstdio>
#include <map>
#include <stdexcept>

#include "analyzers/data/table.h"
#include "tools/train_reading/news_texts.h"

namespace timso::training {
namespace {

namespace fs = std::filesystem;

Annotation AnnotationOf(const Columns& columns) {
  constexpr std::size_t kAll = 11;
  if (columns.size() < 4 || (columns[3] != "N" && columns.size() != kAll))
    throw std::runtime_error("an annotation of " + std::to_string(columns.size()) + " columns");
  Annotation a;
  a.begin = std::stoul(columns[1]);
  a.end = std::stoul(columns[2]);
  a.kind = columns[3];
  if (a.kind == "N") return a;
  a.relation = columns[4];
  a.subject = columns[5];
  a.level = columns[6];
  a.measure = columns[7];
  a.words = columns[8];
  a.must = columns[9];
  a.period = columns[10];
  return a;
}

// "kind,period"; "-" is none.
std::vector<std::string> NamesIn(const std::string& column) {
  if (column == "-") return {};
  const std::vector<std::string_view> names = SplitField(column, ',');
  return {names.begin(), names.end()};
}

ShownFact ShownOf(const Columns& columns) {
  if (columns.size() != 12) throw std::runtime_error("a shown fact of " + std::to_string(columns.size()) + " columns");
  ShownFact shown;
  shown.begin = std::stoul(columns[1]);
  shown.end = std::stoul(columns[2]);
  shown.wrong = NamesIn(columns[3]);
  shown.missing = NamesIn(columns[4]);
  shown.kind = columns[5];
  shown.relation = columns[6];
  shown.subject = columns[7];
  shown.level = columns[8];
  shown.measure = columns[9];
  shown.words = columns[10];
  shown.period = columns[11];
  return shown;
}

// By the hash of their sentence.
template <typename Row>
std::map<std::string, std::vector<Row>> ReadRows(const fs::path& path, Row (*row_of)(const Columns&)) {
  std::map<std::string, std::vector<Row>> rows;
  if (!fs::exists(path)) return rows;
  for (const Columns& columns : ReadTable(path)) {
    if (columns.front() != "sentence") rows[columns.front()].push_back(row_of(columns));
  }
  return rows;
}

}  // namespace

std::string SentenceHash(std::string_view sentence) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : sentence) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

std::vector<AnnotatedSentence> ReadNews(const fs::path& corpus_news, const fs::path& news) {
  auto shown = ReadRows<ShownFact>(corpus_news / "shown_facts.tsv", ShownOf);
  std::vector<AnnotatedSentence> all;
  const auto add = [&](const char* table, const std::vector<std::string>& texts, bool of_article) {
    auto numbers = ReadRows<Annotation>(corpus_news / table, AnnotationOf);
    for (const std::string& text : texts) {
      const std::string hash = SentenceHash(text);
      // A sentence stands in several articles: what is told of it is taken out.
      auto annotated = numbers.extract(hash);
      auto seen = shown.extract(hash);
      if (annotated.empty() && seen.empty()) continue;
      all.push_back({text, of_article, annotated.empty() ? std::vector<Annotation>() : std::move(annotated.mapped()),
                     seen.empty() ? std::vector<ShownFact>() : std::move(seen.mapped())});
    }
  };
  add("readings.tsv", TextsOfTable(news / "stat_sentences_dev.tsv"), false);
  add("article_readings.tsv", TextsOfArticles(corpus_news / "article_sentences.tsv", news), true);
  return all;
}

}  // namespace timso::training
