#include "indexer/lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "indexer/schema/format.h"

namespace timso {
namespace {

namespace fs = std::filesystem;

std::string HostName() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string HolderOf(int file) {
  std::array<char, 512> text{};
  const ssize_t size = ::pread(file, text.data(), text.size() - 1, 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  holder = holder.substr(0, holder.find('\n'));
  const std::size_t space = holder.find(' ');
  if (space == std::string::npos) return "another process";
  return "process " + holder.substr(0, space) + " on " + holder.substr(space + 1);
}

}  // namespace

WriterLock::WriterLock(const fs::path& index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error && !fs::is_directory(index)) {
    throw IndexError("can't make the index folder " + index.string() + ": " + error.message());
  }
  const fs::path path = index / file_name::kLock;
  FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (file.get() < 0) throw IndexError("can't write to the index " + index.string() + ": " + std::strerror(errno));
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(file.get(), F_OFD_SETLK, &lock) != 0) {
    if (errno != EAGAIN && errno != EACCES) {
      throw IndexError("can't lock the index " + index.string() + ": " + std::strerror(errno));
    }
    throw LockedError("the index " + index.string() + " is being written by " + HolderOf(file.get()) +
                      "; try again when it has finished");
  }
  const std::string holder = std::to_string(::getpid()) + ' ' + HostName() + '\n';
  // Who holds it is a courtesy: a full disk must not keep a writer from removing documents.
  if (::ftruncate(file.get(), 0) == 0 && ::pwrite(file.get(), holder.data(), holder.size(), 0) < 0) errno = 0;
  file_ = std::move(file);
}

}  // namespace timso
