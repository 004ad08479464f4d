#include "tools/train_reading/examples.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "analyzers/facts/extractor.h"
#include "analyzers/text/syllable.h"
#include "indexer/readers/parse.h"
#include "indexer/schema/fact_json.h"

namespace timso::training {
namespace {

struct Seen {
  NumberExample example;
  std::vector<std::string> words;  // of the candidates
};

// By where the number begins in the text.
using SeenNumbers = std::map<std::size_t, Seen>;

class Collector {
 public:
  void operator()(const NumberReading& reading) {
    if (!words_.Has(reading.sentence)) words_.Read(reading.text, reading.sentence);
    Seen seen;
    const auto add = [&](Judgement judgement, auto features_of) {
      FeatureList list;
      features_of(reading, words_, list);
      seen.example.features[static_cast<std::size_t>(judgement)] = list.hashes();
    };
    add(Judgement::kKind, KindFeatures);
    if (reading.measure != nullptr) add(Judgement::kMeasure, MeasureFeatures);
    if (reading.subject->known()) add(Judgement::kSubject, SubjectFeatures);
    if (reading.period->period.from || reading.period->period.to) add(Judgement::kPeriod, PeriodFeatures);
    if (reading.measure == nullptr) AddCandidates(reading, seen);
    seen.example.traits = TraitsOf(reading);
    const std::size_t at = reading.text.tokens[reading.quantity.number_begin].begin;
    numbers_[reading.text.normalized.offsets.ToSource(at)] = std::move(seen);
  }

  SeenNumbers numbers_;

 private:
  void AddCandidates(const NumberReading& reading, Seen& seen) {
    const WordsToWeigh weighed = WordsOf(reading);
    for (std::size_t i = 0; i < weighed.spans.size(); ++i) {
      const TokenSpan& span = weighed.spans[i];
      const bool chosen = weighed.own && i == 0;
      FeatureList list;
      CandidateFeatures(reading, words_, span, chosen, list);
      seen.example.candidates.push_back({list.hashes(), Verdict::kRight, 1, chosen});
      seen.words.emplace_back(chosen ? reading.stated_text : reading.text.Words(span.begin, span.end));
    }
  }

  SentenceWords words_;
};

// What is said of the fact's number; nullptr when nothing is.
template <typename Row>
const Row* OfNumber(const Fact& fact, const std::vector<Row>& all) {
  for (const Row& row : all) {
    if (row.begin < fact.evidence.end && fact.evidence.begin < row.end) return &row;
  }
  return nullptr;
}

std::string Year(const std::optional<std::string>& date) { return date ? date->substr(0, 4) : ""; }
std::string Plain(const std::optional<std::string>& text) { return text ? StripMarks(LowerCase(*text)) : ""; }

// A fact against one of a .facts file.
Verdicts Compare(const Fact& fact, const Fact& gold) {
  const auto right = [](bool yes, bool empty) {
    return yes ? Verdict::kRight : empty ? Verdict::kEmpty : Verdict::kWrong;
  };
  Verdicts verdicts;
  verdicts.kind = right(fact.kind == gold.kind && fact.relation == gold.relation, false);
  verdicts.measure = right(!gold.measure || fact.measure == gold.measure, !fact.measure);
  verdicts.subject =
      right(Plain(fact.subject) == Plain(gold.subject) && fact.level == gold.level, !fact.subject.has_value());
  verdicts.period = right(Year(fact.from) == Year(gold.from) && Year(fact.to) == Year(gold.to), !fact.from && !fact.to);
  return verdicts;
}

// The best that one of the document's facts of that value says of the reading; no fact when there is none.
Verdicts CompareWithAll(const Fact& fact, const std::vector<Fact>& gold) {
  const auto close = [](double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(a)) + 5e-4; };
  Verdicts best;
  best.kind = Verdict::kWrong;
  int fewest = 100;
  for (const Fact& other : gold) {
    if (!close(fact.value, other.value)) continue;
    const Verdicts verdicts = Compare(fact, other);
    int faults = verdicts.kind == Verdict::kWrong ? 5 : 0;
    for (const Verdict verdict : {verdicts.measure, verdicts.subject, verdicts.period})
      faults += static_cast<int>(verdict);
    if (faults >= fewest) continue;
    fewest = faults;
    best = verdicts;
  }
  return best;
}

std::vector<Fact> FactsOf(const std::filesystem::path& path, const std::string& document) {
  std::vector<Fact> facts;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const Json json = Json::parse(line);
    const std::string name = json.at("doc");
    if (name == document || name == document + ".txt") facts.push_back(FactFromJson(json));
  }
  return facts;
}

}  // namespace

std::vector<NumberExample> FromNews(const std::vector<AnnotatedSentence>& sentences) {
  std::vector<NumberExample> examples;
  for (std::size_t group = 0; group < sentences.size(); ++group) {
    const AnnotatedSentence& sentence = sentences[group];
    Collector collector;
    ArticleView view{sentence.text, {{0, sentence.text.size(), BlockKind::kBody}}, ""};
    for (const Fact& fact : ReadByRules(view, std::ref(collector))) {
      const auto seen = collector.numbers_.find(fact.evidence.begin);
      const Annotation* annotation = OfNumber(fact, sentence.numbers);
      if (fact.derived || seen == collector.numbers_.end() || annotation == nullptr) continue;
      NumberExample example = std::move(seen->second.example);
      example.group = group;
      example.of_news = true;
      if (const ShownFact* shown = OfNumber(fact, sentence.shown)) {
        example.shown = true;
        example.fact = std::find(shown->wrong.begin(), shown->wrong.end(), "notfact") == shown->wrong.end();
        example.verdicts = Judge(fact, *annotation, *shown);
      } else {
        example.fact = annotation->kind != "N";
        example.verdicts = Judge(fact, *annotation);
      }
      for (std::size_t i = 0; example.fact && i < example.candidates.size(); ++i) {
        example.candidates[i].verdict = JudgeWords(seen->second.words[i], *annotation);
        example.candidates[i].precision = Precision(seen->second.words[i], *annotation);
        if (example.shown && example.candidates[i].chosen) {
          example.candidates[i].verdict = example.verdicts.words;
          example.candidates[i].precision = 1;
        }
      }
      examples.push_back(std::move(example));
      collector.numbers_.erase(seen);
    }
  }
  return examples;
}

std::vector<NumberExample> FromDocuments(const std::filesystem::path& documents, const std::filesystem::path& facts,
                                         std::size_t first_group) {
  std::vector<NumberExample> examples;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(documents)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    std::stringstream bytes;
    bytes << std::ifstream(path).rdbuf();
    RawDocument raw;
    raw.bytes = bytes.str();
    raw.id = raw.label = path.filename().string();
    const Document document = ParseDocument(raw);
    const std::vector<Fact> gold = FactsOf(facts, path.stem().string());
    Collector collector;
    for (const Fact& fact : ReadByRules({document.text, document.blocks, document.date}, std::ref(collector))) {
      const auto seen = collector.numbers_.find(fact.evidence.begin);
      if (fact.derived || seen == collector.numbers_.end()) continue;
      NumberExample example = std::move(seen->second.example);
      example.group = first_group;
      example.verdicts = CompareWithAll(fact, gold);
      std::erase_if(example.candidates, [](const WordsExample& words) { return !words.chosen; });
      examples.push_back(std::move(example));
      collector.numbers_.erase(seen);
    }
    ++first_group;
  }
  return examples;
}

}  // namespace timso::training
