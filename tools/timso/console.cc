#include "tools/timso/console.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "analyzers/text/utf8.h"

namespace timso {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

void OnSignal(int signal) {
  interrupted = true;
  std::signal(signal, SIG_DFL);
}

void Catch(int signal) {
  struct sigaction action {};
  action.sa_handler = OnSignal;  // without SA_RESTART: a read of standard input must end
  ::sigaction(signal, &action, nullptr);
}

std::string Time(double seconds) {
  char text[32];
  const int whole = static_cast<int>(seconds);
  std::snprintf(text, sizeof text, "%d:%02d", whole / 60, whole % 60);
  return text;
}

}  // namespace

std::string Printable(std::string_view name) {
  std::string printable;
  for (std::size_t pos = 0; pos < name.size();) {
    const char32_t c = DecodeCodePoint(name, pos);
    if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) {
      AppendCodePoint(printable, c);
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\x%02x", static_cast<unsigned>(c));
    printable += c == U'\n' ? "\\n" : c == U'\t' ? "\\t" : escape;
  }
  return printable;
}

bool ColourOutput() {
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::string Megabytes(std::uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

const std::atomic<bool>& Interrupted() {
  static const bool caught = [] {
    Catch(SIGINT);
    Catch(SIGTERM);
    return true;
  }();
  static_cast<void>(caught);
  return interrupted;
}

ProgressLine::ProgressLine(bool wanted) : wanted_(wanted && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() { Clear(); }

void ProgressLine::Show(std::size_t documents, std::uint64_t bytes, double done, double total) {
  const Clock::time_point now = Clock::now();
  if (!wanted_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  char rate[32];
  std::snprintf(rate, sizeof rate, "%.1f MB/s", static_cast<double>(bytes) / 1e6 / (seconds > 0 ? seconds : 1));
  std::cerr << "\r\x1b[K" << documents << " documents, " << Megabytes(bytes) << ", " << rate;
  if (total > 0 && done > 0 && seconds > 1) std::cerr << ", " << Time(seconds * (total - done) / done) << " left";
  std::cerr << std::flush;
  shown_ = true;
}

void ProgressLine::Clear() {
  if (!shown_) return;
  std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace timso
