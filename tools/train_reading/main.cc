// Makes analyzers/data/second_reading.model. The same inputs give the same bytes. From the repository's root:
//
//   train_reading --corpus corpus --news ../shared/data/news --out analyzers/data/second_reading.model
//
// With --folds N it writes nothing: it parts the sentences and documents into N and prints, for the part left out each
// time, how many facts are wrong before and after the second reading and what that costs.
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>

#include "tools/train_reading/review.h"

namespace timso::training {
namespace {

struct Options {
  std::string news, corpus, out;
  std::vector<std::string> sets = {"dev", "retold", "party", "economy", "local", "reports", "mixed", "more"};
  std::size_t folds = 0;
  bool sweep = false;
  LearningOptions learning;
  LeastProbabilities least;
};

std::vector<NumberExample> ReadExamples(const Options& options) {
  const std::filesystem::path corpus = options.corpus;
  const auto sentences = ReadNews(corpus / "news", options.news);
  std::vector<NumberExample> examples = FromNews(sentences);
  std::cerr << sentences.size() << " sentences, " << examples.size() << " numbers\n";
  for (const std::string& set : options.sets) {
    const std::size_t group = examples.empty() ? 0 : examples.back().group + 1;
    std::vector<NumberExample> more =
        FromDocuments(corpus / "documents" / set, corpus / "gold" / (set + ".facts"), group);
    std::cerr << set << ": " << more.size() << " numbers\n";
    std::move(more.begin(), more.end(), std::back_inserter(examples));
  }
  return examples;
}

void CrossValidate(const std::vector<NumberExample>& examples, const Options& options) {
  const std::vector<Models> folds = LearnFolds(examples, options.folds, options.learning);
  PrintBounds(examples, folds);
  const auto print = [&](const LeastProbabilities& least) {
    PrintTotals(examples, ReviewAll(examples, folds, least), options.folds, options.learning, least);
  };
  print(options.least);
  if (!options.sweep) return;
  for (const double kind : {0.6, 0.7, 0.8, 0.85}) {
    for (const double words : {0.4, 0.5, 0.6, 0.7}) {
      for (const double other : {0.7, 0.8, 0.85}) {
        std::printf("kind %.2f words %.2f others %.2f\n", kind, words, other);
        print({kind, other, words, other, other, options.least.better, options.least.whole});
      }
    }
  }
}

void Write(const Models& fields, const Weights& whole, const Options& options) {
  ReadingModelHeader header{};
  std::memcpy(header.magic, kReadingMagic, sizeof kReadingMagic);
  header.version = kReadingVersion;
  header.byte_order = 0x01020304;
  header.bits = static_cast<std::uint32_t>(options.learning.bits);
  for (std::size_t i = 0; i < std::size(header.odds); ++i) header.odds[i] = static_cast<float>(whole.of_input[i]);
  std::string weights;
  for (std::size_t i = 0; i < kJudgements; ++i) {
    const Weights& model = i < kFields ? fields[i] : whole;
    double largest = 1e-9;
    for (const double weight : model.of_slot) largest = std::max(largest, std::abs(weight));
    const double scale = largest / 127;
    header.bias[i] = static_cast<float>(model.bias);
    header.scale[i] = static_cast<float>(scale);
    for (const double weight : model.of_slot)
      weights += static_cast<char>(static_cast<std::int8_t>(std::lround(weight / scale)));
  }
  std::ofstream out(options.out, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(weights.data(), static_cast<std::streamsize>(weights.size()));
  out.flush();
  if (!out) throw std::runtime_error("cannot write " + options.out);
}

int Run(const Options& options) {
  const std::vector<NumberExample> examples = ReadExamples(options);
  if (options.folds > 1) {
    CrossValidate(examples, options);
    return 0;
  }
  if (options.out.empty()) throw std::runtime_error("say where to write the model: --out FILE");
  std::vector<const NumberExample*> all;
  for (const NumberExample& example : examples) all.push_back(&example);
  constexpr std::size_t kFolds = 4;
  const Reviews reviews = ReviewAll(examples, LearnFolds(examples, kFolds, options.learning), options.least);
  const Weights whole = LearnWhole(examples, reviews, options.learning, [](std::size_t) { return true; });
  Write(LearnAll(all, options.learning), whole, options);
  return 0;
}

}  // namespace
}  // namespace timso::training

int main(int argc, char** argv) {
  CLI::App app("Learns which of the rules' readings to trust.");
  timso::training::Options options;
  app.add_option("--news", options.news, "where the news lies whose sentences corpus/news annotates")->required();
  app.add_option("--corpus", options.corpus)->required();
  app.add_option("--set", options.sets, "sets of the corpus to learn from");
  app.add_option("--bits", options.learning.bits);
  app.add_option("--folds", options.folds);
  app.add_option("--least-kind", options.least.kind);
  app.add_option("--least-measure", options.least.measure);
  app.add_option("--least-words", options.least.words);
  app.add_option("--least-subject", options.least.subject);
  app.add_option("--least-period", options.least.period);
  app.add_option("--better", options.least.better);
  app.add_option("--least-whole", options.least.whole);
  app.add_option("--precision", options.learning.precision);
  app.add_option("--document-times", options.learning.document_times);
  app.add_option("--shown-times", options.learning.shown_times);
  app.add_option("--whole-document-times", options.learning.whole_document_times);
  app.add_option("--costs", options.learning.costs);
  app.add_flag("--sweep", options.sweep, "with --folds: many bounds");
  app.add_option("--out", options.out);
  CLI11_PARSE(app, argc, argv);
  try {
    return timso::training::Run(options);
  } catch (const std::exception& error) {
    std::cerr << "train_reading: " << error.what() << '\n';
    return 2;
  }
}
