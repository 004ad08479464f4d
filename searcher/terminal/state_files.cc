#include "searcher/terminal/state_files.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/schema/fact_json.h"
#include "indexer/schema/text_terms.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/fact_table.h"

namespace timso::terminal {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> LinesOf(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

// Beside and renamed: two runs at once lose a line at most, never the file.
void WriteLines(const fs::path& file, const std::vector<std::string>& lines) {
  if (file.empty()) return;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const fs::path beside = file.string() + "." + std::to_string(::getpid());
  {
    std::ofstream out(beside, std::ios::binary);
    fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write, error);
    for (const std::string& line : lines) out << line << '\n';
    out.close();
    if (!out) {
      fs::remove(beside, error);
      return;
    }
  }
  fs::rename(beside, file, error);
}

Json JsonOf(const DocumentInfo& document) {
  return {{"id", document.id},
          {"title", document.title},
          {"date", document.date},
          {"path", document.path},
          {"source", document.source}};
}

DocumentInfo DocumentFrom(const Json& json) {
  return {json.value("id", ""), json.value("title", ""), json.value("date", ""), json.value("path", ""),
          json.value("source", "")};
}

std::string Line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

fs::path StateFolder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && *state == '/') return fs::path(state) / "timso";
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return fs::path(home) / ".local/state/timso";
  return {};
}

History::History(fs::path folder) : file_(folder.empty() ? fs::path() : folder / "history") {
  if (!file_.empty()) questions_ = LinesOf(file_);
}

void History::Add(const std::string& question) {
  const std::string line = OneLine(question);
  if (line.empty() || (!questions_.empty() && questions_.back() == line)) return;
  // Another run may have added some meanwhile.
  if (!file_.empty()) {
    std::vector<std::string> stored = LinesOf(file_);
    if (!stored.empty()) questions_ = std::move(stored);
  }
  std::erase(questions_, line);
  questions_.push_back(line);
  if (questions_.size() > kMost) {
    questions_.erase(questions_.begin(), questions_.end() - static_cast<std::ptrdiff_t>(kMost));
  }
  WriteLines(file_, questions_);
}

bool HasWords(const std::string& text, const std::string& words) {
  const std::vector<TextWord> wanted = TextWords(words);
  const std::vector<TextWord> there = TextWords(text);
  return std::all_of(wanted.begin(), wanted.end(), [&](const TextWord& want) {
    return std::any_of(there.begin(), there.end(),
                       [&](const TextWord& word) { return word.folded.starts_with(want.folded); });
  });
}

std::vector<std::string> History::Matching(const std::string& words) const {
  std::vector<std::string> matching;
  for (auto it = questions_.rbegin(); it != questions_.rend(); ++it) {
    if (HasWords(*it, words)) matching.push_back(*it);
  }
  return matching;
}

Saved::Saved(fs::path folder) : file_(folder.empty() ? fs::path() : folder / "saved.jsonl") {
  if (file_.empty()) return;
  for (const std::string& line : LinesOf(file_)) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("document") || !json["document"].is_object()) continue;
    try {
      const DocumentInfo document = DocumentFrom(json["document"]);
      if (json.contains("fact")) {
        facts_.push_back({{{FactFromJson(json["fact"]), document, json.value("index", std::size_t{0})}}, {}});
      } else {
        DocumentHit hit;
        hit.document = document;
        hit.snippet.text = json.value("snippet", "");
        documents_.push_back(std::move(hit));
      }
    } catch (const Json::exception&) {
      // A line that somebody edited.
    }
  }
}

void Saved::Write() const {
  std::vector<std::string> lines;
  for (const FactRow& row : facts_) {
    lines.push_back(Line({{"fact", ToJson(row.fact(), row.document().id)},
                          {"document", JsonOf(row.document())},
                          {"index", row.sources.front().index}}));
  }
  for (const DocumentHit& hit : documents_) {
    lines.push_back(Line({{"document", JsonOf(hit.document)}, {"snippet", hit.snippet.text}}));
  }
  WriteLines(file_, lines);
}

void Saved::Toggle(const FactRow& row) {
  const std::string key = KeyOf(row);
  const std::size_t removed = std::erase_if(facts_, [&](const FactRow& other) { return KeyOf(other) == key; });
  if (removed == 0) facts_.push_back(row);
  Write();
}

void Saved::Toggle(const DocumentHit& hit) {
  const std::string key = KeyOf(hit);
  const std::size_t removed = std::erase_if(documents_, [&](const DocumentHit& other) { return KeyOf(other) == key; });
  if (removed == 0) documents_.push_back(hit);
  Write();
}

}  // namespace timso::terminal
