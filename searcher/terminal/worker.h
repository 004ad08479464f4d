// Threads that answer the screen's requests beside it.
#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "searcher/terminal/requests.h"

namespace timso::terminal {

// Of each kind of request the newest waits, older ones are forgotten. There are two threads, so that a newer question
// overtakes one that takes long. Replies come in any order; their numbers tell which are still wanted.
class Worker {
 public:
  // `wake` is called from the threads whenever a reply has come; it must not block. The index is opened with the first
  // request, and again whenever it could not be opened.
  Worker(std::filesystem::path index, std::function<void()> wake);
  // Waits for what is running.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void Ask(Request request);
  // What has come since the last call, in order.
  std::vector<Reply> Take();

 private:
  static constexpr std::size_t kThreads = 2;
  static constexpr std::size_t kKinds = std::variant_size_v<terminal::Ask>;

  void Run(bool watches);
  std::optional<Request> Next(bool watches);
  void Answer(std::optional<Searcher>& searcher, const Request& request);
  void LookForChanges(std::optional<Searcher>& searcher);
  void HandOn(Reply reply);
  bool IsOutdated(const Request& request, std::chrono::milliseconds patience);

  const std::filesystem::path index_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable wanted_;                      // a request has come
  std::condition_variable newer_;                       // the same, for who serves an older one
  std::array<std::optional<Request>, kKinds> waiting_;  // by the kind of request
  std::array<std::uint64_t, kKinds> newest_{};
  std::vector<Reply> replies_;
  std::string revision_;             // of the index, when it was last searched
  std::atomic<bool> asked_ = false;  // somebody wanted the index
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace timso::terminal
