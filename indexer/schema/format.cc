#include "indexer/schema/format.h"

#include "analyzers/data/embedded.h"
#include "indexer/schema/hash.h"

namespace timso {

std::string AnalyzerFingerprint() {
  static const std::string fingerprint = [] {
    std::uint64_t hash = Hash64(std::to_string(kAnalysisVersion));
    for (const std::string_view name : EmbeddedNames()) {
      if (name == "query_words.tsv" || name == "abbreviations.tsv") continue;  // only questions read them
      hash = Hash64(EmbeddedFile(name), Hash64(name, hash));
    }
    return HexOf(hash);
  }();
  return fingerprint;
}

}  // namespace timso
