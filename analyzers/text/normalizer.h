// Text as it came → text that the analyzers read, with the way back to the author's bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timso {

// From byte offsets in the normalized text to byte offsets in the source. Empty map: the two are the same.
class OffsetMap {
 public:
  // Where source text began that became the normalized bytes from `normalized` on.
  std::size_t ToSource(std::size_t normalized) const;
  // Where the source text ended that became the normalized bytes up to `normalized`.
  std::size_t ToSourceEnd(std::size_t normalized) const;
  bool IsIdentity() const { return points_.empty(); }

  // Building: from here on, normalized offset n stands at source offset s. REQUIRES: both never go backwards.
  void Add(std::size_t normalized, std::size_t source);

 private:
  struct Point {
    std::uint32_t normalized;
    std::uint32_t source;
  };
  std::vector<Point> points_;
};

struct NormalizedText {
  std::string text;
  OffsetMap offsets;
};

// NFC with combining marks put in order first (odd orders from converters compose too); look-alikes mapped (Eth Ð → Đ,
// full-width forms, no-break and exotic spaces → space); zero-width characters and soft hyphens dropped; CR LF → LF.
// Case, tone placement and i/y stay. A malformed byte becomes U+FFFD. Never throws on text.
NormalizedText Normalize(std::string_view source);

}  // namespace timso
