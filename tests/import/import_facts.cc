// Indexes documents with facts given as the gold guide's JSON lines in place of extracted ones: what questions are
// answered when extraction makes no mistakes.
//
// usage: import_facts INDEX FACTS.jsonl[,FACTS2.jsonl…] PATH…
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

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

AnalysedDocument Import(const Document& document, std::uint64_t hash, std::vector<GivenFact> given) {
  AnalysedDocument made;
  made.id = document.id;
  made.revision = RevisionOf(document);
  made.text_bytes = document.text.size();
  made.entry = MakeDocumentEntry(document, hash, given.size());
  for (std::size_t i = 0; i < given.size(); ++i) {
    SetEvidence(given[i], document.text);
    made.facts.push_back(MakeFactEntry(given[i].fact, i, document, made.revision, 0));
  }
  return made;
}

int Run(const std::string& index, const std::string& facts_list, const std::vector<std::string>& paths) {
  GivenFacts facts = ReadFacts(facts_list);
  IndexWriter writer(index);
  const auto on_document = [&](RawDocument raw) {
    const std::uint64_t hash = ContentHash(raw);
    const Document document = ParseDocument(std::move(raw));
    writer.databases().Put(Import(document, hash, facts[DocumentKey(document.id)]));
    return true;
  };
  const auto on_problem = [](const std::string& name, const std::string& what) {
    std::cerr << "import_facts: " << name << ": " << what << '\n';
  };
  Walk walk(on_document, on_problem);
  for (const std::string& path : paths) walk.Run({path, path});
  writer.databases().Commit();
  return 0;
}

}  // namespace
}  // namespace timso

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: import_facts INDEX FACTS.jsonl[,FACTS2.jsonl…] PATH…\n";
    return 2;
  }
  try {
    return timso::Run(argv[1], argv[2], {argv + 3, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "import_facts: " << error.what() << '\n';
    return 2;
  }
}
