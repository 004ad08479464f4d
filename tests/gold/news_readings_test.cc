// Facts of single news sentences against corpus/news. The sentences are not ours to publish: they are in
// ../shared, and without it nothing is measured.
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/facts/extractor.h"
#include "tests/catch.h"
#include "tools/train_reading/annotations.h"
#include "tools/train_reading/judge.h"

namespace fs = std::filesystem;
using namespace timso;
using training::Annotation;
using training::Verdict;

namespace {

const fs::path kRoot = TIMSO_SOURCE_DIR;
const fs::path kNews = kRoot / "../shared/data/news";

// Says so when they are not.
bool NewsIsHere(const char* what) {
  if (fs::exists(kNews)) return true;
  std::printf("%s: not measured, ../shared is not here\n", what);
  SUCCEED();
  return false;
}

struct Totals {
  std::array<std::size_t, 3> facts{};  // by Verdict
  std::size_t all() const { return facts[0] + facts[1] + facts[2]; }
  double Wrong() const { return static_cast<double>(facts[2]) / static_cast<double>(all()); }
};

void Add(const std::vector<Fact>& facts, const std::vector<Annotation>& numbers, Totals& totals) {
  for (const Fact& fact : facts) {
    for (const Annotation& number : numbers) {
      if (fact.derived || number.begin >= fact.evidence.end || fact.evidence.begin >= number.end) continue;
      ++totals.facts[static_cast<std::size_t>(training::Judge(fact, number).Worst())];
      break;
    }
  }
}

void Print(const char* name, const Totals& totals) {
  std::printf("facts of news %s: %zu, right %zu, incomplete %zu, wrong %zu (%.2f %%)\n", name, totals.all(),
              totals.facts[0], totals.facts[1], totals.facts[2], 100 * totals.Wrong());
}

Annotation Of(std::string kind, std::string subject, std::string words, std::string must, std::string period) {
  return {
      0, 0, std::move(kind), "eq", std::move(subject), "-", "-", std::move(words), std::move(must), std::move(period)};
}

Fact Amount(const char* subject, const char* words) {
  Fact fact;
  fact.subject = subject;
  fact.measure_text = words;
  return fact;
}

}  // namespace

TEST_CASE("facts of annotated news sentences", "[gold]") {
  if (!NewsIsHere("facts of news")) return;
  Totals by_rules;
  Totals read_twice;
  Totals trusted;  // what is stated unasked; the second reading has learnt from these very sentences: train_reading
                   // --folds says more
  std::size_t of_articles = 0;
  std::size_t shown = 0;
  for (const auto& sentence : training::ReadNews(kRoot / "corpus/news", kNews)) {
    if (sentence.of_article) {  // half as many again: that they are found is enough
      ++of_articles;
      continue;
    }
    shown += sentence.shown.size();
    const ArticleView view{sentence.text, {{0, sentence.text.size(), BlockKind::kBody}}, ""};
    Add(ReadByRules(view), sentence.numbers, by_rules);
    const std::vector<Fact> facts = ExtractFacts(view);
    Add(facts, sentence.numbers, read_twice);
    Add(WithoutDoubtful(facts), sentence.numbers, trusted);
  }
  Print("by the rules alone", by_rules);
  Print("read twice, learnt from them", read_twice);
  Print("of these not doubtful", trusted);
  CHECK(of_articles > 8000);
  CHECK(shown > 14000);
  CHECK(by_rules.all() > 12000);
  CHECK(by_rules.Wrong() < 0.18);
  CHECK(read_twice.Wrong() < by_rules.Wrong());
  CHECK(trusted.Wrong() < read_twice.Wrong());
  CHECK(trusted.all() > read_twice.all() / 2);
}

namespace {

// How a reader judged the fact as it is now: a field that has been emptied since can't be false. None where a field
// says something else than what the reader saw.
std::optional<Verdict> ReadersVerdict(const Fact& fact, const training::ShownFact& shown) {
  const auto or_nothing = [](std::string text) { return text.empty() ? std::string("-") : text; };
  const bool falls = fact.kind == FactKind::kChange && fact.value < 0;
  if (std::string(NameOf(fact.kind)) + (falls ? "-" : "") != shown.kind || NameOf(fact.relation) != shown.relation)
    return std::nullopt;
  struct Field {
    std::string now, then;
    std::vector<std::string> names;  // that readers have for it
  };
  const std::string period = fact.from || fact.to ? fact.from.value_or("") + ".." + fact.to.value_or("") : "-";
  const Field fields[] = {{or_nothing(fact.subject.value_or("")), shown.subject, {"subject", "level", "province"}},
                          {or_nothing(fact.measure.value_or("")), shown.measure, {"measure", "qualifiers"}},
                          {or_nothing(fact.measure_text), shown.words, {"text"}},
                          {period, shown.period, {"period"}}};
  std::vector<std::string> wrong = shown.wrong;
  bool emptied = false;
  for (const Field& field : fields) {
    if (field.now == field.then) continue;
    if (field.now != "-") return std::nullopt;
    emptied = true;
    for (const std::string& name : field.names) std::erase(wrong, name);
  }
  return !wrong.empty() ? Verdict::kWrong : emptied || !shown.missing.empty() ? Verdict::kEmpty : Verdict::kRight;
}

}  // namespace

