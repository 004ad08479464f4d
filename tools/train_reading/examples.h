// Numbers that the rules read, each with its features and with what their annotation says of the reading.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "analyzers/facts/second_reading.h"
#include "tools/train_reading/annotations.h"
#include "tools/train_reading/judge.h"

namespace timso::training {

using Features = std::vector<std::uint32_t>;

struct WordsExample {
  Features features;
  Verdict verdict = Verdict::kRight;
  double precision = 1;  // see judge.h
  bool chosen = false;   // by the rules
};

struct NumberExample {
  std::size_t group = 0;  // the sentence or document: numbers of one are not parted
  bool of_news = false;
  bool shown = false;  // a reader was shown the fact
  bool fact = true;    // the annotation says so
  Verdicts verdicts;
  // By Judgement; empty where there is nothing to judge. The words have `candidates` instead.
  std::array<Features, kFields> features;
  FactTraits traits;
  std::vector<WordsExample> candidates;
  Verdict words_if_empty = Verdict::kEmpty;
};

// Numbers of single sentences.
std::vector<NumberExample> FromNews(const std::vector<AnnotatedSentence>& sentences);

// Numbers of whole documents with a .facts file each: corpus/documents/SET and corpus/gold/SET.facts. Their words for
// open measures are not annotated.
std::vector<NumberExample> FromDocuments(const std::filesystem::path& documents, const std::filesystem::path& facts,
                                         std::size_t first_group);

}  // namespace timso::training
