#include "searcher/fact_sources.h"

#include "indexer/schema/entries.h"
#include "indexer/schema/values.h"
#include "searcher/document_info.h"

namespace timso {

const Document* DocumentCache::Get(Xapian::docid docid) {
  const auto [cached, is_new] = cache_.try_emplace(docid);
  if (is_new) {
    try {
      cached->second = DocumentOf(documents_.get_document(docid));
    } catch (const Xapian::DocNotFoundError&) {
    }
  }
  return cached->second ? &*cached->second : nullptr;
}

std::optional<FactSource> SourceOf(const Xapian::Document& entry, DocumentCache& documents, bool in_step) {
  const Xapian::docid docid = DecodeId(entry.get_value(SlotOf(FactSlot::kDocument)));
  const Document* document = documents.Get(docid);
  if (document == nullptr) return std::nullopt;
  if (!in_step && entry.get_value(SlotOf(FactSlot::kRevision)) != EncodeRevision(RevisionOf(*document))) {
    return std::nullopt;
  }
  StoredFact stored = FactOf(entry);
  if (stored.document != document->id) return std::nullopt;
  FillEvidence(stored, document->text);
  return FactSource{std::move(stored.fact), InfoOf(*document), stored.index};
}

}  // namespace timso
