#include "indexer/readers/html_text.h"
#include "indexer/readers/layout.h"
#include "indexer/readers/parse.h"

namespace timso {

void ParseHtml(std::string html, Document& document) {
  HtmlPage page = ReadHtml(html);
  document.text = std::move(page.text);
  document.title = std::move(page.title);
  document.date = std::move(page.date);
  document.author = std::move(page.author);
  document.source = std::move(page.source);
  LayOut(document, page.lines);
}

}  // namespace timso
