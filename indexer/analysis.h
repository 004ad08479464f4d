// A Document → the entries that stand for it in both databases. The costly part of indexing; runs in any thread.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/schema/document.h"

namespace timso {

struct AnalysedDocument {
  std::string id;
  std::uint64_t revision = 0;
  std::size_t text_bytes = 0;
  Xapian::Document entry;               // for documents/
  std::vector<Xapian::Document> facts;  // for facts/; the writer sets FactSlot::kDocument
};

// How much may be under way between reading and writing, and in how many threads analysis runs when the user does not
// say: one core is the writer's.
inline constexpr std::size_t kItemsUnderWay = 256;
inline constexpr std::size_t kBytesUnderWay = std::size_t{48} << 20;
unsigned WorkerCount(unsigned wanted);

// `hash` is the content hash of what was read. Never throws on text.
AnalysedDocument Analyse(const Document& document, std::uint64_t hash);

}  // namespace timso
