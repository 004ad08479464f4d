// Arbitrary bytes as a page: it becomes a document that keeps the rules, or is refused with a sentence.
#include "tests/fuzz/document_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  timso::CheckReader(timso::Format::kHtml, {reinterpret_cast<const char*>(data), size});
  return 0;
}
