#include "analyzers/facts/extractor.h"

namespace timso {
std::vector<Fact> ExtractFacts(const ArticleView&) { return {}; }
}  // namespace timso
