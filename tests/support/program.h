// Runs the real program, as a user does.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace timso {

struct RunResult {
  int code = -1;  // exit status; 128 + signal when a signal ended it
  std::string out;
  std::string err;
  double cpu_seconds = 0;  // user and system
};

struct RunOptions {
  std::string input;                               // standard input
  std::map<std::string, std::string> environment;  // over the test's own
  std::filesystem::path folder;                    // working folder; empty: the test's
  unsigned long long file_limit = 0;               // RLIMIT_FSIZE in bytes; 0: none
  std::filesystem::path program;                   // default: the built timso
};

// Waits until it has ended.
RunResult RunTimso(const std::vector<std::string>& arguments, const RunOptions& options = {});

// Starts it and does not wait; its output goes to the files. Reap with Wait.
class Started {
 public:
  Started(const std::vector<std::string>& arguments, const std::filesystem::path& out, const std::filesystem::path& err,
          const RunOptions& options = {});
  ~Started();  // kills it when it was not waited for
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;

  void Signal(int signal) const;
  int Wait();      // as RunResult::code
  bool Running();  // false once it has ended
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int code_ = -1;
};

// A folder of its own below the system's temporary one, gone with the object.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }
  // Writes a file below the folder and returns its path.
  std::string Write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

void WriteFile(const std::filesystem::path& path, const std::string& text);
std::string ReadFile(const std::filesystem::path& path);

// `small` normally, `large` when TIMSO_STRESS is set: how much of a costly test to do.
int Sized(int small, int large);

}  // namespace timso
