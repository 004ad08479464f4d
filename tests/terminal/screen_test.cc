// Whole screens of the real program.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.h"
#include "tests/terminal/screen_session.h"

namespace timso::terminal_test {
namespace {

using namespace keys;
constexpr char kQuestion[] = "huyện vượt chỉ tiêu kết nạp đảng viên năm 2023";

struct TestedSize {
  const char* name;
  int rows;
  int columns;
};
constexpr TestedSize kSizes[] = {{"80x24", 24, 80}, {"132x43", 43, 132}, {"40x12", 12, 40}};

SessionSetup Of(const TestedSize& size) {
  SessionSetup setup;
  setup.rows = size.rows;
  setup.columns = size.columns;
  return setup;
}

TEST_CASE("a question is typed to its answer, sorted, read, drilled into and back") {
  for (const TestedSize& size : kSizes) {
    const std::string at = std::string("-") + size.name;
    INFO(at);
    ScreenSession session(Of(size));
    REQUIRE(ShowsScreen(session.program(), "start" + at));
    for (const char byte : std::string(kQuestion)) session->Type(std::string(1, byte));
    REQUIRE(ShowsScreen(session.program(), "answer" + at));
    session->Type(kEnter);
    session->Type("3");
    REQUIRE(ShowsScreen(session.program(), "sorted" + at));
    session->Type("3");
    REQUIRE(ShowsScreen(session.program(), "sorted-up" + at));
    session->Type(std::string("0") + kDown);
    session->Type(kEnter);
    REQUIRE(ShowsScreen(session.program(), "preview" + at));
    // Escape is told from Alt by what follows it: nothing does before the focus has moved.
    session->Type(kEscape);
    REQUIRE(session->WaitUntilGone("▸article"));
    session->Type("f");
    REQUIRE(ShowsScreen(session.program(), "facets" + at));
    session->Type(kEnter);
    REQUIRE(ShowsScreen(session.program(), "drilled" + at));
    session->Type(kBackspace);
    REQUIRE(ShowsScreen(session.program(), "back" + at));
    CHECK(session->terminal().unknown().empty());
  }
}

TEST_CASE("documents, saved rows, and both, by F1 to F4") {
  for (const TestedSize& size : kSizes) {
    const std::string at = std::string("-") + size.name;
    INFO(at);
    ScreenSession session(Of(size));
    session->Type("đảng viên là học sinh");
    REQUIRE(ShowsScreen(session.program(), "documents" + at));
    session->Type(kEnter);
    session->Type("f");
    REQUIRE(ShowsScreen(session.program(), "document-facets" + at));
    session->Type(std::string(kDown) + kDown + kDown + kEnter);
    REQUIRE(ShowsScreen(session.program(), "document-drilled" + at));
    session->Type(kBackspace);
    REQUIRE(session->WaitFor("[both]"));
    session->Type("/");
    session->Type(std::string(kF1));
    REQUIRE(ShowsScreen(session.program(), "scope-facts" + at));
    session->Type(kF4);
    REQUIRE(ShowsScreen(session.program(), "nothing-saved" + at));
    session->Type(std::string(kF2) + kEnter);
    REQUIRE(session->WaitFor("7 documents"));
    session->Type("b");
    session->Type(kF4);
    REQUIRE(ShowsScreen(session.program(), "saved-all" + at));
    session->Type(std::string("/") + kControlU + "bac quang");
    REQUIRE(ShowsScreen(session.program(), "saved" + at));
  }
}

TEST_CASE("nothing found and conditions taken away") {
  for (const TestedSize& size : kSizes) {
    const std::string at = std::string("-") + size.name;
    INFO(at);
    ScreenSession session(Of(size));
    session->Type(std::string(kF1) + "level:district attainment:>500 year:2023");
    REQUIRE(ShowsScreen(session.program(), "empty" + at));
    session->Type(
        "\x1b"
        "2");
    REQUIRE(ShowsScreen(session.program(), "without-bound" + at));
  }
}

TEST_CASE("help and history lie over the panes") {
  for (const TestedSize& size : kSizes) {
    const std::string at = std::string("-") + size.name;
    INFO(at);
    ScreenSession session(Of(size));
    session->Type("?");
    REQUIRE(ShowsScreen(session.program(), "help" + at));
    session->Type("qhuyen bac quang\r");
    REQUIRE(session->WaitFor("Bắc Qua"));
    session->Type("/");
    session->Type(std::string(kControlU) + "tỷ lệ đảng viên nữ\r");
    REQUIRE(session->WaitFor("38,2"));
    session->Type(std::string(kControlR) + "quang");
    REQUIRE(ShowsScreen(session.program(), "history" + at));
    session->Type(kEnter);
    REQUIRE(session->WaitFor("› huyen bac quang"));
  }
}

TEST_CASE("plots: the course over the years, how values are spread") {
  for (const TestedSize& size : kSizes) {
    const std::string at = std::string("-") + size.name;
    INFO(at);
    ScreenSession session(Of(size));
    session->Type("Vị Xuyên kết nạp đảng viên\r");
    REQUIRE(session->WaitFor("171"));
    session->Type("p");
    REQUIRE(ShowsScreen(session.program(), "course" + at));
    session->Type("p");
    REQUIRE(ShowsScreen(session.program(), "histogram" + at));
  }
}

TEST_CASE("a resized terminal is drawn anew") {
  ScreenSession session(Of(kSizes[0]));
  session->Type(kQuestion);
  REQUIRE(ShowsScreen(session.program(), "answer-80x24"));
  for (const TestedSize& size : {kSizes[1], kSizes[2], kSizes[0]}) {
    session->Resize(size.rows, size.columns);
    REQUIRE(ShowsScreen(session.program(), std::string("answer-") + size.name));
  }
  for (const TestedSize& size : {TestedSize{"", 3, 8}, TestedSize{"", 1, 1}}) {
    session->Resize(size.rows, size.columns);
    REQUIRE(session->WaitFor("›"));
  }
  session->Resize(kSizes[0].rows, kSizes[0].columns);
  REQUIRE(ShowsScreen(session.program(), "answer-80x24"));
}

TEST_CASE("marked rows are printed when the screen is left") {
  SessionSetup setup;
  setup.catch_output = true;
  SECTION("ids") {
    ScreenSession session(setup);
    session->Type(std::string(kQuestion) + kEnter);
    REQUIRE(session->WaitFor("3 facts"));
    session->Type("  q");
    REQUIRE(session->WaitForEnd() == 0);
    CHECK(session->Output() == "krong-pac-2023\nbac-quang-2023\n");
  }
  SECTION("json") {
    setup.arguments = {"--print", "json"};
    ScreenSession session(setup);
    session->Type(std::string(kQuestion) + kEnter);
    REQUIRE(session->WaitFor("3 facts"));
    session->Type(" ");
    REQUIRE(ShowsScreen(session.program(), "marked-80x24"));
    session->Type("q");
    REQUIRE(session->WaitForEnd() == 0);
    const auto json = nlohmann::json::parse(session->Output());
    REQUIRE(json["hits"].size() == 1);
    CHECK(json["hits"][0]["fact"]["value"] == 116);
    CHECK(json["hits"][0]["document"]["id"] == "krong-pac-2023");
  }
  SECTION("csv, unmarked again, of facts and documents") {
    setup.arguments = {"--print", "csv"};
    ScreenSession session(setup);
    session->Type(std::string(kQuestion) + kEnter);
    REQUIRE(session->WaitFor("3 facts"));
    session->Type(" ");
    session->Type(std::string(kUp) + "  ");
    session->Type(std::string(kF2));
    REQUIRE(session->WaitFor("[documents]"));
    REQUIRE(session->WaitFor("6 documents · 1 marked"));
    session->Type(" q");
    REQUIRE(session->WaitForEnd() == 0);
    const std::string output = session->Output();
    CHECK(output.find("subject,level") == 0);
    CHECK(output.find("Bắc Quang,district") != std::string::npos);
    CHECK(output.find("Krông Pắc,district") == std::string::npos);
    CHECK(output.find("\r\n\r\ndocument,title") != std::string::npos);
  }
  SECTION("nothing after Ctrl-C, which is told") {
    ScreenSession session(setup);
    session->Type(std::string(kQuestion) + kEnter);
    REQUIRE(session->WaitFor("3 facts"));
    session->Type(std::string(" ") + kControlC);
    REQUIRE(session->WaitForEnd() == 130);
    CHECK(session->Output().empty());
  }
}

TEST_CASE("a mouse selects, sorts, drills in and takes conditions away") {
  ScreenSession session(Of(kSizes[1]));
  session->Type(kQuestion);
  REQUIRE(ShowsScreen(session.program(), "answer-132x43"));
  CHECK(session->terminal().mouse());
  const auto press = [&](int row, int column) {
    const std::string at = std::to_string(column + 1) + ';' + std::to_string(row + 1);
    session->Type("\x1b[<0;" + at + "M\x1b[<0;" + at + "m");
  };
  press(5, 50);
  REQUIRE(session->WaitFor("Bắc Quang chăm lo nguồn"));
  press(3, 40);
  REQUIRE(session->WaitFor("who ↑"));
  session->Type("\x1b[<65;50;5M");
  // The first condition goes, whichever it is; the others move up.
  const std::string before = session->terminal().Text();
  const std::size_t first = before.find("[1 ") + 3;
  const std::size_t second = before.find("[2 ") + 3;
  const std::string taken = before.substr(first, before.find(']', first) + 1 - first);
  const std::string moved_up = before.substr(second, before.find(']', second) + 1 - second);
  press(1, 3);
  REQUIRE(session->WaitUntil([&] {
    const std::string now = session->terminal().Text();
    return now.find("[1 " + moved_up) != std::string::npos && now.find(taken) == std::string::npos;
  }));
  press(4, 5);
  REQUIRE(session->WaitFor("[1 province:"));
}

TEST_CASE("the source is opened by the desktop's program") {
  TempFolder tools;
  const std::filesystem::path opener = tools.path() / "xdg-open";
  std::ofstream(opener) << "#!/bin/sh\necho \"$1\" > " << (tools.path() / "opened").string() << '\n';
  std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
  const std::filesystem::path article = tools.path() / "- vị xuyên.txt";
  std::ofstream(article) << "Huyện Vị Xuyên\n\nNăm 2023, huyện Vị Xuyên kết nạp 171 đảng viên mới.\n";
  SessionSetup setup;
  setup.index = tools.path() / "index";
  REQUIRE(
      std::system((std::string(kTimso) + " --index " + setup.index.string() + " index -q '" + article.string() + "'")
                      .c_str()) == 0);
  setup.environment["PATH"] = tools.path().string() + ":/usr/bin:/bin";
  ScreenSession session(setup);
  session->Type("vị xuyên\r");
  REQUIRE(session->WaitFor("171"));
  session->Type("o");
  REQUIRE(session->WaitFor("Opened "));
  std::string opened;
  REQUIRE(session->WaitUntil([&] {
    std::ifstream file(tools.path() / "opened");
    return static_cast<bool>(std::getline(file, opened));
  }));
  CHECK(opened == article.string());
}

TEST_CASE("export, copy and open") {
  ScreenSession session;
  session->Type(std::string(kQuestion) + kEnter);
  REQUIRE(session->WaitFor("3 facts"));
  session->Type("y");
  REQUIRE(session->WaitUntil([&] { return !session->terminal().clipboard().empty(); }));
  CHECK(session->terminal().clipboard() ==
        "Krông Pắc (Đắk Lắk)\tkết nạp đảng viên mới\tđạt 116 %\t2023\tkrong-pac-2023");
  session->Type("e");
  REQUIRE(session->WaitFor("write to (.csv or .json): timso.csv"));
  session->Type(kEnter);
  REQUIRE(session->WaitFor("3 rows written to timso.csv"));
  std::ifstream csv(session.folder() / "timso.csv");
  std::string line;
  int lines = 0;
  while (std::getline(csv, line)) ++lines;
  CHECK(lines == 4);
  session->Type("e");
  session->Type(std::string(kControlU) + "all.json\r");
  REQUIRE(session->WaitFor("3 rows written to all.json"));
  std::ifstream json(session.folder() / "all.json");
  CHECK(nlohmann::json::parse(json)["hits"].size() == 3);
  session->Type("e");
  session->Type(std::string(kControlU) + "all.json\r");
  REQUIRE(session->WaitFor("is there; Enter overwrites it: all.json"));
  session->Type(kEscape);
  REQUIRE(session->WaitUntilGone("is there; Enter overwrites it"));
  session->Type("e");
  session->Type(std::string(kControlU) + "no/where.csv\r");
  REQUIRE(session->WaitFor("can't write no/where.csv"));
  session->Type("o");
  REQUIRE(session->WaitFor("not known where this document came from"));
}

}  // namespace
}  // namespace timso::terminal_test
