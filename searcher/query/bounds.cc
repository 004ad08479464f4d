#include "searcher/query/bounds.h"

#include <cstdlib>
#include <optional>
#include <string_view>

#include "analyzers/data/table.h"
#include "searcher/query/numerals.h"
#include "searcher/query/word_table.h"

namespace timso {
namespace {

bool LooksLikeYear(const QuestionNumeral& numeral, const QuestionToken& token) {
  return token.surface.size() == 4 && token.kind == TokenKind::kNumber && numeral.value >= 1900 &&
         numeral.value <= 2099 && !numeral.percent;
}

class BoundReader {
 public:
  BoundReader(const std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis, bool marked, bool english)
      : tokens_(tokens), analysis_(analysis), table_(WordTable::Default()), marked_(marked), english_(english) {}

  std::optional<BoundMention> At(std::size_t at) const {
    if (std::optional<BoundMention> found = Between(at)) return found;
    if (std::optional<BoundMention> found = Compared(at)) return found;
    if (std::optional<BoundMention> found = Sign(at)) return found;
    return NumberFirst(at);
  }

 private:
  std::optional<QuestionNumeral> Numeral(std::size_t at) const {
    return ReadQuestionNumeral(tokens_, analysis_, at, marked_, english_);
  }
  // A number behind a word of comparison: one word is enough where what is counted follows ("trên mười đảng viên").
  std::optional<QuestionNumeral> ComparedNumeral(std::size_t at) const {
    if (std::optional<QuestionNumeral> numeral = Numeral(at)) return numeral;
    std::optional<QuestionNumeral> word = ReadQuestionNumeral(tokens_, analysis_, at, marked_, english_, true);
    return word && Counts(word->end) ? word : std::nullopt;
  }
  bool Counts(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at - 1].clause_end) return false;
    return Word(at, "concept").form != nullptr || Word(at, "unit_name").form != nullptr;
  }
  WordMatch Word(std::size_t at, std::string_view role) const { return table_.LongestAt(tokens_, at, role, marked_); }
  bool Year(std::size_t at, const QuestionNumeral& numeral) const { return LooksLikeYear(numeral, tokens_[at]); }

  // The count that a scale or percent sign of the second number gives to the first: "2 - 3 nghìn".
  static double Scaled(double first, double second) {
    return second >= 1000 && first < 1000 && second / first > 100 ? first * ScaleOf(second) : first;
  }
  static double ScaleOf(double value) {
    double scale = 1;
    while (value / scale >= 1000) scale *= 1000;
    return scale;
  }

  // "từ sáu đến mười đảng viên"
  std::optional<QuestionNumeral> WordBeforeTo(std::size_t at) const {
    const std::optional<QuestionNumeral> low = ReadQuestionNumeral(tokens_, analysis_, at, marked_, english_, true);
    if (!low) return std::nullopt;
    const WordMatch to = Word(low->end, "to");
    return to.form != nullptr && ComparedNumeral(to.end()) ? low : std::nullopt;
  }

  // từ A đến B, between A and B, A - B%
  std::optional<BoundMention> Between(std::size_t begin) const {
    std::size_t at = begin;
    const WordMatch word = Word(at, "between");
    if (word.form != nullptr) at = word.end();
    std::optional<QuestionNumeral> low = Numeral(at);
    if (!low && word.form != nullptr) low = WordBeforeTo(at);
    if (!low || low->end >= tokens_.size()) return std::nullopt;
    const std::size_t joint = low->end;
    if (analysis_.InPeriod(joint)) return std::nullopt;  // "quý 1-2022"
    const bool dash = tokens_[joint].surface == "-" || tokens_[joint].surface == "–";
    const WordMatch to = Word(joint, "to");
    if (!dash && (to.form == nullptr || word.form == nullptr)) return std::nullopt;
    const std::size_t second = dash ? joint + 1 : to.end();
    const std::optional<QuestionNumeral> high = ComparedNumeral(second);
    if (!high || (Year(at, *low) && Year(second, *high))) return std::nullopt;
    if (word.form == nullptr && !high->percent && high->value < 13 && low->value < 13) return std::nullopt;
    BoundMention bound{begin, high->end, 0, 0, {}, low->percent || high->percent, false, false, {}};
    bound.range = {Scaled(low->value, high->value), high->value, true, true};
    return bound;
  }

