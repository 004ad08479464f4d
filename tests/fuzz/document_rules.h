// What every document that a reader hands on keeps to, whatever bytes it came from.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/text/utf8.h"
#include "indexer/readers/parse.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/values.h"

namespace timso {

inline void Require(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

inline bool IsWellFormed(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const bool replaced = DecodeCodePoint(text, pos) == kReplacementCharacter;
    if (replaced && text.substr(begin, pos - begin) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

inline void CheckBlocks(const Document& document) {
  std::size_t last = 0;
  for (const Block& block : document.blocks) {
    Require(block.begin >= last && block.begin <= block.end, "blocks follow each other");
    Require(block.end <= document.text.size(), "blocks lie in the text");
    Require(IsCodePointBoundary(document.text, block.begin) && IsCodePointBoundary(document.text, block.end),
            "blocks cut no letter");
    last = block.end;
  }
}

inline void CheckDocument(const Document& document) {
  Require(!document.text.empty() && !document.id.empty(), "a document has a text and an id");
  for (const std::string* text : {&document.text, &document.id, &document.title, &document.author, &document.source}) {
    Require(IsWellFormed(*text) && text->find('\0') == std::string::npos, "texts are UTF-8 without zero bytes");
  }
  Require(document.date.empty() || !EncodeDate(document.date).empty(), "a date is an ISO date");
  CheckBlocks(document);
  // What is stored comes back as it was.
  const Document back = DocumentOf(MakeDocumentEntry(document, 1, 0));
  Require(back.id == document.id && back.title == document.title && back.date == document.date &&
              back.author == document.author && back.source == document.source && back.text == document.text &&
              back.blocks.size() == document.blocks.size() && back.extra == document.extra,
          "the index gives back what it stored");
}

// Reads the bytes as a document of that format. Only InputError may say no, with a sentence.
inline void CheckReader(Format format, std::string_view bytes) {
  RawDocument raw;
  raw.format = format;
  raw.bytes = bytes;
  raw.id = "an/id";
  try {
    CheckDocument(ParseDocument(std::move(raw)));
  } catch (const InputError& error) {
    Require(*error.what() != '\0', "a refusal says why");
  }
}

}  // namespace timso
