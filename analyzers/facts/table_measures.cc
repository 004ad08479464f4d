#include "analyzers/facts/table_measures.h"

#include <algorithm>
#include <optional>
#include <set>

namespace timso {
namespace {

constexpr double kBefore = 4;  // how far a concept of the words before the table counts as being
constexpr double kTitle = 6;

std::vector<ConceptMention> Concepts(const std::vector<std::size_t>& rows) {
  std::vector<ConceptMention> concepts;
  for (const std::size_t row : rows) concepts.push_back({row, 0, 0, true, 0});
  return concepts;
}

bool StatesFlow(const TableAxis& axis) {
  const auto choice = MeasureTable::Get().Choose(Concepts(axis.concepts), "");
  return choice.measure != nullptr && !choice.measure->stock;
}

}  // namespace

TableMeasures::TableMeasures(const AnalyzedText& text, const TableFrame& frame, const TableSurroundings& around)
    : text_(text), around_(around) {
  states_flow_ = std::any_of(frame.columns.begin(), frame.columns.end(), StatesFlow) ||
                 std::any_of(frame.rows.begin(), frame.rows.end(), StatesFlow);
}

TableMeaning TableMeasures::Of(const TableAxis& column, const TableAxis& row, const std::string& unit) const {
  TableMeaning meaning;
  meaning.text = column.content;
  if (!row.content.empty()) meaning.text += (meaning.text.empty() ? "" : " ") + row.content;
  const MeasureTable& table = MeasureTable::Get();
  std::vector<ConceptMention> concepts = Concepts(column.concepts);
  const bool speaks = Speaks(column) || Speaks(row);
  if (speaks) {
    // "Sản lượng" over "Lúa"
    const AnalyzedText phrase =
        Analyze(meaning.text + " . " + row.content + " " + column.content, text_.lexicon->form());
    for (const Mention& mention : phrase.mentions) {
      if (mention.role == Role::kConcept) concepts.push_back({mention.row, 0, 0, true, 0});
    }
  }
  const bool open =
      !speaks || (OnlyPersons(concepts) && !concepts.empty() && !column.whole && !row.whole && !states_flow_);
  auto choice = table.Choose(concepts, unit);
  if (open) {
    choice = OfTopic(concepts, choice, unit);
  } else if (choice.measure == nullptr) {
    choice = OfTopicNoun(meaning, unit);
  }
  meaning.measure = choice.measure;
  if (choice.measure != nullptr && meaning.text.empty()) meaning.text = choice.measure->vietnamese;
  if (meaning.text.empty() && !around_.title.empty()) {
    meaning.text = text_.Words(around_.title.front()->begin, around_.title.front()->end);
  }
  meaning.rule = choice.measure != nullptr ? "measure:" + choice.measure->id : "open-measure";
  return meaning;
}

// What the words around the table add: a deed to the persons counted, or all that is known.
MeasureTable::Choice TableMeasures::OfTopic(const std::vector<ConceptMention>& concepts,
                                            const MeasureTable::Choice& own, const std::string& unit) const {
  for (std::vector<ConceptMention> topic : Topics()) {
    topic.insert(topic.end(), concepts.begin(), concepts.end());
    const auto wider = MeasureTable::Get().Choose(topic, unit);
    if (wider.measure != nullptr && (!wider.measure->stock || own.measure == nullptr)) return wider;
  }
  return own;
}

std::vector<ConceptMention> TableMeasures::ConceptsIn(const SentenceReading& sentence, double distance) const {
  std::vector<ConceptMention> concepts;
  for (const Mention* mention : text_.MentionsIn(sentence.begin, sentence.end)) {
    if (mention->role == Role::kConcept)
      concepts.push_back({mention->row, mention->begin, mention->end, true, distance});
  }
  return concepts;
}

// What the words around the table are about, nearest first.
std::vector<std::vector<ConceptMention>> TableMeasures::Topics() const {
  std::vector<std::vector<ConceptMention>> topics;
  for (std::size_t i = around_.before.size(); i-- > 0;) topics.push_back(ConceptsIn(*around_.before[i], kBefore));
  for (const SentenceReading* title : around_.title) topics.push_back(ConceptsIn(*title, kTitle));
  return topics;
}

// "Số đảng viên" of a table on those admitted: the noun alone leaves open what was done.
bool TableMeasures::OnlyPersons(const std::vector<ConceptMention>& concepts) const {
  const std::set<std::string, std::less<>> nouns = {"member",    "new_member",   "person",
                                                    "candidate", "union_member", "total_members"};
  return std::all_of(concepts.begin(), concepts.end(), [&](const ConceptMention& mention) {
    return nouns.contains(text_.lexicon->concepts()[mention.concept_row]);
  });
}

// "Sản lượng" under "Cây lúa Sóc Trăng": a noun of the words around completes the phrase of a concept.
MeasureTable::Choice TableMeasures::OfTopicNoun(TableMeaning& meaning, const std::string& unit) const {
  std::vector<const SentenceReading*> sentences(around_.before.rbegin(), around_.before.rend());
  sentences.insert(sentences.end(), around_.title.begin(), around_.title.end());
  const std::vector<Symbol> head = text_.lexicon->SymbolsOf(meaning.text);
  if (head.empty() || std::find(head.begin(), head.end(), kUnknownWord) != head.end()) return {};
  for (const SentenceReading* sentence : sentences) {
    for (std::size_t at = sentence->begin; at < sentence->end; ++at) {
      if (text_.tokens[at].kind != TokenKind::kWord || text_.symbols[at] == kUnknownWord) continue;
      std::vector<Symbol> phrase = head;
      phrase.push_back(text_.symbols[at]);
      std::optional<std::size_t> found;
      text_.lexicon->phrases().MatchAt(phrase, 0, phrase.size(), [&](const PhraseTrie::Match& match) {
        const Lexicon::Entry& entry = text_.lexicon->entry(match.value);
        if (match.length == phrase.size() && entry.role == Role::kConcept) found = entry.row;
      });
      if (!found) continue;
      const auto choice = MeasureTable::Get().Choose(Concepts({*found}), unit);
      if (choice.measure == nullptr) continue;
      meaning.text += " " + std::string(text_.Word(at));
      return choice;
    }
  }
  return {};
}

}  // namespace timso
