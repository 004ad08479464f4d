#include "indexer/analysis.h"

#include <algorithm>
#include <thread>

#include "analyzers/facts/extractor.h"
#include "indexer/schema/entries.h"

namespace timso {

unsigned WorkerCount(unsigned wanted) {
  if (wanted > 0) return wanted;
  return std::max(2u, std::thread::hardware_concurrency()) - 1;
}

AnalysedDocument Analyse(const Document& document, std::uint64_t hash) {
  ArticleView view;
  view.text = document.text;
  view.blocks = document.blocks;
  view.date = document.date;
  const std::vector<Fact> facts = ExtractFacts(view);
  AnalysedDocument analysed;
  analysed.id = document.id;
  analysed.revision = RevisionOf(document);
  analysed.text_bytes = document.text.size();
  analysed.entry = MakeDocumentEntry(document, hash, facts.size());
  analysed.facts.reserve(facts.size());
  FactEntryMaker maker(document, analysed.revision);
  for (std::size_t i = 0; i < facts.size(); ++i) analysed.facts.push_back(maker.Make(facts[i], i, 0));
  return analysed;
}

}  // namespace timso