TEST_CASE("facts of sentences that nothing was learnt from, as readers judged them", "[gold]") {
  if (!NewsIsHere("facts of held out news")) return;
  Totals trusted;
  Totals doubtful;
  std::size_t others = 0;
  std::size_t sentences = 0;
  for (const auto& sentence : training::ReadNews(kRoot / "corpus/news/held_out", kNews)) {
    ++sentences;
    for (const Fact& fact : ExtractFacts({sentence.text, {{0, sentence.text.size(), BlockKind::kBody}}, ""})) {
      if (fact.derived) continue;
      std::optional<Verdict> verdict;
      for (const training::ShownFact& shown : sentence.shown) {
        if (!verdict && shown.begin == fact.evidence.begin) verdict = ReadersVerdict(fact, shown);
      }
      if (verdict) {
        ++(fact.doubtful ? doubtful : trusted).facts[static_cast<std::size_t>(*verdict)];
      } else {
        ++others;
      }
    }
  }
  Print("held out, not doubtful", trusted);
  Print("held out, doubtful", doubtful);
  std::printf("facts of news held out: %zu more that no reader saw so, in %zu sentences\n", others, sentences);
  CHECK(sentences > 850);
  CHECK(trusted.all() > 1200);
  CHECK(others < trusted.all() / 10);
  CHECK(trusted.Wrong() < 0.08);
  CHECK(doubtful.Wrong() > 2 * trusted.Wrong());
}

TEST_CASE("a reading is judged field by field", "[gold]") {
  const Annotation annotation =
      Of("amount|target", "Sao Mai|-", "doanh thu … bán hàng", "doanh thu !lợi nhuận", "2018");
  Fact fact = Amount("Công ty Sao Mai", "tổng doanh thu");
  CHECK(training::Judge(fact, annotation).Worst() == Verdict::kEmpty);  // no period
  fact.from = "2018-01-01";
  fact.to = "2018-12-31";
  CHECK(training::Judge(fact, annotation).period == Verdict::kRight);
  fact.to = "2019-12-31";
  CHECK(training::Judge(fact, annotation).period == Verdict::kWrong);
  fact.kind = FactKind::kShare;
  CHECK(training::Judge(fact, annotation).kind == Verdict::kWrong);
  fact.subject = "Sao Hôm";
  CHECK(training::Judge(fact, annotation).subject == Verdict::kWrong);
  fact.measure = "exports";
  CHECK(training::Judge(fact, annotation).measure == Verdict::kEmpty);  // a part of them, as the words tell
  fact.measure_text = "nhập khẩu";
  CHECK(training::Judge(fact, annotation).measure == Verdict::kWrong);
}

TEST_CASE("an open measure's words are right, too few or false", "[gold]") {
  const Annotation annotation = Of("amount", "-", "doanh thu bán hàng", "doanh thu !lợi nhuận", "-");
  CHECK(training::JudgeWords("Doanh thu thuần", annotation) == Verdict::kRight);
  CHECK(training::JudgeWords("bán hàng", annotation) == Verdict::kEmpty);
  CHECK(training::JudgeWords("", annotation) == Verdict::kEmpty);
  CHECK(training::JudgeWords("sản lượng", annotation) == Verdict::kWrong);
  CHECK(training::JudgeWords("doanh thu và lợi nhuận", annotation) == Verdict::kWrong);
}

TEST_CASE("what is expected is not what was reached", "[gold]") {
  Fact fact;
  CHECK(training::Judge(fact, Of("target|amount", "-", "giá", "giá", "-")).kind == Verdict::kWrong);
  CHECK(training::Judge(fact, Of("O:target|amount", "-", "giá", "giá", "-")).kind == Verdict::kRight);
  fact.kind = FactKind::kTarget;
  CHECK(training::Judge(fact, Of("target|amount", "-", "giá", "giá", "-")).kind == Verdict::kRight);
  CHECK(training::Judge(fact, Of("amount|target", "-", "giá", "giá", "-")).kind == Verdict::kWrong);
}

TEST_CASE("the word of a reader who was shown the fact decides", "[gold]") {
  const Annotation annotation = Of("amount", "Sao Mai", "doanh thu", "doanh thu", "2018");
  Fact fact = Amount("Sao Mai", "giá vốn");
  training::ShownFact shown{0, 0, {}, {}, "amount", "eq", "Sao Mai", "-", "-", "giá vốn", "-"};
  CHECK(training::Judge(fact, annotation).Worst() == Verdict::kWrong);
  CHECK(training::Judge(fact, annotation, shown).Worst() == Verdict::kRight);
  shown.missing = {"period"};
  CHECK(training::Judge(fact, annotation, shown).period == Verdict::kEmpty);
  shown.wrong = {"sign", "subject"};
  CHECK(training::Judge(fact, annotation, shown).kind == Verdict::kWrong);
  CHECK(training::Judge(fact, annotation, shown).subject == Verdict::kWrong);
  fact.subject = "Sao Hôm";  // another fact than the one that was shown
  shown.wrong.clear();
  CHECK(training::Judge(fact, annotation, shown).subject == Verdict::kWrong);
  fact.measure_text = "lợi nhuận";
  CHECK(training::Judge(fact, annotation, shown).words == Verdict::kWrong);
}

TEST_CASE("a change has a sign, no fact is wrong", "[gold]") {
  Fact fact;
  fact.kind = FactKind::kChange;
  fact.value = -4;
  CHECK(training::Judge(fact, Of("change-", "-", "giá", "giá", "-")).kind == Verdict::kRight);
  CHECK(training::Judge(fact, Of("change+", "-", "giá", "giá", "-")).kind == Verdict::kWrong);
  CHECK(training::Judge(fact, {0, 0, "N", "", "", "", "", "", "", ""}).Worst() == Verdict::kWrong);
}
