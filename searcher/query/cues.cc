#include "searcher/query/cues.h"

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
  // A stray % asks for nothing.
  if (cues.ask.empty()) {
    std::erase_if(cues.percent, [&](const Cue& cue) { return tokens[cue.begin].surface == "%"; });
  }
  return cues;
}

}  // namespace timso
