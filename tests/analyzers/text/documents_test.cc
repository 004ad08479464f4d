// The rules of text_checks.h on every document at hand, as it is and as converters leave it.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"
#include "tests/analyzers/text/shared_data.h"
#include "tests/analyzers/text/text_checks.h"
#include "tests/catch.h"

namespace {

std::string Decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

// Zero-width characters, soft hyphens, no-break spaces, Eth, CR and CR LF where converters leave them.
std::string Disturbed(const std::string& text) {
  std::string out;
  std::size_t count = 0;
  for (const char c : text) {
    const std::size_t n = ++count % 7;
    if (c == '\n') {
      out += n < 3 ? "\r\n" : n < 5 ? "\r" : "\n";
    } else if (c == ' ') {
      out += n < 2 ? "\u00A0" : n < 4 ? "\u200B " : " ";
    } else if (c == 'a' || c == 'n') {
      out += n < 2 ? "\u00AD" : "";
      out += c;
      out += n > 5 ? "\u200D" : "";
    } else {
      out += c;
    }
  }
  return out;
}

// Returns how many tokens were checked.
std::size_t CheckDocument(const std::string& text) {
  for (const std::string& form : {text, Decomposed(text), Disturbed(text), Disturbed(Decomposed(text))}) {
    const std::string broken = timso::BrokenRule(form);
    INFO(text.substr(0, 200));
    CHECK(broken.empty());
    if (!broken.empty()) UNSCOPED_INFO(broken);
  }
  return 4 * timso::Tokenize(timso::Normalize(text).text).size();
}

// Up to `limit` lines of a compressed file: enough news to meet what people write.
std::vector<std::string> CompressedLines(const std::filesystem::path& path, std::size_t limit) {
  std::vector<std::string> lines;
  const std::string command = "zstdcat '" + path.string() + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string line;
  for (int c = 0; pipe && lines.size() < limit && (c = std::fgetc(pipe.get())) != EOF;) {
    if (c != '\n') {
      line.push_back(static_cast<char>(c));
      continue;
    }
    lines.push_back(std::move(line));
    line.clear();
  }
  return lines;
}

}  // namespace

TEST_CASE("the project's own documents keep their bytes") {
  std::size_t tokens = 0;
  for (const auto& file : timso::FilesUnder(std::filesystem::path(TIMSO_SOURCE_DIR) / "corpus", ".txt")) {
    INFO(file);
    tokens += CheckDocument(timso::FileBytes(file));
  }
  std::cout << "corpus: " << tokens << " tokens returned the author's bytes\n";
  CHECK(tokens > 0);
}

TEST_CASE("seeds, gold and a sample of the news keep their bytes") {
  if (!timso::HasSharedData("offset maps on its documents")) return;
  std::size_t tokens = 0;
  for (const char* folder : {"seeds", "gold/dev"}) {
    for (const auto& file : timso::FilesUnder(timso::SharedData() / folder, ".txt")) {
      INFO(file);
      tokens += CheckDocument(timso::FileBytes(file));
    }
  }
  constexpr std::size_t kSample = 20;
  for (const auto& file : timso::FilesUnder(timso::SharedData() / "data" / "news", ".zst")) {
    for (const std::string& line : CompressedLines(file, kSample)) tokens += CheckDocument(line);
  }
  std::cout << "../shared: " << tokens << " tokens returned the author's bytes\n";
  CHECK(tokens > 10000);
}

TEST_CASE("the old and the new tone placement of every syllable have one key") {
  if (!timso::HasSharedData("the two tone placements")) return;
  // Each list is sorted by its own spelling, so the pairs are found by their keys: sorted, the keys of the two lists
  // must be the same, and a key that stands in one list alone is an exception.
  const auto read = [](const char* name) {
    std::istringstream list(timso::FileBytes(timso::SharedData() / "data/lexicons" / name));
    std::vector<std::string> words;
    for (std::string word; std::getline(list, word);) words.push_back(timso::Normalize(word).text);
    return words;
  };
  const auto keys_of = [](const std::vector<std::string>& words) {
    std::vector<std::string> keys;
    for (const std::string& word : words) keys.push_back(timso::SyllableKey(word));
    std::sort(keys.begin(), keys.end());
    return keys;
  };
  std::vector<std::string> old_words = read("hunspell_vi_DauCu.dic");
  std::vector<std::string> new_words = read("hunspell_vi_DauMoi.dic");
  const std::vector<std::string> old_keys = keys_of(old_words);
  const std::vector<std::string> new_keys = keys_of(new_words);
  std::vector<std::string> exceptions;
  std::set_symmetric_difference(old_keys.begin(), old_keys.end(), new_keys.begin(), new_keys.end(),
                                std::back_inserter(exceptions));
  std::sort(old_words.begin(), old_words.end());
  std::sort(new_words.begin(), new_words.end());
  std::vector<std::string> respelled;
  std::set_difference(old_words.begin(), old_words.end(), new_words.begin(), new_words.end(),
                      std::back_inserter(respelled));
  std::vector<std::string> distinct = old_keys;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::cout << "tone placement: " << old_keys.size() << " pairs, " << respelled.size() << " respelled, "
            << distinct.size() << " distinct keys, " << exceptions.size() << " exceptions\n";
  CHECK(old_keys.size() == 6643);
  CHECK(new_keys.size() == 6643);
  CHECK(exceptions.empty());
  CHECK(respelled.size() > 50);
  // What shares a key with another of its list are the spellings with i and y and the capitals: few.
  CHECK(old_keys.size() - distinct.size() < 60);
}
