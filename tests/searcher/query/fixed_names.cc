#include "tests/searcher/query/fixed_names.h"

#include <algorithm>
#include <array>

#include "indexer/schema/terms.h"

namespace timso {
namespace {

struct Row {
  const char* name;
  std::array<Level, 2> levels;
  const char* code;
};
const Row kRows[] = {{"Vị Xuyên", {Level::kDistrict, Level::kNone}, "030"},
                     {"Krông Pắc", {Level::kDistrict, Level::kNone}, "654"},
                     {"Phú Bình", {Level::kDistrict, Level::kNone}, "172"},
                     {"Hà Châu", {Level::kCommune, Level::kNone}, "05899"},
                     {"Bình Thuận", {Level::kProvince, Level::kNone}, "60"},
                     {"Thái Nguyên", {Level::kProvince, Level::kDistrict}, "19"},
                     {"Hà Nội", {Level::kProvince, Level::kNone}, "01"},
                     {"Yên Bái", {Level::kProvince, Level::kDistrict}, "15"},
                     {"Lâm Đồng", {Level::kProvince, Level::kNone}, "68"},
                     {"Hòa Thành", {Level::kDistrict, Level::kNone}, "709"},
                     {"Lạng Sơn", {Level::kProvince, Level::kDistrict}, "20"},
                     {"Chư Pưh", {Level::kDistrict, Level::kNone}, "639"},
                     {"Hà Nam", {Level::kProvince, Level::kNone}, "35"},
                     {"Nhơn Trạch", {Level::kDistrict, Level::kNone}, "742"},
                     {"Gia Lai", {Level::kProvince, Level::kNone}, "64"},
                     {"Quảng Bình", {Level::kProvince, Level::kNone}, "44"},
                     {"Hải Dương", {Level::kProvince, Level::kDistrict}, "30"},
                     {"Phú Thọ", {Level::kProvince, Level::kDistrict}, "25"},
                     {"Tam Nông", {Level::kDistrict, Level::kNone}, "236"},
                     {"Hồ Chí Minh", {Level::kProvince, Level::kNone}, "79"},
                     {"Vũng Tàu", {Level::kDistrict, Level::kNone}, "747"},
                     {"Phan Thiết", {Level::kDistrict, Level::kNone}, "593"}};
const char* const kBodies[] = {"Khối cơ quan Dân Chính Đảng tỉnh Lạng Sơn", "Công an tỉnh",
                               "Trường THPT chuyên Hùng Vương"};

std::vector<QuestionToken> Cut(const char* name) { return CutQuestion(name, 0, std::string_view(name).size()); }

}  // namespace

std::optional<NameMatch> FixedNames::NameAt(const std::vector<QuestionToken>& tokens, std::size_t at, bool marked,
                                            std::optional<Level> level) const {
  for (const Row& row : kRows) {
    const std::vector<QuestionToken> name = Cut(row.name);
    if (at + name.size() > tokens.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const QuestionToken& token = tokens[at + i];
      same = same && !token.taken &&
             (token.key == name[i].key || (token.key == token.folded && token.folded == name[i].folded));
    }
    if (!same || (level && std::find(row.levels.begin(), row.levels.end(), *level) == row.levels.end())) continue;
    (void)marked;
    NameMatch match{at + name.size(), row.name, {row.code}, {row.levels[0]}, true};
    if (row.levels[1] != Level::kNone) match.levels.push_back(row.levels[1]);
    return match;
  }
  return std::nullopt;
}

std::optional<std::string> FixedNames::SubjectWithWords(const std::vector<QuestionToken>& tokens, std::size_t begin,
                                                        std::size_t end) const {
  for (const char* body : kBodies) {
    const std::string folded = " " + FoldName(body) + " ";
    bool all = true;
    for (std::size_t i = begin; i < end; ++i)
      all = all && folded.find(" " + tokens[i].folded + " ") != std::string::npos;
    if (all) return body;
  }
  return std::nullopt;
}

}  // namespace timso
