// bench_text FILE: how fast the text room reads a file, in MB a second of processor time, the best of several
// runs; so a busy machine changes little.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/sentences.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"

namespace {

constexpr int kRuns = 5;

// Runs the work and prints its speed; the work returns a number that depends on all it did, so that none is left out.
template <typename Work>
void Measure(const char* name, std::size_t bytes, Work work) {
  double best = 1e9;
  std::size_t result = 0;
  for (int run = 0; run < kRuns; ++run) {
    const std::clock_t begin = std::clock();
    result = work();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::printf("%-22s %8.1f MB/s   (%zu)\n", name, static_cast<double>(bytes) / 1e6 / std::max(best, 1e-9), result);
}

std::string ReadFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The text in pieces of about an article's size, cut at line ends.
std::vector<std::string> Articles(const std::string& text) {
  constexpr std::size_t kArticle = 4096;
  std::vector<std::string> articles;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin + kArticle);
    end = end == std::string::npos ? text.size() : end + 1;
    articles.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return articles;
}

// Marks apart from their letters, as macOS and some editors write it.
std::string Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfd->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  return out;
}

std::size_t NormalizeAll(const std::vector<std::string>& articles) {
  std::size_t sum = 0;
  for (const std::string& article : articles) sum += timso::Normalize(article).text.size();
  return sum;
}

template <typename Append>
std::size_t AllKeys(const std::string& text, const std::vector<timso::Token>& tokens, Append append) {
  std::string buffer;
  std::size_t sum = 0;
  for (const timso::Token& token : tokens) {
    if (token.kind == timso::TokenKind::kPunctuation || token.kind == timso::TokenKind::kLineBreak) continue;
    buffer.clear();
    append(timso::Surface(text, token), buffer);
    sum += buffer.size();
  }
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_text FILE\n");
    return 2;
  }
  const std::string source = ReadFile(argv[1]);
  if (source.empty()) {
    std::fprintf(stderr, "bench_text: %s is empty or cannot be read\n", argv[1]);
    return 2;
  }
  const std::string text = timso::Normalize(source).text;
  const std::vector<std::string> articles = Articles(text);
  const std::string decomposed = Decomposed(text);
  const std::vector<std::string> decomposed_articles = Articles(decomposed);
  const std::size_t size = text.size();
  const std::vector<timso::Token> tokens = timso::Tokenize(text);
  std::printf("%s: %zu bytes, %zu tokens\n", argv[1], size, tokens.size());
  Measure("IsNormal", size,
          [&] { return static_cast<std::size_t>(std::count_if(articles.begin(), articles.end(), timso::IsNormal)); });
  Measure("Normalize, normal", size, [&] { return NormalizeAll(articles); });
  Measure("Normalize, decomposed", decomposed.size(), [&] { return NormalizeAll(decomposed_articles); });
  Measure("Tokenize", size, [&] { return timso::Tokenize(text).size(); });
  Measure("SplitSentences", size, [&] { return timso::SplitSentences(text, tokens).size(); });
  Measure("AppendSyllableKey", size, [&] { return AllKeys(text, tokens, timso::AppendSyllableKey); });
  Measure("AppendFoldedKey", size, [&] { return AllKeys(text, tokens, timso::AppendFoldedKey); });
  return 0;
}
