#include "searcher/terminal/curses_screen.h"

#define NCURSES_NOMACROS 1
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <stdexcept>

#include "analyzers/text/utf8.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/plain_characters.h"
#include "searcher/terminal/terminfo.h"

namespace timso::terminal {
namespace {

// Bracketed paste; the mouse's buttons and wheel, with coordinates in digits.
constexpr char kPasteOn[] = "\x1b[?2004h";
constexpr char kPasteOff[] = "\x1b[?2004l";
constexpr char kMouseOn[] = "\x1b[?1000h\x1b[?1006h";
constexpr char kMouseOff[] = "\x1b[?1006l\x1b[?1000l";

// For RestoreAfterCrash: nothing there may allocate or lock.
struct CrashState {
  std::atomic<int> tty = -1;
  termios modes{};
  char bytes[256] = {};
  std::size_t length = 0;
} crash_state;

std::string Base64(std::string_view bytes) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      text += i + j <= bytes.size() ? kDigits[group >> (18 - 6 * j) & 63] : '=';
    }
  }
  return text;
}

void WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// A locale that nobody chose is no statement that the terminal has no UTF-8.
void ChooseLocale() {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  const bool chosen = set("LC_ALL") || set("LC_CTYPE") || set("LANG");
  if (chosen && std::setlocale(LC_CTYPE, "") != nullptr) return;
  if (!chosen && std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr) return;
  std::setlocale(LC_CTYPE, "C");
}

struct Look {
  attr_t attributes;  // added to the colour, or alone without colours
  attr_t plain;       // without colours
  short colour;       // -1: the terminal's own
};

// In the order of Role.
constexpr Look kLooks[kRoles] = {
    {A_NORMAL, A_NORMAL, -1},           // kText
    {A_BOLD, A_BOLD, -1},               // kStrong
    {A_DIM, A_NORMAL, -1},              // kFaint
    {A_BOLD, A_BOLD | A_UNDERLINE, 3},  // kMark
    {A_NORMAL, A_UNDERLINE, 6},         // kPlace
    {A_NORMAL, A_UNDERLINE, 2},         // kMeasure
    {A_NORMAL, A_UNDERLINE, 3},         // kBound
    {A_NORMAL, A_UNDERLINE, 5},         // kPeriod
    {A_NORMAL, A_UNDERLINE, 4},         // kWords
    {A_DIM, A_NORMAL, -1},              // kBorder
    {A_NORMAL, A_NORMAL, 6},            // kBar
    {A_BOLD, A_BOLD, 5},                // kWarning
    {A_DIM, A_NORMAL, -1},              // kHint
};

}  // namespace

class CursesScreen::Implementation {
 public:
  explicit Implementation(int tty) : tty_(tty) {
    ChooseLocale();
    utf8_ = std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
    ::tcgetattr(tty_, &modes_);
    // ncurses closes neither; each has its own descriptor.
    out_ = ::fdopen(::fcntl(tty_, F_DUPFD_CLOEXEC, 3), "w");
    in_ = ::fdopen(::fcntl(tty_, F_DUPFD_CLOEXEC, 3), "r");
    if (out_ == nullptr || in_ == nullptr) throw std::runtime_error("can't write to the terminal");
    ::use_env(TRUE);
    terminal_ = ::newterm(nullptr, out_, in_);
    if (terminal_ == nullptr)
      throw std::runtime_error("the terminal can't be drawn on; `timso shell` needs less of it");
    ::set_term(terminal_);
    ReadCapabilities();
    SetModes();
    Colours();
    PrepareForCrash();
    WriteAll(tty_, on_);
  }

  ~Implementation() {
    crash_state.tty = -1;
    WriteAll(tty_, off_);
    ::endwin();
    ::delscreen(terminal_);
    ::fclose(out_);
    ::fclose(in_);
    ::tcsetattr(tty_, TCSADRAIN, &modes_);
  }

