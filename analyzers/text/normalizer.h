// Text as it came → text that the analyzers read, with the way back to the author's bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timso {

// Between byte offsets in the normalized text and byte offsets in the source. Holds one entry a place that was
// rewritten or dropped; an empty map is the identity. Exact wherever a rewritten cluster (a letter with its marks)
// begins or ends; an offset inside one goes to the cluster's near end, so a span never cuts a letter of the author's.
class OffsetMap {
 public:
  // Where the source text begins that became the normalized bytes from `normalized` on: past what was dropped there.
  std::size_t ToSource(std::size_t normalized) const;
  // Where the source text ends that became the normalized bytes up to `normalized`: before what was dropped there.
  std::size_t ToSourceEnd(std::size_t normalized) const;
  // Where the source byte went: the beginning of its cluster, or the place that it was dropped from.
  std::size_t ToNormalized(std::size_t source) const;
  bool IsIdentity() const { return edits_.empty(); }

  // Building: source bytes [source_begin, source_end) became normalized bytes [begin, end); everything between two
  // edits is the same in both. REQUIRES: edits in order, without overlap; offsets below 4 GiB.
  void AddEdit(std::size_t begin, std::size_t end, std::size_t source_begin, std::size_t source_end);

 private:
  struct Edit {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t source_begin;
    std::uint32_t source_end;
  };
  std::vector<Edit> edits_;
};

struct NormalizedText {
  std::string text;
  OffsetMap offsets;
};

// NFC with combining marks put in order first (odd orders from converters compose too); look-alikes mapped (Eth Ð → Đ,
// full-width forms, no-break and exotic spaces → space, no-break hyphen → hyphen); zero-width characters, soft hyphens
// and direction marks dropped; CR LF, a lone CR and the Unicode line ends → LF. Case, tone placement and i/y stay.
// A malformed byte sequence becomes U+FFFD. Never throws on text. Safe to call from several threads.
// REQUIRES: less than 4 GiB.
NormalizedText Normalize(std::string_view source);

// True when Normalize would change nothing; decided in one pass, several hundred MB a second on Vietnamese text.
bool IsNormal(std::string_view source);

}  // namespace timso
