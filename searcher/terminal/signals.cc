#include "searcher/terminal/signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <stdexcept>

#include "searcher/terminal/curses_screen.h"

namespace timso::terminal {
namespace {

int pipe_ends[2] = {-1, -1};             // made once, never closed: a late signal may still write
std::atomic<unsigned long> pending = 0;  // a bit a signal
static_assert(std::atomic<unsigned long>::is_always_lock_free, "set in a signal handler");
struct sigaction crash_actions[NSIG];

void OnSignal(int signal) {
  const int error = errno;
  pending.fetch_or(1ul << signal);
  SignalGuard::Wake();
  errno = error;
}

// What was there before — the default, or a sanitizer's report — goes on with the terminal sane.
void OnCrash(int signal) {
  CursesScreen::RestoreAfterCrash();
  ::sigaction(signal, &crash_actions[signal], nullptr);
  ::raise(signal);
}

void MakePipe() {
  if (pipe_ends[0] >= 0) return;
  if (::pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) throw std::runtime_error("no pipe can be made");
}

}  // namespace

SignalGuard::SignalGuard() : stack_(64 * 1024) {
  MakePipe();
  stack_t stack{};
  stack.ss_sp = stack_.data();
  stack.ss_size = stack_.size();
  ::sigaltstack(&stack, nullptr);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH}) {
    Catch(signal, OnSignal, SA_RESTART);
  }
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    ::sigaction(signal, nullptr, &crash_actions[signal]);
    Catch(signal, OnCrash, static_cast<int>(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
  }
  Catch(SIGPIPE, SIG_IGN, 0);
}

SignalGuard::~SignalGuard() {
  for (const Saved& saved : saved_) ::sigaction(saved.signal, &saved.action, nullptr);
  stack_t stack{};
  stack.ss_flags = SS_DISABLE;
  ::sigaltstack(&stack, nullptr);
}

void SignalGuard::Catch(int signal, void (*handler)(int), int flags) {
  Saved saved;
  saved.signal = signal;
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, &saved.action);
  saved_.push_back(saved);
}

int SignalGuard::descriptor() const { return pipe_ends[0]; }

void SignalGuard::Wake() {
  const char byte = 0;
  [[maybe_unused]] const ssize_t written = ::write(pipe_ends[1], &byte, 1);  // full is as good as written
}

std::vector<int> SignalGuard::Take() {
  char bytes[256];
  while (::read(pipe_ends[0], bytes, sizeof bytes) > 0) {
  }
  const unsigned long bits = pending.exchange(0);
  std::vector<int> signals;
  for (int signal = 1; signal < 64; ++signal) {
    if ((bits >> signal & 1) != 0) signals.push_back(signal);
  }
  return signals;
}

void SignalGuard::LetHappen(int signal) {
  struct sigaction action {};
  struct sigaction caught {};
  action.sa_handler = SIG_DFL;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, &caught);
  ::raise(signal);
  ::sigaction(signal, &caught, nullptr);
}

}  // namespace timso::terminal
