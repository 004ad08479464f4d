// The formats: what each reader makes of its bytes.
#include "indexer/readers/html_shape.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/parse.h"
#include "tests/catch.h"

using namespace timso;

namespace {

Document Parsed(Format format, std::string bytes) {
  RawDocument raw;
  raw.format = format;
  raw.bytes = std::move(bytes);
  raw.id = "given/id";
  return ParseDocument(std::move(raw));
}

std::string Of(const Document& document, BlockKind kind) {
  std::string all;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) all += "[" + document.text.substr(block.begin, block.end - block.begin) + "]";
  }
  return all;
}

std::string Failure(Format format, std::string bytes) {
  try {
    Parsed(format, std::move(bytes));
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("formats by the file's name") {
  CHECK(FormatOf("a.txt") == Format::kText);
  CHECK(FormatOf("a.TXT.GZ") == Format::kText);
  CHECK(FormatOf("a.md") == Format::kMarkdown);
  CHECK(FormatOf("a.htm.zst") == Format::kHtml);
  CHECK(FormatOf("a.jsonl.zst") == Format::kJson);
  CHECK_FALSE(FormatOf("a.pdf"));
  CHECK_FALSE(FormatOf("txt"));
  CHECK_FALSE(FormatOf("a.gz"));
}

TEST_CASE("JSON: known fields in their several names, unknown ones kept") {
  const Document document = Parsed(Format::kJson, R"({"id": 12, "title": "Tiêu đề bài", "sapo": "Lời dẫn.",
      "body": "Đoạn một.\nĐoạn hai.", "date": "20200131", "url": "https://www.bao.vn/a/b?c", "author": "Lê An",
      "tags": ["x"], "views": 5})");
  CHECK(document.id == "12");
  CHECK(document.title == "Tiêu đề bài");
  CHECK(document.text == "Tiêu đề bài\n\nLời dẫn.\n\nĐoạn một.\nĐoạn hai.");
  CHECK(document.date == "2020-01-31");
  CHECK(document.source == "bao.vn");
  CHECK(document.author == "Lê An");
  CHECK(document.extra.at("tags") == "[\"x\"]");
  CHECK(document.extra.at("views") == "5");
  CHECK(document.extra.at("url") == "\"https://www.bao.vn/a/b?c\"");
  CHECK(Of(document, BlockKind::kTitle) == "[Tiêu đề bài]");
  const Document other =
      Parsed(Format::kJson, R"({"headline": "Tựa", "lead": "Dẫn", "text": "Thân", "source": "Báo"})");
  CHECK(other.id == "given/id");
  CHECK(other.text == "Tựa\n\nDẫn\n\nThân");
  CHECK(other.source == "Báo");
  CHECK(Parsed(Format::kJson, R"({"content": ["Một", "Hai"]})").text == "Một\nHai");
}

TEST_CASE("what is no document says why") {
  CHECK(Failure(Format::kText, "") == "is empty");
  CHECK(Failure(Format::kText, " \n\t ") == "is empty");
  CHECK(Failure(Format::kText, std::string("\x7f"
                                           "ELF\0\0\0\0\0\0\0\0",
                                           12)) == "is a binary file, not text");
  CHECK(Failure(Format::kHtml, "<script>x</script>") == "has no text in it");
  CHECK(Failure(Format::kJson, "{\"a\": ").starts_with("is malformed JSON ("));
  CHECK(Failure(Format::kJson, "[]") == "is no JSON object");
  CHECK(Failure(Format::kJson, "{\"id\": \"x\"}") == "has no title and no body");
  CHECK(Failure(Format::kJson, "{\"a\":" + std::string(5000, '[')) == "is nested too deeply to be a document");
}

TEST_CASE("Markdown: front matter and the first heading") {
  const Document document = Parsed(Format::kMarkdown,
                                   "---\ntitle: \"Báo cáo năm\"\ndate: 2022-01-05\nauthor: Lê An\n---\n\n# Báo cáo năm "
                                   "2021\n\nKết nạp 12 đảng viên mới trong năm 2021.\n");
  CHECK(document.title == "Báo cáo năm");
  CHECK(document.date == "2022-01-05");
  CHECK(document.author == "Lê An");
  CHECK(Of(document, BlockKind::kTitle) == "[Báo cáo năm 2021]");
  CHECK(Of(document, BlockKind::kBody) == "[Kết nạp 12 đảng viên mới trong năm 2021.]");
}

TEST_CASE("HTML: the article by a real parser; menus, captions and what stands outside it apart") {
  const Document document =
      Parsed(Format::kHtml, R"(<!doctype html><html><head><title>Huyện A kết nạp 120 đảng viên | Báo X</title>
<meta property="og:site_name" content="Báo X"><meta property="article:published_time" content="2023-05-31T07:00:00+07:00">
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Lê Hương"}}</script></head>
<body><nav><a href=1>Trang chủ</a></nav><h1>BÁO X</h1><div><ul><li><a href=q>Chính trị</a></li><li><a>Kinh tế</a></li></ul></div>
<article><h1>Huyện A kết nạp <b>120</b> đảng viên</h1><p>Năm 2023, Đảng bộ huyện A kết nạp
120 đảng viên, đạt&nbsp;104% kế hoạch &amp; chỉ tiêu.</p><figure><img><figcaption>Lễ kết nạp 12 đảng viên</figcaption></figure>
<p>Dòng một<br>Dòng hai</p><table><tr><th>Xã</th><th>Số</th></tr><tr><td>Bắc</td><td>12</td></tr></table>
<p style="display:none">Ẩn</p></article><div>Lượt xem: 4945</div><h3>Tin liên quan</h3><p><a href=z>Huyện B kết nạp 99</a></p></body></html>)");
  CHECK(document.title == "Huyện A kết nạp 120 đảng viên");
  CHECK(document.date == "2023-05-31");
  CHECK(document.source == "Báo X");
  CHECK(document.author == "Lê Hương");
  CHECK(Of(document, BlockKind::kTitle) == "[Huyện A kết nạp 120 đảng viên]");
  CHECK(Of(document, BlockKind::kCaption) == "[Lễ kết nạp 12 đảng viên]");
  const std::string body = Of(document, BlockKind::kBody);
  CHECK(body.find("kết nạp 120 đảng viên, đạt\u00A0"
                  "104% kế hoạch & chỉ tiêu.") != std::string::npos);
  CHECK(body.find("Dòng một\nDòng hai") != std::string::npos);
  CHECK(body.find("Xã | Số") != std::string::npos);
  CHECK(body.find("Bắc | 12") != std::string::npos);
  for (const char* outside : {"4945", "Huyện B", "Chính trị", "BÁO X", "Trang chủ", "Ẩn"}) {
    INFO(outside);
    CHECK(body.find(outside) == std::string::npos);
  }
}

TEST_CASE("HTML nested too deeply for the parser still gives its text") {
  std::string html;
  for (int i = 0; i < 50000; ++i) html += "<div>";
  const HtmlPage page = ReadHtml(html + "Kết nạp 12 <b>đảng</b> viên");
  CHECK(page.text == "Kết nạp 12\nđảng\nviên\n");
}

TEST_CASE("other encodings are converted and remembered") {
  const Document utf16 = Parsed(Format::kText, std::string("\xFF\xFE"
                                                           "M\0\xD9\x1E"
                                                           "t\0 \0b\0\xE0\0i\0",
                                                           16));
  CHECK(utf16.text == "Một bài");
  CHECK(utf16.extra.at("encoding") == "\"UTF-16\"");
  std::string warning;
  RawDocument raw;
  raw.bytes = "Một bài \xFF\xFE\xFD về đảng viên mới kết nạp";
  const Document broken = ParseDocument(raw, &warning);
  CHECK(warning.starts_with("is in no known encoding; "));
  CHECK(broken.text.find("�") != std::string::npos);
}

namespace {

std::string Times(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Attributes keep the parser from taking them for one.
std::string Numbered(const std::string& begin, const std::string& end, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += begin + std::to_string(i) + end;
  return all;
}

}  // namespace

TEST_CASE("how deep and large a page's tree is, whatever its end tags") {
  CHECK(ShapeOfHtml("").depth == 0);
  CHECK(ShapeOfHtml("<html><body><div><p>a<p>b<br><img src=x></div>").depth == 4);
  CHECK(ShapeOfHtml("<ul>" + Times("<li>a", 100) + "</ul>").depth == 2);
  CHECK(ShapeOfHtml("<table>" + Times("<tr><td>a</td></tr>", 100) + "</table>").depth == 3);
  CHECK(ShapeOfHtml(Times("<div></div>", 100)).depth == 1);
  for (const char* piece : {"<div>", "<div></x>", "<div><p></p>", "<b><div></b>", "<div><table><tr><td></div>"}) {
    CHECK(ShapeOfHtml(Times(piece, 1000)).depth >= 1000);
  }
  CHECK(ShapeOfHtml(Numbered("<p><b id=", "></p>", 1000)).nodes >= 500 * 1000);
  CHECK(ShapeOfHtml(Times("<p><b>a</b></p>", 1000)).nodes == 2000);
}

TEST_CASE("a page that would become too large a tree is read without one") {
  for (const std::string& page : {Times("<div></x>", 200000), Times("<div><p></p>", 100000),
                                  Times("<b><div></b>", 100000), Times("<div><table><tr><td></div>", 50000),
                                  Numbered("<p><b id=", "></p>", 20000), Numbered("<b id=", "><p>", 20000)}) {
    const Document document = Parsed(Format::kHtml, page + "Kết nạp 12 đảng viên");
    CHECK(document.text.find("Kết nạp 12 đảng viên") != std::string::npos);
  }
}
