// The program beside its screens: signals, other terminals, no index, new commits, input methods, the plain prompt.
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/catch.h"
#include "tests/searcher/terminal/input_methods.h"
#include "tests/terminal/screen_session.h"

namespace timso::terminal_test {
namespace {

using namespace keys;
namespace fs = std::filesystem;

bool IsGivenBack(ScreenSession& session) {
  const VirtualTerminal& terminal = session->terminal();
  // What the program wrote last may come after its end.
  session->WaitUntil([&] { return !terminal.alternate() && terminal.cursor_shown(); }, std::chrono::seconds(2));
  CHECK_FALSE(terminal.alternate());
  CHECK(terminal.cursor_shown());
  CHECK_FALSE(terminal.mouse());
  CHECK_FALSE(terminal.bracketed_paste());
  CHECK(session->Sane());
  return true;
}

TEST_CASE("the terminal is given back, whatever ends the program") {
  struct End {
    const char* name;
    int signal;  // 0: keys
    const char* keys;
    int code;
  };
  const std::vector<End> ends = {{"Ctrl-Q", 0, kControlQ, 0},          {"Ctrl-C", 0, kControlC, 130},
                                 {"SIGINT", SIGINT, "", 130},          {"SIGTERM", SIGTERM, "", 128 + SIGTERM},
                                 {"SIGHUP", SIGHUP, "", 128 + SIGHUP}, {"SIGQUIT", SIGQUIT, "", 128 + SIGQUIT}};
  for (const End& end : ends) {
    INFO(end.name);
    ScreenSession session;
    session->Type("huyện");
    REQUIRE(session->WaitFor("› huyện"));
    CHECK(session->terminal().alternate());
    CHECK_FALSE(session->Sane());
    if (end.signal != 0) session->Signal(end.signal);
    session->Type(end.keys);
    CHECK(session->WaitForEnd() == end.code);
    CHECK(IsGivenBack(session));
  }
}

TEST_CASE("a crash gives the terminal back and stays a crash") {
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE}) {
    INFO(signal);
    ScreenSession session;
    REQUIRE(session->WaitFor("Ask in Vietnamese"));
    session->Signal(signal);
    const std::optional<int> code = session->WaitForEnd();
    // A sanitizer reports and exits with a code of its own.
    REQUIRE(code.has_value());
    CHECK(*code != 0);
    CHECK(IsGivenBack(session));
  }
}

TEST_CASE("Ctrl-Z stops the program and fg brings its screen back") {
  TempFolder folder;
  ProgramOptions options;
  const std::string run = std::string(kTimso) + " --index " + SmallIndex().string();
  options.arguments = {"/bin/sh", "-c", "set -m; " + run + "; echo stopped; read line; fg; echo ended"};
  options.environment["XDG_STATE_HOME"] = folder.path().string();
  TerminalProgram program(options);
  program.Type("huyện bắc quang");
  REQUIRE(program.WaitFor("Bắc Quang (Hà Giang)"));
  program.Type(kControlZ);
  REQUIRE(program.WaitFor("stopped"));
  CHECK_FALSE(program.terminal().alternate());
  CHECK(program.Sane());
  program.Type("\n");
  REQUIRE(program.WaitFor("Bắc Quang (Hà Giang)"));
  CHECK(program.terminal().alternate());
  program.Type(" năm 2023");
  REQUIRE(program.WaitFor("› huyện bắc quang năm 2023"));
  program.Type(kControlQ);
  REQUIRE(program.WaitFor("ended"));
  CHECK_FALSE(program.terminal().alternate());
}

