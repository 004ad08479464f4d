// The entries of the two databases: what an article and a fact become, and back.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/facts/fact.h"
#include "indexer/schema/document.h"

namespace timso {

// ---- documents/: one entry an article. Its data is a line of JSON (all but the text), then the text, compressed.

// `hash` is the content hash of what was read (of a file's or line's bytes), `facts` how many facts it has.
Xapian::Document MakeDocumentEntry(const Document& document, std::uint64_t hash, std::size_t facts);

// What MakeDocumentEntry stored. Damaged data gives a Document with an empty id.
Document DocumentOf(const Xapian::Document& entry);
// The same without `path`, which is a value of the entry.
Document DocumentFromData(std::string_view stored);

// The article's revision: changes whenever anything of its stored data does. Facts carry it.
std::uint64_t RevisionOf(const Document& document);

// ---- facts/: one entry a fact.

struct StoredFact {
  Fact fact;                     // evidence.text is empty until FillEvidence
  std::string document;          // id of the article
  std::size_t index = 0;         // its place in the article's list; made_from and contradicts count by it
  std::size_t sentence_end = 0;  // bytes [fact.evidence.sentence_begin, sentence_end) of the article's text
};

// Makes the entries of one article's facts. The article must outlive it.
class FactEntryMaker {
 public:
  FactEntryMaker(const Document& document, std::uint64_t revision);
  // `docid` is the article's docid in documents/ of the same generation.
  Xapian::Document Make(const Fact& fact, std::size_t index, Xapian::docid docid);

 private:
  const std::vector<std::string>& SentenceTerms(const Evidence& evidence);

  const Document& document_;
  std::string revision_;
  std::string date_;
  Xapian::Document shared_;  // the terms that all have
  std::string sentence_;     // of the last fact
  std::vector<std::string> sentence_terms_;
};

inline Xapian::Document MakeFactEntry(const Fact& fact, std::size_t index, const Document& document,
                                      std::uint64_t revision, Xapian::docid docid) {
  return FactEntryMaker(document, revision).Make(fact, index, docid);
}

// Fields in a fixed order, separated by U+001F, lists by U+001E; the evidence's text is not repeated, its offsets are.
std::string FactData(const Fact& fact, std::size_t index, std::string_view document);
StoredFact FactFromData(std::string_view data);
// Of an entry, whose data is the same, compressed. Damaged data gives a fact without a document.
StoredFact FactOf(const Xapian::Document& entry);

// Copies the sentence out of the article's text; leaves it empty when the offsets do not fit the text.
void FillEvidence(StoredFact& stored, std::string_view text);

}  // namespace timso
