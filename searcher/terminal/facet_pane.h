// The hits counted by name, each with a bar; a value can be drilled into.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/results.h"
#include "searcher/terminal/frame.h"
#include "searcher/terminal/list_view.h"

namespace timso::terminal {

class FacetPane {
 public:
  void Set(const Facets& facets, Answer answer);
  void Clear();
  bool Empty() const { return lines_.empty(); }
  Answer answer() const { return answer_; }  // what was counted

  void Draw(Frame& frame, const Rect& rect, bool focused);
  void Move(long by);
  void MoveToEnd(bool first);
  // What the selected line adds to the question, as fields and values; empty when it only shows more of its list, which
  // this does.
  std::vector<std::pair<std::string, std::string>> Enter();
  // Selects the line that was drawn in this row; false when there is none that can be.
  bool SelectRow(int row);
  std::size_t shown() const { return shown_; }

 private:
  enum class Kind : unsigned char { kHeader, kValue, kMore };
  struct Line {
    Kind kind = Kind::kValue;
    std::string facet;
    std::string text;
    std::size_t count = 0;
    std::size_t largest = 0;  // count of the facet
    std::vector<std::pair<std::string, std::string>> fields;
  };
  void Build();
  void AddNames(const std::string& name, const std::vector<FacetCount>& counts);
  void AddNumbers(const NumericFacet& facet);
  void SkipHeaders(long direction);

  Facets facets_;
  Answer answer_ = Answer::kFacts;
  std::set<std::string> open_;  // facets that are shown whole
  std::vector<Line> lines_;
  ListView view_;
  Rect drawn_;
  std::size_t shown_ = 0;
};

}  // namespace timso::terminal
