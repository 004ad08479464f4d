#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "analyzers/text/normalizer.h"
#include "analyzers/words/segmenter.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

// Appends the author's bytes of a word, its syllables joined by '_'.
void AppendWord(const NormalizedText& line, std::string_view source, const Word& word, std::string& out) {
  std::size_t begin = word.begin;
  while (begin < word.end) {
    const std::size_t end = std::min<std::size_t>(line.text.find_first_of(" \t", begin), word.end);
    if (end > begin) {
      const std::size_t source_begin = line.offsets.ToSource(begin);
      out += source.substr(source_begin, line.offsets.ToSourceEnd(end) - source_begin);
      if (end < word.end) out.push_back('_');
    }
    begin = end + 1;
  }
}

// The line with words apart by spaces.
std::string Segmented(const Segmenter& segmenter, const std::string& source) {
  const NormalizedText line = Normalize(source);
  std::string out;
  for (const Word& word : segmenter.Segment(line.text)) {
    if (!out.empty()) out.push_back(' ');
    AppendWord(line, source, word, out);
  }
  return out;
}

int Run() {
  std::ios::sync_with_stdio(false);
  const Segmenter& segmenter = Segmenter::Default();
  for (std::string line; std::cout && !Interrupted() && std::getline(std::cin, line);) {
    std::cout << Segmented(segmenter, line) << '\n';
  }
  std::cout.flush();
  return Interrupted() ? kExitInterrupted : kExitFound;
}

}  // namespace

void AddSegment(CLI::App& app, CommandContext& context) {
  CLI::App* command =
      app.add_subcommand("segment", "Split standard input into words, syllables joined by _, line by line");
  command->callback([&context] { context.exit_code = Run(); });
}

}  // namespace timso
