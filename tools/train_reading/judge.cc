#include "tools/train_reading/judge.h"

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <vector>

#include "analyzers/text/syllable.h"

namespace timso::training {
namespace {

// Marks, case and signs off, words apart by one space, a space at either end.
std::string Plain(const std::string& text) {
  std::string plain = " ";
  for (const char c : StripMarks(LowerCase(text))) {
    const bool sign = static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
    if (!sign || (c == '%')) {
      plain += c;
    } else if (plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (plain.back() != ' ') plain += ' ';
  return plain;
}

std::vector<std::string> Split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at != std::string::npos; begin = at + by.size()) {
    at = text.find(by, begin);
    std::string part = text.substr(begin, at == std::string::npos ? at : at - begin);
    while (!part.empty() && part.back() == ' ') part.pop_back();
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    parts.push_back(std::move(part));
  }
  return parts;
}

bool Has(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Whether all parts of "a … b" stand in the words, in their order.
bool Contains(const std::string& plain, const std::string& parts) {
  std::size_t at = 0;
  bool any = false;
  for (const std::string& part : Split(parts, "…")) {
    const std::string wanted = Plain(part);
    if (wanted == " ") continue;
    at = plain.find(wanted, at);
    if (at == std::string::npos) return false;
    at += wanted.size() - 1;
    any = true;
  }
  return any;
}

bool ContainsAny(const std::string& plain, const std::vector<std::string>& all) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return Contains(plain, one); });
}

struct Shared {
  std::size_t words = 0;  // that don't only join
  std::size_t known = 0;  // of these: in the annotation's words
};

Shared SharedWords(const std::string& plain, const std::string& annotated) {
  static const std::vector<std::string> kJoins = Split(
      "cua cac nhung va la dat duoc da tong so muc cho tai trong co voi "
      "bang ve mot nay",
      " ");
  std::istringstream each(plain);
  Shared shared;
  for (std::string word; each >> word;) {
    if (Has(kJoins, word)) continue;
    ++shared.words;
    if (annotated.find(' ' + word + ' ') != std::string::npos) ++shared.known;
  }
  return shared;
}

// Whether every word but those that only join is among the annotation's.
bool IsPartOf(const std::string& plain, const std::string& annotated) {
  const Shared shared = SharedWords(plain, annotated);
  return shared.words > 0 && shared.known == shared.words;
}

// The kinds that fit, the best first; none where any does.
std::vector<std::string> KindsOf(const Annotation& a) {
  const std::string plain = a.kind.starts_with("O") ? a.kind.substr(std::min<std::size_t>(2, a.kind.size())) : a.kind;
  return plain.empty() ? std::vector<std::string>{} : Split(plain, "|");
}

// Whether the number is planned or expected.
bool IsAimed(const Annotation& annotation) {
  const std::vector<std::string> kinds = KindsOf(annotation);
  return !kinds.empty() && kinds.front() == "target";
}

// What is expected and what was reached are not the same to a reader: the annotator's first choice decides between
// them.
Verdict JudgeKind(const Fact& fact, const Annotation& a) {
  if (a.kind == "N") return Verdict::kWrong;
  const bool change = fact.kind == FactKind::kChange;
  const std::string name(NameOf(fact.kind));
  const std::vector<std::string> kinds = KindsOf(a);
  const bool fits = kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
                      if (change) return kind == name || kind == name + (fact.value < 0 ? "-" : "+");
                      return kind.starts_with(name);
                    });
  const bool aimed = a.kind.starts_with("O") || (fact.kind == FactKind::kTarget) == IsAimed(a);
  const bool relation = a.relation == "-" || Has(Split(a.relation, "|"), NameOf(fact.relation));
  return fits && aimed && relation ? Verdict::kRight : Verdict::kWrong;
}

Verdict JudgeSubject(const Fact& fact, const Annotation& a) {
  const std::vector<std::string> all = Split(a.subject, "|");
  if (!fact.subject) return Has(all, "-") ? Verdict::kRight : Verdict::kEmpty;
  const std::string said = Plain(*fact.subject);
  const bool named = std::any_of(all.begin(), all.end(), [&](const std::string& one) {
    const std::string other = Plain(one);
    return other != " " && (other.find(said) != std::string::npos || said.find(other) != std::string::npos);
  });
  const std::vector<std::string> levels = Split(a.level, "|");
  const bool level = fact.level == Level::kNone || Has(levels, "-") || Has(levels, NameOf(fact.level));
  return named && level ? Verdict::kRight : Verdict::kWrong;
}

// "2018", "2018-09" or "2018-09-30" as the month in which it begins or ends.
std::string Month(const std::string& date, bool first) {
  if (date.size() == 4) return date + (first ? "-01" : "-12");
  return date.substr(0, 7);
}

bool SamePeriod(const Fact& fact, const std::string& period) {
  const std::vector<std::string> ends = Split(period, "..");
  const auto same = [](const std::optional<std::string>& said, const std::string& told, bool first) {
    return !said || told.empty() || said->substr(0, 7) == Month(told, first);
  };
  return same(fact.from, ends.front(), true) && same(fact.to, ends.back(), false);
}

