#include "indexer/status.h"

#include "indexer/generations.h"
#include "indexer/schema/format.h"
#include "indexer/schema/index_reader.h"

namespace timso {

IndexStatus StatusOf(const std::filesystem::path& index) {
  IndexReader reader(index);
  return reader.Run([&] {
    IndexStatus status;
    status.path = index;
    status.generation = reader.generation();
    status.documents = reader.documents().get_doccount();
    status.facts = reader.facts().get_doccount();
    const std::filesystem::path folder = index / status.generation;
    status.document_bytes = BytesOf(folder / file_name::kDocuments);
    status.fact_bytes = BytesOf(folder / file_name::kFacts);
    status.format_version = kFormatVersion;
    status.fingerprint = reader.documents().get_metadata(std::string(metadata::kFingerprint));
    status.analyzer_current = !reader.analyzer_differs();
    status.in_step = reader.in_step();
    status.updated = reader.documents().get_metadata(std::string(metadata::kUpdated));
    return status;
  });
}

}  // namespace timso
