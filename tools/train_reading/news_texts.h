// The texts of annotated news sentences, which are not ours to keep: from where they lie.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace timso::training {

using Columns = std::vector<std::string>;

// The lines of a TSV file but comments and empty ones. Throws std::runtime_error when it can't be read.
std::vector<Columns> ReadTable(const std::filesystem::path& path);

// The last column of every line.
std::vector<std::string> TextsOfTable(const std::filesystem::path& path);

// `index`: file, document, field, first byte and length of each sentence. Of documents that FILE.jsonl.zst in `news`
// has not, or that are shorter, nothing is returned.
std::vector<std::string> TextsOfArticles(const std::filesystem::path& index, const std::filesystem::path& news);

}  // namespace timso::training
