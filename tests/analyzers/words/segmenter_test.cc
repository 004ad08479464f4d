#include "analyzers/words/segmenter.h"

#include <fstream>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "analyzers/data/embedded.h"
#include "analyzers/text/utf8.h"
#include "analyzers/words/atoms.h"
#include "tests/catch.h"

using namespace timso;

namespace {

// The words with their syllables joined by '_', words apart by spaces; checks what must hold of any text.
std::string Segmented(const std::string& text) {
  std::string out;
  std::size_t covered = 0;
  for (const Word& word : Segmenter::Default().Segment(text)) {
    REQUIRE(word.begin >= covered);
    REQUIRE(word.end > word.begin);
    REQUIRE(word.end <= text.size());
    REQUIRE(IsCodePointBoundary(text, word.begin));
    REQUIRE(IsCodePointBoundary(text, word.end));
    covered = word.end;
    std::string surface = text.substr(word.begin, word.end - word.begin);
    REQUIRE(surface.find('\n') == std::string::npos);
    for (char& c : surface) c = c == ' ' ? '_' : c;
    out += (out.empty() ? "" : " ") + surface;
  }
  return out;
}

std::string WithoutSpaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '_' || c == '\n' || c == '\t'; });
  return text;
}

}  // namespace

TEST_CASE("sentences are split into words") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {"Hà Nội", "Hà_Nội"},
      {"Đảng bộ huyện Vị Xuyên kết nạp 129 đảng viên mới.", "Đảng_bộ huyện Vị_Xuyên kết_nạp 129 đảng_viên mới ."},
      {"Bí thư tỉnh ủy phát biểu chỉ đạo", "Bí_thư tỉnh_ủy phát_biểu chỉ_đạo"},
      {"Ông Nguyễn Văn Nam là giáo viên.", "Ông Nguyễn_Văn_Nam là giáo_viên ."},
      {"Sinh viên đại học nghiên cứu khoa học", "Sinh_viên đại_học nghiên_cứu khoa_học"},
      {"đạt 95% kế hoạch năm 2023,tăng 3,5%", "đạt 95% kế_hoạch năm 2023 , tăng 3,5%"},
      {"TP. HCM ( VN ) ...", "TP. HCM ( VN ) ..."},
      {"TP.HCM", "TP. HCM"},
      {"kinh\ntế", "kinh tế"},
  };
  for (const auto& [text, words] : rows) CHECK(Segmented(text) == words);
}

TEST_CASE("where the tone stands and i or y make no difference") {
  CHECK(Segmented("uỷ ban hoà bình") == "uỷ_ban hoà_bình");
  CHECK(Segmented("ủy ban hòa bình") == "ủy_ban hòa_bình");
  CHECK(Segmented("quí vị kĩ sư") == "quí_vị kĩ_sư");
  CHECK(Segmented("quý vị kỹ sư") == "quý_vị kỹ_sư");
}

TEST_CASE("every byte but white space is in one word") {
  for (const std::string text : {"Giá 5.000-6.000đ/kg; (xem bktt.vn)!", "“Thế à?” – anh hỏi…", "a\tb\r\nc", "H'Mông & Ê-đê",
                                 "Việt Nam-Trung Quốc", "…", "日本 và Việt Nam 😀😀"}) {
    CHECK(WithoutSpaces(Segmented(text)) == WithoutSpaces([&] {
            std::string plain = text;
            std::erase(plain, '\r');
            return plain;
          }()));
  }
}

TEST_CASE("any bytes are segmented without failure") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto i = random() % 60; i > 0; --i) text.push_back(static_cast<char>(random() % 256));
    std::size_t covered = 0;
    for (const Word& word : Segmenter::Default().Segment(text)) {
      REQUIRE(word.begin >= covered);
      REQUIRE(word.end > word.begin);
      covered = word.end;
    }
    REQUIRE(covered <= text.size());
  }
}

namespace {

// What a model is refused with; empty when it is taken.
std::string Refusal(std::string_view bytes) {
  try {
    SegmenterModel model(bytes);
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a model that is none is refused with a sentence") {
  alignas(64) static const char zeros[256] = {};
  CHECK(Refusal({zeros, 10}).find("cut short") != std::string::npos);
  CHECK(Refusal({zeros, 256}).find("no such model") != std::string::npos);
  std::string_view embedded = EmbeddedFile("segmenter.model");
  CHECK(Refusal(embedded).empty());
  CHECK(Refusal(embedded.substr(0, embedded.size() - 64)).find("cut short") != std::string::npos);
}

TEST_CASE("the words of the treebank are found") {
  constexpr double kFloor = 97.2;
  std::ifstream file(TIMSO_SOURCE_DIR "/../shared/data/segmentation/vtb_dev.seg.txt");
  if (!file) {
    WARN("../shared/data is not here: the segmenter's F1 was not measured");
    return;
  }
  std::size_t correct = 0, gold = 0, found = 0;
  for (std::string line; std::getline(file, line);) {
    // Words as spans of the line; an underscore and a space are one byte each.
    std::set<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      words.emplace(begin, end);
      begin = end + 1;
    }
    for (char& c : line) c = c == '_' ? ' ' : c;
    gold += words.size();
    for (const Word& word : Segmenter::Default().Segment(line)) {
      ++found;
      correct += words.contains({word.begin, word.end});
    }
  }
  const double f1 = 200.0 * static_cast<double>(correct) / static_cast<double>(gold + found);
  INFO("F1 " << f1);
  CHECK(f1 >= kFloor);
}
