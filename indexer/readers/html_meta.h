// What a page's head tells: meta tags and JSON-LD.
#pragma once
#include <gumbo.h>

#include <string_view>

#include "indexer/readers/html_text.h"

namespace timso {

// The attribute's value, or empty.
std::string_view AttributeOf(const GumboElement& element, const char* name);

// Fills in what is still empty from a <meta>, a <time> or a JSON-LD <script>.
void TakeMeta(const GumboElement& element, HtmlPage& page);
void TakeTime(const GumboElement& element, HtmlPage& page);
void TakeJsonLd(std::string_view json, HtmlPage& page);

}  // namespace timso
