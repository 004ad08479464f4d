#include <nlohmann/json.hpp>

#include "indexer/schema/entries.h"
#include "indexer/schema/fact_json.h"
#include "indexer/schema/hash.h"
#include "indexer/schema/storage.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

constexpr unsigned kTitleWeight = 3;  // a word of the title counts as so many of the body

// One letter a block in the stored header. Do not change.
constexpr std::string_view kBlockLetters = "tbcf";

Json BlocksToJson(const std::vector<Block>& blocks) {
  Json json = Json::array();
  for (const Block& block : blocks) {
    json.push_back({std::string(1, kBlockLetters[static_cast<std::size_t>(block.kind)]), block.begin, block.end});
  }
  return json;
}

std::vector<Block> BlocksFromJson(const Json& json, std::size_t size) {
  std::vector<Block> blocks;
  for (const Json& item : json) {
    Block block;
    const std::size_t kind = kBlockLetters.find(item.at(0).get<std::string>());
    block.kind = kind == std::string_view::npos ? BlockKind::kFurniture : static_cast<BlockKind>(kind);
    block.begin = std::min(item.at(1).get<std::size_t>(), size);
    block.end = std::min(item.at(2).get<std::size_t>(), size);
    if (block.begin <= block.end) blocks.push_back(block);
  }
  return blocks;
}

std::string Header(const Document& document) {
  Json json;
  json["id"] = document.id;
  json["title"] = document.title;
  json["date"] = document.date;
  json["source"] = document.source;
  json["author"] = document.author;
  json["blocks"] = BlocksToJson(document.blocks);
  if (!document.extra.empty()) json["extra"] = document.extra;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A line of JSON (all but the text and the path), then the text.
std::string PlainData(const Document& document) {
  std::string data = Header(document);
  data += '\n';
  data += document.text;
  return data;
}

void ReadHeader(std::string_view header, Document& document) {
  const Json json = Json::parse(header);
  document.id = json.at("id").get<std::string>();
  document.title = json.value("title", "");
  document.date = json.value("date", "");
  document.source = json.value("source", "");
  document.author = json.value("author", "");
  document.blocks = BlocksFromJson(json.at("blocks"), document.text.size());
  if (json.contains("extra")) document.extra = json.at("extra").get<std::map<std::string, std::string>>();
}

void AddText(Xapian::Document& entry, const Document& document) {
  TextTerms terms;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kFurniture) continue;
    const std::string_view text = std::string_view(document.text).substr(block.begin, block.end - block.begin);
    terms.Add(text, block.kind == BlockKind::kTitle ? kTitleWeight : 1);
  }
  terms.AddTo(entry);
}

}  // namespace

std::uint64_t RevisionOf(const Document& document) { return Hash64(PlainData(document)); }

Xapian::Document MakeDocumentEntry(const Document& document, std::uint64_t hash, std::size_t facts) {
  Xapian::Document entry;
  const std::string data = PlainData(document);
  entry.set_data(Pack(StoredKind::kArticle, data));
  entry.add_boolean_term(IdTerm(document.id));
  AddText(entry, document);
  AddFieldTerms(entry, prefix::kTitle, document.title);
  AddFieldTerms(entry, prefix::kSource, document.source);
  AddFieldTerms(entry, prefix::kAuthor, document.author);
  for (const std::string& term : DateTerms(document.date)) entry.add_boolean_term(term);
  entry.add_value(SlotOf(DocumentSlot::kDate), EncodeDate(document.date));
  entry.add_value(SlotOf(DocumentSlot::kRevision), EncodeRevision(Hash64(data)));
  entry.add_value(SlotOf(DocumentSlot::kFactCount), EncodeId(static_cast<std::uint32_t>(facts)));
  entry.add_value(SlotOf(DocumentSlot::kHash), EncodeRevision(hash));
  entry.add_value(SlotOf(DocumentSlot::kSource), document.source);
  entry.add_value(SlotOf(DocumentSlot::kPath), document.path);
  if (document.path.ends_with(document.id)) entry.add_value(SlotOf(DocumentSlot::kFileId), document.id);
  return entry;
}

Document DocumentFromData(std::string_view stored) {
  Document document;
  const std::string data = Unpack(StoredKind::kArticle, stored);
  const std::size_t end = data.find('\n');
  if (end == std::string::npos) return document;
  document.text = data.substr(end + 1);
  try {
    ReadHeader(std::string_view(data).substr(0, end), document);
  } catch (const Json::exception&) {
    document.id.clear();  // damaged: `timso check` names it
  }
  return document;
}

Document DocumentOf(const Xapian::Document& entry) {
  Document document = DocumentFromData(entry.get_data());
  document.path = entry.get_value(SlotOf(DocumentSlot::kPath));
  return document;
}

}  // namespace timso
