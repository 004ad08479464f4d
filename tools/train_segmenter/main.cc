// Makes analyzers/data/segmenter.model. The same inputs give the same bytes. From the repository's root:
//
//   D=../shared/data
//   zstdcat $D/segmentation/silver_news_150k.seg.txt.zst >silver.txt
//   for n in baomoi_dev dantri2020_unc vietnews_stat_dev; do zstdcat $D/news/$n.jsonl.zst; done >news.jsonl
//   train_segmenter --treebank $D/segmentation/vtb_train.seg.txt --machine silver.txt --news news.jsonl
//     --lexicon $D/lexicons/uvd_hongocduc.txt --lexicon $D/lexicons/uvd_wiktionary.txt
//     --lexicon $D/lexicons/coccoc_keyword.freq.txt --syllables $D/lexicons/hunspell_vi_DauCu.dic
//     --test $D/segmentation/vtb_dev.seg.txt --out analyzers/data/segmenter.model
//
// Steps: number the words; gather tables (lexicons, clusters, attraction); bring the machine-segmented text nearer to
// the treebank's conventions; learn from it, then on from the treebank; let these weights correct the machine's text and
// learn once more; quantize; learn the quick weights from the decisions of the full ones.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>

#include "analyzers/words/cells.h"
#include "analyzers/words/gap_features.h"
#include "tools/train_segmenter/classifier.h"
#include "tools/train_segmenter/conventions.h"
#include "tools/train_segmenter/corpus.h"
#include "tools/train_segmenter/model_builder.h"
#include "tools/train_segmenter/vocabulary.h"

namespace timso::training {
namespace {

struct Options {
  std::string treebank, machine, news, syllables, test, out;
  std::vector<std::string> lexicons;
  std::string conventions = "tools/train_segmenter/conventions.tsv";
  int folds = 0;
};

constexpr Rate kMachineRate = {.step = 0.1, .initial = 0, .rounds = 3, .average = false};
constexpr Rate kTreebankRate = {.step = 0.1, .initial = 1, .rounds = 15, .average = true};
constexpr Rate kQuickRate = {.step = 0.1, .initial = 0, .rounds = 2, .average = false};
constexpr double kDoubt = 1;  // within ± this sum the adapted weights leave the machine's decision alone
constexpr double kScale = 40;       // weights to signed bytes
constexpr double kQuickScale = 20;
constexpr double kQuickErrors = 1.5e-4;  // share of gaps that the quick weights may decide otherwise

void Say(const std::string& what) { std::cerr << what << std::endl; }

// The first column of a lexicon; a last word in digits is a frequency.
std::vector<std::string> ReadLexicon(const std::string& path) {
  std::vector<std::string> words = ReadLines(path);
  for (std::string& word : words) {
    const std::size_t space = word.rfind(' ');
    if (space != std::string::npos && word.find_first_not_of("0123456789", space + 1) == std::string::npos) {
      word.erase(space);
    }
  }
  return words;
}

std::vector<std::string> ReadSyllables(const std::string& path) {
  std::vector<std::string> syllables = ReadLines(path);
  for (std::string& syllable : syllables) syllable.erase(std::min(syllable.find_first_of("/\t"), syllable.size()));
  return syllables;
}

// Calls visit(cell left of the gap, whether it is joined) for every gap to decide.
template <typename Visit>
void ForEachGap(const SegmenterModel& model, const Line& line, Visit visit) {
  std::vector<Cell> cells;
  ReadCells(model, line.text, line.atoms.data(), line.atoms.data() + line.atoms.size(), cells);
  for (std::size_t i = 0; i + 1 < line.atoms.size(); ++i) {
    const Cell* gap = &cells[kCellMargin + i];
    if (!IsFixedGap(gap[0], gap[1])) visit(gap, line.joined[i] != 0);
  }
}

void AddGap(const SegmenterModel& model, const Cell* gap, bool joined, Examples& full, Examples& quick) {
  const Ngram pair = FindWords(model, gap, 2);
  const std::size_t before = full.features.size();
  GapFeatures(model, gap, pair, [&](std::uint64_t feature) {
    full.features.push_back(static_cast<std::uint32_t>(feature >> (64 - ModelBuilder::kWeightBits)));
  });
  full.per_gap = full.features.size() - before;
  full.joined.push_back(joined);
  const std::size_t quick_before = quick.features.size();
  QuickFeatures(gap, pair, [&](std::uint64_t feature) {
    quick.features.push_back(static_cast<std::uint32_t>(feature >> (64 - ModelBuilder::kQuickBits)));
  });
  quick.per_gap = quick.features.size() - quick_before;
  quick.joined.push_back(joined);
}

struct Trainer {
  Options options;
  std::vector<Line> treebank, machine;
  std::string bytes;  // the model
  std::vector<float> machine_weights;
  Examples machine_full, machine_quick;

