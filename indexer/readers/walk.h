// What the user gave → documents' bytes, one after the other in a stable order.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/readers/parse.h"

namespace timso {

// A place that documents come from, as the user gave it.
struct Root {
  std::filesystem::path given;  // a file or folder; "-" is standard input
  std::filesystem::path base;   // ids are relative to this folder
};

// Walks roots: folders recursively, names in byte order, hidden ones left out, links followed once.
class Walk {
 public:
  // Gets each document. Return false to stop the walk.
  using OnDocument = std::function<bool(RawDocument)>;
  // What could not be read: its name, and a sentence's rest.
  using OnProblem = std::function<void(const std::string& name, const std::string& what)>;

  struct Counts {
    std::size_t files = 0;        // opened
    std::size_t documents = 0;    // handed on
    std::size_t passed_over = 0;  // files of other kinds in folders
    std::uint64_t bytes = 0;      // of documents, decompressed
  };

  // `consumed` counts bytes of files as they lie on disk, `stop` ends waiting for standard input; both may be null.
  Walk(OnDocument on_document, OnProblem on_problem, std::atomic<std::uint64_t>* consumed = nullptr,
       const std::atomic<bool>* stop = nullptr)
      : on_document_(std::move(on_document)), on_problem_(std::move(on_problem)), consumed_(consumed), stop_(stop) {}

  // False when stopped by OnDocument.
  bool Run(const Root& root);
  const Counts& counts() const { return counts_; }

 private:
  bool Folder(const std::filesystem::path& folder, const Root& root);
  bool Entry(const std::filesystem::path& path, const Root& root);
  bool File(const std::filesystem::path& path, const Root& root);
  bool WholeFile(const std::filesystem::path& path, Format format, const std::string& id);
  bool JsonLines(ByteSource& source, const std::string& name, const std::string& id, const std::string& path);
  bool StandardInput();
  bool InputLine(const std::string& line, std::size_t number);
  bool JsonLine(std::string line, std::size_t number, const std::string& name, const std::string& id,
                const std::string& path);
  bool Hand(RawDocument raw);

  OnDocument on_document_;
  OnProblem on_problem_;
  std::atomic<std::uint64_t>* consumed_;
  const std::atomic<bool>* stop_;
  Counts counts_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> folders_;  // device and inode of those on the way down
};

// Bytes of all documents' files below the root as they lie on disk, for telling how much is left; 0 when unknown.
std::uint64_t BytesBelow(const Root& root);

}  // namespace timso
