#include "searcher/terminal/serve.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <utility>

#include "indexer/schema/text_terms.h"
#include "searcher/sinks/sinks.h"
#include "searcher/snippets.h"
#include "searcher/terminal/chips.h"

namespace timso::terminal {
namespace {

constexpr std::size_t kMostExported = 100000;
constexpr std::size_t kCourseRows = 400;

// While somebody types, what is looked at less comes in the pauses, so that the next key finds a thread free.
using std::chrono::milliseconds;
constexpr milliseconds kOtherPause{40};
constexpr milliseconds kFacetsPause{150};

// "huyện vượt chỉ ti" → "huyện vượt chỉ "; empty when there is but one word.
std::string WithoutLastWord(const std::string& question) {
  const std::size_t blank = question.find_last_of(' ');
  return blank == std::string::npos ? "" : question.substr(0, blank + 1);
}

Answer Other(Answer answer) { return answer == Answer::kFacts ? Answer::kDocuments : Answer::kFacts; }

SearchOptions OptionsOf(const SearchRequest& request) {
  SearchOptions options;
  options.limit = request.limit;
  options.order = request.order;
  options.doubtful = request.doubtful;
  if (request.scope == Scope::kFacts) options.in = Answer::kFacts;
  if (request.scope == Scope::kDocuments) options.in = Answer::kDocuments;
  return options;
}

// Facts' or documents', as the question asks unless the scope says.
void SetLimit(const SearchRequest& request, Answer answer, SearchOptions& options) {
  options.limit = answer == Answer::kFacts ? request.limit : (request.limit + 1) / 2;
}

// What a row is sorted by, as text that compares as the rows do.
std::string SortText(const FactRow& row, Order::Key key) {
  const Fact& fact = row.fact();
  if (key == Order::Key::kSubject) return fact.subject.value_or("");
  if (key == Order::Key::kMeasure) return fact.measure.value_or("");
  if (key == Order::Key::kPeriod) return fact.to.value_or("");
  return key == Order::Key::kDate ? row.document().date : "";
}

// "top 5" means the five greatest, in whatever order they are then looked at.
void SortTop(std::vector<FactRow>& rows, const Order& order) {
  std::stable_sort(rows.begin(), rows.end(), [&](const FactRow& a, const FactRow& b) {
    const FactRow& first = order.descending ? b : a;
    const FactRow& second = order.descending ? a : b;
    if (order.key == Order::Key::kValue) return first.fact().value < second.fact().value;
    return SortText(first, order.key) < SortText(second, order.key);
  });
}

Results SearchOrdered(Searcher& searcher, const Query& query, SearchOptions options) {
  if (!query.top || !options.order) return searcher.Search(query, options);
  const Order order = *std::exchange(options.order, std::nullopt);
  Results results = searcher.Search(query, options);
  SortTop(results.facts, order);
  return results;
}

// While a word is typed, nothing may have its first letters: then the words before it are answered.
Results FirstAnswer(Searcher& searcher, const SearchRequest& request, SearchOptions options, bool& cut) {
  const Query query = searcher.Understand(request.question);
  SetLimit(request, options.in.value_or(query.answer.value_or(Answer::kDocuments)), options);
  if (!request.unfinished) return SearchOrdered(searcher, query, options);
  options.correct = false;
  Results results = SearchOrdered(searcher, query, options);
  const std::string rest = WithoutLastWord(request.question);
  if (!results.Empty() || rest.empty()) return results;
  Results without = searcher.Search(rest, options);
  cut = !without.Empty();
  return cut ? without : results;
}

void ServeSearch(Searcher& searcher, const Request& request, const SearchRequest& search, const Outdated& outdated,
                 const std::function<void(Reply)>& hand_on) {
  using Part = SearchReply::Part;
  SearchOptions options = OptionsOf(search);
  SearchReply reply;
  reply.results = FirstAnswer(searcher, search, options, reply.cut);
  reply.notice = searcher.Notice();
  const Query query = reply.results.query;
  const Answer answer = reply.results.answer;
  const bool other = search.scope == Scope::kBoth && search.both && !query.text.empty();
  reply.last = !other && !search.facets;
  hand_on({request.number, reply});
  options.correct = false;
  const auto pause = [&](milliseconds time) { return search.unfinished ? time : milliseconds(0); };
  Answer counted = answer;
  if (other && !outdated(pause(kOtherPause))) {
    SearchReply second;
    second.part = Part::kOther;
    second.last = !search.facets;
    options.in = Other(answer);
    SetLimit(search, Other(answer), options);
    second.results = searcher.Search(query, options);
    // What alone is there is counted.
    if (reply.results.Empty() && !second.results.Empty()) counted = Other(answer);
    hand_on({request.number, std::move(second)});
  }
  if (search.facets && !outdated(pause(kFacetsPause))) {
    SearchReply facets;
    facets.part = Part::kFacets;
    facets.last = true;
    options.in = counted;
    options.limit = 0;
    options.facets = Searcher::FacetNames();
    facets.results = searcher.Search(query, options);
    hand_on({request.number, std::move(facets)});
  }
}

TextReply ReadText(Searcher& searcher, const TextRequest& request) {
  TextReply reply;
  reply.id = request.id;
  reply.text = searcher.DocumentText(request.id);
  if (!reply.text) return reply;
  SnippetWords wanted;
  std::set<std::string> known;
  for (const std::string& words : request.words) {
    for (TextWord& word : TextWords(words)) {
      if (!known.insert(word.exact).second) continue;
      wanted.words.push_back(std::move(word));
      wanted.weights.push_back(1);
    }
  }
  if (!wanted.words.empty()) reply.highlights = FindHighlights(*reply.text, wanted);
  return reply;
}

CourseReply ReadCourse(Searcher& searcher, const CourseRequest& request) {
  SearchOptions options;
  options.in = Answer::kFacts;
  options.limit = kCourseRows;
  options.order = Order{Order::Key::kPeriod, false};
  options.doubtful = request.doubtful;
  options.correct = false;
  return {searcher.Search(CourseOf(request.fact), options).facts};
}

// Beside and renamed, so that nobody reads half of it.
ExportReply WriteFile(Searcher& searcher, const ExportRequest& request) {
  SearchOptions options = OptionsOf(request.search);
  options.limit = kMostExported;
  const Results results = searcher.Search(request.search.question, options);
  const std::filesystem::path beside = request.file.string() + ".part";
  std::ofstream out(beside, std::ios::binary);
  if (request.file.extension() == ".json") {
    WriteJson(results, out);
  } else {
    WriteCsv(results, out);
  }
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(beside, request.file, error);
  if (!out || error) {
    const std::string why = error ? error.message() : std::strerror(errno);
    std::filesystem::remove(beside, error);
    return {"can't write " + request.file.string() + ": " + why};
  }
  const std::size_t rows = results.facts.size() + results.documents.size();
  return {std::to_string(rows) + (rows == 1 ? " row" : " rows") + " written to " + request.file.string()};
}

}  // namespace

Query CourseOf(const Fact& fact) {
  Query query;
  query.answer = Answer::kFacts;
  if (fact.subject) {
    PlaceIs place;
    place.name = *fact.subject;
    if (!fact.place_codes.empty()) place.codes = {fact.place_codes.front()};
    if (fact.level != Level::kNone) place.level = fact.level;
    place.scope = PlaceIs::Scope::kItself;
    query.clauses.push_back({std::move(place), {}, false, true});
  }
  if (fact.measure) query.clauses.push_back({MeasureIs{{*fact.measure}}, {}, false, true});
  query.clauses.push_back({KindIs{{fact.kind}}, {}, false, true});
  if (!fact.unit.empty()) query.clauses.push_back({UnitIs{fact.unit}, {}, false, true});
  query.clauses.push_back({QualifiersAre{fact.qualifiers, {}, true}, {}, false, true});
  return query;
}

void Serve(Searcher& searcher, const Request& request, const Outdated& outdated,
           const std::function<void(Reply)>& hand_on) {
  if (const auto* search = std::get_if<SearchRequest>(&request.ask)) {
    ServeSearch(searcher, request, *search, outdated, hand_on);
  } else if (const auto* text = std::get_if<TextRequest>(&request.ask)) {
    hand_on({request.number, ReadText(searcher, *text)});
  } else if (const auto* course = std::get_if<CourseRequest>(&request.ask)) {
    hand_on({request.number, ReadCourse(searcher, *course)});
  } else if (const auto* remove = std::get_if<RemoveRequest>(&request.ask)) {
    const auto understand = [&](const std::string& question) { return searcher.Understand(question); };
    hand_on({request.number, RemoveReply{WithoutClause(remove->query, remove->clause, understand)}});
  } else if (const auto* file = std::get_if<ExportRequest>(&request.ask)) {
    hand_on({request.number, WriteFile(searcher, *file)});
  }
}

}  // namespace timso::terminal