Verdict JudgePeriod(const Fact& fact, const Annotation& a) {
  const std::vector<std::string> all = Split(a.period, "|");
  if (!fact.from && !fact.to) return Has(all, "-") ? Verdict::kRight : Verdict::kEmpty;
  const bool right =
      std::any_of(all.begin(), all.end(), [&](const std::string& one) { return one != "-" && SamePeriod(fact, one); });
  return right ? Verdict::kRight : Verdict::kWrong;
}

}  // namespace

Verdict Verdicts::Worst() const { return std::max({kind, measure, words, subject, period}); }

double Precision(const std::string& words, const Annotation& a) {
  const Shared shared = SharedWords(Plain(words), Plain(a.words));
  return shared.words == 0 ? 1 : static_cast<double>(shared.known) / static_cast<double>(shared.words);
}

Verdict JudgeWords(const std::string& words, const Annotation& a) {
  const std::string plain = Plain(words);
  if (plain == " ") return Verdict::kEmpty;
  const std::size_t mark = a.must.find('!');
  const std::string must = a.must.substr(0, mark);
  std::string not_these = mark == std::string::npos ? "" : a.must.substr(mark + 1);
  std::replace(not_these.begin(), not_these.end(), '!', '|');
  const bool false_words = !not_these.empty() && ContainsAny(plain, Split(not_these, "|"));
  if (false_words) return Verdict::kWrong;
  if (ContainsAny(plain, Split(must, "|"))) return Verdict::kRight;
  return IsPartOf(plain, Plain(a.words)) ? Verdict::kEmpty : Verdict::kWrong;
}

Verdicts Judge(const Fact& fact, const Annotation& a) {
  Verdicts verdicts;
  verdicts.kind = JudgeKind(fact, a);
  if (a.kind == "N") return verdicts;
  const std::vector<std::string> ids = Split(a.measure, "|");
  // A part of what the measure counts, and the words tell which: nobody is misled, but a qualifier is missing.
  const bool part = Has(ids, "-") && !fact.measure_text.empty() && JudgeWords(fact.measure_text, a) == Verdict::kRight;
  if (fact.measure) {
    const Verdict other = part ? Verdict::kEmpty : Verdict::kWrong;
    verdicts.measure = Has(ids, *fact.measure) ? Verdict::kRight : other;
  } else if (!Has(ids, "-")) {
    verdicts.measure = Verdict::kEmpty;
  }
  const bool told_by_id = fact.measure && verdicts.measure == Verdict::kRight;
  if (!told_by_id) verdicts.words = JudgeWords(fact.measure_text, a);
  verdicts.subject = JudgeSubject(fact, a);
  verdicts.period = JudgePeriod(fact, a);
  return verdicts;
}

namespace {

bool AnyOf(const std::vector<std::string>& fields, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return Has(fields, name); });
}

std::string OrNothing(const std::optional<std::string>& text) { return text ? *text : "-"; }

}  // namespace

Verdicts Judge(const Fact& fact, const Annotation& annotation, const ShownFact& shown) {
  Verdicts verdicts = Judge(fact, annotation);
  const auto told = [&](std::initializer_list<std::string_view> false_names,
                        std::initializer_list<std::string_view> missing_names) {
    return AnyOf(shown.wrong, false_names)       ? Verdict::kWrong
           : AnyOf(shown.missing, missing_names) ? Verdict::kEmpty
                                                 : Verdict::kRight;
  };
  const bool falls = fact.kind == FactKind::kChange && fact.value < 0;
  const std::string kind = std::string(NameOf(fact.kind)) + (falls ? "-" : "");
  if (kind == shown.kind && NameOf(fact.relation) == shown.relation)
    verdicts.kind = told({"kind", "sign", "notfact", "relation", "value", "unit"}, {});
  if (OrNothing(fact.measure) == shown.measure) {
    if (fact.measure) {
      verdicts.measure = told({"measure", "text", "qualifiers"}, {"measure", "qualifiers"});
      verdicts.words = verdicts.measure == Verdict::kWrong ? verdicts.words : Verdict::kRight;
    } else {
      verdicts.measure = told({}, {"measure"});
      const bool same = fact.measure_text == shown.words || (fact.measure_text.empty() && shown.words == "-");
      if (same) verdicts.words = told({"text", "measure"}, {"text"});
    }
  }
  if (OrNothing(fact.subject) == shown.subject &&
      (fact.level == Level::kNone ? "-" : NameOf(fact.level)) == shown.level)
    verdicts.subject = told({"subject", "level", "province"}, {"subject"});
  const std::string period = fact.from || fact.to ? fact.from.value_or("") + ".." + fact.to.value_or("") : "-";
  if (period == shown.period) verdicts.period = told({"period"}, {"period"});
  return verdicts;
}

}  // namespace timso::training
