#include "tests/support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace timso {
namespace {

namespace fs = std::filesystem;

int CodeOf(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

[[noreturn]] void Exec(const std::vector<std::string>& arguments, const RunOptions& options) {
  const std::string program =
      options.program.empty() ? std::string(TIMSO_BINARY_DIR "/timso") : options.program.string();
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
  if (options.file_limit > 0) {
    const rlimit limit{options.file_limit, options.file_limit};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);  // the write fails with EFBIG instead
  }
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

// Descriptors are opened before fork: a child of a threaded program may do little.
pid_t Spawn(const std::vector<std::string>& arguments, const RunOptions& options, int in, int out, int err) {
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("fork failed");
  if (pid > 0) return pid;
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  Exec(arguments, options);
}

int Open(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::runtime_error("can't open " + path.string());
  return descriptor;
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

}  // namespace

RunResult RunTimso(const std::vector<std::string>& arguments, const RunOptions& options) {
  const TempFolder files;
  WriteFile(files / "in", options.input);
  const int in = Open(files / "in", O_RDONLY);
  const int out = Open(files / "out", O_WRONLY | O_CREAT);
  const int err = Open(files / "err", O_WRONLY | O_CREAT);
  const pid_t pid = Spawn(arguments, options, in, out, err);
  for (const int descriptor : {in, out, err}) ::close(descriptor);
  int status = 0;
  rusage usage{};
  ::wait4(pid, &status, 0, &usage);
  RunResult result;
  result.code = CodeOf(status);
  result.out = ReadFile(files / "out");
  result.err = ReadFile(files / "err");
  result.cpu_seconds = Seconds(usage.ru_utime) + Seconds(usage.ru_stime);
  return result;
}

Started::Started(const std::vector<std::string>& arguments, const fs::path& out_path, const fs::path& err_path,
                 const RunOptions& options) {
  const int in = Open("/dev/null", O_RDONLY);
  const int out = Open(out_path, O_WRONLY | O_CREAT | O_TRUNC);
  const int err = Open(err_path, O_WRONLY | O_CREAT | O_TRUNC);
  pid_ = Spawn(arguments, options, in, out, err);
  for (const int descriptor : {in, out, err}) ::close(descriptor);
}

Started::~Started() {
  if (pid_ <= 0) return;
  Signal(SIGKILL);
  Wait();
}

void Started::Signal(int signal) const {
  if (pid_ > 0) ::kill(pid_, signal);
}

int Started::Wait() {
  if (pid_ <= 0) return code_;
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return code_ = CodeOf(status);
}

bool Started::Running() {
  if (pid_ <= 0) return false;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == 0) return true;
  pid_ = -1;
  code_ = CodeOf(status);
  return false;
}

TempFolder::TempFolder() {
  std::string pattern = (fs::temp_directory_path() / "timso-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("can't make a temporary folder");
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string TempFolder::Write(const std::string& name, const std::string& bytes) const {
  WriteFile(path_ / name, bytes);
  return (path_ / name).string();
}

void WriteFile(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

int Sized(int small, int large) { return std::getenv("TIMSO_STRESS") != nullptr ? large : small; }

}  // namespace timso
