// A fact in the words that people read: for the text table and the interactive screen.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"

namespace timso {

std::string SubjectWords(const Fact& fact);  // Vị Xuyên (Hà Giang)
std::string MeasureWords(const Fact& fact);  // kết nạp đảng viên mới, nữ
// đạt 100,7 %; gần 70 %; 1.481 người; chỉ tiêu 190 người; +50 %; of a doubtful fact 272 người ?
std::string ValueWords(const Fact& fact);
std::string PeriodWords(const Fact& fact);    // 2023; 2016–2020; 6 tháng đầu 2021; 01/01–09/11/2021
std::string VietnameseNumber(double number);  // 1.481, 106,93

namespace fact_words {

struct MarkedSentence {
  std::string before;
  std::string number;
  std::string after;
};

// The evidence with its number apart, in one line; a fact without a number has it all in `before`.
MarkedSentence EvidenceOf(const Fact& fact);
// Cut to `width` columns around the number; 0: not cut.
MarkedSentence Fit(const MarkedSentence& sentence, std::size_t width);

// A word of a snippet, apart from others by blanks; [mark_begin, mark_end) of it is highlighted.
struct SnippetWord {
  std::string text;
  std::size_t mark_begin = 0;
  std::size_t mark_end = 0;
  bool opens = false;   // the highlight begins in this word
  bool closes = false;  // and ends in it; one over several words opens in the first and closes in the last
};
std::vector<SnippetWord> WordsOf(const Snippet& snippet);

}  // namespace fact_words

}  // namespace timso
