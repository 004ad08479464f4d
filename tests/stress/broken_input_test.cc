// Forty kinds of broken input: each gets its sentence, nothing else is lost.
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <functional>

#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;

namespace {

std::string Gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string Zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string Noise(std::size_t size) {
  std::string bytes;
  for (unsigned n = 12345; bytes.size() < size; n = n * 1664525u + 1013904223u) bytes += static_cast<char>(n >> 24);
  return bytes;
}

// One kind of broken input in a folder of its own that also holds one good document.
struct Kind {
  const char* name;
  std::function<void(const fs::path& folder)> make;
  const char* sentence;  // stands in stderr; empty: it is read without a word
  int documents;         // indexed, the good one included
  int code;
};

void Write(const fs::path& folder, const char* name, const std::string& text) { WriteFile(folder / name, text); }

const std::string kArticle = MakeArticle(1);
const std::string kLine = MakeJsonArticle(2) + "\n";

const std::vector<Kind>& Kinds() {
  static const std::vector<Kind> kinds = {
      {"an empty file", [](const fs::path& f) { Write(f, "a.txt", ""); }, "a.txt is empty", 1, 2},
      {"only white space", [](const fs::path& f) { Write(f, "a.txt", " \n\t\r\n"); }, "a.txt is empty", 1, 2},
      {"only a byte-order mark", [](const fs::path& f) { Write(f, "a.txt", "\xEF\xBB\xBF"); }, "a.txt has no text", 1,
       2},
      {"an executable", [](const fs::path& f) { fs::copy_file(TIMSO_BINARY_DIR "/timso", f / "a.txt"); },
       "a.txt is larger than 64 MB\na.txt is a binary file", 1, 2},
      {"noise", [](const fs::path& f) { Write(f, "a.txt", Noise(50000)); }, "a.txt is a binary file", 1, 2},
      {"a picture named .html",
       [](const fs::path& f) {
         Write(f, "a.html", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18) + std::string(100, '\0'));
       },
       "a.html is a binary file", 1, 2},
      {"invalid UTF-8 in the middle", [](const fs::path& f) { Write(f, "a.txt", kArticle + "x\xFF\xC3(y\n"); },
       "a.txt is in no known encoding", 2, 0},
      {"UTF-8 cut in a letter", [](const fs::path& f) { Write(f, "a.txt", kArticle + "Đ\xE1\xBA"); },
       "a.txt is damaged UTF-8", 2, 0},
      {"a zero byte in the text",
       [](const fs::path& f) { Write(f, "a.txt", kArticle + std::string(1, '\0') + kArticle); }, "", 2, 0},
      {"UTF-16 with its mark",
       [](const fs::path& f) { Write(f, "a.txt", std::string("\xFF\xFEX\0i\0n\0 \0c\0h\0\xE0\0o\0", 18)); }, "", 2, 0},
      {"half a UTF-16 unit", [](const fs::path& f) { Write(f, "a.txt", std::string("\xFF\xFEX\0i\0n", 7)); },
       "a.txt is damaged UTF-16", 2, 0},
      {"control characters", [](const fs::path& f) { Write(f, "a.txt", kArticle + "\x01\x02\x1b[31m\n"); }, "", 2, 0},
      {"separators of the index in the text",
       [](const fs::path& f) { Write(f, "a.txt", kArticle + "\x1e\x1f 12 đảng viên\x1e\n"); }, "", 2, 0},
      {"line ends of the Mac",
       [](const fs::path& f) { Write(f, "a.txt", "Tiêu đề\r\rNăm 2023 kết nạp 12 đảng viên.\r"); }, "", 2, 0},
      {"a line of 200 MB",
       [](const fs::path& f) {
         Write(f, "a.jsonl", kLine + std::string(200u << 20, 'a') + "\n" + MakeJsonArticle(3) + "\n");
       },
       "a.jsonl:2 is a line of more than 64 MB", 3, 2},
      {"a text of 70 MB", [](const fs::path& f) { Write(f, "a.txt", std::string(70u << 20, 'a')); },
       "a.txt is larger than 64 MB", 1, 2},
      {"a word of 1 MB", [](const fs::path& f) { Write(f, "a.txt", "Từ dài\n\n" + Repeated("ơ", 500000) + "\n"); }, "",
       2, 0},
      {"a number of 100,000 digits",
       [](const fs::path& f) { Write(f, "a.txt", "Số\n\nKết nạp " + std::string(100000, '9') + " đảng viên.\n"); }, "",
       2, 0},
      {"100,000 lines of one letter", [](const fs::path& f) { Write(f, "a.txt", Repeated("a\n", 100000)); }, "", 2, 0},
      {"only digits and signs", [](const fs::path& f) { Write(f, "a.txt", Repeated("1.2.3,4/5-6%|", 3000)); }, "", 2,
       0},
      {"HTML without end",
       [](const fs::path& f) { Write(f, "a.html", "<html><body><p>Năm 2023 kết nạp 12 đảng viên <b>mới"); }, "", 2, 0},
      {"HTML of 100,000 nested elements",
       [](const fs::path& f) { Write(f, "a.html", Repeated("<div>", 100000) + "Kết nạp 12 đảng viên"); }, "", 2, 0},
      {"HTML of 20,000 nested tables",
       [](const fs::path& f) { Write(f, "a.html", Repeated("<table><tr><td>", 20000) + "Kết nạp 12 đảng viên"); }, "",
       2, 0},
      {"HTML of nothing but menus",
       [](const fs::path& f) { Write(f, "a.html", "<nav><a href=x>Trang chủ</a></nav><script>var a = 1;</script>"); },
       "a.html has no text", 1, 2},
      {"HTML that is only broken tags", [](const fs::path& f) { Write(f, "a.html", Repeated("<<>< a=\"'<b", 500)); },
       "", 2, 0},
      {"malformed JSON in the middle",
       [](const fs::path& f) {
         Write(f, "a.jsonl", kLine + "{\"id\": \"x\", \"body\": \n" + MakeJsonArticle(3) + "\n");
       },
       "a.jsonl:2 is malformed JSON", 3, 2},
      {"JSON that is no object", [](const fs::path& f) { Write(f, "a.jsonl", kLine + "[1, 2]\n\"x\"\n"); },
       "a.jsonl:2 is no JSON object", 2, 2},
      {"JSON nested 100,000 deep",
       [](const fs::path& f) { Write(f, "a.jsonl", kLine + "{\"a\":" + std::string(100000, '[') + "\n"); },
       "a.jsonl:2 is nested too deeply", 2, 2},
      {"JSON without title and body",
       [](const fs::path& f) { Write(f, "a.jsonl", kLine + "{\"id\": \"x\", \"tags\": [1]}\n"); },
       "a.jsonl:2 has no title and no body", 2, 2},
      {"JSON with fields of wrong types",
       [](const fs::path& f) {
         Write(f, "a.jsonl", "{\"id\": 7, \"title\": {\"a\": 1}, \"body\": [\"Một\", 2, \"Hai\"], \"date\": false}\n");
       },
       "", 2, 0},
      {"the same id twice", [](const fs::path& f) { Write(f, "a.jsonl", kLine + kLine); },
       "a.jsonl:2 has the id \"art-2\" of a document read before it", 2, 2},
      {"an id of 100 KB",
       [](const fs::path& f) {
         Write(f, "a.jsonl", "{\"id\": \"" + std::string(100000, 'i') + "\", \"body\": \"Một\"}\n");
       },
       "", 2, 0},
      {"an id with separators of the index",
       [](const fs::path& f) {
         Write(f, "a.jsonl",
               "{\"id\": \"a\\u001f\\u001e\\n\\u0000b\", \"body\": \"Năm 2023 kết nạp 12 đảng viên.\"}\n");
       },
       "", 2, 0},
      {"an impossible date",
       [](const fs::path& f) { Write(f, "a.jsonl", "{\"id\": \"d\", \"body\": \"Một\", \"date\": \"2023-02-31\"}\n"); },
       "", 2, 0},
      {"gzip cut short",
       [](const fs::path& f) {
         const std::string packed = Gzip(MakeJsonArticles(10, 400));
         Write(f, "a.jsonl.gz", packed.substr(0, packed.size() / 2));
       },
       "a.jsonl.gz is cut short (gzip)", -1, 2},
      {"zstd cut short",
       [](const fs::path& f) {
         const std::string packed = Zstd(MakeJsonArticles(10, 400));
         Write(f, "a.jsonl.zst", packed.substr(0, packed.size() - 20));
       },
       "a.jsonl.zst is cut short (zstd)", -1, 2},
      {"text named .gz", [](const fs::path& f) { Write(f, "a.txt.gz", kArticle); },
       "a.txt.gz is damaged or no gzip file", 1, 2},
      {"text named .zst", [](const fs::path& f) { Write(f, "a.txt.zst", kArticle); },
       "a.txt.zst is damaged or no zstd file", 1, 2},
      {"an empty .gz", [](const fs::path& f) { Write(f, "a.txt.gz", ""); }, "a.txt.gz is empty", 1, 2},
      {"gzip of 80 MB of one letter",
       [](const fs::path& f) { Write(f, "a.txt.gz", Gzip(std::string(80u << 20, 'a'))); },
       "a.txt.gz is larger than 64 MB", 1, 2},
      {"a named pipe", [](const fs::path& f) { ::mkfifo((f / "a.txt").c_str(), 0600); }, "a.txt is a named pipe", 1, 2},
      {"a loop of links",
       [](const fs::path& f) {
         fs::create_symlink("b.txt", f / "a.txt");
         fs::create_symlink("a.txt", f / "b.txt");
       },
       "a.txt is a link that leads back to itself", 1, 2},
      {"a link to the folder around", [](const fs::path& f) { fs::create_directory_symlink("..", f / "loop"); },
       "is a link back to a folder around it", -1, 2},
      {"a link to nothing", [](const fs::path& f) { fs::create_symlink("gone.txt", f / "a.txt"); },
       "a.txt is a link to nothing", 1, 2},
      {"no permission",
       [](const fs::path& f) {
         Write(f, "a.txt", kArticle);
         fs::permissions(f / "a.txt", fs::perms::none);
       },
       "a.txt may not be read: no permission", 1, 2},
      {"a name with a line end", [](const fs::path& f) { Write(f, "a\nb.txt", ""); }, "a\\nb.txt is empty", 1, 2},
      {"a name that is no UTF-8", [](const fs::path& f) { Write(f, "a\xFF.txt", kArticle); }, "", 2, 0},
      {"a folder named .txt",
       [](const fs::path& f) {
         fs::create_directory(f / "a.txt");
         Write(f / "a.txt", "b.txt", kArticle);
       },
       "", 2, 0},
  };
  return kinds;
}

