// How long from a key to the repainted results: the real program on a terminal of the benchmark's own.
//   bench_screen [--index DIR | --news FILE… | --articles N] [--size ROWSxCOLUMNS] [--median MS] [--p99 MS]
// Without an index one is made in a scratch folder: of the news files, or of N synthetic articles (20,000). Prints the
// median and the 99th percentile; exits with 1 when one is above its limit.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "tests/terminal/terminal_program.h"

namespace {

using timso::terminal_test::ProgramOptions;
using timso::TempFolder;
using timso::terminal_test::TerminalProgram;
using Clock = std::chrono::steady_clock;
constexpr char kTimso[] = TIMSO_BINARY_DIR "/timso";

struct Arguments {
  std::string index;
  std::vector<std::string> news;
  int articles = 20000;
  int rows = 43;
  int columns = 132;
  double median = 0;  // 0: no limit
  double p99 = 0;
};

const std::vector<std::string>& Questions() {
  static const std::vector<std::string> kQuestions = {"tỷ lệ hộ nghèo trên 5%",
                                                      "huyện vượt chỉ tiêu kết nạp đảng viên năm 2016",
                                                      "kim ngạch xuất khẩu năm 2016",
                                                      "thu ngân sách trên 1.000 tỷ đồng",
                                                      "tong so dang vien nam 2017",
                                                      "districts over 100% quota in 2016",
                                                      "provinces with poverty rate over 10% in 2016",
                                                      "giá vàng hôm nay",
                                                      "tai nạn giao thông giảm",
                                                      "học sinh giỏi quốc gia Nghệ An",
                                                      "level:province measure:poor_households year:2016",
                                                      "đường sắt Cát Linh Hà Đông"};
  return kQuestions;
}

// Articles of sentences that state figures, between words that are as frequent as words of a language are.
void WriteArticles(const std::string& file, int count) {
  static const char* const kPlaces[] = {"Vị Xuyên (tỉnh Hà Giang)",     "Bắc Quang (tỉnh Hà Giang)",
                                        "Krông Pắc (tỉnh Đắk Lắk)",     "Sơn Dương (tỉnh Tuyên Quang)",
                                        "Hòa Vang (thành phố Đà Nẵng)", "Quỳ Châu (tỉnh Nghệ An)",
                                        "Cần Giuộc (tỉnh Long An)"};
  static const char* const kParts[] = {"b", "ch", "d",  "đ",  "gi", "h",  "kh", "l", "m",
                                       "n", "ng", "ph", "qu", "t",  "th", "tr", "v", "x"};
  static const char* const kEnds[] = {"a",   "ăn", "ân", "e",    "ê",    "inh", "iên", "o",
                                      "ông", "ơi", "u",  "ương", "uyên", "ạch", "ệt"};
  std::mt19937 random(7);
  std::ofstream out(file);
  const auto word = [&] {
    // The n-th word is about n times rarer than the first.
    const double u = std::uniform_real_distribution<>(0, 1)(random);
    const auto n = static_cast<unsigned>(std::pow(20000.0, u));
    return std::string(kParts[n % 18]) + kEnds[n / 18 % 15] +
           (n >= 270 ? std::string(" ") + kParts[n / 270 % 18] + kEnds[n / 4860 % 15] : "");
  };
  for (int i = 0; i < count; ++i) {
    const int year = 2010 + static_cast<int>(random() % 14);
    std::string text;
    for (int sentence = 0; sentence < 14; ++sentence) {
      if (sentence % 5 == 1) {
        text += "Năm " + std::to_string(year) + ", huyện " + kPlaces[random() % 7] + " kết nạp " +
                std::to_string(50 + random() % 300) + " đảng viên mới, đạt " + std::to_string(60 + random() % 80) +
                "% chỉ tiêu; tỷ lệ hộ nghèo còn " + std::to_string(1 + random() % 30) + "%. ";
      }
      for (int n = 0; n < 18; ++n) text += word() + (n == 17 ? ". " : " ");
    }
    out << R"({"id": "s)" << i << R"(", "title": ")" << word() << ' ' << word() << ' ' << word() << R"(", "date": ")"
        << year << R"(-12-20", "text": ")" << text << "\"}\n";
  }
}

bool Run(const std::string& command) {
  if (std::system(command.c_str()) == 0) return true;
  std::cerr << "bench_screen: failed: " << command << '\n';
  return false;
}

