// What somebody may have meant by a word that the index lacks.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/index_reader.h"
#include "searcher/results.h"

namespace timso {

struct Suggestion {
  std::string question;  // with the likely words in place
  std::vector<Correction> corrections;
};

// Telex or VNI keys left undecoded, missing or wrong marks, one typo; none when every word is known. Words of the
// question language, numbers and fields are never changed.
std::optional<Suggestion> Suggest(const IndexReader& reader, std::string_view question);

}  // namespace timso
