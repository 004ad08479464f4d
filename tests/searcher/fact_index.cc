#include "tests/searcher/fact_index.h"

#include <unistd.h>

#include "indexer/index_writer.h"
#include "indexer/schema/entries.h"

namespace timso {

FactIndex::FactIndex() {
  static int count = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("timso_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
  std::filesystem::remove_all(path_);
}

FactIndex::~FactIndex() { std::filesystem::remove_all(path_); }

void FactIndex::Put(const std::string& id, const std::string& title, const std::string& text,
                    const std::vector<Fact>& facts, const std::string& date) {
  Document document;
  document.id = id;
  document.path = "/docs/" + id;
  document.title = title;
  document.text = text;
  document.date = date;
  document.source = "báo";
  document.blocks = {{0, text.size(), BlockKind::kBody}};
  AnalysedDocument made;
  made.id = id;
  made.revision = RevisionOf(document);
  made.text_bytes = text.size();
  made.entry = MakeDocumentEntry(document, made.revision, facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    made.facts.push_back(MakeFactEntry(facts[i], i, document, made.revision, 0));
  }
  IndexWriter writer(path_);
  writer.databases().Put(std::move(made));
  writer.databases().Commit();
}

Fact DistrictFact(const std::string& subject, FactKind kind, double value, Relation relation) {
  Fact fact;
  fact.subject = subject;
  fact.level = Level::kDistrict;
  fact.province = "Hà Giang";
  fact.measure = "party_members_admitted";
  fact.measure_text = "kết nạp đảng viên mới";
  fact.kind = kind;
  fact.value = value;
  fact.relation = relation;
  fact.unit = kind == FactKind::kAmount || kind == FactKind::kTarget ? "person" : "percent";
  fact.from = "2023-01-01";
  fact.to = "2023-12-31";
  fact.evidence.text = "Trong năm kết nạp được nhiều đảng viên.";
  return fact;
}

}  // namespace timso
