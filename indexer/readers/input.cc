#include "indexer/readers/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "analyzers/text/encoding.h"
#include "analyzers/text/utf8.h"
#include "indexer/readers/decompress.h"

namespace timso {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} << 10;

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::atomic<std::uint64_t>* consumed, const std::atomic<bool>* stop)
      : descriptor_(descriptor), consumed_(consumed), stop_(stop) {}
  ~FileSource() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  std::size_t Read(char* to, std::size_t size) override {
    while (true) {
      const ssize_t count = ::read(descriptor_, to, size);
      if (count >= 0) {
        if (consumed_ != nullptr) *consumed_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
      }
      if (errno == EINTR && stop_ != nullptr && *stop_) return 0;
      if (errno != EINTR) throw InputError(std::string("can't be read: ") + std::strerror(errno));
    }
  }

 private:
  int descriptor_;
  std::atomic<std::uint64_t>* consumed_;
  const std::atomic<bool>* stop_;
};

std::string NoFile(int error) {
  switch (error) {
    case ENOENT:
      return "does not exist";
    case EACCES:
      return "may not be read: no permission";
    case ELOOP:
      return "is a link that leads back to itself";
    default:
      return std::string("can't be opened: ") + std::strerror(error);
  }
}

void RequireRegular(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return;
  if (S_ISDIR(status.st_mode)) throw InputError("is a folder, not a file");
  if (S_ISFIFO(status.st_mode)) throw InputError("is a named pipe, not a file; give `-` to read from a pipe");
  throw InputError("is a device or socket, not a file");
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (static_cast<unsigned char>(text[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    const bool replaced = DecodeCodePoint(text, pos) == kReplacementCharacter;
    if (replaced && text.substr(begin, pos - begin) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

// Zero bytes, or so many malformed and control bytes that no encoding of text explains them.
bool IsBinary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::size_t{64} << 10);
  std::size_t zeros = 0;
  std::size_t controls = 0;
  for (const char c : head) {
    zeros += c == '\0' ? 1u : 0u;
    controls += (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') ? 1u : 0u;
  }
  return zeros * 100 > head.size() || controls * 20 > head.size();
}

}  // namespace

std::unique_ptr<ByteSource> OpenFile(const std::filesystem::path& path, std::atomic<std::uint64_t>* consumed) {
  // O_NONBLOCK: opening a pipe must not wait for its other end.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) throw InputError(NoFile(errno));
  auto file = std::make_unique<FileSource>(descriptor, consumed, nullptr);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) throw InputError(NoFile(errno));
  RequireRegular(status);
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  if (path.extension() == ".gz") return Gunzip(std::move(file));
  if (path.extension() == ".zst") return Unzstd(std::move(file));
  return file;
}

std::unique_ptr<ByteSource> OpenStandardInput(const std::atomic<bool>* stop) {
  return std::make_unique<FileSource>(STDIN_FILENO, nullptr, stop);
}

std::string ReadAll(ByteSource& source) {
  std::string all;
  std::size_t size = 0;
  while (true) {
    all.resize(size + kBuffer);
    const std::size_t count = source.Read(all.data() + size, kBuffer);
    if (count == 0) break;
    size += count;
    if (size > kLargestDocument) throw InputError("is larger than 64 MB; split it into documents");
  }
  all.resize(size);
  return all;
}

bool LineReader::Fill() {
  buffer_.erase(0, pos_);
  pos_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBuffer);
  const std::size_t count = source_.Read(buffer_.data() + size, kBuffer);
  buffer_.resize(size + count);
  return count > 0;
}

LineReader::Result LineReader::Next(std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', pos_);
    const bool whole = end != std::string::npos;
    any = any || whole || pos_ < buffer_.size();
    if (!too_long) line.append(buffer_, pos_, whole ? end - pos_ : std::string::npos);
    pos_ = whole ? end + 1 : buffer_.size();
    too_long = too_long || line.size() > kLargestDocument;
    if (too_long) line.clear();
    if (whole || !Fill()) break;
  }
  if (!any) return Result::kEnd;
  ++number_;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return too_long ? Result::kTooLong : Result::kLine;
}

ReadText TextOf(std::string bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!wide && IsBinary(bytes)) throw InputError("is a binary file, not text");
  ReadText read;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (IsValidUtf8(bytes)) {
    read.text = std::move(bytes);
  } else {
    DecodedText decoded = DecodeToUtf8(bytes);
    read.text = std::move(decoded.text);
    read.encoding = EncodingName(decoded.encoding);
    if (decoded.encoding == Encoding::kUnknown) {
      read.warning = "is in no known encoding; " + std::to_string(decoded.malformed) + " unreadable bytes became \"�\"";
    } else if (decoded.malformed > 0) {
      read.warning =
          "is damaged " + read.encoding + "; " + std::to_string(decoded.malformed) + " unreadable places became \"�\"";
    } else if (!decoded.certain) {
      read.warning = "was read as " + read.encoding + ", which may be wrong";
    }
  }
  std::replace(read.text.begin(), read.text.end(), '\0', ' ');
  return read;
}

}  // namespace timso