bool MakeIndex(Arguments& arguments, const TempFolder& folder) {
  arguments.index = (folder.path() / "index").string();
  std::vector<std::string> files = arguments.news;
  if (files.empty()) {
    files = {(folder.path() / "articles.jsonl").string()};
    WriteArticles(files[0], arguments.articles);
    std::cout << "an index of " << arguments.articles << " synthetic articles\n";
  }
  std::string command = std::string(kTimso) + " --index " + arguments.index + " index -q";
  for (const std::string& file : files) command += " '" + file + "'";
  return Run(command);
}

// The time from writing each key to the picture that shows its answer.
class Typist {
 public:
  explicit Typist(TerminalProgram& program) : program_(program) {}

  bool Ask(const std::string& question) {
    for (std::size_t at = 0; at < question.size();) {
      std::size_t end = at + 1;
      while (end < question.size() && (question[end] & 0xC0) == 0x80) ++end;
      const std::string typed = question.substr(0, end);
      if (!Key(question.substr(at, end - at), typed)) return false;
      at = end;
    }
    program_.Type("\x15");
    return Shows("");
  }

  std::vector<double>& times() { return times_; }

 private:
  bool Key(const std::string& bytes, const std::string& typed) {
    const auto start = Clock::now();
    program_.Type(bytes);
    if (!Shows(typed)) return false;
    times_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    // As people type: the next key comes while the rest of the answer is looked for, or after it.
    program_.Read(std::chrono::milliseconds(30 + random_() % 220));
    return true;
  }

  // The line says what was typed, and no answer is outstanding: … stands behind the line as long as one is.
  bool Shows(const std::string& typed) {
    const std::string line = typed.empty() ? "›  a question" : "› " + typed;
    const std::string trimmed = line.substr(0, line.find_last_not_of(' ') + 1);
    return program_.WaitUntil([&] {
      const std::string text = program_.terminal().Text();
      const std::string first = text.substr(0, text.find('\n'));
      return first.starts_with(trimmed + ' ') && first.find("…") == std::string::npos &&
             program_.terminal().cursor_column() == static_cast<int>(Columns(typed)) + 2;
    });
  }

  static std::size_t Columns(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }

  TerminalProgram& program_;
  std::vector<double> times_;
  std::mt19937 random_{11};
};

bool Read(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (i + 1 == argc) return false;
    if (name == "--news") {
      while (i + 1 < argc && argv[i + 1][0] != '-') arguments.news.push_back(argv[++i]);
    } else if (name == "--index") {
      arguments.index = argv[++i];
    } else if (name == "--articles") {
      arguments.articles = std::atoi(argv[++i]);
    } else if (name == "--size") {
      if (std::sscanf(argv[++i], "%dx%d", &arguments.rows, &arguments.columns) != 2) return false;
    } else if (name == "--median") {
      arguments.median = std::atof(argv[++i]);
    } else if (name == "--p99") {
      arguments.p99 = std::atof(argv[++i]);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!Read(argc, argv, arguments)) {
    std::cerr
        << "bench_screen [--index DIR | --news FILE… | --articles N] [--size ROWSxCOLUMNS] [--median MS] [--p99 MS]\n";
    return 2;
  }
  TempFolder folder;
  if (arguments.index.empty() && !MakeIndex(arguments, folder)) return 2;
  ProgramOptions options;
  options.arguments = {kTimso, "--index", arguments.index};
  options.environment["XDG_STATE_HOME"] = folder.path().string();
  options.rows = arguments.rows;
  options.columns = arguments.columns;
  TerminalProgram program(options);
  if (!program.WaitFor("Ask in Vietnamese")) {
    std::cerr << "bench_screen: the screen does not come\n";
    return 2;
  }
  Typist typist(program);
  for (const std::string& question : Questions()) {
    if (!typist.Ask(question)) {
      std::cerr << "bench_screen: no answer to: " << question << '\n' << program.terminal().Text();
      return 2;
    }
  }
  std::vector<double>& times = typist.times();
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2];
  const double p99 = times[times.size() * 99 / 100];
  std::printf("%zu keys at %dx%d: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms\n", times.size(),
              arguments.rows, arguments.columns, median, p99, times.back());
  const bool slow = (arguments.median > 0 && median > arguments.median) || (arguments.p99 > 0 && p99 > arguments.p99);
  if (slow) std::cerr << "bench_screen: slower than its limits\n";
  return slow ? 1 : 0;
}
