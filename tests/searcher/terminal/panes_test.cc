// The pieces of the screen without a terminal.
#include <fstream>
#include <sstream>

#include "searcher/query/parser.h"
#include "searcher/terminal/app.h"
#include "searcher/terminal/memory_screen.h"
#include "searcher/terminal/plain_characters.h"
#include "searcher/terminal/plots.h"
#include "tests/catch.h"

namespace timso::terminal {
namespace {

FactRow RowOf(const std::string& subject, double value, const std::string& year, std::size_t index = 0) {
  FactSource source;
  source.fact.subject = subject;
  source.fact.level = Level::kDistrict;
  source.fact.measure = "party_members_admitted";
  source.fact.value = value;
  source.fact.unit = "person";
  source.fact.from = year + "-01-01";
  source.fact.to = year + "-12-31";
  source.document = {"a", "Tiêu đề", "2023-12-01", "a.txt", "Báo"};
  source.index = index;
  return {{source}, {}};
}

// An App whose requests are kept and answered by hand.
struct Driven {
  std::vector<Request> asked;
  MemoryScreen screen{{24, 80}};
  App app;

  explicit Driven(AppOptions options = {})
      : app(std::move(options), [this](Request request) { asked.push_back(std::move(request)); }) {
    app.Start();
  }

  void Type(std::string_view bytes) {
    KeyDecoder decoder;
    std::vector<KeyEvent> keys;
    decoder.Feed(bytes, keys);
    decoder.TimeOut(keys);
    app.Handle(keys);
    screen.Show(app.Draw(screen.size()));
  }

  void Answer(std::vector<FactRow> rows, std::size_t doubtful_left_out = 0) {
    SearchReply reply;
    reply.last = true;
    for (auto it = asked.rbegin(); it != asked.rend(); ++it) {
      if (const auto* search = std::get_if<SearchRequest>(&it->ask)) {
        reply.results.query = ParseQuestion(search->question, NoNames());
        reply.results.answer = timso::Answer::kFacts;
        reply.results.total = rows.size();
        reply.results.doubtful_left_out = doubtful_left_out;
        reply.results.facts = std::move(rows);
        app.Receive(Reply{it->number, reply});
        break;
      }
    }
    screen.Show(app.Draw(screen.size()));
  }

