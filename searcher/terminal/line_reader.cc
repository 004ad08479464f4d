#include "searcher/terminal/line_reader.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "searcher/sinks/width.h"
#include "searcher/terminal/input_line.h"
#include "searcher/terminal/signals.h"

namespace timso::terminal {
namespace {

// Raw from birth to death.
class RawMode {
 public:
  explicit RawMode(int tty) : tty_(tty) { ::tcgetattr(tty_, &before_); }
  ~RawMode() { Leave(); }
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;
  void Enter() {
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    ::tcsetattr(tty_, TCSADRAIN, &raw);
  }
  void Leave() { ::tcsetattr(tty_, TCSADRAIN, &before_); }

  // Enters it with what was typed ahead while the terminal took lines: their bytes, where an end of input that was
  // typed is a Ctrl-D again. The kernel keeps such an end as a mark that raw mode would read as NUL. Taking the key
  // away first leaves no moment in which one more mark can be made.
  std::string EnterWithTypedAhead() {
    termios endless = before_;
    endless.c_cc[VEOF] = _POSIX_VDISABLE;
    ::tcsetattr(tty_, TCSADRAIN, &endless);
    std::string typed;
    pollfd polled{tty_, POLLIN, 0};
    while (::poll(&polled, 1, 0) > 0) {
      char bytes[1024];
      const ssize_t count = ::read(tty_, bytes, sizeof bytes);
      if (count > 0) typed.append(bytes, static_cast<std::size_t>(count));
      if (count == 0) typed.push_back(kEndOfInput);
      if (count <= 0) break;
    }
    Enter();
    return typed;
  }

 private:
  static constexpr char kEndOfInput = '\x04';
  int tty_;
  termios before_{};
};

}  // namespace

class LineReader::Reading {
 public:
  Reading(LineReader& reader, std::string prompt) : reader_(reader), prompt_(std::move(prompt)), raw_(reader.tty_) {}

  std::optional<std::string> Run() {
    reader_.decoder_.Feed(raw_.EnterWithTypedAhead(), reader_.keys_);
    reader_.out_ << "\x1b[?2004h";
    Draw();
    while (!done_) {
      if (reader_.keys_.empty()) Wait();
      while (!reader_.keys_.empty() && !done_) {
        const KeyEvent key = reader_.keys_.front();
        reader_.keys_.erase(reader_.keys_.begin());
        Handle(key);
      }
      Draw();
    }
    reader_.out_ << "\x1b[?2004l\n" << std::flush;
    if (ended_) return std::nullopt;
    return line_.Text();
  }

 private:
  void Wait() {
    pollfd polled[2] = {{reader_.tty_, POLLIN, 0}, {signals_.descriptor(), POLLIN, 0}};
    const int ready = ::poll(polled, 2, reader_.decoder_.WantsTimeout() ? KeyDecoder::kEscapeTimeoutMs : -1);
    if (ready == 0) return reader_.decoder_.TimeOut(reader_.keys_);
    for (const int signal : signals_.Take()) {
      if (signal == SIGWINCH) continue;
      if (signal == SIGCONT) {
        raw_.Enter();
        continue;
      }
      LetHappen(signal);
    }
    if (ready < 0 || polled[0].revents == 0) return;
    char bytes[1024];
    const ssize_t count = ::read(reader_.tty_, bytes, sizeof bytes);
    if (count > 0) reader_.decoder_.Feed({bytes, static_cast<std::size_t>(count)}, reader_.keys_);
    if (count == 0 || (count < 0 && errno != EINTR)) done_ = ended_ = true;
  }

  void LetHappen(int signal) {
    reader_.out_ << "\x1b[?2004l\n" << std::flush;
    raw_.Leave();
    SignalGuard::LetHappen(signal);
    raw_.Enter();
    reader_.out_ << "\x1b[?2004h";
  }

  void Handle(const KeyEvent& key) {
    switch (key.key) {
      case Key::kEnter:
        done_ = true;
        return;
      case Key::kText:
        return line_.Type(key.text);
      case Key::kPaste:
        return line_.Paste(key.text);
      case Key::kBackspace:
        return line_.Backspace();
      case Key::kDelete:
        return line_.Delete();
      case Key::kLeft:
        return line_.Left();
      case Key::kRight:
        return line_.Right();
      case Key::kHome:
        return line_.Home();
      case Key::kEnd:
        return line_.End();
      case Key::kUp:
        return Recall(1);
      case Key::kDown:
        return Recall(-1);
      case Key::kControl:
        return Control(key.letter);
      default:
        return;
    }
  }

  void Control(char letter) {
    if (letter == 'a') line_.Home();
    if (letter == 'e') line_.End();
    if (letter == 'u') line_.DeleteToStart();
    if (letter == 'k') line_.DeleteToEnd();
    if (letter == 'w') line_.DeleteWord();
    if (letter == 'p') Recall(1);
    if (letter == 'n') Recall(-1);
    if (letter == 'z') LetHappen(SIGTSTP);
    if (letter == 'd') {
      if (line_.Empty()) done_ = ended_ = true;
      line_.Delete();
    }
    if (letter == 'c') {
      line_.Set("");
      done_ = true;
    }
  }

  void Recall(int direction) {
    const std::vector<std::string>& all = reader_.history_.questions();
    if (back_ == 0) typed_ = line_.Text();
    if ((direction > 0 && back_ == all.size()) || (direction < 0 && back_ == 0)) return;
    back_ += direction > 0 ? 1 : static_cast<std::size_t>(-1);
    line_.Set(back_ == 0 ? typed_ : all[all.size() - back_]);
  }

  void Draw() {
    winsize size{};
    const bool known = ::ioctl(reader_.tty_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    const std::size_t columns = known ? size.ws_col : 80;
    const std::size_t prompt = DisplayWidth(prompt_);
    const InputLine::View view = line_.ViewOf(columns > prompt + 2 ? columns - prompt - 1 : 1);
    reader_.out_ << '\r' << prompt_ << view.text << "\x1b[K\r";
    if (prompt + view.cursor > 0) reader_.out_ << "\x1b[" << prompt + view.cursor << 'C';
    reader_.out_ << std::flush;
  }

  LineReader& reader_;
  const std::string prompt_;
  SignalGuard signals_;
  RawMode raw_;
  InputLine line_;
  std::size_t back_ = 0;
  std::string typed_;
  bool done_ = false;
  bool ended_ = false;
};

std::optional<std::string> LineReader::Read(const std::string& prompt) { return Reading(*this, prompt).Run(); }

}  // namespace timso::terminal
