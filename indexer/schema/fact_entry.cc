#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/schema/entries.h"
#include "indexer/schema/storage.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

constexpr char kFieldEnd = '\x1f';
constexpr char kItemEnd = '\x1e';

// The order of the fields in a fact's data. Do not renumber: new ones go to the end.
enum FactField : std::size_t {
  kDocument,
  kIndex,
  kSubject,
  kLevel,
  kProvince,
  kPlaceCodes,
  kMeasure,
  kMeasureText,
  kKind,
  kValue,
  kUpper,
  kUnit,
  kRelation,
  kQualifiers,
  kFrom,
  kTo,
  kFlags,
  kBegin,
  kEnd,
  kSentenceBegin,
  kSentenceEnd,
  kRules,
  kMadeFrom,
  kContradicts,
  kFieldCount
};

std::string NumberText(double number) {
  std::array<char, 32> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return std::string(buffer.data(), result.ptr);
}

double NumberFrom(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::size_t OffsetFrom(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string Joined(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) {
    joined += item;
    joined += kItemEnd;
  }
  return joined;
}

std::string Joined(const std::vector<std::size_t>& items) {
  std::string joined;
  for (const std::size_t item : items) {
    joined += std::to_string(item);
    joined += kItemEnd;
  }
  return joined;
}

std::vector<std::string> Split(std::string_view joined, char end) {
  std::vector<std::string> items;
  for (std::size_t at = joined.find(end); at != std::string_view::npos; at = joined.find(end)) {
    items.emplace_back(joined.substr(0, at));
    joined.remove_prefix(at + 1);
  }
  return items;
}

std::vector<std::size_t> Indexes(std::string_view joined) {
  std::vector<std::size_t> indexes;
  for (const std::string& item : Split(joined, kItemEnd)) indexes.push_back(OffsetFrom(item));
  return indexes;
}

std::optional<std::string> OrNothing(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// Separators and other control characters of the author's words become spaces.
std::string Clean(std::string_view words) {
  std::string clean(words);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return clean;
}

void AddSlots(Xapian::Document& entry, const Fact& fact) {
  const auto add = [&entry](FactSlot slot, std::string_view value) {
    if (!value.empty()) entry.add_value(SlotOf(slot), std::string(value));
  };
  const Interval allowed = AllowedBy(fact);
  add(FactSlot::kValue, EncodeNumber(fact.value));
  add(FactSlot::kLow, EncodeNumber(allowed.low));
  add(FactSlot::kHigh, EncodeNumber(allowed.high));
  add(FactSlot::kFrom, EncodeDate(fact.from.value_or("")));
  add(FactSlot::kTo, EncodeDate(fact.to.value_or("")));
  add(FactSlot::kTopic, TopicKey(fact));
  add(FactSlot::kLevel, NameOf(fact.level));
  add(FactSlot::kProvince, fact.province.value_or(""));
  add(FactSlot::kMeasure, fact.measure.value_or(""));
  add(FactSlot::kKind, NameOf(fact.kind));
  add(FactSlot::kUnit, fact.unit);
  add(FactSlot::kSubject, fact.subject.value_or(""));
  if (fact.from && fact.to && fact.from->size() == 10 && fact.to->size() == 10) {
    const std::string from = fact.from->substr(0, 4);
    const std::string to = fact.to->substr(0, 4);
    add(FactSlot::kYear, from == to ? from : from + "-" + to);
  }
}

}  // namespace

std::string FactData(const Fact& fact, std::size_t index, std::string_view document) {
  std::array<std::string, kFieldCount> fields;
  fields[kDocument] = Clean(document);
  fields[kIndex] = std::to_string(index);
  fields[kSubject] = Clean(fact.subject.value_or(""));
  fields[kLevel] = NameOf(fact.level);
  fields[kProvince] = Clean(fact.province.value_or(""));
  fields[kPlaceCodes] = Joined(fact.place_codes);
  fields[kMeasure] = fact.measure.value_or("");
  fields[kMeasureText] = Clean(fact.measure_text);
  fields[kKind] = NameOf(fact.kind);
  fields[kValue] = NumberText(fact.value);
  fields[kUpper] = fact.upper ? NumberText(*fact.upper) : "";
  fields[kUnit] = Clean(fact.unit);
  fields[kRelation] = NameOf(fact.relation);
  fields[kQualifiers] = Joined(fact.qualifiers);
  fields[kFrom] = fact.from.value_or("");
  fields[kTo] = fact.to.value_or("");
  fields[kFlags] = std::string(fact.derived ? "d" : "") + (fact.wordless ? "w" : "") + (fact.doubtful ? "u" : "");
  fields[kBegin] = std::to_string(fact.evidence.begin);
  fields[kEnd] = std::to_string(fact.evidence.end);
  fields[kSentenceBegin] = std::to_string(fact.evidence.sentence_begin);
  fields[kSentenceEnd] = std::to_string(fact.evidence.sentence_begin + fact.evidence.text.size());
  fields[kRules] = Joined(fact.rules);
  fields[kMadeFrom] = Joined(fact.made_from);
  fields[kContradicts] = Joined(fact.contradicts);
  std::string data;
  for (const std::string& field : fields) {
    data += field;
    data += kFieldEnd;
  }
  return data;
}

StoredFact FactFromData(std::string_view data) {
  std::vector<std::string> fields = Split(data, kFieldEnd);
  fields.resize(std::max<std::size_t>(fields.size(), kFieldCount));
  StoredFact stored;
  stored.document = fields[kDocument];
  stored.index = OffsetFrom(fields[kIndex]);
  stored.sentence_end = OffsetFrom(fields[kSentenceEnd]);
  Fact& fact = stored.fact;
  fact.subject = OrNothing(fields[kSubject]);
  fact.level = LevelNamed(fields[kLevel]).value_or(Level::kNone);
  fact.province = OrNothing(fields[kProvince]);
  fact.place_codes = Split(fields[kPlaceCodes], kItemEnd);
  fact.measure = OrNothing(fields[kMeasure]);
  fact.measure_text = fields[kMeasureText];
  fact.kind = FactKindNamed(fields[kKind]).value_or(FactKind::kAmount);
  fact.value = NumberFrom(fields[kValue]);
  if (!fields[kUpper].empty()) fact.upper = NumberFrom(fields[kUpper]);
  fact.unit = fields[kUnit];
  fact.relation = RelationNamed(fields[kRelation]).value_or(Relation::kEqual);
  fact.qualifiers = Split(fields[kQualifiers], kItemEnd);
  fact.from = OrNothing(fields[kFrom]);
  fact.to = OrNothing(fields[kTo]);
  fact.derived = fields[kFlags].find('d') != std::string::npos;
  fact.wordless = fields[kFlags].find('w') != std::string::npos;
  fact.doubtful = fields[kFlags].find('u') != std::string::npos;
  fact.evidence.begin = OffsetFrom(fields[kBegin]);
  fact.evidence.end = OffsetFrom(fields[kEnd]);
  fact.evidence.sentence_begin = OffsetFrom(fields[kSentenceBegin]);
  fact.rules = Split(fields[kRules], kItemEnd);
  fact.made_from = Indexes(fields[kMadeFrom]);
  fact.contradicts = Indexes(fields[kContradicts]);
  return stored;
}

void FillEvidence(StoredFact& stored, std::string_view text) {
  const std::size_t begin = stored.fact.evidence.sentence_begin;
  if (begin > stored.sentence_end || stored.sentence_end > text.size()) return;
  stored.fact.evidence.text = text.substr(begin, stored.sentence_end - begin);
}

StoredFact FactOf(const Xapian::Document& entry) { return FactFromData(Unpack(StoredKind::kFact, entry.get_data())); }

FactEntryMaker::FactEntryMaker(const Document& document, std::uint64_t revision)
    : document_(document), revision_(EncodeRevision(revision)), date_(EncodeDate(document.date)) {
  AddFieldTerms(shared_, prefix::kFolded, document.title);
  AddFieldTerms(shared_, prefix::kSource, document.source);
  for (const std::string& term : DateTerms(document.date)) shared_.add_boolean_term(term);
  shared_.add_boolean_term(IdTerm(document.id));
}

// Facts of one sentence follow each other.
const std::vector<std::string>& FactEntryMaker::SentenceTerms(const Evidence& evidence) {
  if (evidence.text == sentence_) return sentence_terms_;
  sentence_ = evidence.text;
  sentence_terms_.clear();
  for (const TextWord& word : TextWords(sentence_)) sentence_terms_.push_back(FoldedTerm(word.folded));
  std::sort(sentence_terms_.begin(), sentence_terms_.end());
  sentence_terms_.erase(std::unique(sentence_terms_.begin(), sentence_terms_.end()), sentence_terms_.end());
  return sentence_terms_;
}

Xapian::Document FactEntryMaker::Make(const Fact& fact, std::size_t index, Xapian::docid docid) {
  Xapian::Document entry;
  entry.set_data(Pack(StoredKind::kFact, FactData(fact, index, document_.id)));
  for (auto term = shared_.termlist_begin(); term != shared_.termlist_end(); ++term) entry.add_boolean_term(*term);
  for (const std::string& term : FactTerms(fact)) entry.add_boolean_term(term);
  AddFieldTerms(entry, prefix::kMeasureWord, fact.measure_text);
  for (const std::string& term : SentenceTerms(fact.evidence)) entry.add_boolean_term(term);
  AddSlots(entry, fact);
  entry.add_value(SlotOf(FactSlot::kDocumentDate), date_);
  if (!document_.source.empty()) entry.add_value(SlotOf(FactSlot::kSource), document_.source);
  entry.add_value(SlotOf(FactSlot::kDocument), EncodeId(docid));
  entry.add_value(SlotOf(FactSlot::kRevision), revision_);
  return entry;
}

}  // namespace timso
