// Arbitrary bytes through the readers of periods, quantities and facts: no crash, and what they return holds together.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "analyzers/facts/extractor.h"
#include "analyzers/numbers/quantity.h"
#include "analyzers/time/periods.h"

namespace {

using namespace timso;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

bool Ordered(const std::optional<Date>& from, const std::optional<Date>& to) {
  if ((from && !IsValid(*from)) || (to && !IsValid(*to))) return false;
  return !from || !to || *from <= *to;
}

void CheckSentence(const AnalyzedText& text, const Sentence& sentence, PeriodReader& reader, bool question) {
  std::vector<bool> taken(text.tokens.size());
  std::size_t last = sentence.begin;
  for (const PeriodMention& mention : reader.Read(sentence.begin, sentence.end, question)) {
    Require(mention.begin >= last && mention.end > mention.begin && mention.end <= sentence.end, "a period's tokens");
    Require(Ordered(mention.period.from, mention.period.to), "a period's dates");
    Require(!mention.rule.empty(), "a period's rule");
    last = mention.end;
    for (std::size_t i = mention.begin; i < mention.end; ++i) taken[i] = true;
  }
  last = sentence.begin;
  for (const Quantity& quantity : ReadQuantities(text, sentence.begin, sentence.end, taken)) {
    Require(quantity.begin >= sentence.begin && quantity.begin <= quantity.number_begin, "a quantity's beginning");
    Require(quantity.number_begin >= last && quantity.number_end > quantity.number_begin, "a quantity's number");
    Require(quantity.end >= quantity.number_end && quantity.end <= sentence.end, "a quantity's end");
    Require(!std::isnan(quantity.value), "a quantity's value");
    Require(!quantity.upper || *quantity.upper > quantity.value, "a range's ends");
    last = quantity.number_end;
  }
}

void CheckReaders(std::string_view source, Lexicon::Form form) {
  const AnalyzedText text = Analyze(source, form);
  for (const bool question : {false, true}) {
    PeriodReader reader(text, question ? std::nullopt : std::optional<Date>(Date{2022, 2, 28}));
    for (const Sentence& sentence : text.sentences) CheckSentence(text, sentence, reader, question);
  }
}

void CheckFacts(std::string_view source) {
  const std::size_t title = source.size() / 8;
  ArticleView article;
  article.text = source;
  article.blocks = {{0, title, BlockKind::kTitle}, {title, source.size(), BlockKind::kBody}};
  article.date = "2022-10-05";
  const std::vector<Fact> facts = ExtractFacts(article);
  for (const Fact& fact : facts) {
    Require(fact.evidence.begin <= fact.evidence.end && fact.evidence.end <= source.size(), "a fact's evidence");
    Require(!fact.rules.empty(), "a fact's rules");
    Require(!std::isnan(fact.value), "a fact's value");
    Require(!fact.from || !fact.to || *fact.from <= *fact.to, "a fact's period");
    for (const std::size_t index : fact.made_from) Require(index < facts.size(), "what a fact is made from");
    for (const std::size_t index : fact.contradicts) Require(index < facts.size(), "what a fact contradicts");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CheckReaders(text, size % 2 == 0 ? Lexicon::Form::kExact : Lexicon::Form::kFolded);
  CheckFacts(text);
  return 0;
}
