// Arbitrary bytes through the recognition of encodings: what comes out is well-formed UTF-8 and says what it is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/text/encoding.h"
#include "analyzers/text/utf8.h"

namespace {

bool IsWellFormed(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const bool replaced = timso::DecodeCodePoint(text, pos) == timso::kReplacementCharacter;
    if (replaced && text.substr(begin, pos - begin) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const timso::DecodedText decoded = timso::DecodeToUtf8(bytes);
  if (!IsWellFormed(decoded.text) || timso::EncodingName(decoded.encoding).empty()) std::abort();
  // What was repaired is never called certain, and decoding again finds UTF-8.
  if (decoded.malformed > 0 && decoded.certain) std::abort();
  if (decoded.text.starts_with("\xEF\xBB\xBF")) return 0;
  const timso::DecodedText again = timso::DecodeToUtf8(decoded.text);
  if (again.encoding != timso::Encoding::kUtf8 || again.text != decoded.text) std::abort();
  for (const timso::Encoding encoding :
       {timso::Encoding::kWindows1258, timso::Encoding::kTcvn3, timso::Encoding::kVni}) {
    if (!IsWellFormed(timso::DecodeLegacy(bytes, encoding))) std::abort();
  }
  return 0;
}
