// Indexes documents with given facts in place of extracted ones: tells the searcher's mistakes from the extractor's.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace timso {

// Writes the documents of files and folders into the index with the facts of FACTS.jsonl[,FACTS2.jsonl…], the gold
// guide's JSON lines. Throws std::runtime_error when a file can't be read; what can't be read as a document is told on
// stderr and left out.
void ImportFacts(const std::filesystem::path& index, const std::string& fact_files,
                 const std::vector<std::string>& paths);

}  // namespace timso
