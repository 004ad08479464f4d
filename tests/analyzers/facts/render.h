// Facts in one short line each, for tests: "Vị Xuyên: party_members_admitted amount 272 person 2023-01-01..2023-12-31".
#pragma once
#include <string>
#include <vector>

#include "analyzers/facts/fact.h"

// A text and the facts that it states, rendered.
struct FactRow {
  const char* rule;
  const char* text;
  std::vector<std::string> facts;
};

std::string Render(const timso::Fact& fact);

// The facts of a text that is one body, written on 9 November 2021.
std::vector<std::string> ExtractRendered(const std::string& text);
