// News sentences whose numbers somebody read, as corpus/news tells them; the sentences themselves are elsewhere.
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

// What a reader said of one fact that was shown: which of its fields are false, which miss what the sentence tells.
// The fields' values tell of which fact; nothing is "-".
struct ShownFact {
  std::size_t begin = 0;  // bytes of the number in its sentence
  std::size_t end = 0;
  std::vector<std::string> wrong;  // names of fields, "sign" and "notfact"
  std::vector<std::string> missing;
  std::string kind;  // "change-" when it falls
  std::string relation;
  std::string subject;
  std::string level;
  std::string measure;
  std::string words;
  std::string period;  // "from..to"
};

struct AnnotatedSentence {
  std::string text;
  bool of_article = false;  // drawn from the articles; else of stat_sentences_dev.tsv
  std::vector<Annotation> numbers;
  std::vector<ShownFact> shown;
};

// All that `corpus_news` annotates: first the sentences of `news`/stat_sentences_dev.tsv, which are named by their
// SentenceHash, then those of `news`/*.jsonl.zst that article_sentences.tsv names. A sentence that is not found there
// is left out. A table that is not there annotates nothing. Throws std::runtime_error when a file can't be read or a line
// says nothing.
std::vector<AnnotatedSentence> ReadNews(const std::filesystem::path& corpus_news, const std::filesystem::path& news);

// 16 hexadecimal digits, FNV-1a of the bytes.
std::string SentenceHash(std::string_view sentence);

}  // namespace timso::training
