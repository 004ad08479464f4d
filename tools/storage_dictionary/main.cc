// Makes the dictionaries that stored articles and facts are compressed with (indexer/schema/data), of an index:
//   make_storage_dictionary INDEX FOLDER
// They hold sequences of words that stand in many documents, at most five words long, and Xapian entries' fixed parts;
// no sentence of any document. Run by hand: what was stored with a dictionary can only be read with it.
#include <zdict.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/index_reader.h"
#include "indexer/schema/storage.h"

namespace timso {
namespace {

using Samples = std::vector<std::string>;
using Counts = std::unordered_map<std::string_view, unsigned>;

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostSamples = 20000;

// Each ends after a separator.
std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n\x1e\x1f"), text.size() - 1) + 1;
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::string_view Joined(const std::vector<std::string_view>& words, std::size_t first, std::size_t count) {
  const std::string_view last = words[first + count - 1];
  return {words[first].data(), static_cast<std::size_t>(last.data() + last.size() - words[first].data())};
}

// In how many samples each sequence stands; longer ones only where the shorter one they begin with is frequent.
Counts CountSequences(const Samples& samples, unsigned least) {
  Counts all;
  for (std::size_t count = 1; count <= kMostWords; ++count) {
    Counts counts;
    for (const std::string& sample : samples) {
      std::unordered_map<std::string_view, bool> seen;
      const std::vector<std::string_view> words = Words(sample);
      for (std::size_t i = 0; i + count <= words.size(); ++i) {
        if (count > 1 && all.count(Joined(words, i, count - 1)) == 0) continue;
        const std::string_view sequence = Joined(words, i, count);
        if (seen.emplace(sequence, true).second) ++counts[sequence];
      }
    }
    for (const auto& [sequence, number] : counts) {
      if (number >= least) all.emplace(sequence, number);
    }
  }
  return all;
}

// What saves most stands last, where it is reached by the shortest offsets.
std::string Content(const Counts& counts, std::size_t size) {
  std::vector<std::pair<std::size_t, std::string_view>> by_worth;
  for (const auto& [sequence, number] : counts) {
    if (sequence.size() > 4) by_worth.emplace_back(number * (sequence.size() - 4), sequence);
  }
  std::sort(by_worth.rbegin(), by_worth.rend());
  std::string content;
  for (const auto& [worth, sequence] : by_worth) {
    if (content.size() + sequence.size() > size) break;
    if (content.find(sequence) == std::string::npos) content.insert(0, sequence);
  }
  return content;
}

std::string Finished(const std::string& content, const Samples& samples, int level) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < samples.size(); i += 4) {
    all += samples[i];
    sizes.push_back(samples[i].size());
  }
  std::string dictionary(content.size() + 8192, '\0');
  const ZDICT_params_t parameters{level, 0, 0};
  const std::size_t size =
      ZDICT_finalizeDictionary(dictionary.data(), dictionary.size(), content.data(), content.size(), all.data(),
                               sizes.data(), static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size) != 0) throw std::runtime_error(ZDICT_getErrorName(size));
  dictionary.resize(size);
  return dictionary;
}

Samples SamplesOf(const Xapian::Database& database, StoredKind kind) {
  Samples samples;
  const Xapian::docid step = std::max<Xapian::docid>(1, database.get_lastdocid() / kMostSamples);
  for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); docid += step) {
    samples.push_back(Unpack(kind, database.get_document(docid).get_data()));
  }
  return samples;
}

void Make(const Samples& samples, std::size_t size, unsigned least, int level, const std::string& path) {
  const std::string dictionary = Finished(Content(CountSequences(samples, least), size), samples, level);
  std::ofstream(path, std::ios::binary) << dictionary;
  std::printf("%s: %zu bytes from %zu samples\n", path.c_str(), dictionary.size(), samples.size());
}

void Run(const std::string& index, const std::string& folder) {
  IndexReader reader(index);
  Make(SamplesOf(reader.documents(), StoredKind::kArticle), std::size_t{64} << 10, 40, 6, folder + "/articles.zdict");
  Make(SamplesOf(reader.facts(), StoredKind::kFact), std::size_t{16} << 10, 40, 6, folder + "/facts.zdict");
}

}  // namespace
}  // namespace timso

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: make_storage_dictionary INDEX FOLDER\n";
    return 2;
  }
  try {
    timso::Run(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "make_storage_dictionary: " << error.what() << '\n';
    return 2;
  }
}
