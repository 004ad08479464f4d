// Bodies that are no territory: "Công an tỉnh", "Công ty cổ phần Sữa Việt Nam".
#include <algorithm>

#include "analyzers/places/place_finder.h"
#include "analyzers/text/syllable.h"
#include "analyzers/words/segmenter.h"

namespace timso {

using Kind = PlaceMention::Kind;

// "Thống kê", "Tài chính": a small syllable that no list knows, right after a capital one.
bool PlaceFinder::SecondSyllable(std::size_t at) const {
  const bool name_before = at > begin_ + 1 && CapitalizedWord(at - 2) && !text_.tokens[at - 2].all_capitals;
  const bool head_before = at > begin_ + 1 && (PlaceWordEndsAt(at - 1, "office") || PlaceWordEndsAt(at - 1, "company"));
  return at > begin_ && CapitalizedWord(at - 1) && !text_.tokens[at - 1].all_capitals &&
         (!name_before || head_before) && text_.tokens[at].kind == TokenKind::kWord && !text_.tokens[at].capitalized &&
         (text_.MentionsIn(at, at + 1).empty() || OneWord(at - 1));
}

// Whether the token and the next one are the syllables of one word.
bool PlaceFinder::OneWord(std::size_t at) const {
  return Segmenter::Default().Segment(LowerCase(text_.Words(at, at + 2))).size() == 1;
}

// "Cục Quan hệ lao động và tiền lương", "Sở Giao thông vận tải": small words go on behind a small syllable of the name,
// up to a verb or any other word that a list knows.
bool PlaceFinder::ContinuesName(std::size_t at) const {
  const auto small = [&](std::size_t i) {
    return i < end_ && text_.tokens[i].kind == TokenKind::kWord && !text_.tokens[i].capitalized;
  };
  const auto noun = [&](std::size_t i) {
    if (!small(i)) return false;
    if (small(i - 1) && OneWord(i - 1)) return true;
    if (HasCueAt(i, "acts")) return false;
    const auto mentions = text_.MentionsIn(i, i + 1);
    if (HasCueAt(i, "money_noun")) return true;
    const bool begins_word = small(i + 1) && OneWord(i);  // the "đường" of "đường sắt"
    return std::none_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      if (mention->role == Role::kPlaceWord) return TypeAt(i).end != 0;
      if (mention->role == Role::kCue) return !begins_word || mention->end > i + 1;
      return mention->role == Role::kTime || mention->role == Role::kNumeral || mention->role == Role::kRelation;
    });
  };
  if (at <= begin_ || !small(at - 1)) return false;
  if (IsKey(at, {"và"}) || text_.Word(at) == "-") return noun(at + 1);
  return noun(at);
}

// "Sở Y tế Nghệ An": the province at the end of a body's name.
void PlaceFinder::FindProvince(PlaceMention& mention) const {
  constexpr std::size_t kLongest = 4;  // tokens of a province's name
  for (std::size_t at = mention.end; at > mention.begin + 1 && mention.end - at < kLongest; --at) {
    std::vector<PlaceIndex> places;
    if (NameAt(at - 1, places, true) != mention.end) continue;
    std::erase_if(places, [](PlaceIndex i) { return Gazetteer::Get().place(i).level != Level::kProvince; });
    if (!places.empty()) mention.candidates = std::move(places);
  }
}

// "các hãng hàng không Việt Nam": several, none of them named.
bool PlaceFinder::IsPlural(std::size_t at) const {
  return at > begin_ && IsKey(at - 1, {"các", "những", "nhiều", "mọi", "hai", "ba", "mấy"});
}

// "tập đoàn Alpha và Beta": the name of a second one.
bool PlaceFinder::NamesSecond(std::size_t at) const {
  if (!IsKey(at, {"và"}) || at + 1 >= end_) return false;
  return ShapeOf(at + 1) != NameShape::kNone || PlaceWord(at + 1, "company") != 0 || PlaceWord(at + 1, "office") != 0;
}

