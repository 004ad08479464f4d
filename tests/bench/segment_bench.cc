// bench_segment FILE: how fast the segmenter reads a file of text, in MB a second of processor time on one thread,
// the best of several runs.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/words/atoms.h"
#include "analyzers/words/segmenter.h"

namespace {

constexpr int kRuns = 5;

template <typename Work>
void Measure(const char* name, std::size_t bytes, Work work) {
  double best = 1e9;
  std::size_t result = 0;
  for (int run = 0; run < kRuns; ++run) {
    const std::clock_t begin = std::clock();
    result = work();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::printf("%-12s %8.1f MB/s   (%zu)\n", name, static_cast<double>(bytes) / 1e6 / best, result);
}

// Paragraphs of the text.
std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::size_t SplitAll(const std::vector<std::string>& lines) {
  std::vector<timso::Atom> atoms;
  std::size_t sum = 0;
  for (const std::string& line : lines) {
    atoms.clear();
    timso::SplitAtoms(line, atoms);
    sum += atoms.size();
  }
  return sum;
}

std::size_t SegmentAll(const std::vector<std::string>& lines) {
  std::size_t sum = 0;
  for (const std::string& line : lines) sum += timso::Segmenter::Default().Segment(line).size();
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  if (source.empty()) {
    std::fprintf(stderr, "usage: bench_segment FILE (of text, not empty)\n");
    return 2;
  }
  const std::string text = timso::Normalize(source).text;
  const std::vector<std::string> lines = Lines(text);
  Measure("atoms", text.size(), [&] { return SplitAll(lines); });
  Measure("words", text.size(), [&] { return SegmentAll(lines); });
  return 0;
}