TEST_CASE("without an index it says how to make one, and makes it of the folder given") {
  struct Size {
    const char* name;
    int rows;
    int columns;
  };
  for (const Size& size : {Size{"80x24", 24, 80}, Size{"132x43", 43, 132}, Size{"40x12", 12, 40}}) {
    INFO(size.name);
    TempFolder folder;
    fs::create_directory(folder.path() / "bài viết");
    std::ofstream(folder.path() / "bài viết" / "a.txt")
        << "Huyện Vị Xuyên\n\nNăm 2023, Đảng bộ huyện Vị Xuyên kết nạp 171 đảng viên mới, đạt 114% chỉ tiêu.\n";
    SessionSetup setup;
    setup.rows = size.rows;
    setup.columns = size.columns;
    // In the session's own folder: a short name, for the picture, that no other run has.
    setup.index = "no-index";
    setup.arguments = {(folder.path() / "bài viết").string()};
    {
      ScreenSession session(setup);
      REQUIRE(session->WaitFor("There is no index yet"));
      session->Type(kEnter);
      REQUIRE(session->WaitFor("The index is made."));
      session->Type("Vị Xuyên 2023");
      REQUIRE(session->WaitFor("đạt 114 %"));
    }
    setup.arguments.clear();
    ScreenSession session(setup);
    REQUIRE(ShowsScreen(session.program(), std::string("no-index-") + size.name));
    session->Type("/no/such/folder\r");
    REQUIRE(session->WaitFor("There is no file or folder"));
  }
}

TEST_CASE("new commits are taken up without a word") {
  TempFolder folder;
  const std::string index = (folder.path() / "index").string();
  const auto add = [&](const std::string& id, const std::string& text) {
    const fs::path file = folder.path() / "more.jsonl";
    std::ofstream(file) << "{\"id\": \"" << id << "\", \"title\": \"" << text << "\", \"text\": \"" << text << "\"}\n";
    REQUIRE(std::system((std::string(kTimso) + " --index " + index + " index -q - < " + file.string()).c_str()) == 0);
  };
  add("a", "Năm 2023, huyện Vị Xuyên kết nạp 171 đảng viên.");
  SessionSetup setup;
  setup.index = index;
  ScreenSession session(setup);
  session->Type("kết nạp đảng viên");
  REQUIRE(session->WaitFor("1 document"));
  add("b", "Năm 2023, huyện Bắc Quang kết nạp 203 đảng viên.");
  REQUIRE(session->WaitFor("2 documents"));
  REQUIRE(std::system((std::string(kTimso) + " --index " + index + " rebuild -q").c_str()) == 0);
  session->Type(" mới");
  REQUIRE(session->WaitFor("› kết nạp đảng viên mới"));
  REQUIRE(session->WaitFor("2 documents"));
}

TEST_CASE("input methods: the recorded bursts end in the right text on the screen") {
  ScreenSession session;
  REQUIRE(session->WaitFor("Ask in Vietnamese"));
  for (const auto& row : terminal::InputMethodRows()) {
    INFO(row.name);
    // Cut somewhere else in every row, in the middle of characters too.
    const std::size_t cut = row.bytes.size() / 2 + row.text.size() % 3;
    session->Type(std::string_view(row.bytes).substr(0, cut));
    session->Read(std::chrono::milliseconds(15));
    session->Type(std::string_view(row.bytes).substr(cut));
    const std::string line = "› " + row.text;
    CHECK(session->WaitUntil([&] { return session->terminal().Text().substr(0, line.size() + 1) == line + ' '; }));
    session->Type(kControlU);
  }
}

TEST_CASE("a pasted text is one question, keys and all") {
  ScreenSession session;
  REQUIRE(session->WaitFor("Ask in Vietnamese"));
  CHECK(session->terminal().bracketed_paste());
  session->Type("\x1b[200~huyện\nVị Xuyên\x03\x1b[201~ 2023");
  REQUIRE(session->WaitFor("› huyện Vị Xuyên  2023"));
}

