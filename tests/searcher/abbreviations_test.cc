// A question finds what is written short or in full, whichever of the two it has itself.
#include <algorithm>

#include "searcher/searcher.h"
#include "tests/catch.h"
#include "tests/searcher/fact_index.h"

namespace timso {
namespace {

using Names = std::vector<std::string>;

Results Ask(Searcher& searcher, const std::string& question, Answer in = Answer::kDocuments) {
  SearchOptions options;
  options.in = in;
  return searcher.Search(question, options);
}

Names Ids(const Results& results) {
  Names ids;
  for (const DocumentHit& hit : results.documents) ids.push_back(hit.document.id);
  return ids;
}

Names Marked(const DocumentHit& hit) {
  Names marked;
  for (const Highlight& highlight : hit.snippet.highlights) {
    marked.push_back(hit.snippet.text.substr(highlight.begin, highlight.end - highlight.begin));
  }
  return marked;
}

// As long as an article is, so that a word more or less makes no difference.
const char* const kRest =
    "\nChiều qua mây tan, mùa gặt đến, lúa chín vàng, chim sẻ bay về ríu rít quanh mái ngói, lũ trẻ thả diều ngoài bãi "
    "cỏ, mấy cụ già ngồi uống trà kể chuyện ngày xưa, khói bếp bay lên, trăng mọc sau rặng tre, tiếng sáo vẳng lại từ "
    "phía triền đê, gió thổi mát rượi, hoa bưởi rụng trắng lối đi, con đò nhỏ cắm sào đợi khách bên kia bến vắng.";

// Each pair of texts says one thing in full and short; the others say something else with the same syllables.
void PutPairs(FactIndex& index) {
  const std::pair<const char*, const char*> pairs[] = {
      {"ubnd", "UBND thị xã đã trả lời cử tri."},
      {"uy_ban", "Ủy ban nhân dân thị xã đã trả lời cử tri."},
      {"hdnd", "Kỳ họp thứ tư của HĐND quận."},
      {"hoi_dong", "Kỳ họp thứ tư của Hội đồng nhân dân quận."},
      {"bhxh", "Số người tham gia BHXH năm nay tăng."},
      {"bao_hiem", "Số người tham gia bảo hiểm xã hội năm nay tăng."},
      {"thcs", "Trường THCS vừa khánh thành."},
      {"trung_hoc", "Trường trung học cơ sở vừa khánh thành."},
      {"dbscl", "Lũ về muộn ở ĐBSCL."},
      {"dong_bang", "Lũ về muộn ở đồng bằng sông Cửu Long."},
      {"tp_hcm", "Mưa lớn ở TP.HCM chiều qua."},
      {"tphcm", "Mưa lớn ở TPHCM chiều qua."},
      {"thanh_pho", "Mưa lớn ở Thành phố Hồ Chí Minh chiều qua."},
      {"gd_dt", "Sở GD&ĐT công bố điểm."},
      {"gd-dt", "Sở GD-ĐT công bố điểm."},
      {"gddt", "Sở GDĐT công bố điểm."},
      {"giao_duc", "Sở Giáo dục và Đào tạo công bố điểm."},
      {"kt_xh", "Báo cáo tình hình KT-XH quý một."},
      {"kinh_te", "Báo cáo tình hình kinh tế - xã hội quý một."},
      {"ld_tb_xh", "Hội nghị ngành LĐ-TB&XH hôm qua."},
      {"lao_dong", "Hội nghị ngành Lao động - Thương binh và Xã hội hôm qua."},
      {"nn_ptnt", "Mùa vụ theo NN&PTNT."},
      {"nong_nghiep", "Mùa vụ theo Nông nghiệp và Phát triển nông thôn."},
      {"tw", "Nghị quyết của TW."},
      {"t_u", "Nghị quyết của T.Ư."},
      {"trung_uong", "Nghị quyết của Trung ương."},
      {"dn", "Gỡ khó cho DN nhỏ."},
      {"doanh_nghiep", "Gỡ khó cho doanh nghiệp nhỏ."},
      {"bch", "Họp BCH mở rộng."},
      {"chap_hanh", "Họp ban chấp hành mở rộng."},
      {"chi_huy", "Họp ban chỉ huy mở rộng."},
      {"stray", "Nhân lúc dân làng ngủ, ủy viên của một ban khác đi xa."},
      {"other", "Thời tiết hôm nay đẹp, nắng nhẹ, gió mát."},
      {"other2", "Giá vàng tăng nhẹ rồi giảm."},
      {"other3", "Đội bóng thắng trận thứ hai."},
  };
  for (const auto& [id, text] : pairs) index.Put(id, "", std::string(text) + kRest, {});
}

TEST_CASE("an abbreviation finds its words and the words their abbreviation, themselves first") {
  FactIndex index;
  PutPairs(index);
  Searcher searcher(index.path());
  const struct {
    const char* question;
    const char* first;
    Names others;
  } rows[] = {
      {"UBND", "ubnd", {"uy_ban"}},
      {"ubnd", "ubnd", {"uy_ban"}},
      {"Ủy ban nhân dân", "uy_ban", {"ubnd"}},
      {"Uỷ ban nhân dân", "uy_ban", {"ubnd"}},
      {"uy ban nhan dan", "uy_ban", {"ubnd"}},
      {"u\xCC\x89y ban nh\x61\xCC\x82n d\x61\xCC\x82n", "uy_ban", {"ubnd"}},
      {"hdnd", "hdnd", {"hoi_dong"}},
      {"HĐND", "hdnd", {"hoi_dong"}},
      {"H\xC4\x90ND", "hdnd", {"hoi_dong"}},
      {"hoi dong nhan dan", "hoi_dong", {"hdnd"}},
      {"bhxh", "bhxh", {"bao_hiem"}},
      {"bảo hiểm xã hội", "bao_hiem", {"bhxh"}},
      {"THCS", "thcs", {"trung_hoc"}},
      {"trung hoc co so", "trung_hoc", {"thcs"}},
      {"ĐBSCL", "dbscl", {"dong_bang"}},
      {"dbscl", "dbscl", {"dong_bang"}},
      {"đồng bằng sông Cửu Long", "dong_bang", {"dbscl"}},
      {"TP.HCM", "tp_hcm", {"tphcm", "thanh_pho"}},
      {"tphcm", "tphcm", {"tp_hcm", "thanh_pho"}},
      {"thành phố hồ chí minh", "thanh_pho", {"tp_hcm", "tphcm"}},
      {"GD&ĐT", "", {"gd_dt", "gd-dt", "gddt", "giao_duc"}},
      {"GD-ĐT", "", {"gd_dt", "gd-dt", "gddt", "giao_duc"}},
      {"GDĐT", "gddt", {"gd_dt", "gd-dt", "giao_duc"}},
      {"gddt", "gddt", {"gd_dt", "gd-dt", "giao_duc"}},
      {"giáo dục và đào tạo", "giao_duc", {"gd_dt", "gd-dt", "gddt"}},
      {"kt-xh", "kt_xh", {"kinh_te"}},
      {"kinh tế xã hội", "kinh_te", {"kt_xh"}},
      {"kinh tế - xã hội", "kinh_te", {"kt_xh"}},
      {"LĐTBXH", "", {"ld_tb_xh", "lao_dong"}},
      {"lao động thương binh và xã hội", "lao_dong", {"ld_tb_xh"}},
      {"NN&PTNT", "nn_ptnt", {"nong_nghiep"}},
      {"nnptnt", "", {"nn_ptnt", "nong_nghiep"}},
      {"nông nghiệp và phát triển nông thôn", "nong_nghiep", {"nn_ptnt"}},
      {"TW", "tw", {"t_u", "trung_uong"}},
      {"trung ương", "trung_uong", {"t_u", "tw"}},
      {"DN", "dn", {"doanh_nghiep"}},
      {"doanh nghiệp", "doanh_nghiep", {"dn"}},
      {"BCH", "bch", {"chap_hanh", "chi_huy"}},
      {"ban chấp hành", "chap_hanh", {"bch"}},
      {"ban chỉ huy", "chi_huy", {"bch"}},
  };
  for (const auto& row : rows) {
    INFO(row.question);
    Names found = Ids(Ask(searcher, row.question));
    REQUIRE(found.size() >= row.others.size());
    if (*row.first != '\0') {
      CHECK(found.front() == row.first);
      found.erase(found.begin());
    }
    // Nothing that has only some of the syllables stands before them.
    found.resize(std::min(found.size(), row.others.size()));
    std::sort(found.begin(), found.end());
    Names others = row.others;
    std::sort(others.begin(), others.end());
    CHECK(found == others);
  }
}

TEST_CASE("a document with both forms counts them once") {
  FactIndex index;
  index.Put("both", "", "UBND, tức Ủy ban nhân dân, họp sáng nay ở đây.", {});
  index.Put("twice", "", "UBND họp sáng nay ở đây, chiều mai UBND lại họp.", {});
  for (const char* id : {"x1", "x2", "x3", "x4", "x5", "x6"}) index.Put(id, "", "Trời đẹp, nắng nhẹ, gió mát.", {});
  Searcher searcher(index.path());
  const Results results = Ask(searcher, "UBND");
  REQUIRE(results.documents.size() == 2);
  double both = 0;
  double twice = 0;
  for (const DocumentHit& hit : results.documents) (hit.document.id == "both" ? both : twice) = hit.score;
  CHECK(both < 1.2 * twice);
  CHECK(twice < 1.2 * both);
}

TEST_CASE("the other form is highlighted, as one") {
  FactIndex index;
  PutPairs(index);
  Searcher searcher(index.path());
  const struct {
    const char* question;
    const char* id;
    const char* marked;
  } rows[] = {{"UBND", "uy_ban", "Ủy ban nhân dân"},     {"ubnd", "uy_ban", "Ủy ban nhân dân"},
              {"uỷ ban nhân dân", "ubnd", "UBND"},       {"giáo dục và đào tạo", "gd_dt", "GD&ĐT"},
              {"giáo dục và đào tạo", "gd-dt", "GD-ĐT"}, {"GD&ĐT", "giao_duc", "Giáo dục và Đào tạo"},
              {"KTXH", "kinh_te", "kinh tế - xã hội"},   {"hdnd", "hoi_dong", "Hội đồng nhân dân"}};
  for (const auto& row : rows) {
    INFO(row.question << " " << row.id);
    bool seen = false;
    for (const DocumentHit& hit : Ask(searcher, row.question).documents) {
      if (hit.document.id != row.id) continue;
      seen = true;
      CHECK(Marked(hit) == Names{row.marked});
    }
    CHECK(seen);
  }
}

TEST_CASE("a word that asks is no abbreviation") {
  FactIndex index;
  index.Put("health", "", std::string("Tổ chức Y tế Thế giới họp.") + kRest, {});
  index.Put("who", "", std::string("They asked who came.") + kRest, {});
  index.Put("WHO", "", std::string("WHO họp.") + kRest, {});
  Searcher searcher(index.path());
  for (const DocumentHit& hit : Ask(searcher, "who came").documents) CHECK(hit.document.id != "health");
  const Names found = Ids(Ask(searcher, "họp với WHO"));
  REQUIRE(found.size() >= 2);
  CHECK(found[0] == "WHO");
  CHECK(found[1] == "health");
}

TEST_CASE("words in quotes mean these very words") {
  FactIndex index;
  PutPairs(index);
  Searcher searcher(index.path());
  CHECK(Ids(Ask(searcher, "\"ủy ban nhân dân\"")) == Names{"uy_ban"});
  CHECK(Ids(Ask(searcher, "\"UBND\"")) == Names{"ubnd"});
}

TEST_CASE("words that name a fact's measure are found in their other form") {
  FactIndex index;
  const auto fact = [](const char* subject, const char* measure) {
    Fact made = DistrictFact(subject, FactKind::kAmount, 7);
    made.measure.reset();
    made.measure_text = measure;
    return made;
  };
  index.Put("short", "", "Bắc Mê có 7 DN thành lập mới.", {fact("Bắc Mê", "DN thành lập mới")});
  index.Put("long", "", "Quản Bạ có 7 doanh nghiệp thành lập mới.", {fact("Quản Bạ", "doanh nghiệp thành lập mới")});
  index.Put("other", "", "Yên Minh có 7 ca thành lập mới.", {fact("Yên Minh", "ca thành lập mới")});
  Searcher searcher(index.path());
  for (const char* question : {"số DN thành lập mới năm 2023", "số doanh nghiệp thành lập mới năm 2023",
                               "so doanh nghiep thanh lap moi nam 2023"}) {
    INFO(question);
    Names subjects;
    for (const FactRow& row : Ask(searcher, question, Answer::kFacts).facts)
      subjects.push_back(row.fact().subject.value_or("?"));
    std::sort(subjects.begin(), subjects.end());
    CHECK(subjects == Names{"Bắc Mê", "Quản Bạ"});
  }
}

TEST_CASE("a known abbreviation is no misspelling") {
  FactIndex index;
  index.Put("a", "", "Ủy ban nhân dân thị xã, đoàn viên, uban, thc.", {});
  Searcher searcher(index.path());
  for (const char* question : {"ubnd", "UBND", "THCS", "hdnd", "ĐVTN"}) {
    INFO(question);
    CHECK(Ask(searcher, question).corrections.empty());
  }
}

}  // namespace
}  // namespace timso
