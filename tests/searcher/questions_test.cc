// Questions as journalists ask them, on the project's own texts: with the facts that a person found in them, so that
// only the searcher can be wrong.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "searcher/searcher.h"
#include "tests/catch.h"
#include "tests/import/given_facts.h"
#include "tests/searcher/fact_index.h"

namespace timso {
namespace {

struct AskedRow {
  std::string question;
  std::vector<std::string> rows;  // "subject kind value", sorted
};

std::vector<AskedRow> AskedRows(const std::string& name) {
  std::vector<AskedRow> asked;
  std::ifstream file(TIMSO_SOURCE_DIR "/tests/searcher/" + name);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    AskedRow row{line.substr(0, tab), {}};
    std::stringstream rows(line.substr(tab + 1));
    for (std::string text; std::getline(rows, text, ';');) {
      row.rows.push_back(text.substr(text.find_first_not_of(' ')));
    }
    std::sort(row.rows.begin(), row.rows.end());
    asked.push_back(std::move(row));
  }
  return asked;
}

std::string Shown(const Fact& fact) {
  std::ostringstream text;
  text.precision(15);
  text << fact.subject.value_or("?") << ' ' << NameOf(fact.kind) << ' ' << fact.value;
  return text.str();
}

std::vector<std::string> Answers(Searcher& searcher, const std::string& question) {
  SearchOptions options;
  options.in = Answer::kFacts;
  options.limit = 100;
  std::vector<std::string> rows;
  for (const FactRow& row : searcher.Search(question, options).facts) rows.push_back(Shown(row.fact()));
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

// Asks the questions of the file over the sets of corpus/.
void CheckAnswers(const std::string& questions, const std::vector<std::string>& sets) {
  const std::string corpus = TIMSO_SOURCE_DIR "/corpus/";
  const FactIndex index;
  std::string facts;
  std::vector<std::string> folders;
  for (const std::string& set : sets) {
    facts += (facts.empty() ? "" : ",") + corpus + "gold/" + set + ".facts";
    folders.push_back(corpus + "documents/" + set);
  }
  ImportFacts(index.path(), facts, folders);
  Searcher searcher(index.path());
  const std::vector<AskedRow> asked = AskedRows(questions);
  REQUIRE(asked.size() >= 60);
  for (const AskedRow& row : asked) {
    INFO(row.question);
    CHECK(Answers(searcher, row.question) == row.rows);
  }
}

TEST_CASE("questions on the project's texts come back with the right rows") {
  CheckAnswers("questions.tsv", {"retold", "party", "economy"});
}

TEST_CASE("so do questions on local news and reports") { CheckAnswers("questions_local.tsv", {"local", "reports"}); }

}  // namespace
}  // namespace timso
