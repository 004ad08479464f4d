// Made-up articles for tests: as many as wanted, each with its own numbers, always the same.
#pragma once
#include <string>

namespace timso {

// Article `number` in edition `edition` (another edition has other figures): a title, a dateline and `paragraphs`
// paragraphs, each with some facts.
std::string MakeArticle(int number, int edition = 0, int paragraphs = 2);

// The same as one line of JSON with "id": "art-NUMBER".
std::string MakeJsonArticle(int number, int edition = 0, int paragraphs = 2);

// Lines first … last - 1.
std::string MakeJsonArticles(int first, int last, int edition = 0, int paragraphs = 2);

}  // namespace timso
