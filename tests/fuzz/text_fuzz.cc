// Arbitrary bytes through the text room: no crash, and all of BrokenRule's rules hold.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "analyzers/text/typing.h"
#include "analyzers/words/abbreviations.h"
#include "tests/analyzers/text/text_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const std::string broken = timso::BrokenRule(text); !broken.empty()) {
    std::fprintf(stderr, "broken: %s\n", broken.c_str());
    std::abort();
  }
  if (timso::DecodeTelex(text).size() > 4 * size || timso::DecodeVni(text).size() > 4 * size) std::abort();
  const auto typed = timso::DecodeTyped(text);
  if (typed && typed->empty()) std::abort();
  for (const timso::Abbreviation* reading : timso::ExpandAbbreviation(text, timso::ShortFormMatch::kTyped)) {
    if (reading->keys.empty()) std::abort();
  }
  return 0;
}
