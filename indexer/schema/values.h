// Value slots: what is compared, sorted and counted rather than looked up.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/facts/fact.h"

namespace timso {

// Slots of a fact entry. Do not renumber: they are persisted; new ones go to the end.
enum class FactSlot : Xapian::valueno {
  kValue = 0,  // EncodeNumber(value), for sorting
  kLow = 1,    // EncodeNumber(AllowedBy(fact).low)
  kHigh = 2,   // EncodeNumber(AllowedBy(fact).high)
  kFrom = 3,   // EncodeDate; absent when unknown
  kTo = 4,     // EncodeDate; absent when unknown
  kDocumentDate = 5,
  kDocument = 6,  // EncodeId(docid of the article in documents/), same generation
  kRevision = 7,  // EncodeRevision of the article that the fact was read from
  kTopic = 8,     // TopicKey: equal for facts about the same thing; for collapsing; absent when the fact has no subject
  kLevel = 9,     // the rest are for facets: the name as it is in JSON; absent when null
  kProvince = 10,
  kMeasure = 11,
  kKind = 12,
  kUnit = 13,
  kSubject = 14,
  kYear = 15,    // "2023", or "2016-2020" for a longer period; absent when either side is unknown
  kSource = 16,  // the document's source
};

// Slots of a document entry. Do not renumber.
enum class DocumentSlot : Xapian::valueno {
  kDate = 0,       // EncodeDate; absent when unknown
  kRevision = 1,   // EncodeRevision
  kFactCount = 2,  // EncodeId(number of facts)
  kHash = 3,       // EncodeRevision(content hash of what was read): unchanged when equal
  kSource = 4,     // for facets
  kPath = 5,       // Document::path, here rather than in the data: --prune goes through all of them
  kFileId = 6,     // Document::id where it is the end of the path: a whole file
};

constexpr Xapian::valueno SlotOf(FactSlot slot) { return static_cast<Xapian::valueno>(slot); }
constexpr Xapian::valueno SlotOf(DocumentSlot slot) { return static_cast<Xapian::valueno>(slot); }

// All that the text allows, both ends inclusive; an open end is moved by one step of double.
struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

// eq: the value itself; gt, ge: upward; lt, le: downward; almost: 5 % below; about: 5 % either way; a range: both ends.
// A question's bound holds when the whole interval satisfies it: `> n` is low > n, `>= n` is low >= n, and so on.
Interval AllowedBy(double value, std::optional<double> upper, Relation relation);
Interval AllowedBy(const Fact& fact);

// Strings that compare as the numbers do, exactly, infinities included; the shorter the rounder the number.
// REQUIRES: not NaN. -0 is 0.
std::string EncodeNumber(double number);
double DecodeNumber(std::string_view encoded);

// "2023-05-31" → three bytes that compare as dates do; empty for what is no ISO date. Years 1 to 9999.
std::string EncodeDate(std::string_view iso);
std::string DecodeDate(std::string_view encoded);

// Up to four bytes, in the order of the numbers.
std::string EncodeId(std::uint32_t id);
std::uint32_t DecodeId(std::string_view encoded);

// Eight bytes.
std::string EncodeRevision(std::uint64_t revision);

// What the fact is about, but for its number: subject, level, province, measure (or its words), kind, unit,
// qualifiers, period. Empty when it has no subject.
std::string TopicKey(const Fact& fact);

}  // namespace timso
