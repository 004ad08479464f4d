#include "indexer/check.h"

#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <unordered_map>

#include "indexer/generations.h"
#include "indexer/index_writer.h"
#include "indexer/rebuild.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostProblems = 20;  // of one kind; more say no more

std::string Plural(std::size_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

class Checker {
 public:
  explicit Checker(fs::path index) : index_(std::move(index)) {}

  CheckReport Run() {
    report_.generation = CurrentGeneration(index_);
    report_.articles_readable = CheckStructure(file_name::kDocuments);
    const bool facts_sound = CheckStructure(file_name::kFacts);
    if (report_.articles_readable && facts_sound) Guarded([this] { CheckContent(); });
    return std::move(report_);
  }

 private:
  fs::path Folder(std::string_view name) const { return index_ / report_.generation / name; }

  void Problem(std::string sentence) {
    if (report_.problems.size() < kMostProblems) report_.problems.push_back(std::move(sentence));
  }

  template <typename Step>
  void Guarded(Step step) {
    try {
      step();
    } catch (const Xapian::Error& error) {
      Problem(DatabaseSentence(index_, error));
    }
  }

  bool CheckStructure(std::string_view name) {
    std::ostringstream details;
    try {
      const std::size_t errors = Xapian::Database::check(Folder(name).string(), 0, &details);
      if (errors == 0) return true;
      Problem(std::string(name) + "/ is damaged: " + Plural(errors, "error") + " in its structure");
    } catch (const Xapian::Error& error) {
      Problem(std::string(name) + "/ is damaged or no database of timso's: " + error.get_msg());
    }
    return false;
  }

  void CheckContent() {
    const Xapian::Database documents(Folder(file_name::kDocuments).string());
    const Xapian::Database facts(Folder(file_name::kFacts).string());
    report_.documents = documents.get_doccount();
    report_.facts = facts.get_doccount();
    CheckVersions(documents);
    const auto meta = [](const Xapian::Database& database) {
      return database.get_metadata(std::string(metadata::kCommit));
    };
    if (meta(documents) != meta(facts)) {
      Problem("the last commit was cut short between documents/ and facts/; the next `timso index` mends it");
    }
    CheckFacts(facts);
    CheckDocuments(documents);
    for (const auto& [revision, count] : facts_of_) {
      if (count != 0) Problem(Plural(count, "fact") + " of no stored article");
    }
  }

  void CheckVersions(const Xapian::Database& documents) {
    const std::string version = documents.get_metadata(std::string(metadata::kVersion));
    if (version != std::to_string(kFormatVersion)) {
      Problem("it has format " + (version.empty() ? "of another program" : version) + ", this program's is " +
              std::to_string(kFormatVersion) + "; `timso rebuild` brings it up to date");
    }
    if (documents.get_metadata(std::string(metadata::kFingerprint)) != AnalyzerFingerprint()) {
      Problem("it was made with other analyzer data; `timso rebuild` brings it up to date");
    }
  }

  // Counts the facts of each revision.
  void CheckFacts(const Xapian::Database& facts) {
    const std::string all;
    for (auto it = facts.postlist_begin(all); it != facts.postlist_end(all); ++it) {
      const Xapian::Document entry = facts.get_document(*it);
      ++facts_of_[entry.get_value(SlotOf(FactSlot::kRevision))];
      const StoredFact stored = FactOf(entry);
      if (stored.document.empty()) Problem("fact " + std::to_string(*it) + " has no readable data");
      if (stored.fact.evidence.end > kNoText || stored.fact.evidence.begin > stored.fact.evidence.end) {
        Problem("fact " + std::to_string(*it) + " of \"" + stored.document + "\" has impossible evidence offsets");
      }
    }
  }

  void CheckDocuments(const Xapian::Database& documents) {
    const std::string all;
    for (auto it = documents.postlist_begin(all); it != documents.postlist_end(all); ++it) {
      CheckDocument(documents, documents.get_document(*it));
    }
  }

  void CheckDocument(const Xapian::Database& documents, const Xapian::Document& entry) {
    const Document document = DocumentOf(entry);
    const std::string name = "article " + std::to_string(entry.get_docid()) + " (\"" + document.id + "\")";
    if (document.id.empty()) return Problem(name + " has no readable header");
    const std::string revision = entry.get_value(SlotOf(DocumentSlot::kRevision));
    if (revision != EncodeRevision(RevisionOf(document))) Problem(name + " has a stored text that was changed");
    if (documents.get_termfreq(IdTerm(document.id)) != 1) Problem(name + " is not the only one of its id");
    const std::size_t expected = DecodeId(entry.get_value(SlotOf(DocumentSlot::kFactCount)));
    std::size_t& found = facts_of_[revision];
    if (found != expected) {
      Problem(name + " has " + Plural(found, "fact") + " in facts/ and should have " + std::to_string(expected));
    }
    found = 0;
  }

  static constexpr std::size_t kNoText = std::size_t{1} << 40;

  fs::path index_;
  CheckReport report_;
  std::unordered_map<std::string, std::size_t> facts_of_;  // by revision
};

// The newest complete generation whose articles open; nothing when there is none.
std::optional<std::string> NewestReadable(const fs::path& index) {
  std::vector<std::string> names = Generations(index);
  for (auto it = names.rbegin(); it != names.rend(); ++it) {
    try {
      const Xapian::Database documents((index / *it / file_name::kDocuments).string());
      if (!documents.get_metadata(std::string(metadata::kVersion)).empty()) return *it;
    } catch (const Xapian::Error&) {
      // An older one may do.
    }
  }
  return std::nullopt;
}

// Takes the lock when it can be had: on a read-only medium nobody writes.
std::optional<WriterLock> LockIfWritable(const fs::path& index) {
  if (::access(index.c_str(), W_OK) != 0) return std::nullopt;
  return std::optional<WriterLock>(std::in_place, index);
}

void RestoreCurrent(const fs::path& index, CheckReport& report) {
  try {
    CurrentGeneration(index);
  } catch (const IndexError&) {
    const std::optional<std::string> newest = NewestReadable(index);
    if (!newest) throw;
    SetCurrent(index, *newest);
    report.repaired.push_back("CURRENT was lost; it points to " + *newest + " again");
  }
}

}  // namespace

CheckReport Check(const fs::path& index) {
  CurrentGeneration(index);
  const std::optional<WriterLock> lock = LockIfWritable(index);
  return Checker(index).Run();
}

CheckReport Repair(const fs::path& index, const std::atomic<bool>& stop) {
  CheckReport done;
  if (!fs::is_directory(index)) CurrentGeneration(index);
  {
    const WriterLock lock(index);
    RestoreCurrent(index, done);
  }
  CheckReport before = Check(index);
  if (!before.problems.empty()) {
    const RebuildOutcome outcome = Rebuild(index, {}, {}, stop);
    if (outcome.interrupted) {
      before.problems.push_back("interrupted; nothing was changed");
      return before;
    }
    done.repaired.push_back("the facts were made anew from " + Plural(outcome.counts.documents, "article") + " (" +
                            outcome.generation + ")");
    for (const std::string& lost : outcome.lost) done.problems.push_back("lost: " + lost);
  }
  CheckReport after = Check(index);
  done.generation = after.generation;
  done.documents = after.documents;
  done.facts = after.facts;
  done.problems.insert(done.problems.end(), after.problems.begin(), after.problems.end());
  return done;
}

}  // namespace timso
