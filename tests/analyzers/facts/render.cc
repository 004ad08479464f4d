#include "tests/analyzers/facts/render.h"

#include <cstdio>

#include "analyzers/facts/extractor.h"

namespace {

std::string Number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  return buffer;
}

}  // namespace

std::string Render(const timso::Fact& fact) {
  std::string line = fact.subject.value_or(std::string("[") + std::string(timso::NameOf(fact.level)) + "]") + ": " +
                     fact.measure.value_or("-");
  for (const std::string& qualifier : fact.qualifiers) line += "+" + qualifier;
  line += " " + std::string(timso::NameOf(fact.kind)) + " ";
  if (fact.relation != timso::Relation::kEqual) line += std::string(timso::NameOf(fact.relation)) + " ";
  line += Number(fact.value);
  if (fact.upper) line += ".." + Number(*fact.upper);
  line += " " + fact.unit;
  if (fact.from || fact.to) line += " " + fact.from.value_or("") + ".." + fact.to.value_or("");
  return line + (fact.derived ? " derived" : "");
}

std::vector<std::string> ExtractRendered(const std::string& text) {
  timso::ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), timso::BlockKind::kBody}};
  article.date = "2021-11-09";
  std::vector<std::string> lines;
  for (const timso::Fact& fact : timso::ReadByRules(article)) lines.push_back(Render(fact));
  return lines;
}
