#include "indexer/generations.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "indexer/schema/format.h"
#include "indexer/schema/index_reader.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuildingPrefix = "building-";
constexpr std::string_view kNewCurrent = "CURRENT.new";

[[noreturn]] void Fail(const std::string& what, const fs::path& path) {
  throw IndexError("can't " + what + " " + path.string() + ": " + std::strerror(errno));
}

void Sync(const fs::path& path) {
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  // Some file systems can't sync a folder.
  if (file.get() < 0 || (::fsync(file.get()) != 0 && errno != EINVAL)) Fail("write", path);
}

void WriteWhole(const fs::path& path, const std::string& text) {
  const FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) Fail("write", path);
  if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) Fail("write", path);
  if (::fsync(file.get()) != 0) Fail("write", path);
}

std::string NumberedName(std::string_view prefix, unsigned number) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%06u", number);
  return std::string(prefix) + digits;
}

unsigned NumberOf(const std::string& name, std::string_view prefix) {
  unsigned number = 0;
  for (const char c : name.substr(prefix.size())) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

std::vector<std::string> Named(const fs::path& index, std::string_view prefix) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(index, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(prefix) && NumberOf(name, prefix) > 0) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Whatever a writer has begun and not finished.
std::vector<std::string> Buildings(const fs::path& index) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(index, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(kBuildingPrefix)) names.push_back(name);
  }
  return names;
}

// False while a reader holds it.
bool RemoveUnlessInUse(const fs::path& folder) {
  const FileHandle in_use(::open((folder / file_name::kInUse).c_str(), O_RDWR | O_CLOEXEC));
  if (in_use.get() >= 0 && ::flock(in_use.get(), LOCK_EX | LOCK_NB) != 0) return false;
  std::error_code error;
  fs::remove_all(folder, error);
  return !error;
}

}  // namespace

std::vector<std::string> Generations(const fs::path& index) { return Named(index, file_name::kGenerationPrefix); }

fs::path BeginGeneration(const fs::path& index) {
  unsigned last = 0;
  for (const std::string& name : Generations(index)) {
    last = std::max(last, NumberOf(name, file_name::kGenerationPrefix));
  }
  const fs::path building = index / NumberedName(kBuildingPrefix, last + 1);
  std::error_code error;
  fs::remove_all(building, error);
  if (!fs::create_directory(building, error) || error) {
    throw IndexError("can't write to the index " + index.string() + ": " + error.message());
  }
  WriteWhole(building / file_name::kInUse, "");
  return building;
}

void SyncFiles(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) Sync(entry.path());
}

std::string FinishGeneration(const fs::path& index, const fs::path& building) {
  const unsigned number = NumberOf(building.filename().string(), kBuildingPrefix);
  std::string name = NumberedName(file_name::kGenerationPrefix, number);
  Sync(building);
  if (std::rename(building.c_str(), (index / name).c_str()) != 0) Fail("rename", building);
  Sync(index);
  SetCurrent(index, name);
  return name;
}

void SetCurrent(const fs::path& index, const std::string& name) {
  WriteWhole(index / kNewCurrent, name + "\n");
  if (std::rename((index / kNewCurrent).c_str(), (index / file_name::kCurrent).c_str()) != 0) {
    Fail("replace", index / file_name::kCurrent);
  }
  Sync(index);
}

std::size_t CleanDebris(const fs::path& index) {
  const std::string current = CurrentGeneration(index);
  std::size_t removed = 0;
  for (const std::string& name : Buildings(index)) removed += RemoveUnlessInUse(index / name) ? 1u : 0u;
  for (const std::string& name : Generations(index)) {
    if (name != current) removed += RemoveUnlessInUse(index / name) ? 1u : 0u;
  }
  std::error_code error;
  fs::remove(index / kNewCurrent, error);
  return removed;
}

std::uint64_t BytesOf(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) bytes += it->file_size(ignored);
  }
  return bytes;
}

}  // namespace timso
