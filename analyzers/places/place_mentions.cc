// Names of countries, regions and places without a type word.
#include <algorithm>

#include "analyzers/places/place_finder.h"
#include "analyzers/text/syllable.h"
#include "analyzers/words/segmenter.h"

namespace timso {

using Kind = PlaceMention::Kind;

PlaceFinder::PlaceFinder(const AnalyzedText& text, std::size_t begin, std::size_t end)
    : text_(text),
      begin_(begin),
      end_(end),
      folded_(text.lexicon->form() == Lexicon::Form::kFolded),
      caseless_(folded_ || text.uncased) {
  symbols_.assign(end - begin, kUnknownWord);
  for (std::size_t i = begin; i < end; ++i) {
    if (text.tokens[i].kind == TokenKind::kWord) (text.tokens[i].all_capitals ? ++shouted_ : ++spoken_);
    const bool numbered = i + 1 < end && text.tokens[i + 1].kind == TokenKind::kNumber && IsKey(i, {"quận"});
    if (MayBeName(i) || numbered) symbols_[i - begin] = Gazetteer::Get().SymbolOf(text.Word(i), folded_);
  }
}

std::vector<PlaceMention> PlaceFinder::Run() {
  for (std::size_t at = begin_; at < end_;) {
    PlaceMention mention;
    mention.begin = at;
    if (!MayBegin(at)) {
      ++at;
      continue;
    }
    if (ReadGroup(at, mention) || ReadCountry(at, mention) || ReadRegion(at, mention) || ReadBody(at, mention) ||
        ReadTyped(at, mention) || ReadBrand(at, mention) || ReadBare(at, mention)) {
      MarkParent(mention);
      MarkSource(mention);
      MarkSpeaker(mention);
      if (NamesThing(mention)) mention.kind = Kind::kGeneral;
      TakeNumber(mention);
      mention.weak = !Stands(mention);
      at = mention.end;
      mentions_.push_back(std::move(mention));
    } else {
      ++at;
    }
  }
  return std::move(mentions_);
}

// Whether any place can begin at the token: a capital, or a word that is said of places. Most tokens are neither.
bool PlaceFinder::MayBegin(std::size_t at) const {
  const Token& token = text_.tokens[at];
  if (caseless_ || token.capitalized || token.kind != TokenKind::kWord) return true;
  const auto mentions = text_.MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention* mention) { return mention->role == Role::kPlaceWord && !IsStander(*mention); });
}

// A name's words are capitalized; in text without marks they often are not.
bool PlaceFinder::MayBeName(std::size_t i) const {
  const Token& token = text_.tokens[i];
  if (token.kind == TokenKind::kNumber || token.kind == TokenKind::kPunctuation) return true;
  if (token.kind == TokenKind::kAbbreviation) return true;  // TP.HCM
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kCode) return false;
  return caseless_ || token.capitalized ||
         (i > 0 && text_.tokens[i - 1].kind == TokenKind::kPunctuation && !token.space_before);
}

// The longest place word with one of the roles at a token: its end, 0 when none.
std::size_t PlaceFinder::PlaceWord(std::size_t at, std::string_view role) const {
  if (at >= end_) return 0;
  for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
    if (mention->role == Role::kPlaceWord && text_.lexicon->place_words()[mention->row] == role &&
        mention->end <= end_) {
      return mention->end;
    }
  }
  return 0;
}

bool PlaceFinder::IsKey(std::size_t at, std::initializer_list<std::string_view> keys) const {
  if (at >= end_) return false;
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return text_.IsKey(at, key); });
}

bool PlaceFinder::CapitalizedWord(std::size_t at) const {
  return at >= begin_ && at < end_ && text_.tokens[at].kind == TokenKind::kWord && text_.tokens[at].capitalized;
}

