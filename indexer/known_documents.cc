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

bool IsWholeFile(const std::string& path) {
  const std::optional<Format> format = FormatOf(path);
  return format && *format != Format::kJson;
}

}  // namespace

KnownDocuments::KnownDocuments(const Xapian::Database& documents) {
  const Xapian::valueno hash = SlotOf(DocumentSlot::kHash);
  for (auto it = documents.valuestream_begin(hash); it != documents.valuestream_end(hash); ++it) {
    by_hash_.emplace_back(FromBytes(*it), it.get_docid());
  }
  const Xapian::valueno path = SlotOf(DocumentSlot::kPath);
  for (auto it = documents.valuestream_begin(path); it != documents.valuestream_end(path); ++it) {
    const std::string value = *it;
    if (IsWholeFile(value)) by_file_.emplace_back(Hash64(value), it.get_docid());
  }
  std::sort(by_hash_.begin(), by_hash_.end());
  std::sort(by_file_.begin(), by_file_.end());
}

std::vector<Xapian::docid> KnownDocuments::WithHash(std::uint64_t hash) const {
  std::vector<Xapian::docid> docids;
  for (auto it = std::lower_bound(by_hash_.begin(), by_hash_.end(), Row(hash, 0));
       it != by_hash_.end() && it->first == hash; ++it) {
    docids.push_back(it->second);
  }
  return docids;
}

Xapian::docid KnownDocuments::OfFile(const std::string& path) const {
  if (!IsWholeFile(path)) return 0;
  const std::uint64_t hash = Hash64(path);
  const auto it = std::lower_bound(by_file_.begin(), by_file_.end(), Row(hash, 0));
  return it != by_file_.end() && it->first == hash ? it->second : 0;
}

std::uint64_t UnchangedHash(const RawDocument& raw) { return ContentHash(raw) ^ Hash64(raw.path, 1); }

}  // namespace timso
