// The second reading: its model's file, what it looks at, and what it may do to a fact.
#include "analyzers/facts/second_reading.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/catch.h"

namespace timso {
namespace {

constexpr std::uint32_t kBits = 8;

// A model whose weights are all 0 but that of one feature's slot.
std::string ModelBytes(Judgement judgement, std::uint32_t hash, std::int8_t weight) {
  ReadingModelHeader header{};
  std::memcpy(header.magic, kReadingMagic, sizeof kReadingMagic);
  header.version = kReadingVersion;
  header.byte_order = 0x01020304;
  header.bits = kBits;
  header.scale[static_cast<std::size_t>(judgement)] = 0.5F;
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.resize(sizeof header + (kJudgements << kBits));
  const std::size_t slot = (static_cast<std::size_t>(judgement) << kBits) + (hash & ((1U << kBits) - 1));
  bytes[sizeof header + slot] = static_cast<char>(weight);
  return bytes;
}

ArticleView Body(const std::string& text) {
  ArticleView article;
  article.text = text;
  article.blocks = {{0, text.size(), BlockKind::kBody}};
  return article;
}

std::vector<std::string> CandidatesOf(const std::string& text) {
  std::vector<std::string> words;
  ReadByRules(Body(text), [&](const NumberReading& reading) {
    for (const TokenSpan& span : MeasureCandidates(reading))
      words.emplace_back(reading.text.Words(span.begin, span.end));
  });
  return words;
}

bool Has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

const char* const kTexts[] = {
    "Năm 2018, công ty Sao Mai đạt doanh thu 120 tỷ đồng, tăng 8% so với năm trước; lợi nhuận sau thuế 15 tỷ đồng.",
    "Đảng bộ huyện Vị Xuyên kết nạp 120 đảng viên, đạt 96% chỉ tiêu, trong đó nữ 48.",
    "Nếu giá điện tăng 5% thì chỉ số giá tiêu dùng tăng khoảng 0,2%, theo một nghiên cứu với 3 kịch bản.",
    "Khách hàng vay dưới 50 triệu đồng được giảm 2% lãi suất khi mua 1 trong 3 gói bảo hiểm.",
};

}  // namespace

TEST_CASE("a reading model's probability is the logistic of its bias and weights", "[facts][second-reading]") {
  FeatureList features;
  features.Add(1, 2, 3);
  const std::string bytes = ModelBytes(Judgement::kSubject, features.hashes().front(), 4);
  const ReadingModel model(bytes);
  REQUIRE(model.usable());
  CHECK(model.Right(Judgement::kSubject, features) == Approx(1 / (1 + std::exp(-2.0))));
  CHECK(model.Right(Judgement::kPeriod, features) == Approx(0.5));
}

TEST_CASE("bytes that are no reading model are none", "[facts][second-reading]") {
  std::string bytes = ModelBytes(Judgement::kKind, 0, 1);
  CHECK_FALSE(ReadingModel("").usable());
  CHECK_FALSE(ReadingModel(std::string_view(bytes).substr(0, bytes.size() - 1)).usable());
  bytes.front() = 'x';
  CHECK_FALSE(ReadingModel(bytes).usable());
}

TEST_CASE("the program's own reading model is usable", "[facts][second-reading]") {
  CHECK(ReadingModel::Get().usable());
}

TEST_CASE("the whole fact is the likelier right the likelier its fields are", "[facts][second-reading]") {
  FeatureList features;
  features.Add(7);
  std::string bytes = ModelBytes(Judgement::kWhole, features.hashes().front(), 2);
  ReadingModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::fill_n(header.odds, kFields, 0.5F);
  std::fill_n(header.odds + kFields, kFields, -0.25F);
  std::memcpy(bytes.data(), &header, sizeof header);
  const ReadingModel model(bytes);
  FieldsJudged fields;
  CHECK(model.WholeRight(features, fields) == Approx(1 / (1 + std::exp(-1.0))));
  CHECK(fields.Judge(Judgement::kKind, 0.9, 0.7));
  CHECK(model.WholeRight(features, fields) == Approx(1 / (1 + std::exp(-1 + 0.125 - 0.25 * std::log(9.0)))));
  const double before = model.WholeRight(features, fields);
  CHECK_FALSE(fields.Judge(Judgement::kPeriod, 0.5, 0.8));  // emptied: it can do no harm
  CHECK(model.WholeRight(features, fields) == before);
  CHECK(fields.Judge(Judgement::kSubject, 0.76, 0.75));
  CHECK(model.WholeRight(features, fields) > before);
  fields.stated[0] = 0;  // nothing is that sure
  CHECK(InputsOf(fields)[0] == Approx(0.5 * std::log(0.001 / 0.999)));
}

TEST_CASE("an emptied field's traits say nothing of the whole fact", "[facts][second-reading]") {
  const auto features = [](FactTraits traits, const FieldsJudged& fields) {
    FeatureList list;
    WholeFeatures(traits, fields, list);
    return list.hashes();
  };
  FactTraits province;
  FactTraits district;
  district.codes[static_cast<std::size_t>(Trait::kLevel)] = static_cast<std::uint32_t>(Level::kDistrict);
  FieldsJudged fields;
  fields.Judge(Judgement::kKind, 0.9, 0.7);
  fields.Judge(Judgement::kSubject, 0.5, 0.75);
  CHECK(features(province, fields) == features(district, fields));
  fields.Judge(Judgement::kSubject, 0.8, 0.75);
  CHECK(features(province, fields) != features(district, fields));
}

TEST_CASE("words are the likeliest, the rules' own when no others are clearly better", "[facts][second-reading]") {
  LeastProbabilities least;
  least.words = 0.5;
  least.better = 0.1;
  const auto decide = [&](double own, double best, bool stated, bool better) {
    FieldsJudged fields;
    const WordsDecision decision = DecideWords(own, best, least, fields);
    CHECK(fields.stated[static_cast<std::size_t>(Judgement::kWords)].has_value() == stated);
    CHECK(fields.better_words == better);
    return decision;
  };
  CHECK(decide(0.6, 0.65, true, false) == WordsDecision::kOwn);
  CHECK(decide(0.6, 0.75, true, true) == WordsDecision::kBetter);
  CHECK(decide(0.2, 0.45, false, false) == WordsDecision::kNone);
}

TEST_CASE("phrases around a number that may say what it measures", "[facts][second-reading]") {
  const std::vector<std::string> words =
      CandidatesOf("Giá điện giảm trong khi doanh thu bán hàng của công ty đạt 90 tỷ đồng.");
  CHECK(Has(words, "doanh thu bán hàng"));
  CHECK(Has(words, "doanh thu bán hàng của công ty"));
  CHECK(Has(words, "Giá điện"));
  CHECK_FALSE(Has(words, "đạt"));
  CHECK(Has(CandidatesOf("Đến nay có 30% diện tích rừng được giao."), "diện tích rừng được giao"));
}

TEST_CASE("a phrase is a candidate once", "[facts][second-reading]") {
  ReadByRules(Body(kTexts[0]), [&](const NumberReading& reading) {
    std::vector<TokenSpan> spans = MeasureCandidates(reading);
    CHECK_FALSE(spans.empty());
    const auto before = [](const TokenSpan& a, const TokenSpan& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    };
    std::sort(spans.begin(), spans.end(), before);
    for (std::size_t i = 1; i < spans.size(); ++i) CHECK(before(spans[i - 1], spans[i]));
  });
}

TEST_CASE("the second reading only empties fields, leaves facts out or takes the sentence's words",
          "[facts][second-reading]") {
  std::size_t seen = 0;
  for (const std::string text : kTexts) {
    const std::vector<Fact> by_rules = ReadByRules(Body(text));
    for (const Fact& fact : ExtractFacts(Body(text))) {
      const auto same = std::find_if(by_rules.begin(), by_rules.end(), [&](const Fact& other) {
        return other.evidence.begin == fact.evidence.begin && other.kind == fact.kind && other.value == fact.value;
      });
      REQUIRE(same != by_rules.end());
      CHECK((!fact.subject || fact.subject == same->subject));
      CHECK((!fact.measure || fact.measure == same->measure));
      CHECK((!fact.from || fact.from == same->from));
      CHECK((fact.measure_text.empty() || fact.measure_text == same->measure_text ||
             text.find(fact.measure_text) != std::string::npos));
      ++seen;
    }
  }
  CHECK(seen >= 6);
}

TEST_CASE("several subjects that are doubted leave one fact, not one each", "[facts][second-reading]") {
  const std::string text =
      "Tổng số xe máy bán ra tại Indonesia, Malaysia, Philippines, Singapore, Lào và Việt Nam tăng 9% so với cùng kỳ "
      "trong tháng 3/2017, đạt 400.700 xe.";
  CHECK(ReadByRules(Body(text)).size() > 3);
  std::vector<std::pair<std::size_t, std::optional<std::string>>> seen;
  for (const Fact& fact : ExtractFacts(Body(text))) seen.emplace_back(fact.evidence.begin, fact.subject);
  CHECK_FALSE(seen.empty());
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("facts without the doubtful ones refer to each other by their new places", "[facts]") {
  std::vector<Fact> facts(4);
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i].value = static_cast<double>(i);
  facts[1].doubtful = true;
  facts[2].contradicts = {1, 0};
  facts[3].made_from = {0, 2};
  const std::vector<Fact> trusted = WithoutDoubtful(facts);
  REQUIRE(trusted.size() == 3);
  CHECK(trusted[1].value == 2);
  CHECK(trusted[1].contradicts == std::vector<std::size_t>{0});
  CHECK(trusted[2].made_from == std::vector<std::size_t>{0, 1});
}

TEST_CASE("marks make no difference to what the second reading looks at", "[facts][second-reading]") {
  const auto hashes = [](const std::string& text) {
    std::vector<std::uint32_t> all;
    ReadByRules(Body(text), [&](const NumberReading& reading) {
      SentenceWords words;
      words.Read(reading.text, reading.sentence);
      for (std::size_t at = reading.sentence.begin; at < reading.sentence.end; ++at) all.push_back(words.At(at));
    });
    return all;
  };
  const std::vector<std::uint32_t> marked = hashes("Toàn huyện có 120 đảng viên mới.");
  CHECK_FALSE(marked.empty());
  CHECK(marked == hashes("Toan huyen co 120 dang vien moi."));
}

}  // namespace timso
