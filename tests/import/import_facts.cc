// What questions are answered when extraction makes no mistakes.
//
// usage: import_facts INDEX FACTS.jsonl[,FACTS2.jsonl…] PATH…
#include <exception>
#include <iostream>

#include "tests/import/given_facts.h"

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: import_facts INDEX FACTS.jsonl[,FACTS2.jsonl…] PATH…\n";
    return 2;
  }
  try {
    timso::ImportFacts(argv[1], argv[2], {argv + 3, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "import_facts: " << error.what() << '\n';
    return 2;
  }
}
