// Signals while the screen has the terminal.
#pragma once
#include <csignal>
#include <vector>

namespace timso::terminal {

// While it lives, signals that concern the screen are written into a pipe instead of ending the program, and a crash
// gives the terminal back before it goes on as it would. One at a time in a program.
class SignalGuard {
 public:
  SignalGuard();
  ~SignalGuard();
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

  // Readable when a signal has come; also when Wake was called, from any thread.
  int descriptor() const;
  static void Wake();
  // The signals since the last call, each once, in no order.
  std::vector<int> Take();

  // Does what the signal would have done without this guard; for SIGTSTP, returns after the program is continued.
  static void LetHappen(int signal);

 private:
  struct Saved {
    int signal = 0;
    struct sigaction action {};
  };
  void Catch(int signal, void (*handler)(int), int flags);

  std::vector<Saved> saved_;
  std::vector<char> stack_;  // for handlers, when the stack itself is what overflowed
};

}  // namespace timso::terminal
