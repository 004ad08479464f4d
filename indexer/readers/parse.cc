#include "indexer/readers/parse.h"

#include <algorithm>

#include "indexer/readers/layout.h"
#include "indexer/schema/hash.h"

namespace timso {
namespace {

bool EndsWith(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view tail = name.substr(name.size() - ending.size());
  return std::equal(tail.begin(), tail.end(), ending.begin(), [](char a, char b) { return (a | 32) == b || a == b; });
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

// Nothing that the index separates its own fields by.
void CleanId(std::string& id) {
  for (char& c : id) {
    if (c == '\x1e' || c == '\x1f' || c == '\0') c = '_';
  }
}

}  // namespace

std::optional<Format> FormatOf(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (EndsWith(name, packed)) name.remove_suffix(packed.size());
  }
  if (EndsWith(name, ".txt")) return Format::kText;
  if (EndsWith(name, ".md") || EndsWith(name, ".markdown")) return Format::kMarkdown;
  if (EndsWith(name, ".html") || EndsWith(name, ".htm") || EndsWith(name, ".xhtml")) return Format::kHtml;
  if (EndsWith(name, ".jsonl") || EndsWith(name, ".ndjson")) return Format::kJson;
  return std::nullopt;
}

Document ParseDocument(RawDocument raw, std::string* warning) {
  if (IsBlank(raw.bytes)) throw InputError("is empty");
  Document document;
  document.id = TextOf(std::move(raw.id)).text;
  document.path = std::move(raw.path);
  ReadText read = TextOf(std::move(raw.bytes));
  if (warning != nullptr) *warning = read.warning;
  if (!read.encoding.empty()) document.extra["encoding"] = '"' + read.encoding + '"';
  std::string text = std::move(read.text);
  switch (raw.format) {
    case Format::kText:
      ParseText(std::move(text), document);
      break;
    case Format::kMarkdown:
      ParseMarkdown(std::move(text), document);
      break;
    case Format::kHtml:
      ParseHtml(std::move(text), document);
      break;
    case Format::kJson:
      ParseJson(text, document);
      break;
  }
  if (IsBlank(document.text)) throw InputError("has no text in it");
  CleanId(document.id);
  return document;
}

std::uint64_t ContentHash(const RawDocument& raw) {
  return Hash64(raw.bytes, static_cast<std::uint64_t>(raw.format) + 1);
}

void ParseText(std::string text, Document& document) {
  document.text = std::move(text);
  LayOut(document, SplitLines(document.text));
}

}  // namespace timso
