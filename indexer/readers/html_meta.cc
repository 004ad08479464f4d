#include "indexer/readers/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "indexer/readers/dates.h"

namespace timso {
namespace {

using nlohmann::json;

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  const auto same = [name](std::string_view known) {
    return name.size() == known.size() && std::equal(name.begin(), name.end(), known.begin(), [](char a, char b) {
             return a == b || ((a | 32) == b && b >= 'a' && b <= 'z');
           });
  };
  return std::any_of(names.begin(), names.end(), same);
}

constexpr std::array<std::string_view, 11> kDateNames = {
    "article:published_time", "datepublished",   "pubdate", "publishdate",      "publish-date",     "dc.date",
    "dc.date.issued",         "dcterms.created", "date",    "publication_date", "og:published_time"};
constexpr std::array<std::string_view, 4> kAuthorNames = {"author", "article:author", "dc.creator", "dable:author"};
constexpr std::array<std::string_view, 4> kSourceNames = {"og:site_name", "source", "dc.publisher", "dc.source"};
constexpr std::array<std::string_view, 3> kTitleNames = {"og:title", "dc.title", "twitter:title"};

void TakeDate(std::string_view value, HtmlPage& page) {
  if (page.date.empty()) page.date = DateOfField(value);
}

std::string NameOfValue(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array() && !value.empty()) return NameOfValue(value.front());
  if (value.is_object() && value.contains("name")) return NameOfValue(value["name"]);
  return {};
}

void TakeLinked(const json& object, HtmlPage& page) {
  if (!object.is_object()) return;
  if (object.contains("datePublished")) TakeDate(NameOfValue(object["datePublished"]), page);
  if (page.author.empty() && object.contains("author")) page.author = NameOfValue(object["author"]);
  if (page.source.empty() && object.contains("publisher")) page.source = NameOfValue(object["publisher"]);
}

}  // namespace

std::string_view AttributeOf(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr || attribute->value == nullptr ? std::string_view() : attribute->value;
}

void TakeMeta(const GumboElement& element, HtmlPage& page) {
  std::string_view name = AttributeOf(element, "property");
  if (name.empty()) name = AttributeOf(element, "name");
  if (name.empty()) name = AttributeOf(element, "itemprop");
  const std::string_view content = AttributeOf(element, "content");
  if (IsOneOf(name, kDateNames)) TakeDate(content, page);
  if (IsOneOf(name, kTitleNames) && page.title.empty()) page.title = content;
  const bool address = content.starts_with("http://") || content.starts_with("https://");
  if (IsOneOf(name, kAuthorNames) && page.author.empty() && !address) page.author = content;
  if (IsOneOf(name, kSourceNames) && page.source.empty()) page.source = content;
}

void TakeTime(const GumboElement& element, HtmlPage& page) {
  std::string_view value = AttributeOf(element, "datetime");
  if (value.empty()) value = AttributeOf(element, "content");
  TakeDate(value, page);
}

void TakeJsonLd(std::string_view text, HtmlPage& page) {
  const auto shallow = [](int level, json::parse_event_t, json&) { return level < 20; };
  const json linked = json::parse(text, shallow, false);
  if (linked.is_array()) {
    for (const json& object : linked) TakeLinked(object, page);
  } else if (linked.is_object() && linked.contains("@graph") && linked["@graph"].is_array()) {
    for (const json& object : linked["@graph"]) TakeLinked(object, page);
  } else {
    TakeLinked(linked, page);
  }
}

}  // namespace timso
