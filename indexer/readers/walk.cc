#include "indexer/readers/walk.h"

#include <sys/stat.h>

#include <algorithm>

namespace timso {
namespace {

namespace fs = std::filesystem;

std::pair<std::uint64_t, std::uint64_t> IdentityOf(const fs::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) return {0, 0};
  return {status.st_dev, status.st_ino};
}

std::string IdOf(const fs::path& path, const Root& root) {
  const fs::path relative = path.lexically_normal().lexically_relative(root.base.lexically_normal());
  return relative.empty() || relative == "." ? path.filename().string() : relative.string();
}

std::string Absolute(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  return (error ? path : absolute).lexically_normal().string();
}

bool IsHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<fs::path> SortedEntries(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!IsHidden(it->path())) entries.push_back(it->path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

bool Walk::Run(const Root& root) {
  if (root.given == "-") return StandardInput();
  std::error_code error;
  if (fs::is_directory(root.given, error)) return Folder(root.given, root);
  if (error && error.value() == ELOOP) {
    on_problem_(root.given.string(), "is a link that leads back to itself");
    return true;
  }
  if (!FormatOf(root.given.filename().string()) && fs::exists(root.given, error)) {
    on_problem_(root.given.string(), "is of no kind that can be read (.txt .md .html .jsonl, also .gz .zst)");
    return true;
  }
  return File(root.given, root);
}

bool Walk::Folder(const fs::path& folder, const Root& root) {
  const auto identity = IdentityOf(folder);
  if (!folders_.insert(identity).second) {
    on_problem_(folder.string(), "is a link back to a folder around it; its files are read there");
    return true;
  }
  std::error_code error;
  const std::vector<fs::path> entries = SortedEntries(folder, error);
  if (error) on_problem_(folder.string(), "can't be listed: " + error.message());
  bool go_on = true;
  for (const fs::path& entry : entries) {
    go_on = go_on && Entry(entry, root);
  }
  folders_.erase(identity);
  return go_on;
}

bool Walk::Entry(const fs::path& path, const Root& root) {
  std::error_code error;
  if (fs::is_directory(path, error)) return Folder(path, root);
  const bool known = FormatOf(path.filename().string()).has_value();
  if (error && (known || error.value() == ELOOP)) {
    on_problem_(path.string(), error.value() == ELOOP    ? "is a link that leads back to itself"
                               : error.value() == ENOENT ? "is a link to nothing"
                                                         : "can't be read: " + error.message());
    return true;
  }
  if (!known) {
    ++counts_.passed_over;
    return true;
  }
  return File(path, root);
}

bool Walk::File(const fs::path& path, const Root& root) {
  const std::string id = IdOf(path, root);
  const Format format = FormatOf(path.filename().string()).value_or(Format::kText);
  try {
    ++counts_.files;
    if (format != Format::kJson) return WholeFile(path, format, id);
    const std::unique_ptr<ByteSource> source = OpenFile(path, consumed_);
    return JsonLines(*source, path.string(), id, Absolute(path));
  } catch (const InputError& error) {
    on_problem_(path.string(), error.what());
    return true;
  }
}

bool Walk::WholeFile(const fs::path& path, Format format, const std::string& id) {
  RawDocument raw;
  raw.format = format;
  raw.bytes = ReadAll(*OpenFile(path, consumed_));
  raw.id = id;
  raw.path = Absolute(path);
  raw.label = path.string();
  return Hand(std::move(raw));
}

bool Walk::JsonLines(ByteSource& source, const std::string& name, const std::string& id, const std::string& path) {
  LineReader lines(source);
  std::string line;
  const std::size_t before = counts_.documents;
  while (true) {
    const LineReader::Result result = lines.Next(line);
    if (result == LineReader::Result::kEnd) break;
    if (result == LineReader::Result::kTooLong) {
      on_problem_(name + ":" + std::to_string(lines.number()), "is a line of more than 64 MB");
    } else if (!JsonLine(std::move(line), lines.number(), name, id, path)) {
      return false;
    }
  }
  if (lines.number() == 0 && counts_.documents == before) throw InputError("is empty");
  return true;
}

bool Walk::JsonLine(std::string line, std::size_t number, const std::string& name, const std::string& id,
                    const std::string& path) {
  if (line.find_first_not_of(" \t\r") == std::string::npos) return true;
  RawDocument raw;
  raw.format = Format::kJson;
  raw.bytes = std::move(line);
  raw.id = id + "#" + std::to_string(number);
  raw.path = path;
  raw.label = name + ":" + std::to_string(number);
  return Hand(std::move(raw));
}

bool Walk::StandardInput() {
  const std::unique_ptr<ByteSource> input = OpenStandardInput(stop_);
  LineReader lines(*input);
  std::string line;
  try {
    while (true) {
      const LineReader::Result result = lines.Next(line);
      if (result == LineReader::Result::kEnd) return true;
      if (result == LineReader::Result::kTooLong) {
        on_problem_("standard input:" + std::to_string(lines.number()), "is a line of more than 64 MB");
      } else if (!InputLine(line, lines.number())) {
        return false;
      }
    }
  } catch (const InputError& error) {
    on_problem_("standard input", error.what());
    return true;
  }
}

// A JSON document, or the path of a file or folder.
bool Walk::InputLine(const std::string& line, std::size_t number) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return true;
  if (line[begin] == '{') return JsonLine(line, number, "standard input", "stdin", "");
  if (line == "-") {
    on_problem_("standard input:" + std::to_string(number), "names standard input itself");
    return true;
  }
  const fs::path path = line;
  std::error_code error;
  return Run({path, fs::is_directory(path, error) ? path : path.parent_path()});
}

bool Walk::Hand(RawDocument raw) {
  ++counts_.documents;
  counts_.bytes += raw.bytes.size();
  return on_document_(std::move(raw));
}

std::uint64_t BytesBelow(const Root& root) {
  std::error_code error;
  if (fs::is_regular_file(root.given, error)) return fs::file_size(root.given, error);
  if (!fs::is_directory(root.given, error)) return 0;
  std::uint64_t bytes = 0;
  constexpr auto kOptions = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(root.given, kOptions, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (FormatOf(it->path().filename().string()) && it->is_regular_file(ignored)) bytes += it->file_size(ignored);
  }
  return bytes;
}

}  // namespace timso
