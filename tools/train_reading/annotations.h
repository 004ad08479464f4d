// News sentences whose numbers somebody read: corpus/news/readings.tsv, with the sentences themselves from elsewhere.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace timso::training {

// What a reader said of one number; alternatives stand apart by "|", the best first, "-" is nothing.
struct Annotation {
  std::size_t begin = 0;  // bytes of the number in its sentence
  std::size_t end = 0;
  std::string kind;  // "N" no fact, "O:…" may be one or not; "change+" and "change-" tell the sign
  std::string relation;
  std::string subject;
  std::string level;
  std::string measure;
  std::string words;   // what is counted; parts apart by "…"
  std::string must;    // words without which a row would say something else; behind "!" words that make it false
  std::string period;  // ISO dates, months or years, "from..to"
};

struct AnnotatedSentence {
  std::string text;
  std::vector<Annotation> numbers;
};

// The annotations whose sentences are among the last columns of `sentences`, a TSV file: they are named by their
// SentenceHash. Throws std::runtime_error when a file can't be read or a line says nothing.
std::vector<AnnotatedSentence> ReadAnnotations(const std::filesystem::path& annotations,
                                               const std::filesystem::path& sentences);

// 16 hexadecimal digits, FNV-1a of the bytes.
std::string SentenceHash(std::string_view sentence);

}  // namespace timso::training
