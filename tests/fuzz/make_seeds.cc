// make_seeds FOLDER: writes seeds for the fuzz targets of the readers, FOLDER/html/*.html and FOLDER/jsonl/*.jsonl,
// made of made-up articles in pages and records of many shapes.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace {

using namespace timso;
namespace fs = std::filesystem;

const std::vector<std::string> kHeads = {
    "",
    "<title>Tin | Báo</title><meta name=author content=\"Lê An\"><meta property=\"article:published_time\" "
    "content=\"2023-05-31T07:00:00+07:00\">",
    "<meta property='og:title' content='Kết nạp đảng viên'><meta property='og:site_name' content='Báo A'>"
    "<link rel=canonical href=//bao.vn/a>",
    "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": "
    "\"2022-01-02\", \"author\": [{\"name\": \"A\"}], \"publisher\": {\"name\": \"B\"}}</script>",
    "<style>p{color:red}</style><base href=x><meta charset=utf-8>"};
const std::vector<std::string> kFrames = {
    "<body>@</body>",
    "<body><nav><ul><li><a href=/>Trang chủ</a></ul></nav><article><h1>Tiêu đề</h1><time "
    "datetime=2023-09-14>14/9</time>@<figure><img src=a><figcaption>Ảnh: B</figcaption></figure></article>"
    "<footer>Lượt xem: 12</footer>",
    "<div class=a><table><tr><th>Huyện<th>Kết quả<tr><td>Vị Xuyên<td>106,9%</table><p>@<br>Tác giả: N.M</div>",
    "<main><div style='display: none'>ẩn</div><p hidden>ẩn<p>@</main><aside>Tin khác</aside><!-- <p> -->",
    "<p><b>@<i></b>lẫn</i><svg><title>t</title></svg><math><mi>x</mi></math><![CDATA[c]]>&amp;&nbsp;&#273;&#x111;"};
const std::vector<std::string> kRecords = {
    "{\"title\": \"Tiêu đề\", \"text\": \"Năm 2023 kết nạp 12 đảng viên.\"}",
    "{\"id\": 7, \"headline\": \"A\", \"content\": [\"Một\", \"Hai 5,5%\"], \"published\": \"14/09/2023\", \"tags\": "
    "[1, "
    "{\"a\": null}]}",
    "{\"_id\": \"x\\u0000y\", \"summary\": \"S\", \"body\": \"\\ud83d\\ude00 \\\\ \\\" \\n\", \"url\": "
    "\"https://www.bao.vn/a?b\", \"author\": \"Lê An\", \"views\": 1e9}",
    "{\"sapo\": \"Dẫn\", \"lead\": \"\", \"body\": \"Thứ ba, 12/09/2023 | 07:59\\n\\nTin.\\n\\nÝ kiến bạn đọc (3)\", "
    "\"date\": \"20230912\", \"source\": \"Báo\"}",
    "[1, 2]",
    "{\"a\": [[[[[[[[]]]]]]]]",
    "\r",
    ""};

void WritePages(const fs::path& folder) {
  int number = 0;
  for (const std::string& head : kHeads) {
    for (std::string frame : kFrames) {
      frame.replace(frame.find('@'), 1, MakeArticle(number));
      WriteFile(folder / ("page-" + std::to_string(number++) + ".html"), "<!DOCTYPE html><html><head>" + head + frame);
    }
  }
}

void WriteRecords(const fs::path& folder) {
  for (std::size_t i = 0; i < kRecords.size(); ++i) {
    const std::string article = MakeJsonArticle(static_cast<int>(i));
    WriteFile(folder / ("records-" + std::to_string(i) + ".jsonl"),
              kRecords[i] + "\n" + article + "\n" + kRecords[(i + 3) % kRecords.size()]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: make_seeds FOLDER\n");
    return 2;
  }
  WritePages(fs::path(argv[1]) / "html");
  WriteRecords(fs::path(argv[1]) / "jsonl");
  return 0;
}
