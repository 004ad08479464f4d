// The small words of a question that tell what is asked, each with where it stands.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/query/question.h"

namespace timso {

// Tokens [begin, end) of one cue.
struct Cue {
  std::size_t begin = 0;
  std::size_t end = 0;
};
using Cues = std::vector<Cue>;

// What the words of a question say about the kind of figure and the form of the answer. Empty lists say nothing.
struct QuestionCues {
  Cues target;      // chỉ tiêu, kế hoạch, quota
  Cues assign;      // giao, đề ra: a target is set
  Cues aim;         // phấn đấu: what is planned, not reached
  Cues reach;       // đạt, hoàn thành, met
  Cues exceed;      // vượt, exceeded
  Cues miss;        // chưa đạt, missed
  Cues attainment;  // tỷ lệ hoàn thành
  Cues share;       // tỷ lệ, share of
  Cues up;          // tăng, growth
  Cues down;        // giảm
  Cues change;      // biến động
  Cues compared;    // so với cùng kỳ
  Cues ask;         // bao nhiêu, how many
  Cues percent;     // phần trăm, %
  Cues which;       // nào, which, các
  Cues within;      // ở, trong, in
  Cues open;        // nơi, đơn vị: somebody or some place
  Cues most;
  Cues least;
  Cues top;
  Cues bottom;

  bool AsksPercent() const { return !percent.empty(); }
};

// Finds them in the tokens that are free. Takes none.
QuestionCues FindCues(const std::vector<QuestionToken>& tokens, bool marked);

}  // namespace timso
