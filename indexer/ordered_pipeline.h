// Items through worker threads to one consumer thread, in the order in which they were put in.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

namespace timso {

template <typename In, typename Out>
class OrderedPipeline {
 public:
  using Work = std::function<Out(In, unsigned worker)>;
  using Consume = std::function<void(Out)>;

  // At most `most_items` and `most_bytes` are under way at a time (one item, however large, always is let in).
  OrderedPipeline(unsigned workers, std::size_t most_items, std::size_t most_bytes, Work work, Consume consume)
      : most_items_(most_items), most_bytes_(most_bytes), work_(std::move(work)), consume_(std::move(consume)) {
    for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this, i] { WorkLoop(i); });
    threads_.emplace_back([this] { ConsumeLoop(); });
  }
  ~OrderedPipeline() { Join(); }

  // Waits for room. False once a worker or the consumer has failed: Finish says how.
  bool Put(In item, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock,
               [&] { return failure_ || items_ == 0 || (items_ < most_items_ && bytes_ + bytes <= most_bytes_); });
    if (failure_) return false;
    ++items_;
    bytes_ += bytes;
    input_.push({next_in_++, bytes, std::move(item)});
    work_ready_.notify_one();
    return true;
  }

  // Waits until all is consumed; throws what a worker or the consumer threw.
  void Finish() {
    Join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Job {
    std::uint64_t number;
    std::size_t bytes;
    In item;
  };

  void WorkLoop(unsigned worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      work_ready_.wait(lock, [&] { return failure_ || closed_ || !input_.empty(); });
      if (failure_ || input_.empty()) return;
      Job job = std::move(input_.front());
      input_.pop();
      lock.unlock();
      try {
        Out out = work_(std::move(job.item), worker);
        lock.lock();
        output_.emplace(job.number, std::make_pair(job.bytes, std::move(out)));
        output_ready_.notify_one();
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        Fail();
      }
    }
  }

  void ConsumeLoop() {
    std::unique_lock lock(mutex_);
    for (std::uint64_t next = 0;; ++next) {
      output_ready_.wait(lock, [&] { return failure_ || output_.count(next) > 0 || (closed_ && next == next_in_); });
      if (failure_ || output_.count(next) == 0) return;
      auto node = output_.extract(next);
      lock.unlock();
      try {
        consume_(std::move(node.mapped().second));
        lock.lock();
      } catch (...) {
        lock.lock();
        return Fail();
      }
      --items_;
      bytes_ -= node.mapped().first;
      room_.notify_one();
    }
  }

  // REQUIRES: mutex_ held.
  void Fail() {
    if (!failure_) failure_ = std::current_exception();
    room_.notify_all();
    work_ready_.notify_all();
    output_ready_.notify_all();
  }

  void Join() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_ready_.notify_all();
    output_ready_.notify_all();
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  const std::size_t most_items_;
  const std::size_t most_bytes_;
  const Work work_;
  const Consume consume_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_ready_;
  std::condition_variable output_ready_;
  std::queue<Job> input_;
  std::map<std::uint64_t, std::pair<std::size_t, Out>> output_;
  std::uint64_t next_in_ = 0;
  std::size_t items_ = 0;
  std::size_t bytes_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace timso