  void BuildTables() {
    treebank = ReadSegmented(options.treebank);
    machine = ReadSegmented(options.machine);
    WordNumbers numbers(machine, ReadSyllables(options.syllables));
    ModelBuilder builder(numbers);
    for (unsigned i = 0; i < options.lexicons.size(); ++i) builder.AddLexicon(ReadLexicon(options.lexicons[i]), i);
    Say("words: " + std::to_string(numbers.entries().size()));
    Conventions conventions(ReadLines(options.conventions), treebank, numbers);
    for (const Phrase& phrase : builder.PhrasesOf(4, 0b101)) conventions.AddLongWord(phrase);
    builder.AddClusters(machine);
    Say("clustered");
    for (Line& line : machine) conventions.Apply(line);
    for (const Line& line : machine) builder.CountNeighbours(line.atoms);
    ReadBodies(options.news, [&, atoms = std::vector<Atom>()](std::string_view text) mutable {
      atoms.clear();
      SplitAtoms(text, atoms);
      builder.CountNeighbours(atoms);
    });
    builder.AddAttraction();
    bytes = builder.Tables();
    Say("model: " + std::to_string(bytes.size()) + " bytes");
  }

  Examples Gather(const std::vector<Line>& lines, Examples& quick, std::size_t folds = 1, std::size_t without = 1) {
    const SegmenterModel model(bytes);
    Examples full;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i * folds / lines.size() == without) continue;
      ForEachGap(model, lines[i], [&](const Cell* gap, bool joined) { AddGap(model, gap, joined, full, quick); });
    }
    return full;
  }

  void LearnFromMachine() {
    machine_full = Gather(machine, machine_quick);
    machine_weights.assign(std::size_t{1} << ModelBuilder::kWeightBits, 0);
    Learn(machine_full, kMachineRate, machine_weights);
    Say("learnt from " + std::to_string(machine_full.size()) + " gaps");
  }

  // Weights that learnt from the machine's text and then from the treebank without one of `folds` parts. Between the
  // two rounds the machine's text is brought to what the first round's weights say with little doubt.
  std::vector<float> LearnAll(std::size_t folds = 1, std::size_t without = 1) {
    Examples quick;
    const Examples full = Gather(treebank, quick, folds, without);
    std::vector<float> weights = machine_weights;
    Learn(full, kTreebankRate, weights);
    const std::vector<char> original = machine_full.joined;
    for (std::size_t i = 0; i < machine_full.size(); ++i) {
      const double sum = Sum(weights, machine_full.FeaturesOf(i), machine_full.per_gap);
      if (std::abs(sum) > kDoubt) machine_full.joined[i] = sum > 0;
    }
    weights.assign(weights.size(), 0);
    Learn(machine_full, kMachineRate, weights);
    machine_full.joined = original;
    Learn(full, kTreebankRate, weights);
    return weights;
  }

  void SetWeights(const std::vector<float>& weights) {
    const std::vector<std::int8_t> quantized = Quantized(weights, kScale);
    LearnQuick(quantized);
  }

