#include "tests/cli/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace timso::cli {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
    read = ends[0];
    write = ends[1];
  }
  void CloseRead() {
    if (read >= 0) close(read);
    read = -1;
  }
  void CloseWrite() {
    if (write >= 0) close(write);
    write = -1;
  }
  ~Pipe() {
    CloseRead();
    CloseWrite();
  }
};

[[noreturn]] void Exec(const std::vector<std::string>& arguments, const std::filesystem::path& index, Pipe& in,
                       Pipe& out, Pipe& error) {
  dup2(in.read, STDIN_FILENO);
  dup2(out.write, STDOUT_FILENO);
  dup2(error.write, STDERR_FILENO);
  setenv("TIMSO_INDEX", index.c_str(), 1);
  std::vector<char*> argv = {const_cast<char*>("timso")};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(TIMSO_BINARY_DIR "/timso", argv.data());
  _exit(127);
}

// Feeds the input and gathers both outputs until they end.
void Talk(Pipe& in, Pipe& out, Pipe& error, const std::string& input, Outcome& outcome) {
  std::size_t fed = 0;
  if (input.empty()) in.CloseWrite();
  while (out.read >= 0 || error.read >= 0) {
    pollfd ends[3] = {{out.read, POLLIN, 0}, {error.read, POLLIN, 0}, {in.write, POLLOUT, 0}};
    poll(ends, 3, -1);
    char buffer[65536];
    for (int i = 0; i < 2; ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      const ssize_t got = read(ends[i].fd, buffer, sizeof buffer);
      if (got > 0) (i == 0 ? outcome.out : outcome.error).append(buffer, static_cast<std::size_t>(got));
      if (got <= 0) (i == 0 ? out : error).CloseRead();
    }
    if (in.write >= 0 && ends[2].revents != 0) {
      const ssize_t put = write(in.write, input.data() + fed, input.size() - fed);
      if (put > 0) fed += static_cast<std::size_t>(put);
      if (put <= 0 || fed == input.size()) in.CloseWrite();
    }
  }
}

}  // namespace

Outcome RunTimso(const std::vector<std::string>& arguments, const std::filesystem::path& index,
                 const std::string& input) {
  signal(SIGPIPE, SIG_IGN);
  Pipe in;
  Pipe out;
  Pipe error;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) Exec(arguments, index, in, out, error);
  in.CloseRead();
  out.CloseWrite();
  error.CloseWrite();
  Outcome outcome;
  Talk(in, out, error, input, outcome);
  int status = 0;
  waitpid(child, &status, 0);
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "timso-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::Write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

}  // namespace timso::cli
