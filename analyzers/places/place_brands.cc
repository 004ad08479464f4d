// Companies that no type word announces: "TPBank đạt …", "doanh thu của Hòa Phát", "lợi nhuận Vinamilk".
#include <algorithm>
#include <array>

#include "analyzers/places/place_finder.h"
#include "analyzers/text/known_syllables.h"

namespace timso {

using Kind = PlaceMention::Kind;

namespace {

constexpr std::size_t kLongestName = 5;  // tokens

// Letters without marks; in an abbreviation "Đ" is one of them.
bool IsPlain(std::string_view word, bool capitals) {
  constexpr std::string_view kStroked = "Đ";
  while (!word.empty()) {
    const bool stroked = capitals && word.starts_with(kStroked);
    if (!stroked && static_cast<unsigned char>(word.front()) >= 0x80) return false;
    word.remove_prefix(stroked ? kStroked.size() : 1);
  }
  return true;
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool PlaceFinder::HasCueAt(std::size_t at, std::string_view role) const {
  const auto mentions = text_.MentionsIn(at, std::min(at + 1, end_));
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    const bool cue = mention->role == Role::kCue || mention->role == Role::kCuePart;
    return cue && text_.lexicon->cues()[mention->row] == role;
  });
}

bool PlaceFinder::CueEndsAt(std::size_t end, std::string_view role) const {
  constexpr std::size_t kLongest = 3;  // tokens
  for (const Mention* mention : text_.MentionsIn(TokensBack(end, kLongest, begin_), end)) {
    const bool cue = mention->role == Role::kCue || mention->role == Role::kCuePart;
    if (cue && mention->end == end && text_.lexicon->cues()[mention->row] == role) return true;
  }
  return false;
}

// A word of time; the "đầu" of "Đầu tư" is none.
bool PlaceFinder::TimeAt(std::size_t at) const {
  const auto mentions = text_.MentionsIn(at, std::min(at + 1, end_));
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    if (mention->role != Role::kTime) return false;
    const std::string& role = text_.lexicon->times()[mention->row].role;
    return role != "first" && role != "last";
  });
}

// The first token of [begin, end) where a word of finance begins, or end.
std::size_t PlaceFinder::FindFinance(std::size_t begin, std::size_t end) const {
  while (begin < end && !HasCueAt(begin, "finance")) ++begin;
  return begin;
}

// How sure a word is a company's name: by capitals inside it, as letters alone, as no syllable of Vietnamese.
PlaceFinder::NameShape PlaceFinder::ShapeOf(std::size_t at) const {
  constexpr std::size_t kShortest = 3;
  const Token& token = text_.tokens[at];
  const std::string_view word = text_.Word(at);
  const bool letters = token.kind == TokenKind::kWord || token.kind == TokenKind::kCode;
  if (!letters || !token.capitalized || word.size() < kShortest || HasCueAt(at, "no_company")) return NameShape::kNone;
  if (!IsPlain(word, token.all_capitals)) return NameShape::kNone;
  if (token.all_capitals) return text_.MentionsIn(at, at + 1).empty() ? NameShape::kLetters : NameShape::kNone;
  const auto inner = std::count_if(word.begin() + 1, word.end(), IsUpper);
  const bool mixed = inner > 0 && word.size() > kShortest + 1 && inner + 1 < static_cast<std::ptrdiff_t>(word.size());
  if (mixed && token.kind == TokenKind::kWord) return NameShape::kMixed;
  return token.kind == TokenKind::kWord && !IsKnownSyllable(word) ? NameShape::kForeign : NameShape::kNone;
}

// The end of the run of capitalized words at a token: "Masan Group", "Bain & Company".
std::size_t PlaceFinder::BrandEnd(std::size_t at) const {
  std::size_t end = at;
  while (end < end_ && end - at < kLongestName) {
    const bool joint = end > at && text_.Word(end) == "&" && CapitalizedWord(end + 1);
    if (!CapitalizedWord(end) && !joint) break;
    ++end;
  }
  return end;
}

