// Markdown is read as it stands; its front matter and first heading say what the text does not.
#include <algorithm>

#include "indexer/readers/dates.h"
#include "indexer/readers/layout.h"
#include "indexer/readers/parse.h"

namespace timso {
namespace {

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\"'");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\"'") - begin + 1);
}

void TakeField(std::string_view line, Document& document) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = Trim(line.substr(0, colon));
  const std::string_view value = Trim(line.substr(colon + 1));
  if (name == "title") document.title = value;
  if (name == "date") document.date = DateOfField(value);
  if (name == "author") document.author = value;
  if (name == "source" || name == "url") document.source = value;
}

// How many lines the front matter between two "---" takes; 0 when there is none.
std::size_t FrontMatter(std::string_view text, const std::vector<PageLine>& lines, Document& document) {
  const auto line = [&](std::size_t i) { return Trim(text.substr(lines[i].begin, lines[i].end - lines[i].begin)); };
  if (lines.empty() || line(0) != "---") return 0;
  std::size_t end = 1;
  while (end < lines.size() && line(end) != "---") ++end;
  if (end == lines.size()) return 0;
  for (std::size_t i = 1; i < end; ++i) TakeField(line(i), document);
  return end + 1;
}

}  // namespace

void ParseMarkdown(std::string text, Document& document) {
  document.text = std::move(text);
  std::vector<PageLine> lines = SplitLines(document.text);
  const std::size_t front = FrontMatter(document.text, lines, document);
  for (std::size_t i = 0; i < front; ++i) lines[i].hint = LineHint::kFurniture;
  for (std::size_t i = front; i < lines.size(); ++i) {
    const std::string_view line = std::string_view(document.text).substr(lines[i].begin, lines[i].end - lines[i].begin);
    if (line.starts_with("# ")) {
      lines[i].begin += 2;
      lines[i].hint = LineHint::kTitle;
      break;
    }
  }
  LayOut(document, lines);
}

}  // namespace timso
