#include "searcher/terminal/worker.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <utility>

#include "indexer/schema/index_reader.h"
#include "searcher/terminal/serve.h"

namespace timso::terminal {
namespace {

constexpr std::chrono::milliseconds kLookEvery{1500};  // for new commits, while nothing is asked

// Signals are the screen's.
void BlockSignals() {
  sigset_t all;
  sigfillset(&all);
  for (const int crash : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigdelset(&all, crash);
  pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

bool HasNoIndex(const std::filesystem::path& index) {
  try {
    CurrentGeneration(index);
    return false;
  } catch (const IndexError&) {
  }
  std::error_code error;
  return !std::filesystem::exists(index, error) || std::filesystem::is_empty(index, error);
}

}  // namespace

Worker::Worker(std::filesystem::path index, std::function<void()> wake)
    : index_(std::move(index)), wake_(std::move(wake)) {
  for (std::size_t i = 0; i < kThreads; ++i) threads_.emplace_back([this, i] { Run(i == 0); });
}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wanted_.notify_all();
  newer_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Worker::Ask(Request request) {
  {
    const std::lock_guard lock(mutex_);
    const std::size_t kind = request.ask.index();
    newest_[kind] = request.number;
    waiting_[kind] = std::move(request);
  }
  wanted_.notify_one();
  newer_.notify_all();
}

std::vector<Reply> Worker::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(replies_, {});
}

void Worker::HandOn(Reply reply) {
  {
    const std::lock_guard lock(mutex_);
    replies_.push_back(std::move(reply));
  }
  wake_();
}

bool Worker::IsOutdated(const Request& request, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  const auto outdated = [&] { return stop_ || newest_[request.ask.index()] != request.number; };
  return newer_.wait_for(lock, patience, outdated);
}

// None: time to look for changes, or to stop.
std::optional<Request> Worker::Next(bool watches) {
  std::unique_lock lock(mutex_);
  const auto ready = [this] {
    return stop_ || std::any_of(waiting_.begin(), waiting_.end(), [](const auto& slot) { return slot.has_value(); });
  };
  if (watches) {
    wanted_.wait_for(lock, kLookEvery, ready);
  } else {
    wanted_.wait(lock, ready);
  }
  if (stop_) return std::nullopt;
  for (std::optional<Request>& slot : waiting_) {
    if (slot) return std::exchange(slot, std::nullopt);
  }
  return std::nullopt;
}

void Worker::Run(bool watches) {
  BlockSignals();
  std::optional<Searcher> searcher;
  for (;;) {
    const std::optional<Request> request = Next(watches);
    if (request) {
      Answer(searcher, *request);
    } else {
      const std::lock_guard lock(mutex_);
      if (stop_) return;
    }
    if (!request && watches) LookForChanges(searcher);
  }
}

void Worker::Answer(std::optional<Searcher>& searcher, const Request& request) {
  asked_ = true;
  try {
    if (searcher) {
      searcher->Reopen();
    } else {
      searcher.emplace(index_);
    }
    {
      const std::string revision = searcher->Revision();
      const std::lock_guard lock(mutex_);
      revision_ = revision;
    }
    const auto outdated = [&](std::chrono::milliseconds patience) { return IsOutdated(request, patience); };
    Serve(*searcher, request, outdated, [this](Reply reply) { HandOn(std::move(reply)); });
  } catch (const IndexError& error) {
    searcher.reset();
    HandOn({request.number, FailureReply{error.what(), HasNoIndex(index_)}});
  } catch (const std::exception& error) {
    searcher.reset();
    HandOn({request.number, FailureReply{std::string("an unexpected failure: ") + error.what(), false}});
  }
}

void Worker::LookForChanges(std::optional<Searcher>& searcher) {
  try {
    std::string searched;
    {
      const std::lock_guard lock(mutex_);
      searched = revision_;
    }
    // Until an index could be opened, its coming is the change.
    if (searched.empty() && (!asked_ || HasNoIndex(index_))) return;
    if (searcher) {
      searcher->Reopen();
    } else {
      searcher.emplace(index_);
    }
    const std::string revision = searcher->Revision();
    if (revision == searched) return;
    {
      const std::lock_guard lock(mutex_);
      revision_ = revision;
    }
    HandOn({0, ChangedReply{}});
  } catch (const std::exception&) {
    searcher.reset();  // the next question tells what is wrong
  }
}

}  // namespace timso::terminal
