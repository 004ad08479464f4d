#include "analyzers/data/table.h"

#include <stdexcept>
#include <string>

#include "analyzers/data/embedded.h"

namespace timso {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::string_view TakeUntil(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

}  // namespace

std::vector<std::string_view> SplitField(std::string_view field, char separator) {
  std::vector<std::string_view> parts;
  while (!field.empty()) {
    const std::string_view part = Trim(TakeUntil(field, separator));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::vector<std::vector<std::string_view>> ReadTable(std::string_view name, std::size_t columns) {
  std::string_view bytes = EmbeddedFile(name);
  if (bytes.data() == nullptr) throw std::logic_error("the data file " + std::string(name) + " is not embedded");
  std::vector<std::vector<std::string_view>> rows;
  while (!bytes.empty()) {
    std::string_view line = TakeUntil(bytes, '\n');
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> fields;
    fields.reserve(columns);
    while (!line.empty()) fields.push_back(Trim(TakeUntil(line, '\t')));
    if (fields.size() < columns) fields.resize(columns);
    rows.push_back(std::move(fields));
  }
  return rows;
}

}  // namespace timso
