// How long questions take: for facts and for documents in process, and as a whole program.
//
// usage: search_bench FACTS [INDEX [PROGRAM]]
// Makes an index of that many synthetic facts (kept when INDEX is given, and used again; an index of real articles does
// as well), asks it questions of every kind, and prints medians and 99th percentiles by the clock and of processor
// time, which tells the same on a busy machine.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <random>

#include "indexer/index_writer.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/index_reader.h"
#include "searcher/searcher.h"

namespace timso {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Unit {
  const char* name;
  const char* province;
  Level level;
  const char* codes[2];
};
const Unit kUnits[] = {{"Vị Xuyên", "Hà Giang", Level::kDistrict, {"030", "02"}},
                       {"Krông Pắc", "Đắk Lắk", Level::kDistrict, {"654", "66"}},
                       {"Phú Bình", "Thái Nguyên", Level::kDistrict, {"172", "19"}},
                       {"Bình Thuận", "Bình Thuận", Level::kProvince, {"60", ""}},
                       {"Thái Nguyên", "Thái Nguyên", Level::kProvince, {"19", ""}},
                       {"Hà Nội", "Hà Nội", Level::kProvince, {"01", ""}},
                       {"Tánh Linh", "Bình Thuận", Level::kDistrict, {"598", "60"}},
                       {"Đức Linh", "Bình Thuận", Level::kDistrict, {"600", "60"}},
                       {"Hà Châu", "Thái Nguyên", Level::kCommune, {"05899", "19"}},
                       {"Nga My", "Thái Nguyên", Level::kCommune, {"05911", "19"}}};
const char* const kMeasures[] = {"party_members_admitted",
                                 "party_members",
                                 "party_members_disciplined",
                                 "budget_revenue",
                                 "poor_households",
                                 "exports",
                                 "jobs_created",
                                 "tourists",
                                 "food_output",
                                 "planted_area"};

Fact RandomFact(std::mt19937& random) {
  const auto pick = [&](std::size_t size) { return random() % size; };
  // A few thousand subjects: the known ones and numbered ones.
  const Unit& unit = kUnits[pick(std::size(kUnits))];
  Fact fact;
  fact.subject = pick(4) == 0 ? std::string(unit.name) : std::string(unit.name) + " " + std::to_string(pick(800));
  fact.level = unit.level;
  fact.province = unit.province;
  for (const char* code : unit.codes) {
    if (*code != '\0') fact.place_codes.emplace_back(code);
  }
  fact.measure = kMeasures[pick(std::size(kMeasures))];
  fact.measure_text = "kết nạp đảng viên mới";
  fact.kind = static_cast<FactKind>(pick(5));
  const bool percent = fact.kind == FactKind::kAttainment || fact.kind == FactKind::kShare;
  fact.value = percent ? static_cast<double>(pick(1500)) / 10 : static_cast<double>(pick(100000));
  fact.unit = percent ? "percent" : "person";
  fact.relation = pick(10) == 0 ? Relation::kGreater : Relation::kEqual;
  if (pick(5) == 0) fact.qualifiers = {pick(2) == 0 ? "female" : "student"};
  const std::string year = std::to_string(2005 + pick(20));
  fact.from = year + "-01-01";
  fact.to = year + (pick(3) == 0 ? "-06-30" : "-12-31");
  fact.evidence.text = "Trong năm, Đảng bộ đã kết nạp được nhiều đảng viên mới so với kế hoạch đề ra.";
  fact.evidence.begin = 10;
  fact.evidence.end = 14;
  return fact;
}

AnalysedDocument RandomDocument(std::size_t number, std::size_t facts, std::mt19937& random) {
  Document document;
  document.id = "d" + std::to_string(number);
  document.title = "Công tác phát triển đảng viên";
  document.date = std::to_string(2006 + number % 19) + "-03-01";
  document.text = "Trong năm, Đảng bộ đã kết nạp được nhiều đảng viên mới so với kế hoạch đề ra.";
  document.blocks = {{0, document.text.size(), BlockKind::kBody}};
  AnalysedDocument made;
  made.id = document.id;
  made.revision = RevisionOf(document);
  made.text_bytes = document.text.size();
  made.entry = MakeDocumentEntry(document, number, facts);
  for (std::size_t i = 0; i < facts; ++i)
    made.facts.push_back(MakeFactEntry(RandomFact(random), i, document, made.revision, 0));
  return made;
}

void Build(const fs::path& index, std::size_t facts) {
  constexpr std::size_t kEach = 20;
  std::mt19937 random(42);
  IndexWriter writer(index);
  for (std::size_t number = 0; number < facts / kEach; ++number) {
    writer.databases().Put(RandomDocument(number, kEach, random));
    if (writer.databases().waiting() >= 2000) writer.databases().Commit();
  }
  writer.databases().Commit();
}

const char* const kQuestions[] = {"districts over 100% quota in 2023",
                                  "huyện nào vượt chỉ tiêu kết nạp đảng viên năm 2020",
                                  "huyen vuot chi tieu 2021",
                                  "tỉnh nào kết nạp trên 2.000 đảng viên giai đoạn 2019-2022",
                                  "top 5 districts by members admitted 2021",
                                  "Vị Xuyên kỷ luật bao nhiêu đảng viên năm 2023",
                                  "tỷ lệ đảng viên nữ trên 40% ở Bình Thuận năm 2018",
                                  "level:district attainment:>100 year:2023",
                                  "level:district kind:amount value:>=50000 measure:exports year:2010..2015",
                                  "các huyện của tỉnh Bình Thuận đạt từ 85% đến 95% kế hoạch năm 2017",
                                  "during:2018 place:\"Bình Thuận\" measure:party_members_admitted kind:share",
                                  "Thái Nguyên thu ngân sách tăng bao nhiêu so với cùng kỳ năm 2019"};

struct Times {
  std::vector<double> all;
  double At(double part) {
    std::sort(all.begin(), all.end());
    return all.empty() ? 0 : all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
  }
};

double Milliseconds(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double ProcessorMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct BothTimes {
  Times clock;
  Times processor;

  template <typename Work>
  void Measure(Work work) {
    const auto start = Clock::now();
    const double processor_start = ProcessorMilliseconds();
    work();
    processor.all.push_back(ProcessorMilliseconds() - processor_start);
    clock.all.push_back(Milliseconds(start));
  }
  void Print(const char* what) {
    std::cout << std::left << std::setw(34) << what << "p50 " << clock.At(0.5) << " ms, p99 " << clock.At(0.99)
              << " ms; processor p50 " << processor.At(0.5) << " ms, p99 " << processor.At(0.99) << " ms\n";
  }
};

void FactsInProcess(const fs::path& index) {
  Searcher searcher(index);
  SearchOptions options;
  options.in = Answer::kFacts;
  BothTimes total;
  BothTimes understanding;
  for (const char* question : kQuestions) {
    BothTimes times;
    std::size_t found = 0;
    for (int round = 0; round < 21; ++round) {
      times.Measure([&] { found = searcher.Search(question, options).total; });
      total.Measure([&] { searcher.Search(question, options); });
      understanding.Measure([&] { searcher.Understand(question); });
    }
    std::cout << "  " << std::right << std::setw(8) << times.clock.At(0.5) << " ms  " << std::setw(8) << found
              << " rows  " << question << '\n';
  }
  total.Print("facts");
  understanding.Print("  of it understanding");
}

// The first words of titles, as somebody types who remembers an article.
std::vector<std::string> TitleQuestions(const fs::path& index) {
  constexpr Xapian::docid kQuestionsWanted = 300;
  constexpr std::size_t kBytes = 40;
  const IndexReader reader(index);
  const Xapian::docid last = reader.documents().get_lastdocid();
  std::vector<std::string> questions;
  for (Xapian::docid id = 1; id <= last; id += std::max<Xapian::docid>(1, last / kQuestionsWanted)) {
    try {
      std::string title = DocumentOf(reader.documents().get_document(id)).title;
      if (title.size() > kBytes) title.resize(title.rfind(' ', kBytes));
      if (title.find(' ') != std::string::npos) questions.push_back(std::move(title));
    } catch (const Xapian::DocNotFoundError&) {
    }
  }
  return questions;
}

void DocumentsInProcess(const fs::path& index) {
  Searcher searcher(index);
  const std::vector<std::string> questions = TitleQuestions(index);
  SearchOptions bare;
  bare.in = Answer::kDocuments;
  bare.limit = 10;
  bare.snippets = bare.document_facts = bare.correct = false;
  SearchOptions whole = bare;
  whole.snippets = whole.document_facts = whole.correct = true;
  BothTimes ranking;
  BothTimes all;
  for (const std::string& question : questions) {
    searcher.Search(question, bare);  // the pages it reads are warm, as in a running program
    ranking.Measure([&] { searcher.Search(question, bare); });
    all.Measure([&] { searcher.Search(question, whole); });
  }
  std::cout << questions.size() << " questions for documents\n";
  ranking.Print("  ranked");
  all.Print("  with snippets, facts, spelling");
}

void AsProgram(const fs::path& index, const std::string& program) {
  Times times;
  for (int round = 0; round < 5; ++round) {
    for (const char* question : kQuestions) {
      const std::string command =
          "'" + program + "' --index '" + index.string() + "' search --in facts '" + question + "' > /dev/null";
      const auto start = Clock::now();
      if (std::system(command.c_str()) == -1) return;
      times.all.push_back(Milliseconds(start));
    }
  }
  std::cout << "whole program   p50 " << times.At(0.5) << " ms, p99 " << times.At(0.99)
            << " ms (the shell that starts it included)\n";
}

int Main(const std::vector<std::string>& arguments) {
  const std::size_t facts = std::stoul(arguments[0]);
  const bool kept = arguments.size() > 1;
  const fs::path index =
      kept ? fs::path(arguments[1]) : fs::temp_directory_path() / ("timso_search_bench_" + std::to_string(::getpid()));
  std::cout << std::setprecision(4);
  if (!fs::exists(index / "CURRENT")) {
    const auto start = Clock::now();
    Build(index, facts);
    std::cout << facts << " facts indexed in " << Milliseconds(start) / 1000 << " s\n";
  }
  FactsInProcess(index);
  DocumentsInProcess(index);
  if (arguments.size() > 2) AsProgram(index, arguments[2]);
  if (!kept) fs::remove_all(index);
  return 0;
}

}  // namespace
}  // namespace timso

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: search_bench FACTS [INDEX [PROGRAM]]\n";
    return 2;
  }
  return timso::Main({argv + 1, argv + argc});
}
