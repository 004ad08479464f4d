#include "searcher/terminal/session.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <optional>

#include "searcher/terminal/curses_screen.h"
#include "searcher/terminal/open_source.h"
#include "searcher/terminal/signals.h"
#include "searcher/terminal/worker.h"

namespace timso::terminal {
namespace {

constexpr int kInterrupted = 130;
// An input method takes letters back and sends others right after: one repaint for both.
constexpr int kReplacementMs = 4;

class Session {
 public:
  Session(int tty, const SessionOptions& options)
      : tty_(tty),
        options_(options),
        worker_(options.app.index, &SignalGuard::Wake),
        screen_(tty),
        app_(options.app, [this](Request request) { worker_.Ask(std::move(request)); }) {}

  // The signal that ended it, or 0.
  int Run() {
    Show();
    app_.Start();
    while (!ended_) {
      Wait();
      Signals();
      for (const Reply& reply : worker_.Take()) app_.Receive(reply);
      Effects();
      if (!ended_) Show();
    }
    return ended_by_;
  }

  const App& app() const { return app_; }
  bool aborted() const { return aborted_; }

 private:
  void Show() { screen_.Show(app_.Draw(screen_.size())); }

  // Until there is something to do; keys are handled on the way.
  void Wait() {
    pollfd polled[2] = {{tty_, POLLIN, 0}, {signals_.descriptor(), POLLIN, 0}};
    const int timeout = decoder_.WantsTimeout() ? KeyDecoder::kEscapeTimeoutMs : -1;
    const int ready = ::poll(polled, 2, timeout);
    if (ready == 0) {
      std::vector<KeyEvent> keys;
      decoder_.TimeOut(keys);
      app_.Handle(keys);
      return;
    }
    if (ready > 0 && polled[0].revents != 0) ReadKeys();
  }

  // All that has come: a burst is one change and one repaint.
  void ReadKeys() {
    std::vector<KeyEvent> keys;
    char bytes[4096];
    for (;;) {
      const ssize_t count = ::read(tty_, bytes, sizeof bytes);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {  // the terminal is gone
        ended_ = aborted_ = true;
        return;
      }
      decoder_.Feed({bytes, static_cast<std::size_t>(count)}, keys);
      const bool took_back = !keys.empty() && keys.back().key == Key::kBackspace;
      pollfd more{tty_, POLLIN, 0};
      if (::poll(&more, 1, took_back ? kReplacementMs : 0) <= 0) break;
    }
    app_.Handle(keys);
  }

  void Signals() {
    for (const int signal : signals_.Take()) {
      switch (signal) {
        case SIGWINCH:
          screen_.Resize();
          break;
        case SIGTSTP:
          Suspend();
          break;
        case SIGCONT:  // after a stop that nobody could catch
          screen_.Suspend();
          screen_.Resume();
          break;
        case SIGINT:
          ended_ = aborted_ = true;
          break;
        default:
          ended_ = aborted_ = true;
          ended_by_ = signal;
      }
    }
  }

  void Suspend() {
    screen_.Suspend();
    SignalGuard::LetHappen(SIGTSTP);
    signals_.Take();  // the SIGCONT that woke us
    screen_.Resume();
  }

  void Effects() {
    for (const Effect& effect : app_.TakeEffects()) {
      switch (effect.kind) {
        case Effect::Kind::kQuit:
          ended_ = true;
          break;
        case Effect::Kind::kAbort:
          ended_ = aborted_ = true;
          break;
        case Effect::Kind::kSuspend:
          Suspend();
          break;
        case Effect::Kind::kRedraw:
          screen_.Resize();
          break;
        case Effect::Kind::kCopy:
          screen_.Copy(effect.text);
          break;
        case Effect::Kind::kOpen:
          app_.Say(OpenSource(effect.text));
          break;
        case Effect::Kind::kIndex:
          MakeIndex(effect.text);
          break;
      }
    }
  }

  void MakeIndex(const std::string& path) {
    if (!options_.make_index) return;
    screen_.Suspend();
    const IndexMade outcome = options_.make_index(path);
    screen_.Resume();
    app_.Say(outcome.message);
    if (outcome.made) app_.IndexIsThere();
  }

  const int tty_;
  const SessionOptions& options_;
  SignalGuard signals_;
  Worker worker_;
  CursesScreen screen_;
  KeyDecoder decoder_;
  App app_;
  bool ended_ = false;
  bool aborted_ = false;
  int ended_by_ = 0;
};

}  // namespace

int RunSession(int tty, const SessionOptions& options, std::ostream& out) {
  int ended_by = 0;
  bool aborted = false;
  std::optional<Marks> marks;
  Query query;
  {
    Session session(tty, options);
    ended_by = session.Run();
    aborted = session.aborted();
    if (!aborted) marks = session.app().marks();
    query = session.app().query();
  }
  if (ended_by != 0) SignalGuard::LetHappen(ended_by);
  if (aborted) return kInterrupted;
  if (!marks->Empty()) marks->Print(options.print, query, out);
  return 0;
}

}  // namespace timso::terminal
