// Arbitrary bytes as JSON lines: they are cut at line ends wherever the source pauses, and each line becomes a document
// that keeps the rules, or is refused with a sentence.
#include <algorithm>
#include <vector>

#include "indexer/readers/input.h"
#include "tests/fuzz/document_rules.h"

namespace {

using namespace timso;

// Hands the bytes on in pieces of uneven sizes.
class Pieces : public ByteSource {
 public:
  explicit Pieces(std::string_view bytes) : bytes_(bytes) {}
  std::size_t Read(char* to, std::size_t size) override {
    step_ = step_ * 5 % 67 + 1;
    const std::size_t count = std::min({size, step_, bytes_.size()});
    bytes_.copy(to, count);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t step_ = 1;
};

std::vector<std::string> LinesOf(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string> expected = LinesOf(bytes);
  Pieces source(bytes);
  LineReader reader(source);
  std::string line;
  for (const std::string& whole : expected) {
    Require(reader.Next(line) == LineReader::Result::kLine && line == whole, "lines are cut at line ends alone");
    CheckReader(Format::kJson, line);
  }
  Require(reader.Next(line) == LineReader::Result::kEnd, "there is no line after the last");
  return 0;
}
