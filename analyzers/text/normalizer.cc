#include "analyzers/text/normalizer.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Circumflex, breve and horn make the letter; the tone goes on top of it. Converters write them in either order.
int MarkOrder(char32_t mark) {
  switch (mark) {
    case 0x302:
    case 0x306:
    case 0x31B:
      return 0;
    default:
      return 1;
  }
}

// What a single code point becomes; 0 drops it.
char32_t Substitute(char32_t c) {
  if (c < 0xA0) return c == '\r' ? 0 : c;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return ' ';
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) return 0;
  if (c == 0xD0 || c == 0x189) return U'Đ';
  if (c == 0xF0 || c == 0x256) return U'đ';
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x340) return 0x300;
  if (c == 0x341) return 0x301;
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
  return c;
}

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2& nfc = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(status);
  }();
  return nfc;
}

// Base and marks of one cluster, composed.
void AppendComposed(std::string& out, const std::u32string& cluster) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString decomposed;
  for (const char32_t c : cluster) {
    icu::UnicodeString single;
    if (Nfc().getDecomposition(static_cast<UChar32>(c), single)) {
      decomposed.append(single);
    } else {
      decomposed.append(static_cast<UChar32>(c));
    }
  }
  std::u32string code_points;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    code_points.push_back(static_cast<char32_t>(decomposed.char32At(i)));
  }
  const auto marks = std::find_if(code_points.begin(), code_points.end(), IsCombining);
  std::stable_sort(marks, code_points.end(), [](char32_t a, char32_t b) { return MarkOrder(a) < MarkOrder(b); });
  icu::UnicodeString ordered;
  for (const char32_t c : code_points) ordered.append(static_cast<UChar32>(c));
  Nfc().normalize(ordered, status).toUTF8String(out);
}

// True when Normalize would change nothing: the common case, decided in one pass.
bool IsNormal(std::string_view source) {
  for (std::size_t pos = 0; pos < source.size();) {
    const std::size_t begin = pos;
    const char32_t c = DecodeCodePoint(source, pos);
    if (c < 0xA0 ? c == '\r' || c == 0x85 : Substitute(c) != c || IsCombining(c)) return false;
    if (c == kReplacementCharacter && source.compare(begin, pos - begin, "\xEF\xBF\xBD") != 0) return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  return Nfc().isNormalizedUTF8({source.data(), static_cast<int32_t>(source.size())}, status) != 0;
}

}  // namespace

void OffsetMap::Add(std::size_t normalized, std::size_t source) {
  const auto n = static_cast<std::uint32_t>(normalized);
  const auto s = static_cast<std::uint32_t>(source);
  if (!points_.empty()) {
    const Point& last = points_.back();
    if (n - last.normalized == s - last.source) return;  // still the same distance apart
  } else if (n == s) {
    return;
  }
  points_.push_back({n, s});
}

std::size_t OffsetMap::ToSource(std::size_t normalized) const {
  const auto after = std::upper_bound(points_.begin(), points_.end(), normalized,
                                      [](std::size_t n, const Point& p) { return n < p.normalized; });
  if (after == points_.begin()) return normalized;
  const Point& point = *std::prev(after);
  return point.source + (normalized - point.normalized);
}

std::size_t OffsetMap::ToSourceEnd(std::size_t normalized) const {
  if (normalized == 0) return 0;
  const auto next = std::lower_bound(points_.begin(), points_.end(), normalized,
                                     [](const Point& p, std::size_t n) { return p.normalized < n; });
  const std::size_t last = ToSource(normalized - 1) + 1;
  if (next == points_.end() || next->normalized != normalized) return last;
  return std::max<std::size_t>(last, next->source);
}

NormalizedText Normalize(std::string_view source) {
  NormalizedText result;
  if (IsNormal(source)) {
    result.text = source;
    return result;
  }
  result.text.reserve(source.size());
  std::u32string cluster;
  std::size_t pos = 0;
  while (pos < source.size()) {
    const std::size_t begin = pos;
    const char32_t first = Substitute(DecodeCodePoint(source, pos));
    result.offsets.Add(result.text.size(), begin);
    if (first == 0) continue;
    cluster.assign(1, first);
    while (pos < source.size()) {
      std::size_t next = pos;
      const char32_t mark = Substitute(DecodeCodePoint(source, next));
      if (!IsCombining(mark)) break;
      cluster.push_back(mark);
      pos = next;
    }
    if (cluster.size() == 1 && first < 0x300) {
      AppendCodePoint(result.text, first);
    } else {
      AppendComposed(result.text, cluster);
    }
  }
  result.offsets.Add(result.text.size(), source.size());
  return result;
}

}  // namespace timso
