#include "tests/import/given_facts.h"

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "analyzers/places/gazetteer.h"
#include "indexer/index_writer.h"
#include "indexer/readers/walk.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/fact_json.h"

namespace timso {
namespace {

struct GivenFact {
  Fact fact;
  std::string at;  // words of the document at which the number stands
};
using GivenFacts = std::map<std::string, std::vector<GivenFact>>;

// Both sides name documents by their file, the ending off or on.
std::string DocumentKey(std::string name) {
  name = name.substr(name.find_last_of('/') + 1);
  if (name.size() > 4 && name.substr(name.size() - 4) == ".txt") name.resize(name.size() - 4);
  return name;
}

GivenFacts ReadFacts(const std::string& list) {
  GivenFacts facts;
  std::stringstream paths(list);
  for (std::string path; std::getline(paths, path, ',');) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("can't read " + path);
    for (std::string line; std::getline(file, line);) {
      if (line.empty()) continue;
      const Json json = Json::parse(line);
      facts[DocumentKey(json.at("doc").get<std::string>())].push_back({FactFromJson(json), json.value("at", "")});
    }
  }
  return facts;
}

// The sentence around the words, by line and full stop: enough for evidence in tests.
void SetEvidence(GivenFact& given, const std::string& text) {
  const std::size_t at = given.at.empty() ? std::string::npos : text.find(given.at);
  if (at == std::string::npos) return;
  Evidence& evidence = given.fact.evidence;
  evidence.begin = at;
  evidence.end = at + given.at.size();
  std::size_t begin = text.find_last_of("\n", at);
  begin = begin == std::string::npos ? 0 : begin + 1;
  const std::size_t end = std::min(text.find('\n', at), text.size());
  evidence.sentence_begin = begin;
  evidence.text = text.substr(begin, end - begin);
}

// The codes of the subject's unit, which the gold guide's lines lack: name, level and province tell it, as far as only
// one unit bears them.
void SetPlaceCodes(Fact& fact) {
  const Gazetteer& gazetteer = Gazetteer::Get();
  PlaceIndex found = kNoPlace;
  for (PlaceIndex index = 0; index < gazetteer.size(); ++index) {
    const Place& place = gazetteer.place(index);
    if (place.level != fact.level || place.name != fact.subject) continue;
    const PlaceIndex province = gazetteer.ProvinceOf(index);
    if (province == kNoPlace || gazetteer.place(province).name != fact.province) continue;
    if (found == kNoPlace || place.old_state == (fact.to < "2025-07")) found = index;
  }
  if (found == kNoPlace) return;
  fact.place_codes.emplace_back(gazetteer.place(found).code);
  for (const PlaceIndex above : gazetteer.Chain(found)) {
    if (above != found) fact.place_codes.emplace_back(gazetteer.place(above).code);
  }
}

AnalysedDocument Import(const Document& document, std::uint64_t hash, std::vector<GivenFact> given) {
  AnalysedDocument made;
  made.id = document.id;
  made.revision = RevisionOf(document);
  made.text_bytes = document.text.size();
  made.entry = MakeDocumentEntry(document, hash, given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    SetEvidence(given[i], document.text);
    SetPlaceCodes(given[i].fact);
    made.facts.push_back(MakeFactEntry(given[i].fact, i, document, made.revision, 0));
  }
  return made;
}

}  // namespace

void ImportFacts(const std::filesystem::path& index, const std::string& fact_files,
                 const std::vector<std::string>& paths) {
  GivenFacts facts = ReadFacts(fact_files);
  IndexWriter writer(index);
  const auto on_document = [&](RawDocument raw) {
    const std::uint64_t hash = ContentHash(raw);
    const Document document = ParseDocument(std::move(raw));
    writer.databases().Put(Import(document, hash, facts[DocumentKey(document.id)]));
    return true;
  };
  const auto on_problem = [](const std::string& name, const std::string& what) {
    std::cerr << name << ": " << what << '\n';
  };
  Walk walk(on_document, on_problem);
  for (const std::string& path : paths) walk.Run({path, path});
  writer.databases().Commit();
}

}  // namespace timso
