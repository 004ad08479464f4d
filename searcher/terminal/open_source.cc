#include "searcher/terminal/open_source.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

extern char** environ;

namespace timso::terminal {
namespace {

bool IsInstalled(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((folder + '/' + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace

std::string OpenSource(const std::string& target) {
  const bool address = target.find("://") != std::string::npos;
  std::error_code error;
  if (!address && !std::filesystem::exists(target, error)) return target + " is not there any more.";
  if (!IsInstalled("xdg-open")) return "xdg-open is not installed; the source is " + target;
  // A path that begins with "-" is no option.
  const std::string argument = address ? target : std::filesystem::absolute(target, error).string();
  // The shell in between ends at once, so that nobody is left to wait for.
  const char* const arguments[] = {"sh",   "-c", "xdg-open \"$1\" </dev/null >/dev/null 2>&1 &", "sh", argument.c_str(),
                                   nullptr};
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF);
  sigset_t all;
  ::sigfillset(&all);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, "/bin/sh", nullptr, &attributes, const_cast<char* const*>(arguments), environ);
  ::posix_spawnattr_destroy(&attributes);
  if (failed != 0) return "xdg-open could not be started.";
  ::waitpid(child, nullptr, 0);
  return "Opened " + target;
}

}  // namespace timso::terminal