// "Công ty cổ phần chăn nuôi Phú Gia": past the small words of what a company does, to its name; `end` when no name
// follows them.
std::size_t PlaceFinder::SkipTrade(std::size_t head, std::size_t end) const {
  constexpr std::size_t kLongest = 6;  // tokens
  std::size_t name = end;
  while (name < end_ && name - end <= kLongest && !CapitalizedWord(name)) {
    const auto mentions = text_.MentionsIn(name, name + 1);
    const bool other = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      if (mention->role == Role::kPlaceWord) return IsStander(*mention);
      return mention->role == Role::kTime || mention->role == Role::kNumeral || mention->role == Role::kRelation ||
             HasCueAt(name, "acts") || HasCueAt(name, "turns");
    });
    if (other || text_.tokens[name].kind != TokenKind::kWord) return end;
    ++name;
  }
  const bool nation = PlaceWord(name, "foreign") + PlaceWord(name, "country") + PlaceWord(name, "foreign_short") != 0;
  const bool named = name < end_ && CapitalizedWord(name) && (!nation || text_.tokens[head].capitalized);
  return named ? name : end;
}

// A body that is no territory, with the words that make its name.
bool PlaceFinder::ReadBody(std::size_t at, PlaceMention& mention) const {
  std::size_t next = at;
  if (const std::size_t party = PlaceWord(at, "party")) next = party;
  std::size_t end = PlaceWord(next, "body");
  const std::size_t company_end = PlaceWord(next, "company");
  const bool company = company_end > end;
  const std::size_t office_end = std::max(PlaceWord(next, "office"), company_end);
  const bool office = office_end > end;
  if (office) end = office_end;
  if (end == 0 || (!text_.tokens[next].capitalized && !company)) return false;
  if (company) end = SkipTrade(next, end);
  if (office && !CapitalizedWord(end)) return false;
  if (company && (IsPlural(next) || TimeAt(end))) return false;
  const std::size_t head_end = end;
  const bool of_states = IsKey(head_end, {"nhà", "thế", "trung"});  // "Ngân hàng Nhà nước", "Ngân hàng Thế giới"
  bool named = false;
  bool placed = false;  // a place's name ends the body's own
  while (end < end_) {
    const TypeWord type = TypeAt(end);
    if (type.end != 0 && !type.organ) {
      end = type.end;
      named = true;
      std::vector<PlaceIndex> places;
      placed = true;
      if (const std::size_t name_end = NameAt(end, places, true)) {
        KeepFitting(type, places);
        mention.candidates = std::move(places);
        end = name_end;
      } else {
        while (CapitalizedWord(end)) ++end;
      }
      continue;
    }
    const bool joins =
        IsKey(end, {"và", "các", "cơ", "quan", "chuyên", "doanh", "nghiệp", "-", "của"}) && end + 1 < end_ &&
        (CapitalizedWord(end + 1) || TypeAt(end + 1).end != 0 || IsKey(end + 1, {"quan", "cơ", "doanh", "nghiệp"}));
    const bool tail = IsKey(end, {"quan", "nghiệp"}) && IsKey(end - 1, {"cơ", "doanh"});
    const bool second_of_body =
        !office && end > head_end && !CapitalizedWord(end - 2) && SecondSyllable(end) && OneWord(end - 1);
    const bool noun = !placed && (office ? SecondSyllable(end) || (!of_states && ContinuesName(end)) : second_of_body);
    if (NamesSecond(end) || (!CapitalizedWord(end) && !joins && !tail && !noun)) break;
    named = named || CapitalizedWord(end);
    const bool second = !CapitalizedWord(end) && !joins && !tail;
    ++end;
    // "Sở Xây dựng Đỗ Phi Hùng": after the office's own words a person's name may follow, "Giao thông Vận tải" goes on.
    if (second && !company && CapitalizedWord(end) && TypeAt(end).end == 0 &&
        !(end + 1 < end_ && SecondSyllable(end + 1)))
      break;
  }
  const bool khoi = text_.IsKey(next, "khối");
  if (!named && !khoi && next == at) return false;
  if (!named && head_end - next < 2 && !khoi) return false;
  if (!company && !office && IsKey(end, {"số"}) && end + 1 < end_ && text_.tokens[end + 1].kind == TokenKind::kNumber)
    end += 2;  // "Trường THPT Hiệp Hòa số 2"
  mention.kind = Kind::kBody;
  mention.level = Level::kOrganization;
  mention.name = std::string(text_.Words(next, end));
  mention.end = end;
  mention.typed = true;
  mention.company = company && !of_states;
  if (mention.candidates.empty() && !company) FindProvince(mention);
  return true;
}

}  // namespace timso
