// What the subcommands share in talking to people: names in messages, colours, progress, Ctrl-C.
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace timso {

// The name as it goes into a one-line message: control characters as \n, \t, \x1b; malformed bytes as U+FFFD.
std::string Printable(std::string_view name);

// Standard output is a terminal and NO_COLOR is not set.
bool ColourOutput();

// "1.2 MB"
std::string Megabytes(std::uint64_t bytes);

// Becomes true at the first SIGINT or SIGTERM after the first call; the second one kills.
const std::atomic<bool>& Interrupted();

// A line on a terminal that is written over; nothing in a pipe.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // At most ten times a second. `done` and `total` tell the time left, in any unit; total 0: unknown.
  void Show(std::size_t documents, std::uint64_t bytes, double done, double total);
  // Wipes the line, so that a message can be printed.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool wanted_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace timso
