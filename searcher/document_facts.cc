#include "searcher/document_facts.h"

#include <algorithm>
#include <map>

#include "indexer/schema/entries.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"
#include "searcher/fact_query.h"
#include "searcher/fact_sources.h"

namespace timso {
namespace {

bool IsFactConstraint(const Clause& clause) {
  if (const auto* group = std::get_if<AnyOf>(&clause.constraint)) {
    return std::all_of(group->clauses.begin(), group->clauses.end(), IsFactConstraint);
  }
  return !std::holds_alternative<WordsIn>(clause.constraint) && !std::holds_alternative<DateIn>(clause.constraint);
}

}  // namespace

Query FactPart(const Query& query, bool written_only) {
  Query part;
  part.text = query.text;
  for (const Clause& clause : query.clauses) {
    if (IsFactConstraint(clause) && (clause.written_as_field || !written_only)) part.clauses.push_back(clause);
  }
  return part;
}

std::vector<std::vector<FactSource>> FactsOfDocuments(const IndexReader& reader, const Query& query,
                                                      const std::vector<Xapian::docid>& docids, std::size_t each,
                                                      bool doubtful) {
  std::vector<std::vector<FactSource>> facts(docids.size());
  const Query part = FactPart(query, false);
  if (part.clauses.empty() || docids.empty()) return facts;
  DocumentCache documents(reader.documents());
  std::map<Xapian::docid, std::size_t> place;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const Document* document = documents.Get(docids[i]);
    if (document == nullptr) continue;
    place.emplace(docids[i], i);
    ids.push_back(IdTerm(document->id));
  }
  Xapian::Enquire enquire(reader.facts());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, WithDoubts(FactFilter(part, {true}), doubtful), AnyTerm(ids)));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids.size() * each * 4));
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    const Xapian::Document entry = hit.get_document();
    const auto at = place.find(DecodeId(entry.get_value(SlotOf(FactSlot::kDocument))));
    if (at == place.end() || facts[at->second].size() >= each) continue;
    if (std::optional<FactSource> source = SourceOf(entry, documents, reader.in_step())) {
      facts[at->second].push_back(std::move(*source));
    }
  }
  return facts;
}

std::vector<Xapian::docid> DocumentsWithFacts(const IndexReader& reader, const Query& query, bool doubtful) {
  Xapian::Enquire enquire(reader.facts());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  enquire.set_query(WithDoubts(FactFilter(query, {true}), doubtful));
  enquire.set_collapse_key(SlotOf(FactSlot::kDocument));
  const Xapian::MSet found = enquire.get_mset(0, reader.documents().get_doccount());
  std::vector<Xapian::docid> docids;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit)
    docids.push_back(DecodeId(hit.get_collapse_key()));
  std::sort(docids.begin(), docids.end());
  return docids;
}

}  // namespace timso