  static NumberRange RangeOf(std::string_view comparison, double value) {
    NumberRange range;
    if (comparison == "gt" || comparison == "ge" || comparison == "eq") range.low = value;
    if (comparison == "lt" || comparison == "le" || comparison == "eq") range.high = value;
    range.low_included = comparison == "ge" || comparison == "eq";
    range.high_included = comparison == "le" || comparison == "eq";
    if (comparison == "about") range = {value * 0.95, value * 1.05, true, true};
    if (comparison == "almost") range = {value * 0.95, value, true, false};
    return range;
  }

  // trên 2.000, at least 300, từ 85% trở lên
  std::optional<BoundMention> Compared(std::size_t begin) const {
    const WordMatch word = Word(begin, "compare");
    if (word.form == nullptr) return std::nullopt;
    std::size_t at = word.end();
    const bool by = at < tokens_.size() && tokens_[at].folded == "by";
    if (by) ++at;
    const std::optional<QuestionNumeral> numeral = ComparedNumeral(at);
    if (!numeral) return std::nullopt;
    const WordMatch after = After(numeral->end);
    const bool from = word.form->form == "từ" || word.form->form == "from";
    if (Year(at, *numeral) && (from || word.form->id == "le" || after.form != nullptr || SaysYear(begin))) {
      return std::nullopt;
    }
    if (from && after.form == nullptr && !numeral->percent) return std::nullopt;
    BoundMention bound{begin, numeral->end, 0, 0, RangeOf(word.form->id, numeral->value), numeral->percent,
                       false, false,        {}};
    const bool exceeds = word.form->form == "vượt" || (by && word.form->form == "exceed");
    bound.by_surplus = exceeds && numeral->percent && (numeral->value < 100 || by);
    if (after.form != nullptr) {
      bound.range = RangeOf(after.form->id, numeral->value);
      SetAfter(after, bound);
    }
    return bound;
  }

  // trở lên, or more: right after the number or after what it counts ("80% of the admission target or less").
  WordMatch After(std::size_t at) const {
    constexpr std::size_t kFarthest = 5;
    for (std::size_t skipped = 0; skipped <= kFarthest && at < tokens_.size(); ++skipped, ++at) {
      WordMatch match = Word(at, "after");
      if (match.form != nullptr) return match;
      if (tokens_[at].clause_end || tokens_[at].kind != TokenKind::kWord) break;
    }
    return {};
  }
  static void SetAfter(const WordMatch& after, BoundMention& bound) {
    if (after.begin() == bound.end) {
      bound.end = after.end();
    } else {
      bound.after_begin = after.begin();
      bound.after_end = after.end();
    }
  }

  bool SaysYear(std::size_t begin) const { return begin > 0 && tokens_[begin - 1].key == "năm"; }

  // > 100, <= 5%
  std::optional<BoundMention> Sign(std::size_t begin) const {
    const std::string& sign = tokens_[begin].surface;
    std::size_t at = begin + 1;
    bool equal = sign == ">=" || sign == "<=" || sign == "≥" || sign == "≤";
    const bool greater = sign == ">" || sign == ">=" || sign == "≥";
    const bool less = sign == "<" || sign == "<=" || sign == "≤";
    if (!greater && !less && sign != "=") return std::nullopt;
    if (at < tokens_.size() && tokens_[at].surface == "=") equal = true, ++at;
    const std::optional<QuestionNumeral> numeral = Numeral(at);
    if (!numeral) return std::nullopt;
    const std::string_view comparison = greater ? (equal ? "ge" : "gt") : less ? (equal ? "le" : "lt") : "eq";
    return BoundMention{begin, numeral->end, 0, 0, RangeOf(comparison, numeral->value), numeral->percent,
                        false, false,        {}};
  }

