#include "analyzers/text/normalizer.h"

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "analyzers/text/sentences.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "tests/analyzers/text/text_checks.h"
#include "tests/catch.h"

using timso::IsNormal;
using timso::Normalize;
using timso::NormalizedText;

namespace {

// The author's bytes of the first place where the normalized text reads `wanted`.
std::string SourceOf(const std::string& source, const std::string& wanted) {
  const NormalizedText normalized = Normalize(source);
  const std::size_t at = normalized.text.find(wanted);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = normalized.offsets.ToSource(at);
  const std::size_t end = normalized.offsets.ToSourceEnd(at + wanted.size());
  CHECK(normalized.offsets.ToNormalized(begin) == at);
  return source.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("normalizing gives one form of what looks alike") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a\u0300", "à"},
      {"e\u0302\u0323", "ệ"},
      {"e\u0323\u0302", "ệ"},
      {"a\u0301\u0302", "ấ"},
      {"á\u0302", "ấ"},
      {"ô\u0309", "ổ"},
      {"U\u031B\u0300", "Ừ"},
      {"\u00D0 \u00F0 \u0189 \u0256", "Đ đ Đ đ"},
      {"\uFF11\uFF0C\uFF15 \uFF21", "1,5 A"},
      {"a\u00A0b\u2009c\u3000d", "a b c d"},
      {"a\u200Bb\u00ADc\uFEFFd\u2060e", "abcde"},
      {"a\u200B\u0301", "á"},
      {"tự\u2011do\u2010x", "tự-do-x"},
      {"a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"},
      {"\r\r\n\r", "\n\n\n"},
      {"\u212B\u2126", "ÅΩ"},
      {"\u1100\u1161\u11A8", "각"},
      {"\xFF", "\uFFFD"},
      {"a\xE1\xBAz", "a\uFFFDz"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xC3", "\uFFFD"},
      {"x\u0301", "x\u0301"},
      {"\u0301", "\u0301"},
      {"😀 “Đ” – …", "😀 “Đ” – …"},
      {std::string("a\0b", 3), std::string("a\0b", 3)},
      {"", ""},
  };
  for (const auto& [source, normal] : rows) {
    INFO(source);
    CHECK(Normalize(source).text == normal);
    CHECK(Normalize(normal).text == normal);
    if (source != normal) CHECK_FALSE(IsNormal(source));
    CHECK(timso::BrokenRule(source).empty());
  }
}

TEST_CASE("ordinary text is known to be normal") {
  CHECK(IsNormal("Năm 2023, Đảng bộ huyện kết nạp 1.481 đảng viên – đạt “106,93%”…\n"));
  CHECK(IsNormal("漢字, кириллица, 각, 😀"));
  CHECK(Normalize("Đảng").offsets.IsIdentity());
  CHECK(Normalize("\u00D0ảng").offsets.IsIdentity());  // of the same length: nothing to remember
}

TEST_CASE("the map returns the author's bytes") {
  // What was dropped before and after belongs to neither word; what was dropped inside belongs to the word.
  CHECK(SourceOf("x \u200Bđa\u0309ng\u200B y", "đảng") == "đa\u0309ng");
  CHECK(SourceOf("đả\u00ADng viên", "đảng") == "đả\u00ADng");
  CHECK(SourceOf("đảng\u200B\u200B\u200B viên", "viên") == "viên");
  CHECK(SourceOf("a\r\nhoa\u0300 b", "hoà") == "hoa\u0300");
  CHECK(SourceOf("a\r\nb", "\n") == "\r\n");
  CHECK(SourceOf("a\rb", "\n") == "\r");
  CHECK(SourceOf("a\u0301\u0302m", "ấm") == "a\u0301\u0302m");
  CHECK(SourceOf("\uFF11\uFF12 xã", "12") == "\uFF11\uFF12");
  CHECK(SourceOf("\uFF11\uFF12 xã", "xã") == "xã");
  CHECK(SourceOf("\u00D0a\u0309ng bộ", "Đảng") == "\u00D0a\u0309ng");
  CHECK(SourceOf("x\xFFy đảng", "đảng") == "đảng");
  CHECK(SourceOf("x\xFFy", "\uFFFD") == "\xFF");
  CHECK(SourceOf("\uFEFFđảng", "đảng") == "đảng");
}

TEST_CASE("an offset inside a rewritten letter goes to the letter's near end") {
  const NormalizedText normalized = Normalize("ba\u0309n");  // b ả(3 bytes) n; in the source a and a mark of two bytes
  REQUIRE(normalized.text == "bản");
  CHECK(normalized.offsets.ToSource(2) == 1);
  CHECK(normalized.offsets.ToSourceEnd(2) == 4);
  CHECK(normalized.offsets.ToNormalized(2) == 1);
  CHECK(normalized.offsets.ToNormalized(4) == 4);
  CHECK(normalized.offsets.ToSourceEnd(normalized.text.size()) == 5);
}

TEST_CASE("threads may read at the same time") {
  const std::string source =
      "TP. Ho\u0302\u0300 Chi\u0301 Minh ke\u0302\u0301t na\u0323p 1.481 ĐV.\r\nTy\u0309 le\u0323\u0302 \uFF15%.";
  const auto read = [&source] {
    const std::string text = Normalize(source).text;
    std::string result;
    const std::vector<timso::Token> tokens = timso::Tokenize(text);
    for (const timso::Token& token : tokens) timso::AppendFoldedKey(timso::Surface(text, token), result);
    return result + std::to_string(timso::SplitSentences(text, tokens).size());
  };
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &read] {
      for (int i = 0; i < 200; ++i) result = read();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == read());
  CHECK(read().ends_with("2"));
}
