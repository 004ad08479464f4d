#include "searcher/other_forms.h"

#include <algorithm>
#include <string>

#include "analyzers/text/normalizer.h"
#include "analyzers/text/syllable.h"
#include "analyzers/words/abbreviations.h"

namespace timso {
namespace {

constexpr double kAmbiguous = 0.6;     // of all readings of an abbreviation together, when there are several
constexpr std::size_t kMostParts = 4;  // of an abbreviation with signs: LĐ-TB&XH has three

std::vector<std::string> Keys(const std::vector<TextWord>& words) {
  std::vector<std::string> keys;
  for (const TextWord& word : words) keys.push_back(word.exact + ' ');
  return keys;
}

// A word of small letters that happens to be spelled like the short form can't be told from it in an index: CA, ca.
bool IsOrdinaryWord(const std::vector<TextWord>& words) { return words.size() == 1 && IsSyllable(words[0].exact); }

class FormFinder {
 public:
  FormFinder(std::string_view question, const std::vector<TextWord>& words, bool marked)
      : question_(question), words_(words), marked_(marked) {
    for (const TextWord& word : words) keys_.push_back(marked ? word.exact : word.folded);
  }

  std::vector<FormGroup> Run() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      AddLongForms(at);
      AddShortForms(at);
    }
    std::erase_if(groups_, [](const FormGroup& group) { return group.forms.empty(); });
    return std::move(groups_);
  }

 private:
  // What words[begin, end) is written as; more of the question than its words tells when signs stand between.
  std::string Surface(std::size_t begin, std::size_t end) const {
    const std::size_t from = words_[begin].begin;
    return Normalize(question_.substr(from, words_[end - 1].end - from)).text;
  }
  bool Joined(std::size_t before) const {
    const std::string_view gap = question_.substr(words_[before].end, words_[before + 1].begin - words_[before].end);
    return !gap.empty() && gap.find_first_not_of("-&./") == std::string_view::npos;
  }

  // A short form may stand in several words: GD&ĐT.
  void AddLongForms(std::size_t at) {
    std::size_t end = at + 1;
    while (end < words_.size() && end < at + kMostParts && Joined(end - 1)) ++end;
    for (; end > at; --end) {
      const std::vector<const Abbreviation*> readings = ExpandAbbreviation(Surface(at, end), ShortFormMatch::kTyped);
      if (readings.empty()) continue;
      FormGroup group{at, end, true, {}};
      const double certainty = CertaintyOf(readings);
      for (const Abbreviation* reading : readings) {
        AddForm(group, TextWords(reading->expansion), certainty);
        AddSpellings(group, *reading, certainty);
      }
      return Add(std::move(group));
    }
  }

  // TW and TƯ, GDĐT and GD&ĐT.
  void AddSpellings(FormGroup& group, const Abbreviation& reading, double certainty) const {
    for (const Abbreviation* same : FindExpansions(reading.keys, 0)) {
      if (same->keys.size() != reading.keys.size()) continue;
      AddForm(group, TextWords(same->short_form), certainty * CertaintyOf(*same));
    }
    for (const Abbreviation* same : ExpandAbbreviation(reading.short_form))
      AddForm(group, TextWords(same->short_form), 1);
  }

  void AddShortForms(std::size_t at) {
    const std::vector<const Abbreviation*> found =
        marked_ ? FindExpansions(keys_, at) : FindFoldedExpansions(keys_, at);
    for (const Abbreviation* row : found) {
      const std::size_t end = at + row->keys.size();
      FormGroup* group = groups_.empty() ? nullptr : &groups_.back();
      if (group == nullptr || group->begin != at || group->end != end) {
        if (!Fits(at, end)) continue;
        group = &groups_.emplace_back(FormGroup{at, end, false, {}});
      }
      for (const Abbreviation* same : ExpandAbbreviation(row->short_form))
        AddForm(*group, TextWords(same->short_form), CertaintyOf(*row));
    }
  }

  static double CertaintyOf(const Abbreviation& row) { return CertaintyOf(ExpandAbbreviation(row.short_form)); }
  static double CertaintyOf(const std::vector<const Abbreviation*>& readings) {
    // GDĐT has two rows for one thing: what begins and ends alike counts once.
    std::vector<std::string> meanings;
    for (const Abbreviation* reading : readings) {
      std::string meaning = reading->keys.front() + ' ' + reading->keys.back();
      if (std::find(meanings.begin(), meanings.end(), meaning) == meanings.end()) meanings.push_back(meaning);
    }
    return meanings.size() <= 1 ? 1 : kAmbiguous;
  }

  void AddForm(FormGroup& group, std::vector<TextWord> words, double certainty) const {
    if (words.empty() || IsOrdinaryWord(words)) return;
    const std::vector<std::string> keys = Keys(words);
    if (keys == Keys({words_.begin() + static_cast<std::ptrdiff_t>(group.begin),
                      words_.begin() + static_cast<std::ptrdiff_t>(group.end)}))
      return;
    for (OtherForm& known : group.forms) {
      if (Keys(known.words) != keys) continue;
      known.certainty = std::max(known.certainty, certainty);
      return;
    }
    group.forms.push_back({std::move(words), certainty});
  }

  // No two groups cross.
  bool Fits(std::size_t begin, std::size_t end) const {
    return std::none_of(groups_.begin(), groups_.end(),
                        [&](const FormGroup& other) { return other.end > begin && other.end < end; });
  }
  void Add(FormGroup group) {
    if (!group.forms.empty() && Fits(group.begin, group.end)) groups_.push_back(std::move(group));
  }

  std::string_view question_;
  const std::vector<TextWord>& words_;
  bool marked_;
  std::vector<std::string> keys_;
  std::vector<FormGroup> groups_;
};

}  // namespace

std::vector<FormGroup> FindOtherForms(std::string_view question, const std::vector<TextWord>& words, bool marked) {
  return FormFinder(question, words, marked).Run();
}

}  // namespace timso
