// Arbitrary bytes as a question: it is read without an exception, and what was read keeps the rules that the search
// and the JSON rely on.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "searcher/fact_query.h"
#include "searcher/query/parser.h"
#include "searcher/query/render.h"
#include "searcher/text_query.h"
#include "tests/searcher/query/fixed_names.h"

namespace {

void Require(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const timso::Query query = timso::ParseQuestion(text, timso::FixedNames());
  Require(!timso::ReadAsSentence(query).empty(), "every question has a sentence");
  Require(query.clauses.size() < 5000, "a question has no more constraints than words");
  for (const timso::Clause& clause : query.clauses) {
    for (const timso::QuestionSpan& span : clause.spans) {
      Require(span.begin <= span.end && span.end <= size, "spans lie in the question");
    }
  }
  // A query that nothing was found for must be built without complaint too.
  Require(!timso::FactFilter(query, {}).get_description().empty(), "a filter can be built");
  timso::ParseQuestion(timso::Render(query), timso::FixedNames());
  for (const timso::QuestionWord& word : timso::QuestionWords(text)) {
    Require(word.begin < word.end && word.end <= size, "words lie in the question");
  }
  return 0;
}