  // 300 trở lên, 2.000 or more; 100% alone
  std::optional<BoundMention> NumberFirst(std::size_t begin) const {
    const std::optional<QuestionNumeral> numeral = Numeral(begin);
    if (!numeral) return std::nullopt;
    const WordMatch after = After(numeral->end);
    if (after.form != nullptr && !Year(begin, *numeral)) {
      BoundMention bound{begin, numeral->end, 0, 0, RangeOf(after.form->id, numeral->value), numeral->percent,
                         false, false,        {}};
      SetAfter(after, bound);
      return bound;
    }
    if (!numeral->percent) return BareCount(begin, *numeral);
    return BoundMention{begin, numeral->end, 0, 0, RangeOf("eq", numeral->value), true, false, true, {}};
  }

  // "kết nạp 108 đảng viên": exactly so many of what is counted; no count of places, no part of a period.
  std::optional<BoundMention> BareCount(std::size_t begin, const QuestionNumeral& numeral) const {
    if (numeral.end >= tokens_.size() || tokens_[numeral.end - 1].clause_end || Year(begin, numeral))
      return std::nullopt;
    if (begin == 0 || table_.LongestAt(tokens_, begin - 1, "top", marked_).form != nullptr) return std::nullopt;
    const WordMatch noun = Word(numeral.end, "concept");
    if (noun.form == nullptr || (noun.form->id != "member" && noun.form->id != "person")) return std::nullopt;
    return BoundMention{begin, numeral.end, 0, 0, RangeOf("eq", numeral.value), false, false, false, {}};
  }

  const std::vector<QuestionToken>& tokens_;
  const QuestionAnalysis& analysis_;
  const WordTable& table_;
  bool marked_;
  bool english_;
};

struct UnitFactor {
  std::string_view id;
  std::string_view unit_class;
  double factor;
};

// The row of units.tsv with that form.
std::optional<UnitFactor> UnitNamed(const WordMatch& match) {
  std::optional<UnitFactor> same_id;
  for (const auto& row : ReadTable("units.tsv", 4)) {
    if (row[0] != match.form->id) continue;
    same_id = UnitFactor{row[0], row[1], 1};  // a form that only questions have: "dong"
    for (const std::string_view form : SplitField(row[3], ';')) {
      if (form == match.form->form)
        return UnitFactor{row[0], row[1], std::strtod(std::string(row[2]).c_str(), nullptr)};
    }
  }
  return same_id;
}

// "trên 20 km2", "trên 1 tỷ USD": the number in the base unit, as facts have it. Counters (người, đảng viên) are left
// to say what is measured.
void TakeUnit(const std::vector<QuestionToken>& tokens, bool marked, BoundMention& bound) {
  if (bound.percent || tokens[bound.end - 1].clause_end) return;
  const WordMatch match = WordTable::Default().LongestAt(tokens, bound.end, "unit_name", marked);
  if (match.form == nullptr) return;
  const std::optional<UnitFactor> unit = UnitNamed(match);
  if (!unit || (unit->unit_class != "measure" && unit->unit_class != "money")) return;
  if (bound.range.low) *bound.range.low *= unit->factor;
  if (bound.range.high) *bound.range.high *= unit->factor;
  if (unit->unit_class == "money") bound.money = unit->id;
  bound.end = match.end();
}

}  // namespace

std::vector<BoundMention> TakeBounds(std::vector<QuestionToken>& tokens, const QuestionAnalysis& analysis, bool marked,
                                     bool english) {
  std::vector<BoundMention> bounds;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].taken) continue;
    std::optional<BoundMention> bound = BoundReader(tokens, analysis, marked, english).At(at);
    if (!bound) continue;
    TakeUnit(tokens, marked, *bound);
    for (std::size_t i = bound->begin; i < bound->end; ++i) tokens[i].taken = true;
    for (std::size_t i = bound->after_begin; i < bound->after_end; ++i) tokens[i].taken = true;
    at = bound->end - 1;
    bounds.push_back(*bound);
  }
  return bounds;
}

}  // namespace timso
