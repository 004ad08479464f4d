// Runs a fuzz target without libFuzzer on a short fixed set: the seeds given as files or folders of files, a few inputs
// of known trouble, and mutations of both from a generator with a fixed seed. For ordinary builds and their sanitizer
// presets.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kMutations = 150;  // a seed; the whole set runs in a second or two
constexpr std::size_t kLongest = 2000;

// Pieces that change what stands beside them: marks, zero-width characters, halves of sequences, signs of the shapes.
const std::vector<std::string> kPieces = {"\xCC\x80",  "\xCC\x81",
                                          "\xCC\x82",  "\xCC\x9B",
                                          "\xCC\xA3",  "\xE2\x80\x8B",
                                          "\xC2\xAD",  "\xEF\xBB\xBF",
                                          "\r",        "\r\n",
                                          "\n\n",      "\xE1\xBA",
                                          "\xC3",      "\xF0\x9F",
                                          "\xFF",      "\xED\xA0\x80",
                                          "\xC3\x90",  "\xEF\xBC\x90",
                                          ".",         ". ",
                                          "TP.",       "@a.vn",
                                          "http://",   "-CT/TU",
                                          "31-8-2021", "1.481,5",
                                          "%",         "12h30",
                                          "'",         "’",
                                          "K'",        "&",
                                          "…",         "| ",
                                          "\t",        "đ",
                                          "Ư",         "ệ",
                                          "²",         "\xE1\x84\x80\xE1\x85\xA1"};

std::string Contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> Seeds(int argc, char** argv) {
  std::vector<std::string> seeds = {
      "",
      std::string(1, '\0'),
      "Năm 2023 Đảng bộ huyện kết nạp 1.481 đảng viên, đạt 106,93% (TP. Hồ Chí Minh: 25.271,9ha).\n1. Về tổ chức\n- ĐV "
      "mới",
      "Ha\xCC\x80 No\xCC\xA3\xCC\x82i, ho\xE2\x80\x8B\xCC\x80"
      "a; \xC3\x90\xE1\xBA\xA3ng \xEF\xBC\x91\xEF\xBC\x92\r\nxin\rch\xC3\xA0o",
      "ddangr vieen d9a3ng vie6n GD&ĐT KT-XH T.Ư đ/c v.v... H'Mông 14-CT/TU a@b.vn https://x.vn/y?z",
      "\xFF\xFE"
      "a\0b\0",
      std::string(300, 'a') + std::string(300, '.'),
      "a\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
      "\xA7\xB6ng bé huy\xD6n k\xD5t n\xB9p \xAE\xB6ng vi\xAAn m\xEDi"};
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      seeds.push_back(Contents(argv[i]));
      continue;
    }
    const std::set<fs::path> files{fs::directory_iterator(argv[i]), fs::directory_iterator()};
    for (const fs::path& file : files) seeds.push_back(Contents(file));
  }
  return seeds;
}

std::string Mutate(const std::string& seed, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
  const std::size_t begin = below(seed.size());
  std::string text = seed.substr(begin, 1 + below(kLongest));
  for (std::size_t step = 1 + below(6); step > 0; --step) {
    const std::size_t at = below(text.size() + 1);
    switch (random() % 4) {
      case 0:
        text.insert(at, kPieces[below(kPieces.size())]);
        break;
      case 1:
        text.erase(at, 1 + below(4));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      default:
        text.insert(at, text.substr(below(text.size() + 1), below(20)));
        break;
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  std::mt19937 random(20210831);
  std::size_t inputs = 0;
  for (const std::string& seed : Seeds(argc, argv)) {
    for (int i = 0; i <= kMutations; ++i, ++inputs) {
      const std::string text = i == 0 ? seed : Mutate(seed, random);
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }
  }
  std::printf("%zu inputs\n", inputs);
  return 0;
}