bool PlaceFinder::ReadCountry(std::size_t at, PlaceMention& mention) const {
  std::size_t end = PlaceWord(at, "whole_country");
  const bool back = end != 0;
  if (!back) end = PlaceWord(at, "country");
  if (end == 0) return ReadForeign(at, mention);
  if (at > begin_ && CapitalizedWord(at) && CapitalizedWord(at - 1)) return false;
  const bool index = text_.tokens[at].all_capitals && end + 1 < end_ && IsDash(end) && CapitalizedWord(end + 1) &&
                     PlaceWord(end + 1, "foreign") == 0 && PlaceWord(end + 1, "foreign_short") == 0;
  if (index) return false;  // "VN-Index"
  if (CapitalizedWord(at) && (CapitalizedWord(end) || EndsName(at))) return false;
  mention.kind = Kind::kCountry;
  mention.end = end;
  mention.name = "Việt Nam";
  mention.level = Level::kCountry;
  mention.whole = true;
  mention.back = back;
  return true;
}

// "… của Bộ Tài chính Lào, kinh tế nước này tăng 7%": the one foreign country that the sentence names before.
bool PlaceFinder::ReadCountryNamedBefore(std::size_t at, PlaceMention& mention) const {
  if (folded_ || !IsKey(at, {"nước"}) || !IsKey(at + 1, {"này"})) return false;
  std::string name;
  for (std::size_t i = begin_; i < at; ++i) {
    const std::size_t end = CapitalizedWord(i) ? std::max(PlaceWord(i, "foreign"), PlaceWord(i, "foreign_short")) : 0;
    if (end == 0 || CapitalizedWord(end)) continue;
    const std::string_view found = text_.Words(i, end);
    if (!name.empty() && name != found) return false;
    name = found;
  }
  if (name.empty()) return false;
  mention.kind = Kind::kCountry;
  mention.level = Level::kCountry;
  mention.name = std::move(name);
  mention.end = at + 2;
  mention.whole = true;
  return true;
}

// Another country. Names of one syllable are other words or persons' names too ("anh", "Nga", "ý"): they count inside
// a sentence only, and beside no other capital.
bool PlaceFinder::ReadForeign(std::size_t at, PlaceMention& mention) const {
  if (ReadCountryNamedBefore(at, mention)) return true;
  std::size_t end = std::max(PlaceWord(at, "foreign"), PlaceWord(at, "league"));
  const bool brief = end == 0;
  if (brief) end = PlaceWord(at, "foreign_short");
  if (end == 0 || folded_ || Shouts() || CapitalizedWord(end)) return false;
  if (text_.uncased ? brief : !CapitalizedWord(at)) return false;
  const bool pair = brief && at > begin_ + 1 && IsDash(at - 1) && CapitalizedWord(at - 2) &&
                    (mentions_.empty() || mentions_.back().end + 1 != at);  // "Trung - Hàn"
  const bool beside_capital = pair || (at > begin_ && CapitalizedWord(at - 1));
  if (beside_capital || (brief && (IsPerson(at) || (at == begin_ && !OpensAsCountry(at))))) return false;
  mention.kind = Kind::kCountry;
  mention.end = end;
  mention.name = std::string(text_.Words(at, end));
  mention.level = Level::kCountry;
  mention.league = PlaceWord(at, "league") == end;
  return true;
}

// "Nhật là …", "Mỹ đã …": no "Mỹ phẩm", "Pháp luật", nor "Anh", which is another word.
bool PlaceFinder::OpensAsCountry(std::size_t at) const {
  if (IsKey(at, {"anh", "ý"}) || at + 1 >= end_ || text_.tokens[at + 1].kind != TokenKind::kWord) return false;
  return Segmenter::Default().Segment(LowerCase(text_.Words(at, at + 2))).size() == 2;
}

