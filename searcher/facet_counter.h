// Counts of the hits by name and statistics of their numbers.
#pragma once
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "searcher/results.h"

namespace timso {

// Watches a match. Names it doesn't know are ignored; "value" asks for the numbers.
class FacetCounter {
 public:
  FacetCounter(const std::vector<std::string>& names, Answer answer);
  ~FacetCounter();

  // How many hits are looked at: that many at least are counted exactly, more are estimated by them.
  static constexpr Xapian::doccount kLookAt = 100000;

  void Watch(Xapian::Enquire& enquire);
  Facets Take(Xapian::doccount matches);
  bool Empty() const { return spies_.empty() && values_ == nullptr; }

 private:
  class Values;
  struct Spy {
    std::string name;
    std::unique_ptr<Xapian::ValueCountMatchSpy> spy;
    bool years = false;  // dates are counted by year
  };
  std::vector<Spy> spies_;
  std::unique_ptr<Values> values_;
};

// Facets of documents by what their facts have: how many of these documents (by id) have a fact with each value.
// Counts into `facets` the names that documents themselves have not. `doubtful`: doubtful facts count, too.
void CountFactsOfDocuments(const Xapian::Database& facts, const std::vector<std::string>& document_ids,
                           const std::vector<std::string>& names, bool doubtful, Facets& facets);

}  // namespace timso
