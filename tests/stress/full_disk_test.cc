// A disk that fills up: a small tmpfs where one can be mounted, else a limit on the size of files.
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "tests/catch.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace fs = std::filesystem;
using namespace timso;

namespace {

// A tmpfs of so many bytes while it lives.
class SmallDisk {
 public:
  SmallDisk(fs::path path, std::size_t bytes) : path_(std::move(path)) {
    fs::create_directories(path_);
    const std::string options = "size=" + std::to_string(bytes);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, options.c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  // All that is used and so much more.
  void LeaveFree(std::size_t bytes) const {
    const fs::space_info space = fs::space(path_);
    Resize(space.capacity - space.free + bytes);
  }
  void Resize(std::size_t bytes) const {
    const std::string options = "size=" + std::to_string(bytes);
    REQUIRE(::mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, options.c_str()) == 0);
  }

 private:
  fs::path path_;
  bool mounted_ = false;
};

std::string Documents(const fs::path& index) {
  const RunResult status = RunTimso({"--index", index.string(), "status", "--format", "json"});
  INFO(status.err);
  REQUIRE(status.code == 0);
  const std::size_t at = status.out.find("\"documents\": ");
  return status.out.substr(at + 13, status.out.find(',', at) - at - 13);
}

// The command fails with a sentence, the index stands as it was.
void CheckFull(const fs::path& index, const std::vector<std::string>& arguments, const RunOptions& options,
               const std::string& documents) {
  std::vector<std::string> all{"--index", index.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const RunResult full = RunTimso(all, options);
  INFO(arguments[0] << ": " << full.err);
  CHECK(full.code == 2);
  CHECK(full.err.find("no space left") != std::string::npos);
  CHECK(std::count(full.err.begin(), full.err.end(), '\n') == 1);
  CHECK(Documents(index) == documents);
  CHECK(RunTimso({"--index", index.string(), "check"}).code == 0);
}

}  // namespace

TEST_CASE("on a full disk: a clear error, the old state intact, success once there is space") {
  const TempFolder folder;
  const SmallDisk disk(folder / "disk", std::size_t{1} << 20);
  const fs::path index = disk.mounted() ? folder / "disk" / "index" : folder / "index";
  WriteFile(folder / "few.jsonl", MakeJsonArticles(0, 20));
  WriteFile(folder / "more.jsonl", MakeJsonArticles(20, 320, 0, 3));
  WriteFile(folder / "many.jsonl", MakeJsonArticles(20, 1200, 0, 1));
  REQUIRE(RunTimso({"--index", index.string(), "index", (folder / "few.jsonl").string()}).code == 0);
  RunOptions options;
  if (!disk.mounted()) options.file_limit = 300 << 10;
  std::printf("full disk by %s\n", disk.mounted() ? "a small tmpfs" : "a limit on files");

  CheckFull(index, {"index", (folder / "more.jsonl").string()}, options, "20");
  CheckFull(index, {"index", (folder / "many.jsonl").string()}, options, "20");
  if (disk.mounted()) disk.Resize(std::size_t{64} << 20);
  const RunResult again = RunTimso({"--index", index.string(), "index", (folder / "many.jsonl").string()});
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK(Documents(index) == "1200");
  CHECK(RunTimso({"--index", index.string(), "check"}).code == 0);
  if (disk.mounted()) disk.LeaveFree(std::size_t{400} << 10);
  if (disk.mounted()) CheckFull(index, {"rebuild"}, options, "1200");
  if (disk.mounted()) disk.Resize(std::size_t{64} << 20);
  CHECK(RunTimso({"--index", index.string(), "rebuild"}).code == 0);
}
