// An HTML page → its visible text, line by line, and what its head says.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/layout.h"

namespace timso {

struct HtmlPage {
  std::string text;
  std::vector<PageLine> lines;
  std::string title;  // og:title, else the heading, else <title>
  std::string date;   // ISO; of meta tags, <time>, JSON-LD
  std::string author;
  std::string source;
};

// By gumbo's HTML5 parser; of a page nested deeper than is safe for it, the text between the tags. Never fails.
HtmlPage ReadHtml(std::string_view html);

}  // namespace timso
