// The breakdown of a number within its measure: the words beside it, the sector its sentence is about.
#include <algorithm>
#include <set>

#include "analyzers/facts/binder.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

// "kỳ thi THPT": no schooling of those who are counted.
bool NamesExam(const AnalyzedText& text, const Mention& mention) {
  return mention.begin > 1 && text.IsKey(mention.begin - 1, "thi") && text.IsKey(mention.begin - 2, "kì");
}

}  // namespace

// "52 đoàn viên", no hội viên
bool Binder::IsYoung(const Quantity& quantity) const {
  const std::string noun = StripMarks(LowerCase(text_.Words(quantity.unit_begin, quantity.unit_end)));
  return Names(quantity.number_end, "union_member") && noun.starts_with("doan vien");
}

// "đoàn viên ưu tú được giới thiệu": what the measure's own name says is no breakdown of it.
bool Binder::ImpliedBy(const Measure& measure, const Mention& qualifier) const {
  const std::string name = StripMarks(LowerCase(measure.vietnamese));
  const bool young = text_.lexicon->qualifiers()[qualifier.row] == "youth" && name.starts_with("doan vien uu tu");
  if (young) return true;
  return name.find(StripMarks(LowerCase(text_.Words(qualifier.begin, qualifier.end)))) != std::string::npos;
}

// The sector that a sentence opens with, "khu vực doanh nghiệp tư nhân", "ở bậc THPT"; "khu vực này" is the one named
// before. Sets the sector of the sentence's numbers.
void Binder::TakeSector(const SentenceReading& sentence) {
  constexpr std::size_t kReach = 2;  // tokens: "khối các trường"
  sector_here_ = false;
  const std::size_t end = sentence.quantities.empty() ? sentence.end : sentence.quantities.front().begin;
  const auto heads = [&](std::size_t at) {
    return text_.IsKey(at, {"khối", "bậc"}) || (text_.IsKey(at, "vực") && text_.IsKey(at - 1, "khu"));
  };
  for (const Mention* mention : text_.MentionsIn(sentence.begin, end)) {
    if (mention->role != Role::kQualifier || mention->end > end) continue;
    for (std::size_t at = TokensBack(mention->begin, kReach, sentence.begin); at <= mention->begin + 1; ++at) {
      if (!heads(at) || at >= mention->end) continue;
      sector_ = text_.lexicon->qualifiers()[mention->row];
      sector_here_ = true;
    }
  }
  for (std::size_t at = sentence.begin + 1; !sector_.empty() && at < sentence.end; ++at) {
    if (heads(at - 1) && text_.IsKey(at, "này")) sector_here_ = true;
  }
}

// Behind a number of its own sector or one of all the numbers are of another.
std::optional<std::string> Binder::SectorOf(const std::set<std::string>& own) const {
  const bool other = own.contains("private_enterprise") || own.contains("school_sector") ||
                     own.contains("residential_area") || own.contains("upper_secondary");
  if (!sector_here_ || other) return std::nullopt;
  for (const PlaceMention& place : sentence_->places) {
    if (place.whole && previous_ && place.end <= previous_end_) return std::nullopt;
  }
  return sector_;
}

std::vector<std::string> Binder::QualifiersOf(const Quantity& quantity, const NumberContext& context,
                                              const MeasureReading& measure) const {
  std::set<std::string> found;
  const std::size_t noun = quantity.IsPercent() ? context.right : quantity.number_end;
  if (measure.rule == "change-of-before") return frame_.qualifiers;
  const auto collect = [&](std::size_t begin, std::size_t end) {
    for (const Mention* mention : text_.MentionsIn(begin, end)) {
      if (mention->role != Role::kQualifier || InsidePlace(*mention) || NamesExam(text_, *mention)) continue;
      // "Vai trò của chị em thể hiện ở chỗ 87 …": somebody of whom something else is said.
      const bool owner = mention->begin > begin && text_.IsKey(mention->begin - 1, "của");
      if (owner && mention->end < quantity.begin && HasContent(mention->end, quantity.begin)) continue;
      if (measure.measure != nullptr && ImpliedBy(*measure.measure, *mention)) continue;
      found.insert(text_.lexicon->qualifiers()[mention->row]);
    }
  };
  const Mention* contrast = FirstCue(text_, noun, context.right_end, "contrast");
  collect(noun, std::max(contrast != nullptr ? contrast->begin : context.right_end, noun + 1));
  const bool part = measure.rule == "part-of-before";
  std::size_t from = part ? sentence_->begin : context.clause;
  for (std::size_t i = from; i < quantity.begin; ++i) {
    // "17 đảng viên trung cấp và 29 …": what stands before "và" was said of the one before.
    if (previous_ && text_.IsKey(i, "và")) from = i + 1;
  }
  collect(from, quantity.begin);
  const bool again = HasCue(text_, context.left, quantity.begin, "same_group");
  const bool relative = quantity.IsPercent() || quantity.unit == "times";
  const bool percent_of_before = relative && measure.inherited && previous_.has_value();
  if (found.empty() && part) return whole_qualifiers_;
  if (found.empty() && elliptic_ && !previous_ && !again) return whole_qualifiers_;
  if (found.empty() && (percent_of_before || again || (elliptic_ && measure.inherited))) return frame_.qualifiers;
  if (const std::optional<std::string> sector = SectorOf(found)) found.insert(*sector);
  // "52 đoàn viên được kết nạp": what the new members are.
  const bool members = measure.measure != nullptr && measure.measure->id.starts_with("party_members");
  const bool youth = members && IsYoung(quantity) && quantity.unit_end == quantity.unit_begin + 2 &&
                     !text_.IsPunctuation(quantity.unit_end, ",");
  if (youth) found.insert("youth");
  // "kết nạp được 40 em": pupils, those of the number before
  const bool pupils =
      members && quantity.unit_end == quantity.unit_begin + 1 && IsWord(text_, quantity.unit_begin, "em");
  const auto& before = frame_.qualifiers;
  if (pupils && found.empty() && std::find(before.begin(), before.end(), "student") != before.end()) return before;
  if (pupils && !measure.inherited) found.insert("student");
  const auto of_persons = [&] {
    if (measure.measure == nullptr) return false;
    const auto& units = measure.measure->units;
    return std::any_of(units.begin(), units.end(),
                       [](const std::string& unit) { return unit == "person" || unit == "organization"; });
  };
  if (!of_persons()) {
    std::erase_if(found, [](const std::string& id) {
      return id != "female" && id != "male" && id != "ethnic_minority" && id != "religious";
    });
  }
  return {found.begin(), found.end()};
}

}  // namespace timso
