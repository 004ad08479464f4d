#include "tests/terminal/terminal_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace timso::terminal_test {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
constexpr milliseconds kPatience{20000};

void SetSize(int tty, int rows, int columns) {
  winsize size{};
  size.ws_row = static_cast<unsigned short>(rows);
  size.ws_col = static_cast<unsigned short>(columns);
  ::ioctl(tty, TIOCSWINSZ, &size);
}

[[noreturn]] void RunChild(const ProgramOptions& options, int slave, int output) {
  ::setsid();
  ::ioctl(slave, TIOCSCTTY, 0);
  ::dup2(slave, STDIN_FILENO);
  ::dup2(output >= 0 ? output : slave, STDOUT_FILENO);
  ::dup2(slave, STDERR_FILENO);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
  for (const char* name : {"LC_ALL", "LC_CTYPE", "NO_COLOR", "LINES", "COLUMNS", "TIMSO_INDEX"}) ::unsetenv(name);
  ::setenv("TERM", "xterm-256color", 1);
  ::setenv("LANG", "C.UTF-8", 1);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : options.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

TerminalProgram::TerminalProgram(const ProgramOptions& options) : terminal_(options.rows, options.columns) {
  master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0) throw std::runtime_error("no terminal");
  slave_ = ::open(::ptsname(master_), O_RDWR | O_NOCTTY | O_CLOEXEC);
  SetSize(slave_, options.rows, options.columns);
  int pipe_ends[2] = {-1, -1};
  if (options.catch_output && ::pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  output_ = pipe_ends[0];
  child_ = ::fork();
  if (child_ == 0) RunChild(options, slave_, pipe_ends[1]);
  if (pipe_ends[1] >= 0) ::close(pipe_ends[1]);
  if (output_ >= 0) ::fcntl(output_, F_SETFL, O_NONBLOCK);
}

TerminalProgram::~TerminalProgram() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  for (const int descriptor : {master_, slave_, output_}) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

void TerminalProgram::Type(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(master_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw std::runtime_error("the terminal takes no keys");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void TerminalProgram::Resize(int rows, int columns) {
  terminal_.Resize(rows, columns);
  SetSize(master_, rows, columns);
}

void TerminalProgram::Signal(int signal) const { ::kill(child_, signal); }

bool TerminalProgram::ReadSome(milliseconds time) {
  pollfd polled[2] = {{master_, POLLIN, 0}, {output_, POLLIN, 0}};
  if (::poll(polled, output_ >= 0 ? 2 : 1, static_cast<int>(time.count())) <= 0) return false;
  char bytes[65536];
  bool read = false;
  if ((polled[0].revents & POLLIN) != 0) {
    const ssize_t count = ::read(master_, bytes, sizeof bytes);
    if (count > 0) terminal_.Write({bytes, static_cast<std::size_t>(count)});
    read = count > 0;
  }
  if (output_ >= 0 && polled[1].revents != 0) {
    const ssize_t count = ::read(output_, bytes, sizeof bytes);
    if (count > 0) caught_.append(bytes, static_cast<std::size_t>(count));
    read = read || count > 0;
    if (count == 0) {
      ::close(output_);
      output_ = -1;
    }
  }
  return read;
}

bool TerminalProgram::WaitUntil(const Condition& condition, milliseconds time) {
  const auto deadline = Clock::now() + time;
  while (!condition()) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    ReadSome(std::min(left, milliseconds(100)));
  }
  return true;
}

void TerminalProgram::Read(milliseconds time) {
  const auto deadline = Clock::now() + time;
  while (Clock::now() < deadline) ReadSome(milliseconds(5));
}

std::optional<int> TerminalProgram::WaitForEnd() {
  const auto deadline = Clock::now() + kPatience;
  int status = 0;
  while (Clock::now() < deadline) {
    ReadSome(milliseconds(5));
    if (::waitpid(child_, &status, WNOHANG) != child_) continue;
    child_ = -1;
    while (ReadSome(milliseconds(20))) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return std::nullopt;
}

bool TerminalProgram::Stopped() const {
  siginfo_t info{};
  if (::waitid(P_PID, static_cast<id_t>(child_), &info, WSTOPPED | WNOHANG | WNOWAIT) != 0) return false;
  return info.si_pid == child_ && info.si_code == CLD_STOPPED;
}

bool TerminalProgram::Sane() const {
  termios modes{};
  if (::tcgetattr(slave_, &modes) != 0) return false;
  constexpr tcflag_t kShell = ICANON | ECHO | ISIG;
  return (modes.c_lflag & kShell) == kShell && (modes.c_oflag & OPOST) != 0;
}

std::string TerminalProgram::Output() { return caught_; }

}  // namespace timso::terminal_test