  std::size_t Searches() const {
    std::size_t count = 0;
    for (const Request& request : asked) count += std::holds_alternative<SearchRequest>(request.ask) ? 1 : 0;
    return count;
  }
  std::string LastQuestion() const {
    std::string question;
    for (const Request& request : asked) {
      if (const auto* search = std::get_if<SearchRequest>(&request.ask)) question = search->question;
    }
    return question;
  }
  bool Shows(const std::string& text) const { return screen.frame().Text().find(text) != std::string::npos; }
};

TEST_CASE("a burst asks once, for what stands there at its end") {
  Driven driven;
  const std::size_t before = driven.Searches();
  driven.Type("tie\x7fê\x7fếng");
  CHECK(driven.Searches() == before + 1);
  CHECK(driven.LastQuestion() == "tiếng");
  driven.Type("x\x7f");
  CHECK(driven.Searches() == before + 1);
}

TEST_CASE("answers to older questions are passed over") {
  Driven driven;
  driven.Type("một");
  const std::uint64_t old = driven.asked.back().number;
  driven.Type(" hai");
  SearchReply late;
  late.results.answer = timso::Answer::kFacts;
  late.results.facts = {RowOf("Cũ", 1, "2020")};
  driven.app.Receive(Reply{old, late});
  driven.Answer({RowOf("Mới", 2, "2021")});
  CHECK(driven.Shows("Mới"));
  CHECK_FALSE(driven.Shows("Cũ"));
}

TEST_CASE("F5 asks for the doubtful facts that were left out, and without them again") {
  const auto asks_for_doubtful = [](const Driven& driven) {
    return std::get<SearchRequest>(driven.asked.back().ask).doubtful;
  };
  constexpr char kF5[] = "\x1b[15~";
  Driven driven;
  driven.Type("năm 2023");
  CHECK_FALSE(asks_for_doubtful(driven));
  driven.Answer({RowOf("A", 1, "2023")}, 2);
  CHECK(driven.Shows("1 fact · 2 doubtful left out"));
  driven.Answer({}, 3);
  CHECK(driven.Shows("F5 shows facts that may be misread: 3."));
  driven.Type(kF5);
  CHECK(asks_for_doubtful(driven));
  FactRow doubtful = RowOf("A", 186, "2023");
  doubtful.sources.front().fact.doubtful = true;
  driven.Answer({doubtful});
  CHECK(driven.Shows("186 người ?"));
  CHECK_FALSE(driven.Shows("left out"));
  driven.Type(kF5);
  CHECK_FALSE(asks_for_doubtful(driven));
}

TEST_CASE("conditions are taken away by their own words, else by writing the others") {
  const auto without = [](const char* question, std::size_t clause) {
    const auto understand = [](const std::string& text) { return ParseQuestion(text, NoNames()); };
    return WithoutClause(ParseQuestion(question, NoNames()), clause, understand);
  };
  CHECK(without("level:district attainment:>100 year:2023", 1) == "level:district year:2023");
  CHECK(without("level:district", 0).empty());
  const Query query = ParseQuestion("districts over 100% quota in 2023", NoNames());
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    const std::string text = without("districts over 100% quota in 2023", i);
    INFO(text);
    CHECK(ParseQuestion(text, NoNames()).clauses.size() + 1 == query.clauses.size());
  }
}

TEST_CASE("drilling in writes a condition into the question") {
  CHECK(WithField("năm 2023", "province", "Hà Giang") == "năm 2023 province:\"Hà Giang\"");
  CHECK(WithField("", "year", "2023") == "year:2023");
  CHECK(WithField("x", "unit", "a\"b c") == "x unit:\"ab c\"");
}

TEST_CASE("Alt with a number removes a condition, and only of the question that stands there") {
  Driven driven;
  driven.Type("level:district year:2023");
  driven.Type(
      "\x1b"
      "1");  // not answered yet: it is not known what [1] is
  CHECK(driven.LastQuestion() == "level:district year:2023");
  driven.Answer({RowOf("A", 1, "2023")});
  CHECK(driven.Shows("[1 level:district] [2 year:2023]"));
  driven.Type(
      "\x1b"
      "1");
  REQUIRE(std::holds_alternative<RemoveRequest>(driven.asked.back().ask));
  driven.app.Receive(Reply{driven.asked.back().number, RemoveReply{"year:2023"}});
  CHECK(driven.LastQuestion() == "year:2023");
}

TEST_CASE("conditions are written shorter where there is little room, and the chosen one is seen") {
  const std::vector<Chip> chips = {{"year:2023", Role::kPeriod},
                                   {"level:district", Role::kPlace},
                                   {"measure:party_members_admitted", Role::kMeasure},
                                   {"qualifier:=none", Role::kMeasure},
                                   {"-value:>100", Role::kBound}};
  const auto drawn = [&](int columns, std::size_t selected) {
    Frame frame({1, columns});
    const std::vector<Rect> places = DrawChips(frame, {0, 0, 1, columns}, chips, selected);
    CHECK(places.size() == chips.size());
    if (selected != kNoChip) CHECK_FALSE(places[selected].Empty());
    return frame.Text();
  };
  CHECK(drawn(110, kNoChip) ==
        "[1 year:2023] [2 level:district] [3 measure:party_members_admitted] [4 qualifier:=none] [5 -value:>100]\n");
  CHECK(drawn(80, kNoChip) == "[1 2023] [2 district] [3 party_members_admitted] [4 qualifier:=none] [5 ->100]\n");
  CHECK(drawn(40, kNoChip) == "[1 2023] [2 district] …\n");
  CHECK(drawn(40, 3) == "… [4 qualifier:=none] [5 ->100]\n");
  CHECK(drawn(12, 2) == "… [3 party_m\n");
}

TEST_CASE("the facets may be asked for before they are counted") {
  Driven driven;
  driven.Type("huyện bắc quang\r");
  SearchReply answer;
  answer.results.facts = {RowOf("Bắc Quang", 203, "2023")};
  answer.results.total = 1;
  answer.results.answer = timso::Answer::kFacts;
  const std::uint64_t search = driven.asked.back().number;
  driven.app.Receive(Reply{search, answer});
  driven.Type("f");
  CHECK(driven.screen.frame().Text().find("▸facets") != std::string::npos);
  SearchReply facets;
  facets.part = SearchReply::Part::kFacets;
  facets.last = true;
  SECTION("and come") {
    facets.results.facets.names = {{"source", {{"Báo Hà Giang", 1}}}};
    driven.app.Receive(Reply{search, facets});
    CHECK(driven.app.Draw({24, 80}).Text().find("\n Báo Hà Giang") != std::string::npos);
  }
  SECTION("and are none") {
    driven.app.Receive(Reply{search, facets});
    CHECK(driven.app.Draw({24, 80}).Text().find("▸1 fact") != std::string::npos);
  }
}

TEST_CASE("the panes survive every size") {
  Driven driven;
  driven.Type("level:district year:2023");
  driven.Answer(
      {RowOf("Vị Xuyên", 171, "2023", 0), RowOf("漢字", 1e12, "2022", 1), RowOf("Krông Pắc", -3.5, "2021", 2)});
  for (const char* keys : {"", "\r", "p", "p", "\t", "\t", "\t", "?", "\x1b", "\x12"}) {
    driven.Type(keys);
    for (int rows = 1; rows <= 30; ++rows) {
      for (const int columns : {1, 2, 5, 9, 20, 39, 59, 60, 99, 100, 131}) {
        const Frame frame = driven.app.Draw({rows, columns});
        CHECK(frame.size() == Size{rows, columns});
        if (frame.cursor) CHECK((frame.cursor->row < rows && frame.cursor->row >= 0));
      }
    }
  }
}

TEST_CASE("a frame cuts what is drawn outside and never halves a wide character") {
  Frame frame({2, 6});
  frame.Put(0, 4, "漢字", {});
  CHECK(frame.Text() == "    漢\n\n");
  frame.Put(0, 5, "x", {});
  CHECK(frame.Text() == "     x\n\n");
  frame.Put(1, -2, "abcd", {});
  frame.Put(5, 0, "nowhere", {});
  CHECK(frame.Text() == "     x\ncd\n");
  frame.Put(0, 0, "e\xCC\x82\xCC\x81\tz\x1b", {});
  CHECK(frame.At(0, 0).text == "e\xCC\x82\xCC\x81");
  CHECK(frame.Text() == "e\xCC\x82\xCC\x81 z  x\ncd\n");
}

TEST_CASE("what stands in for characters that a terminal lacks") {
  const std::pair<const char*, char> rows[] = {{"ế", 'e'}, {"Đ", 'D'},  {"đ", 'd'}, {"─", '-'}, {"│", '|'}, {"…", '.'},
                                               {"█", '#'}, {"漢", '?'}, {"a", 'a'}, {"●", '*'}, {"Ữ", 'U'}};
  for (const auto& [text, plain] : rows) {
    INFO(text);
    CHECK(PlainCharacter(text) == plain);
  }
}

TEST_CASE("text is wrapped at blanks, long words anywhere") {
  const auto wrapped = [](const std::string& text, std::size_t columns) {
    std::string lines;
    for (const auto& [begin, end] : WrapText(text, columns)) lines += text.substr(begin, end - begin) + '|';
    return lines;
  };
  CHECK(wrapped("một hai ba", 7) == "một hai|ba|");
  CHECK(wrapped("một hai ba", 6) == "một|hai ba|");
  CHECK(wrapped("abcdefgh", 3) == "abc|def|gh|");
  CHECK(wrapped("a\n\nb", 9) == "a||b|");
  CHECK(wrapped("漢字漢字", 5) == "漢字|漢字|");
}

TEST_CASE("words are found by their beginnings, whatever their marks") {
  CHECK(HasWords("Huyện Vị Xuyên 2023", "xuy vi"));
  CHECK(HasWords("anything", ""));
  CHECK_FALSE(HasWords("Huyện Vị Xuyên", "uyên"));
}

TEST_CASE("one point a year: whole years first, disputed ones are told") {
  std::vector<FactRow> rows = {RowOf("A", 5, "2021"), RowOf("A", 7, "2022"), RowOf("A", 8, "2022")};
  rows[0].conflict = 1;
  rows[1].sources[0].fact.to = "2022-06-30";
  const std::vector<CoursePoint> points = CourseOfYears(rows);
  REQUIRE(points.size() == 2);
  CHECK(points[0].year == 2021);
  CHECK(points[0].disputed);
  CHECK(points[1].value == 8);
}

TEST_CASE("numbers and bars in little room") {
  CHECK(ShortNumber(1481) == "1.481");
  CHECK(ShortNumber(106.93) == "107");
  CHECK(ShortNumber(6.44) == "6,4");
  CHECK(ShortNumber(1950000000000) == "1.950 tỷ");
  CHECK(HorizontalBar(1, 3) == "███");
  CHECK(HorizontalBar(0.5, 3) == "█▌");
  CHECK(HorizontalBar(0.0001, 3) == "▏");
  CHECK(HorizontalBar(0, 3).empty());
}

TEST_CASE("history keeps each question once, newest last, and finds it without marks") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "timso-history-test";
  std::filesystem::remove_all(folder);
  {
    History history(folder);
    history.Add("huyện Vị Xuyên");
    history.Add("tỷ lệ\nnữ");
    history.Add("huyện Vị Xuyên");
    History beside(folder);
    beside.Add("khác");
    history.Add("cuối");
  }
  const History history(folder);
  CHECK(history.questions() == std::vector<std::string>{"tỷ lệ nữ", "huyện Vị Xuyên", "khác", "cuối"});
  CHECK(history.Matching("huyen xuy") == std::vector<std::string>{"huyện Vị Xuyên"});
  CHECK(history.Matching("").front() == "cuối");
  Saved saved(folder);
  saved.Toggle(RowOf("Vị Xuyên", 171, "2023", 4));
  const Saved again(folder);
  REQUIRE(again.facts().size() == 1);
  CHECK(KeyOf(again.facts()[0]) == KeyOf(saved.facts()[0]));
  CHECK(again.facts()[0].fact().value == 171);
  std::ofstream(folder / "saved.jsonl") << "no json\n{\"document\": 3}\n{\"document\": {\"id\": 7}}\n";
  CHECK(Saved(folder).facts().empty());
  std::filesystem::remove_all(folder);
}

TEST_CASE("marked rows are printed in the order they were marked") {
  Marks marks;
  marks.Toggle(RowOf("A", 1, "2023", 0));
  marks.Toggle(RowOf("B", 2, "2023", 1));
  marks.Toggle(RowOf("C", 3, "2023", 2));
  marks.Toggle(RowOf("B", 2, "2023", 1));
  std::ostringstream ids;
  marks.Print(PrintFormat::kIds, {}, ids);
  CHECK(ids.str() == "a\n");
  std::ostringstream csv;
  marks.Print(PrintFormat::kCsv, {}, csv);
  CHECK(csv.str().find("A,district") < csv.str().find("C,district"));
  CHECK(csv.str().find("B,district") == std::string::npos);
}

}  // namespace
}  // namespace timso::terminal