// "Xăng dầu Việt Nam", "Thông tấn xã Việt Nam": small syllables after a capital one, the name goes on with the
// country's.
bool PlaceFinder::EndsName(std::size_t at) const {
  constexpr std::size_t kSmall = 2;  // syllables
  std::size_t capital = at;
  while (capital > begin_ && at - capital < kSmall && text_.tokens[capital - 1].kind == TokenKind::kWord &&
         !CapitalizedWord(capital - 1)) {
    --capital;
    for (const Mention* mention : text_.MentionsIn(capital, capital + 1)) {
      if (mention->role == Role::kCue) return false;  // "Chính phủ của Việt Nam"
    }
  }
  return capital < at && capital > begin_ + 1 && CapitalizedWord(capital - 1);
}

// "các nước đang phát triển", "khu vực còn lại", "tập đoàn này": somebody whom no name tells; it is not the subject in
// force. "tỉnh này" and "nước này" are.
bool PlaceFinder::ReadGroup(std::size_t at, PlaceMention& mention) const {
  const bool name = at != begin_ && CapitalizedWord(at);
  if (const std::size_t whole = PlaceWord(at, "group_whole"); whole != 0 && !name && !CapitalizedWord(whole)) {
    mention.kind = Kind::kEach;
    mention.end = whole;
    return true;
  }
  const std::size_t many = PlaceWord(at, "group_many");
  const std::size_t noun = std::max(at, many);
  if (name || PlaceWord(noun, "none") != 0) return false;
  const std::size_t body = PlaceWord(noun, "group");
  const std::size_t nation = PlaceWord(noun, "group_nation");
  const std::size_t head = std::max({body, nation, PlaceWord(noun, "group_place")});
  if (head == 0) return false;
  const std::size_t rest = PlaceWord(head, "group_rest");
  const std::size_t demonstrative = body == head ? PlaceWord(head, "group_this") : 0;
  if (rest == 0 && demonstrative == 0 && (many == 0 || nation != head)) return false;
  mention.kind = Kind::kEach;
  mention.end = std::max({head, rest, demonstrative});
  return true;
}

bool PlaceFinder::ReadRegion(std::size_t at, PlaceMention& mention) const {
  std::size_t name = at;
  if (const TypeWord type = TypeAt(at); type.end != 0 && !type.organ) name = type.end;
  const std::size_t end = PlaceWord(name, "region");
  const bool capital = end != 0 && (text_.tokens[end - 1].capitalized || (end > name + 2 && CapitalizedWord(end - 2)));
  if (end == 0 || (!caseless_ && !capital)) return false;  // "vùng Tây Nam bộ"
  if (at > begin_ && IsKey(at - 1, {"phía", "hướng"})) return false;
  mention.kind = Kind::kCountry;
  mention.end = end;
  mention.name = std::string(text_.Words(name, end));
  mention.level = Level::kRegion;
  mention.whole = true;
  return true;
}

// The gazetteer's name at a token, not cut out of a longer capitalized name. 0 when there is none.
// After a type word it may be: a person's name follows ("Chủ tịch UBND TP Hà Nội Nguyễn Văn A").
std::size_t PlaceFinder::NameAt(std::size_t at, std::vector<PlaceIndex>& places, bool typed) const {
  if (at >= end_) return 0;
  if (!caseless_ && !CapitalizedWord(at) && text_.tokens[at].kind != TokenKind::kAbbreviation) return 0;
  const Gazetteer::Match match = Gazetteer::Get().LongestAt(symbols_, at - begin_, folded_);
  if (match.length == 0) return 0;
  const std::size_t end = at + match.length;
  const bool longer =
      !typed && !folded_ && !Shouts() && CapitalizedWord(end) && PlaceWord(end, "party") == 0 && !LevelWordAt(end);
  if (longer) return 0;
  places = match.places;
  return end;
}

bool PlaceFinder::LevelWordAt(std::size_t at) const {
  for (const std::string_view role : {"province", "district", "city", "commune"}) {
    if (PlaceWord(at, role) != 0) return true;
  }
  return false;
}

