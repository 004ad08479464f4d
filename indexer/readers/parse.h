// One document's bytes → Document.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/input.h"
#include "indexer/schema/document.h"

namespace timso {

enum class Format : unsigned char { kText, kMarkdown, kHtml, kJson };

// By the name's ending, a .gz or .zst left out of account; .jsonl is kJson (a document a line).
std::optional<Format> FormatOf(std::string_view file_name);

struct RawDocument {
  Format format = Format::kText;
  std::string bytes;
  std::string id;     // unless the bytes give one
  std::string path;   // Document::path
  std::string label;  // how messages name it: the path, and the line in it
};

// Text, blocks, title, date, author, source. Safe to call from several threads.
// Throws InputError when there is no document in the bytes: empty, binary, malformed JSON.
// `warning`, when given, gets what the user should know of how it was read.
Document ParseDocument(RawDocument raw, std::string* warning = nullptr);

// Of the bytes and the format: equal when the document is unchanged.
std::uint64_t ContentHash(const RawDocument& raw);

// One a format. `document` comes with id and path.
void ParseText(std::string text, Document& document);
void ParseMarkdown(std::string text, Document& document);
void ParseHtml(std::string html, Document& document);
void ParseJson(std::string_view json, Document& document);

}  // namespace timso
