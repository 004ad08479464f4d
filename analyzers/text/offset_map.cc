#include <algorithm>
#include <iterator>

#include "analyzers/text/normalizer.h"

namespace timso {

void OffsetMap::AddEdit(std::size_t begin, std::size_t end, std::size_t source_begin, std::size_t source_end) {
  if (!edits_.empty() && begin == end) {
    Edit& last = edits_.back();
    if (last.begin == last.end && last.end == begin && last.source_end == source_begin) {
      last.source_end = static_cast<std::uint32_t>(source_end);  // a run of dropped characters is one edit
      return;
    }
  }
  edits_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                    static_cast<std::uint32_t>(source_begin), static_cast<std::uint32_t>(source_end)});
}

std::size_t OffsetMap::ToSource(std::size_t normalized) const {
  const auto after = std::upper_bound(edits_.begin(), edits_.end(), normalized,
                                      [](std::size_t n, const Edit& edit) { return n < edit.begin; });
  if (after == edits_.begin()) return normalized;
  const Edit& edit = *std::prev(after);
  return normalized < edit.end ? edit.source_begin : edit.source_end + (normalized - edit.end);
}

std::size_t OffsetMap::ToSourceEnd(std::size_t normalized) const {
  const auto after = std::lower_bound(edits_.begin(), edits_.end(), normalized,
                                      [](const Edit& edit, std::size_t n) { return edit.begin < n; });
  if (after == edits_.begin()) return normalized;
  const Edit& edit = *std::prev(after);
  return normalized <= edit.end ? edit.source_end : edit.source_end + (normalized - edit.end);
}

std::size_t OffsetMap::ToNormalized(std::size_t source) const {
  const auto after = std::upper_bound(edits_.begin(), edits_.end(), source,
                                      [](std::size_t s, const Edit& edit) { return s < edit.source_begin; });
  if (after == edits_.begin()) return source;
  const Edit& edit = *std::prev(after);
  return source < edit.source_end ? edit.begin : edit.end + (source - edit.source_end);
}

}  // namespace timso