// A run of capitalized words that the gazetteer need not know.
std::size_t PlaceFinder::UnknownNameEnd(std::size_t at) const {
  if (IsCommonWord(at)) return at;  // "… loa phường. Theo thống kê"
  std::size_t end = at;
  while (CapitalizedWord(end) && end - at < 4 && (end == at || !LevelWordAt(end))) ++end;
  return end;
}

// "Tại Hà Nội", "Hiện Hà Nội": a common word whose capital only opens the sentence.
bool PlaceFinder::OpensSentence(std::size_t at) const {
  const bool first = at == begin_ || text_.tokens[at - 1].kind == TokenKind::kPunctuation;
  return first && IsCommonWord(at);
}

// A word that joins others or places them; no name.
bool PlaceFinder::IsCommonWord(std::size_t at) const {
  const auto mentions = text_.MentionsIn(at, at + 1);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    const bool place_word = mention->role == Role::kPlaceWord && mention->end == at + 1 && IsStander(*mention);
    return place_word || (mention->role == Role::kCue && mention->end == at + 1);
  });
}

bool PlaceFinder::IsStander(const Mention& mention) const {
  const std::string& role = text_.lexicon->place_words()[mention.row];
  return role == "stands_after" || role == "passes" || role == "epithet";
}

// After "ông", "đồng chí", "bác sĩ" a person's name stands.
bool PlaceFinder::IsPerson(std::size_t at) const {
  return at > begin_ &&
         IsKey(at - 1, {"ông", "bà", "anh", "chị", "em", "cụ", "chí", "cô", "bác", "tướng", "sĩ", "tên"});
}

// "Hòa Bình: …", "(Hòa Bình)": a place as well where nothing else stands beside it.
bool PlaceFinder::StandsAlone(std::size_t at, std::size_t end) const {
  if (at == begin_) return text_.IsPunctuation(end, ":");
  return text_.IsPunctuation(at - 1, "(") && text_.IsPunctuation(end, ")");
}

// A name without a type word. A person's name is no place: "ông Lê Thanh Bình", "Nguyễn Hòa Bình".
bool PlaceFinder::ReadBare(std::size_t at, PlaceMention& mention) const {
  if (at > begin_ && CapitalizedWord(at - 1) && !text_.tokens[at - 1].all_capitals && !folded_ && !Shouts() &&
      !OpensSentence(at - 1)) {
    return false;
  }
  if (const std::size_t word = PlaceWord(at, "needs_type"); word != 0 && !StandsAlone(at, word)) return false;
  if (IsPerson(at)) return false;
  std::vector<PlaceIndex> places;
  const std::size_t end = NameAt(at, places);
  if (end == 0) return false;
  const Gazetteer& gazetteer = Gazetteer::Get();
  if (end == at + 1 && !HasProvince(places)) return false;  // "Huế" may stand alone; one-word districts may not
  mention.name = std::string(text_.Words(at, end));
  mention.end = end;
  mention.candidates = std::move(places);
  const bool any_upper = std::any_of(mention.candidates.begin(), mention.candidates.end(),
                                     [&](PlaceIndex index) { return gazetteer.place(index).level != Level::kCommune; });
  if (caseless_ && !any_upper) return false;
  return true;
}

bool PlaceFinder::HasProvince(const std::vector<PlaceIndex>& places) {
  return std::any_of(places.begin(), places.end(),
                     [](PlaceIndex index) { return Gazetteer::Get().place(index).level == Level::kProvince; });
}

bool PlaceFinder::PlaceWordEndsAt(std::size_t end, std::string_view role) const {
  constexpr std::size_t kLongest = 4;
  for (std::size_t at = end; at > begin_ && end - at < kLongest; --at) {
    if (PlaceWord(at - 1, role) == end) return true;
  }
  return false;
}

std::vector<PlaceMention> FindPlaces(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  return PlaceFinder(text, begin, end).Run();
}

}  // namespace timso