std::size_t DocumentsIn(const fs::path& index) {
  const RunResult status = RunTimso({"--index", index.string(), "status", "--format", "json"});
  INFO(status.err);
  REQUIRE(status.code == 0);
  return std::stoul(status.out.substr(status.out.find("\"documents\": ") + 13));
}

// Any of the sentences, one a line.
bool Says(const std::string& err, std::string sentences) {
  sentences += '\n';
  for (std::size_t begin = 0, end; (end = sentences.find('\n', begin)) != std::string::npos; begin = end + 1) {
    if (err.find(sentences.substr(begin, end - begin)) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("forty kinds of broken input: each gets its sentence, nothing else is lost") {
  std::size_t kinds = 0;
  std::size_t sentences = 0;
  for (const Kind& kind : Kinds()) {
    const std::string name = kind.name;
    // Root may read everything; the sentence has its unit test.
    if (name == "no permission" && ::geteuid() == 0) continue;
    const TempFolder folder;
    const fs::path docs = folder / "docs";
    fs::create_directory(docs);
    WriteFile(docs / "good.txt", MakeArticle(99));
    kind.make(docs);
    const fs::path index = folder / "index";
    const RunResult run = RunTimso({"--index", index.string(), "index", docs.string()});
    INFO(name << "\nexit " << run.code << "\n" << run.out << run.err.substr(0, 2000));
    CHECK(run.code == kind.code);
    if (*kind.sentence != '\0') {
      CHECK(Says(run.err, kind.sentence));
      sentences += static_cast<std::size_t>(std::count(run.err.begin(), run.err.end(), '\n'));
    } else {
      CHECK(run.err.empty());
    }
    const std::size_t documents = DocumentsIn(index);
    if (kind.documents >= 0) CHECK(documents == static_cast<std::size_t>(kind.documents));
    CHECK(documents >= 1);
    const RunResult check = RunTimso({"--index", index.string(), "check"});
    INFO(check.err);
    CHECK(check.code == 0);
    const RunResult again = RunTimso({"--index", index.string(), "index", docs.string()});
    INFO(again.out << again.err.substr(0, 500));
    CHECK(again.out.starts_with("0 added, 0 replaced, " + std::to_string(documents) + " unchanged"));
    ++kinds;
  }
  std::printf("%zu kinds of broken input, %zu sentences\n", kinds, sentences);
  CHECK(kinds >= 40);
}
