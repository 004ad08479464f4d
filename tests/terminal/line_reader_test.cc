#include "searcher/terminal/line_reader.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "tests/catch.h"
#include "tests/support/program.h"

namespace timso::terminal {
namespace {

// Both ends of a terminal.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    REQUIRE(master_ >= 0);
    REQUIRE(::grantpt(master_) == 0);
    REQUIRE(::unlockpt(master_) == 0);
    slave_ = ::open(::ptsname(master_), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(slave_ >= 0);
  }
  ~Terminal() {
    ::close(slave_);
    ::close(master_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void Type(std::string_view keys) const {
    REQUIRE(::write(master_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  int tty() const { return slave_; }

 private:
  int master_;
  int slave_ = -1;
};

// A program that answers leaves the terminal taking lines; what is typed meanwhile waits for the next prompt.
TEST_CASE("keys typed ahead are read as if they were typed at the prompt") {
  const Terminal terminal;
  const TempFolder folder;
  const History history(folder.path());
  std::ostringstream screen;
  LineReader reader(terminal.tty(), screen, history);

  SECTION("an end of input ends it") {
    terminal.Type("\x04");
    CHECK_FALSE(reader.Read("> "));
  }
  SECTION("lines before an end of input come first") {
    terminal.Type("một\rhai\n\x04");
    CHECK(reader.Read("> ") == "một");
    CHECK(reader.Read("> ") == "hai");
    CHECK_FALSE(reader.Read("> "));
  }
  SECTION("an end of input within a line is none") {
    terminal.Type("huyện\x04 này\r");
    CHECK(reader.Read("> ") == "huyện này");
  }
  termios modes{};
  REQUIRE(::tcgetattr(terminal.tty(), &modes) == 0);
  CHECK((modes.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG));
  CHECK(modes.c_cc[VEOF] == 4);
}

}  // namespace
}  // namespace timso::terminal
