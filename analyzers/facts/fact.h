// One stated figure: who, what, how much, of which target, when, and where the text says so.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/numbers/relation.h"
#include "analyzers/places/level.h"

namespace timso {

enum class FactKind : std::uint8_t { kAmount, kShare, kAttainment, kTarget, kChange };

// "amount", "share", "attainment", "target", "change". Do not rename: persisted.
std::string_view NameOf(FactKind kind);
std::optional<FactKind> FactKindNamed(std::string_view name);

// The author's own words, in the text as it was given to the extractor.
struct Evidence {
  std::string text;       // the sentence
  std::size_t begin = 0;  // bytes of the number in the document's text, [begin, end)
  std::size_t end = 0;
  std::size_t sentence_begin = 0;  // where `text` stands in the document's text
};

struct Fact {
  std::optional<std::string> subject;
  Level level = Level::kNone;
  std::optional<std::string> province;
  std::vector<std::string> place_codes;  // the subject's place and everything above it, nearest first; may be empty
  std::optional<std::string> measure;    // an id of measures.tsv
  std::string measure_text;              // the text's words for it; always filled in when they are known
  FactKind kind = FactKind::kAmount;
  double value = 0;             // in the base unit
  std::optional<double> upper;  // of a stated range
  std::string unit;             // "person", "percent", … or the text's own counter word; "" unknown
  Relation relation = Relation::kEqual;
  std::vector<std::string> qualifiers;  // ids of qualifiers.tsv, sorted, no repeats
  std::optional<std::string> from;      // ISO date, inclusive
  std::optional<std::string> to;
  bool derived = false;
  bool wordless = false;  // stated without a number: "vượt chỉ tiêu"
  bool doubtful = false;  // a field may well be false, see SecondReading: read the evidence
  Evidence evidence;
  std::vector<std::string> rules;        // the names of the rules that made it, in order
  std::vector<std::size_t> made_from;    // of a derived fact: indexes of its facts in the document's list
  std::vector<std::size_t> contradicts;  // indexes of facts of the same document that it can't agree with
};

// Those of a document's facts that are not doubtful. What they refer to by its index is renumbered, or forgotten where
// it is left out.
std::vector<Fact> WithoutDoubtful(const std::vector<Fact>& facts);

}  // namespace timso
