// Documents as title, where they come from, and the passage that fits.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "searcher/results.h"
#include "searcher/terminal/frame.h"
#include "searcher/terminal/list_view.h"

namespace timso::terminal {

class DocumentList {
 public:
  void Set(std::vector<DocumentHit> hits, bool keep);
  const std::vector<DocumentHit>& hits() const { return hits_; }
  const DocumentHit* Selected() const { return hits_.empty() ? nullptr : &hits_[view.at]; }

  void Draw(Frame& frame, const Rect& rect, bool focused, const std::set<std::string>& marked,
            const std::set<std::string>& saved);
  std::optional<std::size_t> RowAt(int row) const;
  std::size_t shown() const { return shown_; }  // documents that the pane has room for

  ListView view;

 private:
  static constexpr int kLines = 2;  // of one document
  std::vector<DocumentHit> hits_;
  Rect drawn_;
  std::size_t shown_ = 0;
};

}  // namespace timso::terminal
