#include "searcher/terminal/worker.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "tests/catch.h"
#include "tests/terminal/screen_session.h"

namespace timso::terminal {
namespace {

using std::chrono::seconds;

// Collects replies until the condition holds.
class Collector {
 public:
  explicit Collector(const std::filesystem::path& index)
      : worker(index, [this] {
          const std::lock_guard lock(mutex_);
          woken_ = true;
          changed_.notify_all();
        }) {}

  template <typename Condition>
  bool Until(Condition holds) {
    const auto deadline = std::chrono::steady_clock::now() + seconds(20);
    while (!holds(replies)) {
      std::unique_lock lock(mutex_);
      if (!changed_.wait_until(lock, deadline, [this] { return woken_; })) return false;
      woken_ = false;
      lock.unlock();
      for (Reply& reply : worker.Take()) replies.push_back(std::move(reply));
    }
    return true;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;

 public:
  std::vector<Reply> replies;
  Worker worker;
};

SearchRequest Question(const std::string& text) {
  SearchRequest request;
  request.question = text;
  return request;
}

bool HasLast(const std::vector<Reply>& replies, std::uint64_t number) {
  for (const Reply& reply : replies) {
    const auto* search = std::get_if<SearchReply>(&reply.answer);
    if (reply.number == number && search != nullptr && search->last) return true;
  }
  return false;
}

TEST_CASE("a search is answered in parts: what was asked for, the other answer, the facets") {
  Collector collector(terminal_test::SmallIndex());
  collector.worker.Ask({1, Question("huyện vượt chỉ tiêu kết nạp đảng viên năm 2023")});
  REQUIRE(collector.Until([](const auto& replies) { return HasLast(replies, 1); }));
  REQUIRE(collector.replies.size() == 3);
  const auto& answer = std::get<SearchReply>(collector.replies[0].answer);
  CHECK(answer.part == SearchReply::Part::kAnswer);
  CHECK(answer.results.facts.size() == 3);
  CHECK_FALSE(answer.cut);
  const auto& other = std::get<SearchReply>(collector.replies[1].answer);
  CHECK(other.part == SearchReply::Part::kOther);
  CHECK(other.results.documents.size() == 6);
  const auto& facets = std::get<SearchReply>(collector.replies[2].answer);
  CHECK(facets.part == SearchReply::Part::kFacets);
  CHECK(facets.results.facets.names.front().first == "province");
}

TEST_CASE("the newest of many questions is answered, whatever came before") {
  Collector collector(terminal_test::SmallIndex());
  constexpr std::uint64_t kQuestions = 200;
  for (std::uint64_t number = 1; number <= kQuestions; ++number) {
    collector.worker.Ask({number, Question(number % 2 == 0 ? "huyện bắc quang" : "kết nạp đảng viên")});
    if (number % 3 == 0) collector.worker.Ask({number, TextRequest{"bac-quang-2023", {"Bắc"}}});
  }
  REQUIRE(collector.Until([](const auto& replies) { return HasLast(replies, kQuestions); }));
  // Most were overtaken.
  CHECK(collector.replies.size() < kQuestions * 3);
}

TEST_CASE("the greatest few stay the greatest, in whatever order they are shown") {
  Collector collector(terminal_test::SmallIndex());
  SearchRequest request = Question("level:district kind:amount measure:party_members_admitted year:2023 top:2");
  request.order = Order{Order::Key::kSubject, false};
  collector.worker.Ask({1, request});
  REQUIRE(collector.Until([](const auto& replies) { return HasLast(replies, 1); }));
  const auto& rows = std::get<SearchReply>(collector.replies[0].answer).results.facts;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].fact().subject == "Bắc Quang");
  CHECK(rows[1].fact().subject == "Krông Pắc");
}

TEST_CASE("while a word is typed that nothing has, the words before it are answered") {
  Collector collector(terminal_test::SmallIndex());
  SearchRequest request = Question("title:quang title:zz");
  request.unfinished = true;
  request.scope = Scope::kDocuments;
  collector.worker.Ask({1, request});
  REQUIRE(collector.Until([](const auto& replies) { return HasLast(replies, 1); }));
  const auto& answer = std::get<SearchReply>(collector.replies[0].answer);
  CHECK(answer.cut);
  CHECK(answer.results.documents.size() == 1);
}

TEST_CASE("no index is told, and one that comes is found") {
  TempFolder folder;
  Collector collector(folder.path() / "index");
  collector.worker.Ask({1, Question("huyện")});
  REQUIRE(collector.Until([](const auto& replies) { return !replies.empty(); }));
  const auto& failure = std::get<FailureReply>(collector.replies[0].answer);
  CHECK(failure.no_index);
  CHECK(failure.sentence.find("timso index") != std::string::npos);
  std::filesystem::copy(terminal_test::SmallIndex(), folder.path() / "index", std::filesystem::copy_options::recursive);
  REQUIRE(collector.Until([](const auto& replies) { return replies.size() > 1; }));
  CHECK(std::holds_alternative<ChangedReply>(collector.replies[1].answer));
}

TEST_CASE("an article is read with its words marked, and the course of one subject over the years") {
  Collector collector(terminal_test::SmallIndex());
  collector.worker.Ask({1, TextRequest{"cho-phien", {"học sinh"}}});
  REQUIRE(collector.Until([](const auto& replies) { return replies.size() == 1; }));
  const auto& text = std::get<TextReply>(collector.replies[0].answer);
  REQUIRE(text.text.has_value());
  REQUIRE(text.highlights.size() >= 1);
  collector.worker.Ask({2, Question("Vị Xuyên kết nạp đảng viên")});
  REQUIRE(collector.Until([](const auto& replies) { return HasLast(replies, 2); }));
  const auto& answer = std::get<SearchReply>(collector.replies[1].answer);
  REQUIRE(answer.results.facts.size() == 3);
  collector.worker.Ask({3, CourseRequest{answer.results.facts[0].fact()}});
  REQUIRE(collector.Until([](const auto& replies) { return replies.back().number == 3; }));
  const auto& course = std::get<CourseReply>(collector.replies.back().answer);
  REQUIRE(course.rows.size() == 3);
  CHECK(course.rows[0].fact().value == 148);
}

}  // namespace
}  // namespace timso::terminal