TEST_CASE("terminals without colour and without UTF-8 show what they can") {
  SECTION("NO_COLOR") {
    SessionSetup setup;
    setup.environment["NO_COLOR"] = "1";
    ScreenSession session(setup);
    session->Type("huyện vượt chỉ tiêu kết nạp đảng viên năm 2023");
    REQUIRE(ShowsScreen(session.program(), "answer-80x24"));
    CHECK_FALSE(session->terminal().coloured());
  }
  SECTION("vt100") {
    SessionSetup setup;
    setup.environment["TERM"] = "vt100";
    ScreenSession session(setup);
    session->Type("huyện vượt chỉ tiêu kết nạp đảng viên năm 2023");
    REQUIRE(ShowsScreen(session.program(), "answer-80x24"));
    CHECK_FALSE(session->terminal().coloured());
    CHECK_FALSE(session->terminal().mouse());
  }
  SECTION("colours otherwise") {
    ScreenSession session;
    session->Type("huyện bắc quang");
    REQUIRE(session->WaitFor("Bắc Quang (Hà Giang)"));
    CHECK(session->terminal().coloured());
  }
  SECTION("ASCII") {
    SessionSetup setup;
    setup.environment["LC_ALL"] = "C";
    ScreenSession session(setup);
    session->Type("huyện vượt chỉ tiêu kết nạp đảng viên năm 2023");
    REQUIRE(ShowsScreen(session.program(), "ascii-80x24"));
    for (const char c : session->terminal().Text()) CHECK(static_cast<unsigned char>(c) < 0x80);
  }
}

TEST_CASE("a terminal that can do nothing gets the plain prompt") {
  SessionSetup setup;
  setup.rows = 60;
  setup.environment["TERM"] = "dumb";
  ScreenSession session(setup);
  REQUIRE(session->WaitFor("timso>"));
  session->Type("huyện bắc quang\n");
  REQUIRE(session->WaitFor("Bắc Quang (Hà Giang)"));
  CHECK_FALSE(session->terminal().alternate());
  session->Type("!1\n");
  session->Type(":quit\n");
  CHECK(session->WaitForEnd() == 0);
  CHECK(session->Sane());
}

TEST_CASE("timso shell asks line by line, with history") {
  SessionSetup setup;
  setup.rows = 60;
  setup.arguments = {"shell"};
  ScreenSession session(setup);
  REQUIRE(session->WaitFor("timso>"));
  session->Type("dder");
  session->Type(std::string(kControlU) +
                "huye\x7fê\x7f"
                "ện bắc quang\r");
  REQUIRE(session->WaitFor("timso> huyện bắc quang"));
  REQUIRE(session->WaitFor("Bắc Quang (Hà Giang)"));
  session->Type(":facets\r");
  REQUIRE(session->WaitFor("5  Báo Hà Giang"));
  // Commands are no questions: one step up is the question again.
  session->Type(kUp);
  REQUIRE(session->WaitUntil([&] {
    const std::string text = session->terminal().Text();
    const std::size_t last = text.rfind("timso>");
    return text.compare(last, std::string("timso> huyện bắc quang").size(), "timso> huyện bắc quang") == 0;
  }));
  session->Type(std::string(kControlU) + ":bogus\r");
  REQUIRE(session->WaitFor("there is no command :bogus"));
  session->Type("\x04");
  CHECK(session->WaitForEnd() == 0);
  CHECK(session->Sane());
  std::ifstream history(session.folder() / "state/timso/history");
  std::string line;
  REQUIRE(std::getline(history, line));
  CHECK(line == "huyện bắc quang");
  struct stat info {};
  REQUIRE(::stat((session.folder() / "state/timso/history").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("questions through a pipe are answered line by line") {
  const std::string run = std::string("printf '%s\\n' 'huyện bắc quang' ':limit 1' 'kết nạp đảng viên' | ") + kTimso +
                          " --index " + SmallIndex().string();
  ProgramOptions options;
  options.arguments = {"/bin/sh", "-c", run};
  options.rows = 60;
  TerminalProgram program(options);
  CHECK(program.WaitForEnd() == 0);
  CHECK(program.WaitFor("Bắc Quang (Hà Giang)"));
  CHECK(program.terminal().Text().find("timso>") == std::string::npos);
}

TEST_CASE("what is no command and no folder is refused with a sentence") {
  ProgramOptions options;
  options.arguments = {kTimso, "serach"};
  TerminalProgram program(options);
  CHECK(program.WaitForEnd() == 2);
  CHECK(program.WaitFor("there is no command and no folder serach"));
}

}  // namespace
}  // namespace timso::terminal_test