  // The quick weights imitate the full ones on the machine's text.
  void LearnQuick(const std::vector<std::int8_t>& quantized) {
    const std::vector<float> full(quantized.begin(), quantized.end());
    for (std::size_t i = 0; i < machine_quick.size(); ++i) {
      machine_quick.joined[i] = Sum(full, machine_full.FeaturesOf(i), machine_full.per_gap) > 0;
    }
    std::vector<float> weights(std::size_t{1} << ModelBuilder::kQuickBits);
    Learn(machine_quick, kQuickRate, weights);
    const std::vector<std::int8_t> quick = Quantized(weights, kQuickScale);
    ModelBuilder::SetWeights(bytes, quick, Threshold(quick), quantized);
  }

  // The least sum that keeps the quick weights' wrong decisions rare.
  int Threshold(const std::vector<std::int8_t>& quick) const {
    const std::vector<float> weights(quick.begin(), quick.end());
    std::vector<std::size_t> wrong(2000), all(2000);
    for (std::size_t i = 0; i < machine_quick.size(); ++i) {
      const double sum = Sum(weights, machine_quick.FeaturesOf(i), machine_quick.per_gap);
      const auto size = std::min<std::size_t>(static_cast<std::size_t>(std::abs(sum)), wrong.size() - 1);
      ++all[size];
      wrong[size] += (sum > 0) != (machine_quick.joined[i] != 0);
    }
    std::size_t errors = 0, undecided = machine_quick.size();
    std::size_t threshold = wrong.size();
    while (threshold > 1 && static_cast<double>(errors + wrong[threshold - 1]) <
                                kQuickErrors * static_cast<double>(machine_quick.size())) {
      --threshold;
      errors += wrong[threshold];
      undecided -= all[threshold];
    }
    std::fprintf(stderr, "quick threshold %zu leaves %.1f %% of the gaps\n", threshold,
                 100.0 * static_cast<double>(undecided) / static_cast<double>(machine_quick.size()));
    return static_cast<int>(threshold) - 1;
  }

  Score Test(const std::vector<Line>& lines, std::size_t folds = 1, std::size_t only = 0) const {
    const Segmenter segmenter{SegmenterModel(bytes)};
    Score score;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i * folds / lines.size() == only) score.Add(lines[i], segmenter.Segment(lines[i].text));
    }
    return score;
  }

  void CrossValidate() {
    Score score;
    const auto folds = static_cast<std::size_t>(options.folds);
    for (std::size_t fold = 0; fold < folds; ++fold) {
      SetWeights(LearnAll(folds, fold));
      const Score part = Test(treebank, folds, fold);
      score.correct += part.correct;
      score.gold += part.gold;
      score.found += part.found;
    }
    std::printf("cross-validation on the treebank: F1 %.3f\n", score.f1());
  }

  void Run() {
    BuildTables();
    LearnFromMachine();
    if (options.folds > 1) CrossValidate();
    SetWeights(LearnAll());
    if (!options.test.empty()) std::printf("test: F1 %.3f\n", Test(ReadSegmented(options.test)).f1());
    std::ofstream(options.out, std::ios::binary) << bytes;
  }
};

int Main(int argc, char** argv) {
  Trainer trainer;
  Options& o = trainer.options;
  CLI::App app{"Trains the word segmenter"};
  app.add_option("--treebank", o.treebank, "Hand-segmented text to learn from")->required();
  app.add_option("--machine", o.machine, "Machine-segmented text to learn from first")->required();
  app.add_option("--news", o.news, "JSON lines whose bodies tell which syllables attract each other")->required();
  app.add_option("--lexicon", o.lexicons, "A list of words; up to three")->required()->expected(1, 3);
  app.add_option("--syllables", o.syllables, "A list of the Vietnamese syllables")->required();
  app.add_option("--conventions", o.conventions, "Where the machine differs from the treebank");
  app.add_option("--test", o.test, "Hand-segmented text to measure on");
  app.add_option("--folds", o.folds, "Cross-validate on the treebank in so many parts");
  app.add_option("--out", o.out, "The model")->required();
  CLI11_PARSE(app, argc, argv);
  trainer.Run();
  return 0;
}

}  // namespace
}  // namespace timso::training

int main(int argc, char** argv) {
  try {
    return timso::training::Main(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "train_segmenter: " << error.what() << '\n';
    return 2;
  }
}
