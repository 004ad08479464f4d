// Bytes of a file → UTF-8, whatever Vietnamese encoding they were written in.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace timso {

enum class Encoding : unsigned char { kUtf8, kUtf16, kWindows1258, kTcvn3, kVni, kUnknown };

// What a user calls it: "UTF-8", "UTF-16", "Windows-1258", "TCVN3 (ABC)", "VNI", "unknown".
std::string_view EncodingName(Encoding encoding);

struct DecodedText {
  std::string text;  // well-formed UTF-8, without a byte-order mark; not normalized
  Encoding encoding = Encoding::kUtf8;
  bool certain = true;        // false: tell the user how the file was read, and that it may be wrong
  std::size_t malformed = 0;  // sequences that became U+FFFD
};

// UTF-8 (with or without a byte-order mark) and UTF-16 (with one) are taken at their word. Other bytes are decoded as
// Windows-1258, TCVN3 (ABC) and VNI (data/legacy_encodings.tsv), and the reading wins whose words are Vietnamese
// syllables: nearly all of them, and clearly more than in the other readings. When none is, the text is left alone:
// kUnknown, not certain, ASCII kept and every byte that is no UTF-8 as U+FFFD. Never throws on text.
DecodedText DecodeToUtf8(std::string_view bytes);

// The bytes in that encoding, without asking; a byte that the encoding does not have becomes U+FFFD.
// REQUIRES: one of kWindows1258, kTcvn3, kVni.
std::string DecodeLegacy(std::string_view bytes, Encoding encoding);

}  // namespace timso
