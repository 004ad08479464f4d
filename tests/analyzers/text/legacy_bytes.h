// Texts in the encodings of old, made from UTF-8 for the tests and the fuzz targets.
#pragma once
#include <string>
#include <string_view>

#include "analyzers/text/encoding.h"

namespace timso {

// The text in that encoding; letters that the encoding lacks are written as it is done there (TCVN3 has no capitals
// with tones: small ones). Other characters beyond it become '?'. REQUIRES: kWindows1258, kTcvn3 or kVni.
std::string EncodeLegacy(std::string_view utf8, Encoding encoding);

}  // namespace timso
