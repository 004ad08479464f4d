// What an entry of documents/ says of itself.
#pragma once
#include "indexer/schema/document.h"
#include "searcher/results.h"

namespace timso {

inline DocumentInfo InfoOf(const Document& document) {
  return {document.id, document.title, document.date, document.path, document.source};
}

}  // namespace timso