// Whether a clause's own words begin at the token: what stands there is what the clause is about.
bool PlaceFinder::OpensBrandClause(std::size_t at) const {
  if (at == begin_ || text_.tokens[at - 1].kind == TokenKind::kPunctuation) {
    return at == begin_ || text_.IsPunctuation(at - 1, ",;:.");
  }
  if (text_.tokens[at - 1].kind == TokenKind::kNumber) return at >= begin_ + 2 && IsKey(at - 2, {"năm"});
  if (text_.tokens[at - 1].kind == TokenKind::kDate) return true;
  return IsKey(at - 1, {"thì", "khi", "mà", "còn", "riêng", "nhưng", "giúp", "khiến", "rằng", "nay", "đó", "hiện",
                        "năm", "vậy", "ti", "hàng", "đoàn", "hãng"});
}

// Behind the name: a verb, or where the name opens a clause a bracket with its letters.
bool PlaceFinder::VerbBehind(std::size_t end) const {
  if (end >= end_) return false;
  if (text_.IsPunctuation(end, "(")) {
    std::size_t close = end + 1;
    while (close < end_ && close - end < kLongestName && !text_.IsPunctuation(close, ")")) ++close;
    return text_.IsPunctuation(close, ")") && close + 1 < end_ && ActsAt(close + 1);
  }
  return ActsAt(end);
}

// A verb: "đạt", "đặt mục tiêu", "tăng".
bool PlaceFinder::ActsAt(std::size_t at) const {
  constexpr std::array<std::string_view, 7> kVerbs = {"acts",    "aim_verb", "sets_aim", "takes",
                                                      "achieve", "reach",    "estimated"};
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::string_view role) { return HasCueAt(at, role); });
}

// Behind the name of an owner: whatever does not make the name longer.
bool PlaceFinder::EndsOwner(std::size_t end) const {
  const bool listed = text_.IsPunctuation(end, ",") && CapitalizedWord(end + 1);  // "của Alpha, Beta và Gamma"
  if (end >= end_ || text_.tokens[end].kind != TokenKind::kWord) return !listed;
  if (ActsAt(end)) return true;
  return IsKey(end, {"lại", "lần",    "đều", "trong", "năm",  "quí", "tháng", "vào",  "tại", "ở",    "từ",
                     "đến", "trên",   "cả",  "với",   "và",   "thì", "so",    "tính", "cho", "giai", "tương",
                     "ước", "khoảng", "gần", "hơn",   "ngày", "sau", "trước", "để",   "theo"});
}

// "lợi nhuận [sau thuế] X", "doanh thu [thuần] X": which of several the word of finance means.
bool PlaceFinder::OnlyFinance(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (!IsKey(i, {"sau", "trước", "thuế", "thuần", "ròng", "gộp", "hợp", "nhất"})) return false;
  }
  return begin <= end;
}

// "lợi nhuận sau thuế của X", "dư nợ tại X", "doanh thu X": a word of finance owns what follows.
bool PlaceFinder::OwnsFinance(std::size_t at, bool joined) const {
  constexpr std::size_t kReach = 9;  // tokens
  if (at < begin_ + 2) return false;
  const bool owner = IsKey(at - 1, {"của", "tại"});
  if (!owner && !joined) return false;
  const std::size_t noun_end = owner ? at - 1 : at;
  for (std::size_t i = noun_end; i > begin_ && noun_end - i < kReach; --i) {
    if (text_.IsPunctuation(i - 1, ",;.:")) return false;
    for (const Mention* mention : text_.MentionsIn(i - 1, i)) {
      if (mention->role != Role::kCuePart) continue;
      const std::string& role = text_.lexicon->cues()[mention->row];
      const bool cue = role == "finance" || (joined && IsKey(at - 1, {"của"}) && role == "measured");
      if (cue && (owner || OnlyFinance(mention->end, at))) return true;
    }
  }
  return false;
}

