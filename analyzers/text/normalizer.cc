#include "analyzers/text/normalizer.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr char32_t kDropped = 0x110000;  // beyond Unicode

bool IsCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Circumflex, breve and horn make the letter; the tone goes on top of it. Converters write them in either order.
int MarkOrder(char32_t mark) { return mark == 0x302 || mark == 0x306 || mark == 0x31B ? 0 : 1; }

bool IsZeroWidth(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

// What a single code point becomes; kDropped drops it. A CR is seen to by the caller, who knows what follows.
char32_t Substitute(char32_t c) {
  if (c < 0x80) return c;
  if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return ' ';
  if (IsZeroWidth(c)) return kDropped;
  if (c == 0xD0 || c == 0x189) return U'Đ';
  if (c == 0xF0 || c == 0x256) return U'đ';
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
  return c;
}

// Const, immutable and shared between threads by ICU's contract.
const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2& nfc = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || instance == nullptr) throw std::runtime_error("ICU has no normalization data");
    return *instance;
  }();
  return nfc;
}

// Code points that stay as they are whatever stands beside them, marks apart: Latin, Vietnamese, common signs, Han,
// emoji. False only means that ICU has to be asked.
bool IsPlain(char32_t c) {
  if (c < 0x300)
    return c != '\r' && c != 0x85 && c != 0xA0 && c != 0xAD && c != 0xD0 && c != 0xF0 && c != 0x189 && c != 0x256;
  if (c >= 0x1EA0 && c <= 0x1EF9) return true;
  if (c >= 0x2012 && c <= 0x2027) return true;  // dashes, quotes, bullets, the ellipsis
  if (c >= 0x2030 && c <= 0x205E) return true;
  if (c >= 0x20A0 && c <= 0x20C0) return true;  // currencies
  if (c >= 0x2190 && c <= 0x2328) return true;  // arrows, mathematics
  if (c >= 0x2500 && c <= 0x2ADB) return true;  // boxes, shapes, dingbats
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  return c >= 0x1F300 && c <= 0x1FAFF;
}

// Where the run of ASCII without CR that begins at pos ends: eight bytes at a step.
std::size_t SkipAscii(std::string_view text, std::size_t pos) {
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kReturns = kOnes * '\r';
  while (pos + 8 <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + pos, 8);
    const std::uint64_t difference = bytes ^ kReturns;
    if (((bytes | ((difference - kOnes) & ~difference)) & kHigh) != 0) break;
    pos += 8;
  }
  while (pos < text.size() && static_cast<unsigned char>(text[pos]) < 0x80 && text[pos] != '\r') ++pos;
  return pos;
}

// Builds the normalized text cluster by cluster. A cluster is a code point and all that may compose with it.
class Builder {
 public:
  explicit Builder(std::string_view source) : source_(source) { result_.text.reserve(source.size()); }

  NormalizedText Run() {
    while (pos_ < source_.size()) {
      if (!CopyPlain()) Cluster();
    }
    return std::move(result_);
  }

 private:
  // Copies the run of ASCII at pos_ that no mark follows; false when there is none.
  bool CopyPlain() {
    std::size_t end = SkipAscii(source_, pos_);
    if (end < source_.size() && end > pos_) --end;  // the last one may bear the mark that comes next
    if (end == pos_) return false;
    result_.text.append(source_, pos_, end - pos_);
    pos_ = end;
    return true;
  }

  void Cluster() {
    const std::size_t begin = pos_;
    char32_t first = Read(pos_);
    if (first == '\r') {
      if (pos_ < source_.size() && source_[pos_] == '\n') ++pos_;
      first = '\n';
    }
    if (first == kDropped) return Record(begin, result_.text.size());
    cluster_.assign(1, first);
    ReadMarks();
    const std::size_t at = result_.text.size();
    AppendComposed();
    // One code point for another of its length (Ð → Đ) begins and ends where the identity says.
    const bool same_length = result_.text.size() - at == pos_ - begin;
    if (!same_length || cluster_.size() > 1) Record(begin, at);
  }

  char32_t Read(std::size_t& at) const { return Substitute(DecodeCodePoint(source_, at)); }

  // Everything that cannot begin a cluster of its own; zero-width characters between letter and mark fall away.
  void ReadMarks() {
    std::size_t at = pos_;
    while (at < source_.size() && static_cast<unsigned char>(source_[at]) >= 0x80) {
      const char32_t c = Read(at);
      if (c == kDropped) continue;
      if (!IsCombining(c) && (IsPlain(c) || Nfc().hasBoundaryBefore(static_cast<UChar32>(c)))) return;
      cluster_.push_back(c);
      pos_ = at;
    }
  }

  void AppendComposed() {
    if (cluster_.size() == 1 && (IsPlain(cluster_[0]) || cluster_[0] == kReplacementCharacter)) {
      return AppendCodePoint(result_.text, cluster_[0]);
    }
    char32_t composed = cluster_[0];
    for (std::size_t i = 1; i < cluster_.size() && composed != 0; ++i) composed = WithMark(composed, cluster_[i]);
    if (composed != 0 && cluster_.size() > 1) return AppendCodePoint(result_.text, composed);
    AppendComposedByIcu();
  }

  void AppendComposedByIcu() {
    UErrorCode status = U_ZERO_ERROR;
    std::u32string code_points;
    icu::UnicodeString decomposed;
    if (cluster_.size() == 1 && !Nfc().getDecomposition(static_cast<UChar32>(cluster_[0]), decomposed)) {
      return AppendCodePoint(result_.text, cluster_[0]);
    }
    for (const char32_t c : cluster_) {
      if (!Nfc().getDecomposition(static_cast<UChar32>(c), decomposed)) decomposed = static_cast<UChar32>(c);
      for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        code_points.push_back(static_cast<char32_t>(decomposed.char32At(i)));
      }
    }
    const auto marks = std::find_if(code_points.begin(), code_points.end(), IsCombining);
    std::stable_sort(marks, code_points.end(), [](char32_t a, char32_t b) { return MarkOrder(a) < MarkOrder(b); });
    icu::UnicodeString ordered;
    for (const char32_t c : code_points) ordered.append(static_cast<UChar32>(c));
    Nfc().normalize(ordered, status).toUTF8String(result_.text);
  }

  // Source bytes [begin, pos_) became the text from `at` on.
  void Record(std::size_t begin, std::size_t at) { result_.offsets.AddEdit(at, result_.text.size(), begin, pos_); }

  std::string_view source_;
  std::size_t pos_ = 0;
  std::u32string cluster_;
  NormalizedText result_;
};

}  // namespace

bool IsNormal(std::string_view source) {
  bool ask_icu = false;
  for (std::size_t pos = 0; pos < source.size();) {
    const unsigned char first = static_cast<unsigned char>(source[pos]);
    if (first < 0x80) {
      if (first == '\r') return false;
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    const char32_t c = DecodeCodePoint(source, pos);
    if (IsPlain(c)) continue;
    if (IsCombining(c) || c == '\r' || Substitute(c) != c) return false;
    if (c == kReplacementCharacter && source.compare(begin, pos - begin, "\xEF\xBF\xBD") != 0) return false;
    ask_icu = true;
  }
  if (!ask_icu) return true;
  if (source.size() > INT32_MAX) return false;
  UErrorCode status = U_ZERO_ERROR;
  return Nfc().isNormalizedUTF8({source.data(), static_cast<std::int32_t>(source.size())}, status) != 0;
}

NormalizedText Normalize(std::string_view source) {
  if (IsNormal(source)) return {std::string(source), {}};
  return Builder(source).Run();
}

}  // namespace timso
