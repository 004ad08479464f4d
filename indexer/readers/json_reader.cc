// One JSON object is one document: id, title, sapo|summary|lead, body|text|content, date, source|url, author.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/readers/dates.h"
#include "indexer/readers/layout.h"
#include "indexer/readers/parse.h"

namespace timso {
namespace {

using nlohmann::json;

constexpr int kDeepest = 200;  // nested arrays and objects; more is an attack on the stack

// A string, a number or an array of strings (paragraphs) as text; nothing for the rest.
std::string TextOfValue(const json& value) {
  std::string text;
  if (value.is_string()) text = value.get_ref<const std::string&>();
  if (value.is_number()) text = value.dump();
  for (const json& item : value.is_array() ? value : json::array()) {
    if (!item.is_string()) continue;
    if (!text.empty()) text += '\n';
    text += item.get_ref<const std::string&>();
  }
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

// Takes a known field out of the object; the first of the names that is there.
std::string Take(json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto it = object.find(name);
    if (it == object.end()) continue;
    std::string text = TextOfValue(*it);
    if (text.empty() && !it->is_null() && !it->is_string()) continue;  // of a shape unknown here: kept as it is
    object.erase(it);
    if (!text.empty()) return text;
  }
  return {};
}

// Appends a part of the article as a paragraph of its own, whole or line by line.
void Append(std::string& text, std::string_view part, LineHint hint, std::vector<PageLine>& lines) {
  if (part.empty()) return;
  if (!text.empty()) text += "\n\n";
  const std::size_t begin = text.size();
  text += part;
  if (hint != LineHint::kUnknown) {
    lines.push_back({begin, text.size(), hint});
    return;
  }
  for (PageLine line : SplitLines(part)) {
    line.begin += begin;
    line.end += begin;
    lines.push_back(line);
  }
}

// "https://dantri.com.vn/kinh-doanh/…" → "dantri.com.vn"
std::string HostOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

json Parse(std::string_view text) {
  const auto depth = [](int level, json::parse_event_t, json&) {
    if (level > kDeepest) throw InputError("is nested too deeply to be a document");
    return true;
  };
  try {
    return json::parse(text, depth);
  } catch (const json::exception& error) {
    std::string what = error.what();
    const std::size_t detail = what.find("at line 1, ");
    if (detail != std::string::npos) what.erase(0, detail + 11);
    throw InputError("is malformed JSON (" + what.substr(0, 160) + ")");
  }
}

}  // namespace

void ParseJson(std::string_view text, Document& document) {
  json object = Parse(text);
  if (!object.is_object()) throw InputError("is no JSON object");
  if (std::string id = Take(object, {"id", "_id"}); !id.empty()) document.id = std::move(id);
  document.title = Take(object, {"title", "headline"});
  document.date = DateOfField(Take(object, {"date", "published", "date_published", "published_at"}));
  document.author = Take(object, {"author"});
  const std::string source = Take(object, {"source"});
  const std::string url = Take(object, {"url", "link"});
  document.source = source.empty() ? HostOf(url) : source;
  const std::string lead = Take(object, {"sapo", "summary", "lead", "description"});
  const std::string body = Take(object, {"body", "text", "content"});
  if (!url.empty()) document.extra["url"] = json(url).dump();
  for (const auto& [name, value] : object.items()) document.extra[name] = value.dump();
  std::vector<PageLine> lines;
  Append(document.text, document.title, LineHint::kTitle, lines);
  Append(document.text, lead, LineHint::kBody, lines);
  Append(document.text, body, LineHint::kUnknown, lines);
  if (document.text.size() == document.title.size() && body.empty() && document.title.empty()) {
    throw InputError("has no title and no body");
  }
  LayOut(document, lines);
}

}  // namespace timso
