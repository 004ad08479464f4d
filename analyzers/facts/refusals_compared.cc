#include "analyzers/facts/refusals_compared.h"

#include <algorithm>

namespace timso {
namespace {

// Whether the words [at, end) that a number is compared with name an earlier time or a plan, or nothing at all.
bool NamesEarlier(const AnalyzedText& text, std::size_t at, std::size_t end) {
  if (at >= end || text.tokens[at].kind != TokenKind::kWord) return true;
  if (text.IsKey(at, {"lên", "xuống", "và", "từ", "để", "nhưng", "do", "nhờ"})) return true;  // "gấp 10 lần lên 30 tỷ"
  for (const std::string_view role : {"year_before", "plan", "earlier"}) {
    if (HasCue(text, at, end, role)) return true;
  }
  const auto mentions = text.MentionsIn(at, end);
  const bool timed = std::any_of(mentions.begin(), mentions.end(),
                                 [](const Mention* mention) { return mention->role == Role::kTime; });
  const std::string_view last = text.Word(end - 1);  // "so với 2010"
  return timed ||
         (text.tokens[end - 1].kind == TokenKind::kNumber && last.size() == 4 && last < "2100" && last > "1900");
}

// Whether what stands behind the number compares it with an earlier time or a plan, or with nothing at all.
bool ComparesWithSelf(const AnalyzedText& text, const SentenceReading& sentence, std::size_t at) {
  constexpr std::size_t kReach = 12;  // tokens
  return NamesEarlier(text, at, ClauseEnd(text, at, std::min(sentence.end, at + kReach)));
}

// "cao gấp đôi Thái Lan", "gấp 3 lần bình quân cả nước": how many times another's, no change and no attainment.
bool IsTimesAnother(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity,
                    const NumberContext& context) {
  if (quantity.unit != "times") return false;
  const bool said = quantity.unit_begin == quantity.unit_end;
  const std::size_t gap = said ? 1 : 2;  // "tăng gấp 3", "tăng gần gấp 3"
  for (std::size_t at = quantity.number_begin; at > context.left && quantity.number_begin - at < 2 + gap; --at) {
    if (IsWord(text, at - 1, "tăng") || IsWord(text, at - 1, "lên") || IsWord(text, at - 1, "giảm")) return false;
  }
  const bool multiplies = IsWord(text, quantity.number_begin - 1, "gấp") || IsWord(text, quantity.begin - 1, "gấp");
  if (!said && !multiplies) return false;
  if (said && context.right >= context.right_end) return true;
  return !ComparesWithSelf(text, sentence, context.right);
}

// "thấp hơn 2% so với Lào", "lớn hơn 10% so với mức chung": a difference from another's figure, no change.
bool DiffersFromOther(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity,
                      const NumberContext& context) {
  const std::size_t at = quantity.number_begin;
  if (!quantity.IsPercent() || at <= context.left || !IsWord(text, at - 1, "hơn")) return false;
  const Mention* compare = FirstCue(text, context.right, context.right_end, "compare");
  return compare != nullptr && compare->begin == context.right && compare->end < context.right_end &&
         !ComparesWithSelf(text, sentence, context.right);
}

// The last comparative before the number in its clause: "thấp hơn".
const Mention* Comparative(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  const Mention* last = nullptr;
  for (const std::string_view role : {"up", "down"}) {
    const Mention* cue = LastCue(text, begin, end, role);
    if (cue != nullptr && (last == nullptr || cue->end > last->end)) last = cue;
  }
  return last != nullptr && IsWord(text, last->end - 1, "hơn") ? last : nullptr;
}

// "thấp hơn lúa vụ trước 20%" tells a change, "thấp hơn lúa mì khoảng 20%" a difference from another's figure.
bool DiffersFromNamed(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context) {
  const Mention* comparative = Comparative(text, context.clause, quantity.begin);
  if (comparative == nullptr) return false;
  std::size_t at = comparative->end;
  if (HasCue(text, at, at + 2, "compare")) at += 2;
  bool named = false;
  for (std::size_t i = at; i < quantity.begin; ++i) {
    if (text.IsKey(i, {"và", "đạt", "bằng"})) return false;
    const bool word = text.tokens[i].kind == TokenKind::kWord && text.MentionsIn(i, i + 1).empty();
    named = named || (word && !text.IsKey(i, {"hẳn", "tới", "chừng"}));
  }
  const bool level = text.IsKey(quantity.begin - 1, {"mức", "số", "là", "đỉnh", "đáy"});  // "thấp hơn con số 3 %"
  return named && !level && !IsWord(text, at, "mức") && !NamesEarlier(text, at, quantity.begin);
}

// "đứng thứ 60/190 quốc gia", "xếp hạng 5/63 tỉnh": a place in a ranking.
bool IsRank(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context) {
  if (!quantity.whole) return false;
  for (std::size_t at = context.clause; at < quantity.begin; ++at) {
    if (text.IsKey(at, {"hạng", "thứ", "vị"}) && quantity.begin - at <= 4) return true;
  }
  return false;
}

// "1 trong 10 tỉnh", "1 trong số 5 xã": only one of them counts, and that for nothing.
bool IsOneOf(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity) {
  std::size_t at = quantity.begin;
  if (at > sentence.begin && IsWord(text, at - 1, "số")) --at;
  return at >= sentence.begin + 2 && IsWord(text, at - 1, "trong") && text.Word(at - 2) == "1";
}

// "giảm cả ba tiêu chí": all of those that were spoken of fell, not by three.
bool ChangesAllOf(const AnalyzedText& text, const Quantity& quantity, const NumberContext& context) {
  std::size_t at = quantity.number_begin;
  if (at < context.left + 3 || quantity.begin != at || !IsWord(text, --at, "cả")) return false;
  if (IsWord(text, at - 1, "ở") || IsWord(text, at - 1, "trên")) --at;
  return HasCue(text, at - 1, at, "up") || HasCue(text, at - 1, at, "down");
}

}  // namespace

bool ComparesWithOther(const AnalyzedText& text, const SentenceReading& sentence, const Quantity& quantity,
                       const NumberContext& context) {
  return IsTimesAnother(text, sentence, quantity, context) || DiffersFromOther(text, sentence, quantity, context) ||
         DiffersFromNamed(text, quantity, context) || IsRank(text, quantity, context) ||
         ChangesAllOf(text, quantity, context) || IsOneOf(text, sentence, quantity);
}

}  // namespace timso
