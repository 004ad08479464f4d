#include "tests/support/articles.h"

#include <array>
#include <nlohmann/json.hpp>

namespace timso {
namespace {

constexpr std::array<const char*, 12> kPlaces = {"Vị Xuyên",  "Phú Bình",  "Krông Pắc", "Hoà Thành",
                                                 "Lạc Dương", "Đầm Hà",    "Chư Pưh",   "Nhơn Trạch",
                                                 "Kim Thành", "Tánh Linh", "Đơn Dương", "Cam Lộ"};

std::string Paragraph(int number, int edition, int paragraph) {
  const int seed = number * 31 + edition * 17 + paragraph * 7;
  const std::string place = kPlaces[static_cast<std::size_t>(seed) % kPlaces.size()];
  const std::string year = std::to_string(2015 + seed % 9);
  return "Năm " + year + ", Đảng bộ huyện " + place + " kết nạp được " + std::to_string(50 + seed % 400) +
         " đảng viên mới, đạt " + std::to_string(60 + seed % 70) + "," + std::to_string(1 + seed % 9) +
         "% chỉ tiêu. Toàn huyện hiện có " + std::to_string(2 + seed % 8) + "." + std::to_string(100 + seed % 900) +
         " đảng viên, trong đó có " + std::to_string(100 + seed % 800) + " đảng viên nữ.";
}

std::string Title(int number) {
  return std::string("Huyện ") + kPlaces[static_cast<std::size_t>(number) % kPlaces.size()] +
         ": Công tác phát triển đảng viên, bản tin số " + std::to_string(number);
}

std::string Body(int number, int edition, int paragraphs) {
  std::string body;
  for (int i = 0; i < paragraphs; ++i) body += (i > 0 ? "\n\n" : "") + Paragraph(number, edition, i);
  return body;
}

}  // namespace

std::string MakeArticle(int number, int edition, int paragraphs) {
  return Title(number) + "\n\n07:59, 14/09/2023\n\n" + Body(number, edition, paragraphs) + "\n";
}

std::string MakeJsonArticle(int number, int edition, int paragraphs) {
  nlohmann::ordered_json json;
  json["id"] = "art-" + std::to_string(number);
  json["title"] = Title(number);
  json["date"] = "2023-09-14";
  json["body"] = Body(number, edition, paragraphs);
  return json.dump();
}

std::string MakeJsonArticles(int first, int last, int edition, int paragraphs) {
  std::string lines;
  for (int i = first; i < last; ++i) lines += MakeJsonArticle(i, edition, paragraphs) + "\n";
  return lines;
}

}  // namespace timso
