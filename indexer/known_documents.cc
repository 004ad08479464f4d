#include "indexer/known_documents.h"

#include <algorithm>

#include "indexer/schema/hash.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

std::uint64_t FromBytes(const std::string& encoded) {
  std::uint64_t number = 0;
  for (const char c : encoded) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

KnownDocuments::KnownDocuments(const Xapian::Database& documents) {
  const Xapian::valueno hash = SlotOf(DocumentSlot::kHash);
  for (auto it = documents.valuestream_begin(hash); it != documents.valuestream_end(hash); ++it) {
    by_hash_.emplace_back(FromBytes(*it), it.get_docid());
  }
  const Xapian::valueno id = SlotOf(DocumentSlot::kFileId);
  for (auto it = documents.valuestream_begin(id); it != documents.valuestream_end(id); ++it) {
    const std::string path = documents.get_document(it.get_docid()).get_value(SlotOf(DocumentSlot::kPath));
    id_of_file_.emplace(Hash64(path), *it);
  }
  std::sort(by_hash_.begin(), by_hash_.end());
}

std::vector<Xapian::docid> KnownDocuments::WithHash(std::uint64_t hash) const {
  std::vector<Xapian::docid> docids;
  for (auto it = std::lower_bound(by_hash_.begin(), by_hash_.end(), Row(hash, 0));
       it != by_hash_.end() && it->first == hash; ++it) {
    docids.push_back(it->second);
  }
  return docids;
}

std::string KnownDocuments::IdOfFile(const std::string& path) const {
  const auto it = id_of_file_.find(Hash64(path));
  return it == id_of_file_.end() ? std::string() : it->second;
}

std::uint64_t UnchangedHash(const RawDocument& raw) { return ContentHash(raw) ^ Hash64(raw.path, 1); }

}  // namespace timso
