// Bytes of files and of standard input, decompressed on the way.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace timso {

// Something the user can mend; `what` reads after the file's name: "is empty", "is cut short (gzip)".
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One document's bytes, decompressed, are never more than this: what is larger is no article.
inline constexpr std::size_t kLargestDocument = std::size_t{64} << 20;

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes; 0 at the end. Throws InputError.
  virtual std::size_t Read(char* to, std::size_t size) = 0;
};

// A regular file, decompressed when its name ends in .gz or .zst. Throws InputError when it does not exist, may not be
// read, or is no regular file (a pipe would block for ever).
// `consumed`, when given, counts the bytes as they lie on disk.
std::unique_ptr<ByteSource> OpenFile(const std::filesystem::path& path, std::atomic<std::uint64_t>* consumed = nullptr);
// Ends when a signal interrupts a read and `stop` is true.
std::unique_ptr<ByteSource> OpenStandardInput(const std::atomic<bool>* stop = nullptr);

// Everything, at most kLargestDocument bytes; InputError when there is more.
std::string ReadAll(ByteSource& source);

// Lines of a source without their ends; one too long is passed over without being held in memory.
class LineReader {
 public:
  enum class Result : unsigned char { kLine, kTooLong, kEnd };
  explicit LineReader(ByteSource& source) : source_(source) {}
  Result Next(std::string& line);
  std::size_t number() const { return number_; }  // of the line last read, from 1

 private:
  bool Fill();

  ByteSource& source_;
  std::string buffer_;
  std::size_t pos_ = 0;
  std::size_t number_ = 0;
};

struct ReadText {
  std::string text;      // well-formed UTF-8 without zero bytes
  std::string encoding;  // empty for UTF-8, else the name of what it was converted from
  std::string warning;   // what the user should know of that, or empty; reads after the file's name
};

// The bytes as UTF-8, whatever Vietnamese encoding they are in; a stray zero byte becomes a space.
// Throws InputError for binary data.
ReadText TextOf(std::string bytes);

}  // namespace timso
