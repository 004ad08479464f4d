#include "searcher/snippets.h"

#include "tests/catch.h"

namespace timso {
namespace {

Document Article(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks = {{0, text.size(), BlockKind::kBody}};
  return document;
}

SnippetWords Wanted(std::string_view words) {
  SnippetWords wanted;
  wanted.words = TextWords(words);
  wanted.weights.assign(wanted.words.size(), 1.0);
  return wanted;
}

std::vector<std::string> Marked(const Snippet& snippet) {
  std::vector<std::string> marked;
  for (const Highlight& highlight : snippet.highlights) {
    marked.push_back(snippet.text.substr(highlight.begin, highlight.end - highlight.begin));
  }
  return marked;
}

const std::string kText =
    "Mở đầu nói chuyện khác, dài dòng và không liên quan gì đến điều được hỏi ở đây hôm nay cả.\n"
    "Năm qua, chi bộ kết nạp 16 đảng viên là học sinh xuất sắc của trường. Đó là thay đổi lớn.\n"
    "Cuối bài lại nói về thời tiết, mùa màng, giá cả và những điều không ai hỏi tới bao giờ.";

TEST_CASE("the passage with most of the words is shown, from a sentence's beginning") {
  const Snippet snippet = MakeSnippet(Article(kText), Wanted("đảng viên học sinh"), 120);
  CHECK(snippet.text.find("16 đảng viên là học sinh") != std::string::npos);
  CHECK(kText.substr(snippet.begin, snippet.text.size()) == snippet.text);
  CHECK(Marked(snippet) == std::vector<std::string>{"đảng viên", "học sinh"});
}

TEST_CASE("half of a pair that was found is another word elsewhere") {
  const Snippet snippet =
      MakeSnippet(Article("Đảng bộ xã có 16 đảng viên, nhiều đoàn viên."), Wanted("đảng viên"), 100);
  CHECK(Marked(snippet) == std::vector<std::string>{"đảng viên"});
}

TEST_CASE("words typed without marks are found with any; typed with marks they are theirs") {
  CHECK(Marked(MakeSnippet(Article("Mẹ mua má một con ma."), Wanted("ma"), 100)) ==
        std::vector<std::string>{"má", "ma"});
  CHECK(Marked(MakeSnippet(Article("Mẹ mua má một con ma."), Wanted("má"), 100)) == std::vector<std::string>{"má"});
}

TEST_CASE("highlights are the author's bytes, decomposed or in the other tone placement") {
  const std::string decomposed = "Xa\xCC\x83 Hoa\xCC\x80 Bi\xCC\x80nh ho\xC3\xA0n th\xC3\xA0nh";
  const Snippet snippet = MakeSnippet(Article(decomposed), Wanted("hòa bình"), 100);
  CHECK(Marked(snippet) == std::vector<std::string>{"Hoa\xCC\x80 Bi\xCC\x80nh"});
}

TEST_CASE("without any of the words the body's beginning is shown") {
  const Snippet snippet = MakeSnippet(Article(kText), Wanted("zzz"), 40);
  CHECK(snippet.begin == 0);
  CHECK(snippet.highlights.empty());
  CHECK_FALSE(snippet.text.empty());
}

TEST_CASE("titles and furniture are no passages, empty articles no trouble") {
  Document document = Article("Học sinh\nNội dung khác hẳn.\nHọc sinh: 215");
  document.blocks = {
      {0, 10, BlockKind::kTitle}, {11, 35, BlockKind::kBody}, {36, document.text.size(), BlockKind::kFurniture}};
  CHECK(MakeSnippet(document, Wanted("học sinh"), 100).highlights.empty());
  CHECK(MakeSnippet(Document{}, Wanted("học"), 100).text.empty());
}

}  // namespace
}  // namespace timso