// A company by its bare name, where it governs a clause or owns what a word of finance names.
bool PlaceFinder::ReadBrand(std::size_t at, PlaceMention& mention) const {
  if (caseless_ || Shouts() || !CapitalizedWord(at) || OpensSentence(at) || IsPerson(at)) return false;
  // "HĐQT VIB": the company's name begins behind its board's.
  const bool inside =
      at > begin_ && CapitalizedWord(at - 1) && !OpensSentence(at - 1) && !HasCueAt(at - 1, "no_company");
  if (inside || HasCueAt(at, "no_company") || PlaceWordEndsAt(at, "title")) return false;
  const std::size_t industry = PlaceWord(at, "industry");  // "Thép Phú Gia"
  const std::size_t end = BrandEnd(std::max(at, industry));
  const bool trade = industry != 0 && end > industry && PlaceWord(industry, "country") == 0 &&
                     PlaceWord(industry, "foreign") == 0 && PlaceWord(industry, "foreign_short") == 0;
  if (industry != 0 && !text_.tokens[industry - 1].capitalized && !trade) return false;
  NameShape shape = trade ? NameShape::kForeign : NameShape::kNone;
  for (std::size_t i = at; i < end; ++i) shape = std::max(shape, ShapeOf(i));
  if (shape == NameShape::kNone && !IsVietnameseName(at, end)) return false;
  const bool joined = shape != NameShape::kNone;
  mention.end = end;
  const bool reports = joined && at > begin_ && IsKey(at - 1, {"của"}) && IsOwnReport(mention);
  const bool owner = (EndsOwner(end) || reports) &&
                     (reports || OwnsFinance(at, joined) || (shape == NameShape::kMixed && IsKey(at - 1, {"của"})));
  // "Nova Việt Nam": a branch, whatever it is said of
  const bool branch = shape != NameShape::kNone && end > at + 2 && IsKey(end - 2, {"việt"}) && IsKey(end - 1, {"nam"});
  const auto measured = [&] {
    std::size_t i = end;
    while (i < end_ && !HasCueAt(i, shape > NameShape::kForeign ? "measured" : "counted")) ++i;
    return joined && i < end_;
  };
  const bool finance = branch || shape == NameShape::kMixed || FindFinance(begin_, end_) < end_ || measured();
  if (!owner && !(finance && OpensBrandClause(at) && VerbBehind(end))) return false;
  mention.kind = Kind::kBody;
  mention.level = Level::kOrganization;
  mention.name = std::string(text_.Words(at, end));
  mention.end = end;
  mention.company = true;
  return true;
}

// "Nhơn Trạch 2 đạt doanh thu …", "PECC 2", "ASEAN 5": a digit between a name and its verb belongs to the name, and a
// place's name with one is a company's or a work's.
void PlaceFinder::TakeNumber(PlaceMention& mention) const {
  const std::size_t at = mention.end;
  const bool bare = !mention.typed && !mention.organ && !mention.name.empty() &&
                    (mention.kind == Kind::kNamed || mention.company || mention.league);
  if (!bare || caseless_ || at + 1 >= end_ || text_.tokens[at].kind != TokenKind::kNumber) return;
  const bool acts = ActsAt(at + 1) || IsKey(at + 1, {"vẫn", "đã", "cũng", "sẽ", "đang", "là"});
  if (text_.Word(at).size() > 1 || !acts) return;
  mention.end = at + 1;
  mention.name = std::string(text_.Words(mention.begin, mention.end));
  if (mention.kind != Kind::kNamed) return;
  mention.kind = Kind::kBody;
  mention.level = Level::kOrganization;
  mention.company = true;
  mention.candidates.clear();
}

// "Hòa Phát", "Thế Giới Di Động": several capitalized syllables that are no person's and no place's name.
bool PlaceFinder::IsVietnameseName(std::size_t at, std::size_t end) const {
  if (end < at + 2 || TypeAt(at).end != 0) return false;
  for (std::size_t i = at; i < end; ++i) {
    if (HasCueAt(i, "surname") || TimeAt(i) || !IsKnownSyllable(text_.Word(i))) return false;
  }
  std::vector<PlaceIndex> places;
  const std::size_t place_end = NameAt(at, places, true);
  return place_end < end || std::all_of(places.begin(), places.end(), [](PlaceIndex index) {
           return Gazetteer::Get().place(index).level == Level::kCommune;
         });
}

}  // namespace timso
