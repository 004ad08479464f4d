#include "searcher/facet_counter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "indexer/schema/fields.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"
#include "searcher/fact_query.h"

namespace timso {
namespace {

constexpr std::size_t kMostValues = 50;  // of one facet
constexpr std::size_t kBars = 8;

std::optional<Xapian::valueno> SlotOfFacet(std::string_view name, Answer answer) {
  if (answer == Answer::kDocuments && name == "year") return SlotOf(DocumentSlot::kDate);
  if (answer == Answer::kFacts && name == "source") return SlotOf(FactSlot::kSource);
  const Field* field = FieldNamed(name);
  if (field == nullptr) return std::nullopt;
  const std::optional<unsigned> slot = answer == Answer::kFacts ? field->fact_slot : field->document_slot;
  return slot ? std::optional<Xapian::valueno>(*slot) : std::nullopt;
}

bool MoreFrequent(const FacetCount& a, const FacetCount& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

std::vector<NumericFacet::Bar> HistogramOf(const std::vector<double>& sorted) {
  std::vector<NumericFacet::Bar> bars;
  const double low = sorted.front();
  const double high = sorted.back();
  if (low == high) return {{low, high, sorted.size()}};
  const double width = (high - low) / static_cast<double>(kBars);
  for (std::size_t i = 0; i < kBars; ++i) {
    bars.push_back(
        {low + width * static_cast<double>(i), i + 1 == kBars ? high : low + width * static_cast<double>(i + 1), 0});
  }
  for (const double value : sorted) {
    const auto bar = static_cast<std::size_t>((value - low) / width);
    ++bars[std::min(bar, kBars - 1)].count;
  }
  return bars;
}

}  // namespace

// Numbers can only be compared within one kind and unit.
class FacetCounter::Values : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& entry, double) override {
    const std::string encoded = entry.get_value(SlotOf(FactSlot::kValue));
    if (encoded.empty()) return;
    numbers_[{entry.get_value(SlotOf(FactSlot::kKind)), entry.get_value(SlotOf(FactSlot::kUnit))}].push_back(
        DecodeNumber(encoded));
  }

  std::vector<NumericFacet> Take() {
    std::vector<NumericFacet> facets;
    for (auto& [group, numbers] : numbers_) {
      std::sort(numbers.begin(), numbers.end());
      NumericFacet facet{group.first, group.second, numbers.size(), numbers.front(), numbers.back(), 0, {}};
      double sum = 0;
      for (const double number : numbers) sum += number;
      facet.mean = sum / static_cast<double>(numbers.size());
      facet.histogram = HistogramOf(numbers);
      facets.push_back(std::move(facet));
    }
    std::stable_sort(facets.begin(), facets.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return facets;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::vector<double>> numbers_;
};

namespace {

// The documents that bear each value of a slot: a document with ten facts of a province counts once.
class DocumentsByValue : public Xapian::MatchSpy {
 public:
  explicit DocumentsByValue(Xapian::valueno slot) : slot_(slot) {}
  void operator()(const Xapian::Document& entry, double) override {
    const std::string value = entry.get_value(slot_);
    if (!value.empty()) documents_[value].insert(entry.get_value(SlotOf(FactSlot::kDocument)));
  }
  std::vector<FacetCount> Take() const {
    std::vector<FacetCount> counts;
    for (const auto& [value, documents] : documents_) counts.push_back({value, documents.size()});
    std::sort(counts.begin(), counts.end(), MoreFrequent);
    if (counts.size() > kMostValues) counts.resize(kMostValues);
    return counts;
  }

 private:
  Xapian::valueno slot_;
  std::map<std::string, std::set<std::string>> documents_;
};

}  // namespace

void CountFactsOfDocuments(const Xapian::Database& facts, const std::vector<std::string>& document_ids,
                           const std::vector<std::string>& names, bool doubtful, Facets& facets) {
  std::vector<std::pair<std::string, std::unique_ptr<DocumentsByValue>>> spies;
  for (const std::string& name : names) {
    const std::optional<Xapian::valueno> slot = SlotOfFacet(name, Answer::kFacts);
    if (!slot || name == "value" || SlotOfFacet(name, Answer::kDocuments)) continue;
    spies.emplace_back(name, std::make_unique<DocumentsByValue>(*slot));
  }
  if (spies.empty()) return;
  std::vector<std::string> terms;
  for (const std::string& id : document_ids) terms.push_back(IdTerm(id));
  Xapian::Enquire enquire(facts);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(WithDoubts(AnyTerm(terms), doubtful));
  for (const auto& [name, spy] : spies) enquire.add_matchspy(spy.get());
  enquire.get_mset(0, 0, facts.get_doccount());
  for (const auto& [name, spy] : spies) facets.names.emplace_back(name, spy->Take());
}

FacetCounter::FacetCounter(const std::vector<std::string>& names, Answer answer) {
  for (const std::string& name : names) {
    if (name == "value") {
      if (answer == Answer::kFacts) values_ = std::make_unique<Values>();
      continue;
    }
    const std::optional<Xapian::valueno> slot = SlotOfFacet(name, answer);
    if (!slot) continue;
    spies_.push_back(
        {name, std::make_unique<Xapian::ValueCountMatchSpy>(*slot), answer == Answer::kDocuments && name == "year"});
  }
}

FacetCounter::~FacetCounter() = default;

void FacetCounter::Watch(Xapian::Enquire& enquire) {
  for (Spy& spy : spies_) enquire.add_matchspy(spy.spy.get());
  if (values_) enquire.add_matchspy(values_.get());
}

Facets FacetCounter::Take(Xapian::doccount matches) {
  Facets facets;
  facets.exact = matches <= kLookAt;
  for (Spy& spy : spies_) {
    std::map<std::string, std::size_t> counts;
    for (Xapian::TermIterator it = spy.spy->values_begin(); it != spy.spy->values_end(); ++it) {
      const std::string value = spy.years ? DecodeDate(*it).substr(0, 4) : *it;
      if (!value.empty()) counts[value] += it.get_termfreq();
    }
    std::vector<FacetCount> list;
    for (const auto& [value, count] : counts) list.push_back({value, count});
    std::sort(list.begin(), list.end(), MoreFrequent);
    if (list.size() > kMostValues) list.resize(kMostValues);
    facets.names.emplace_back(spy.name, std::move(list));
  }
  if (values_) facets.values = values_->Take();
  return facets;
}

}  // namespace timso
