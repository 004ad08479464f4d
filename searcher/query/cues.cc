#include "searcher/query/cues.h"

#include <algorithm>
#include <utility>

#include "searcher/query/word_table.h"

namespace timso {

QuestionCues FindCues(const std::vector<QuestionToken>& tokens, bool marked) {
  QuestionCues cues;
  const std::pair<std::string_view, Cues*> roles[] = {{"target_word", &cues.target},
                                                      {"assign", &cues.assign},
                                                      {"aim", &cues.aim},
                                                      {"reach", &cues.reach},
                                                      {"exceed", &cues.exceed},
                                                      {"miss", &cues.miss},
                                                      {"attainment_word", &cues.attainment},
                                                      {"share_word", &cues.share},
                                                      {"up", &cues.up},
                                                      {"down", &cues.down},
                                                      {"change_word", &cues.change},
                                                      {"compared", &cues.compared},
                                                      {"ask", &cues.ask},
                                                      {"percent", &cues.percent},
                                                      {"which", &cues.which},
                                                      {"within", &cues.within},
                                                      {"open", &cues.open},
                                                      {"most", &cues.most},
                                                      {"least", &cues.least},
                                                      {"top", &cues.top},
                                                      {"bottom", &cues.bottom}};
  for (const auto& [role, list] : roles) {
    for (const WordMatch& match : WordTable::Default().FindAll(tokens, role, marked))
      list->push_back({match.begin(), match.end()});
  }
  // "ít nhất bao nhiêu": a bound of the number asked for, no order.
  for (Cues* list : {&cues.most, &cues.least}) {
    std::erase_if(*list, [&](const Cue& cue) {
      return std::any_of(cues.ask.begin(), cues.ask.end(),
                         [&](const Cue& ask) { return ask.begin == cue.end || ask.begin == cue.end + 1; });
    });
  }
  // A stray % asks for nothing.
  if (cues.ask.empty()) {
    std::erase_if(cues.percent, [&](const Cue& cue) { return tokens[cue.begin].surface == "%"; });
  }
  return cues;
}

}  // namespace timso