  Size size() const {
    winsize window{};
    if (::ioctl(tty_, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0) {
      return {window.ws_row, window.ws_col};
    }
    return {LINES, COLS};
  }

  void Resize() {
    const Size now = size();
    ::resizeterm(now.rows, now.columns);
    ::clearok(::stdscr, TRUE);
  }

  void Suspend() {
    WriteAll(tty_, off_);
    ::endwin();
    ::tcsetattr(tty_, TCSADRAIN, &modes_);
    crash_state.tty = -1;
  }

  void Resume() {
    ::tcgetattr(tty_, &modes_);
    crash_state.modes = modes_;
    crash_state.tty = tty_;
    ::refresh();  // ends what endwin began
    SetModes();
    WriteAll(tty_, on_);
    Resize();
  }

  void Show(const Frame& frame) {
    ::erase();
    const Size room{LINES, COLS};
    for (int row = 0; row < std::min(frame.size().rows, room.rows); ++row) {
      for (int column = 0; column < std::min(frame.size().columns, room.columns); ++column) {
        // The last cell of the last row would scroll some terminals; ncurses knows how to write it.
        Draw(row, column, frame);
      }
    }
    ::curs_set(frame.cursor ? 1 : 0);
    if (frame.cursor)
      ::move(std::min(frame.cursor->row, room.rows - 1), std::min(frame.cursor->column, room.columns - 1));
    ::refresh();
  }

  void Copy(std::string_view text) { WriteAll(tty_, "\x1b]52;c;" + Base64(text) + "\x07"); }

 private:
  void ReadCapabilities() {
    if (Capability("cup").empty()) {
      ::endwin();
      throw std::runtime_error("the terminal can't move its cursor; use `timso shell`");
    }
    const char* name = std::getenv("TERM");
    const std::string term = name == nullptr ? "" : name;
    // Who understands the mouse understands bracketed paste, or ignores it.
    const bool modern = !Capability("kmous").empty() || term.starts_with("xterm") || term.starts_with("tmux");
    if (modern) {
      on_ = std::string(kPasteOn) + kMouseOn;
      off_ = std::string(kMouseOff) + kPasteOff;
    }
  }

  static void SetModes() {
    ::raw();
    ::noecho();
    ::nonl();
    ::scrollok(::stdscr, FALSE);
    ::idlok(::stdscr, FALSE);
    ::leaveok(::stdscr, FALSE);
  }

  void Colours() {
    const char* no_color = std::getenv("NO_COLOR");
    colours_ = (no_color == nullptr || *no_color == '\0') && ::has_colors() && ::start_color() == OK && COLORS >= 8;
    if (!colours_) return;
    const short background = ::use_default_colors() == OK ? -1 : 0;
    for (std::size_t i = 0; i < kRoles; ++i) {
      const short colour = kLooks[i].colour;
      ::init_pair(static_cast<short>(i + 1), colour < 0 && background == 0 ? COLOR_WHITE : colour, background);
    }
  }

  void PrepareForCrash() {
    std::string bytes = off_;
    for (const char* name : {"sgr0", "cnorm", "rmcup"}) bytes += Capability(name);
    crash_state.length = std::min(bytes.size(), sizeof crash_state.bytes);
    std::memcpy(crash_state.bytes, bytes.data(), crash_state.length);
    crash_state.modes = modes_;
    crash_state.tty = tty_;
  }

  void Draw(int row, int column, const Frame& frame) {
    const Cell& cell = frame.At(row, column);
    if (cell.text.empty()) return;  // the second half of a wide character
    const int width = column + 1 < frame.size().columns && frame.At(row, column + 1).text.empty() ? 2 : 1;
    wchar_t characters[CCHARW_MAX + 1];
    Characters(cell.text, width, characters);
    const Look& look = kLooks[static_cast<std::size_t>(cell.style.role)];
    attr_t attributes = colours_ ? look.attributes : look.plain;
    short pair = colours_ ? static_cast<short>(static_cast<int>(cell.style.role) + 1) : 0;
    // Faint text is hard to read in reverse.
    if (cell.style.selected) attributes = (attributes & ~(A_DIM | A_UNDERLINE)) | A_REVERSE;
    if (cell.style.selected) pair = 0;
    cchar_t drawn;
    ::setcchar(&drawn, characters, attributes, pair, nullptr);
    ::mvadd_wch(row, column, &drawn);
    if (width == 2 && ::wcwidth(characters[0]) != 2) {
      ::mvadd_wch(row, column + 1, &drawn);
    }
  }

  // What the terminal can show in so many columns; characters whose width the C library takes for another become "?".
  void Characters(const std::string& text, int width, wchar_t* characters) const {
    std::size_t length = 0;
    bool known = true;
    for (std::size_t at = 0; at < text.size() && length < CCHARW_MAX - 1;) {
      const char32_t c = DecodeCodePoint(text, at);
      characters[length++] = static_cast<wchar_t>(c);
      known = known && Encodable(c);
    }
    characters[length] = 0;
    const bool fits = known && ::wcwidth(characters[0]) == width;
    if (fits) return;
    characters[0] = static_cast<wchar_t>(PlainCharacter(text));
    characters[1] = 0;
  }

  bool Encodable(char32_t c) const {
    if (utf8_ || c < 0x7F) return true;
    char bytes[MB_LEN_MAX];
    std::mbstate_t state{};
    return std::wcrtomb(bytes, static_cast<wchar_t>(c), &state) != static_cast<std::size_t>(-1);
  }

  int tty_;
  termios modes_{};
  std::FILE* out_ = nullptr;
  std::FILE* in_ = nullptr;
  SCREEN* terminal_ = nullptr;
  std::string on_;
  std::string off_;
  bool utf8_ = false;
  bool colours_ = false;
};

CursesScreen::CursesScreen(int tty) : implementation_(new Implementation(tty)) {}
CursesScreen::~CursesScreen() { delete implementation_; }
Size CursesScreen::size() const { return implementation_->size(); }
void CursesScreen::Show(const Frame& frame) { implementation_->Show(frame); }
void CursesScreen::Copy(std::string_view text) { implementation_->Copy(text); }
void CursesScreen::Suspend() { implementation_->Suspend(); }
void CursesScreen::Resume() { implementation_->Resume(); }
void CursesScreen::Resize() { implementation_->Resize(); }

bool CursesScreen::CanDrawOn(int tty) { return CanMoveCursor(tty); }

void CursesScreen::RestoreAfterCrash() {
  const int tty = crash_state.tty.exchange(-1);
  if (tty < 0) return;
  [[maybe_unused]] const ssize_t written = ::write(tty, crash_state.bytes, crash_state.length);
  ::tcsetattr(tty, TCSANOW, &crash_state.modes);
}

}  // namespace timso::terminal
