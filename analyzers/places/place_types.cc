// Names with a type word or a party organ before them: "huyện Vị Xuyên", "Đảng bộ xã Hà Châu", "toàn tỉnh".
#include <algorithm>
#include <array>

#include "analyzers/places/place_finder.h"

namespace timso {

using Kind = PlaceMention::Kind;

PlaceFinder::TypeWord PlaceFinder::TypeAt(std::size_t at) const {
  struct Row {
    std::string_view role;
    Level level;
    bool city;
    bool organ;
  };
  constexpr std::array<Row, 9> kRows = {{{"party_province", Level::kProvince, false, true},
                                         {"party_city", Level::kNone, true, true},
                                         {"party_district", Level::kDistrict, false, true},
                                         {"party_commune", Level::kCommune, false, true},
                                         {"province", Level::kProvince, false, false},
                                         {"city", Level::kNone, true, false},
                                         {"district", Level::kDistrict, false, false},
                                         {"commune", Level::kCommune, false, false},
                                         {"village", Level::kVillage, false, false}}};
  TypeWord best;
  if (PlaceWord(at, "none") != 0) return best;  // "xã hội" is no xã
  for (const Row& row : kRows) {
    if (const std::size_t end = PlaceWord(at, row.role); end > best.end) best = {end, row.level, row.city, row.organ};
  }
  // "TP. Hồ Chí Minh", "TX. La Gi"
  if (best.end != 0 && text_.IsPunctuation(best.end, ".") && !text_.tokens[best.end].space_before) ++best.end;
  return best;
}

// Words before a type that belong to the mention: "Đảng bộ", "UBND", "toàn", "trên địa bàn".
std::size_t PlaceFinder::SkipLeaders(std::size_t at, PlaceMention& mention) const {
  for (std::size_t before = at + 1; before != at;) {
    before = at;
    if (const std::size_t end = PlaceWord(at, "whole")) {
      mention.whole = true;
      at = end;
    }
    if (const std::size_t end = PlaceWord(at, "party")) {
      // "Đảng bộ huyện" is one type word of its own.
      if (PlaceWord(at, "party_district") == 0 && PlaceWord(at, "party_commune") == 0 &&
          PlaceWord(at, "party_province") == 0 && PlaceWord(at, "party_city") == 0) {
        mention.typed = true;
        at = end;
      }
    }
    if (const std::size_t end = PlaceWord(at, "government")) {
      mention.organ = true;
      at = end;
    }
  }
  return at;
}

// "toàn khối", "Đảng ủy Khối": the body in force.
bool PlaceFinder::ReadBodyInForce(std::size_t at, PlaceMention& mention) const {
  std::size_t end = PlaceWord(at, "body_in_force");
  if (const std::size_t party = PlaceWord(at, "party"); end == 0 && party != 0 && IsKey(party, {"khối"}))
    end = party + 1;
  if (end == 0 || CapitalizedWord(end)) return false;
  mention.kind = Kind::kBack;
  mention.level = Level::kOrganization;
  mention.whole = true;
  mention.end = end;
  return true;
}

// "25 đảng bộ xã, thị trấn": so many of a level, none of them named; "hai xã Tân Lập và Tân Mỹ" are.
bool PlaceFinder::ReadCounted(const TypeWord& type, PlaceMention& mention) const {
  const std::size_t end = type.end;
  const std::size_t count = mention.begin - 1;
  const bool opens = count == begin_ || text_.tokens[count - 1].kind == TokenKind::kPunctuation ||
                     IsKey(count - 1, {"riêng", "tại", "ở"});
  if (opens && !type.organ && !caseless_ && CapitalizedWord(end)) {
    mention.typed = true;
    mention.level = type.level;
    mention.begin = end;  // the communes are what is counted
    return ReadName(type, end, mention);
  }
  if (!type.organ || !Listed(mention.begin, end)) return false;
  mention.typed = true;
  mention.kind = Kind::kGeneral;
  mention.begin = end - 1;  // the committees are what is counted
  mention.end = end;
  return true;
}

bool PlaceFinder::ReadTyped(std::size_t at, PlaceMention& mention) const {
  if (ReadBodyInForce(at, mention)) return true;
  std::size_t next = SkipLeaders(at, mention);
  const TypeWord type = TypeAt(next);
  if (type.end == 0) return mention.typed && next > at && ReadPartyOf(next, mention);
  if (next == at && IsCounted(at)) return ReadCounted(type, mention);
  // "Buôn Ma Thuột" is a name as it stands; "Bản Việt" inside a sentence is a company's.
  std::vector<PlaceIndex> whole;
  const bool capital = type.level == Level::kVillage && CapitalizedWord(next);
  if (capital && (NameAt(next, whole) > type.end || next > begin_)) return false;
  mention.typed = true;
  mention.organ = mention.organ || type.organ;
  mention.level = type.level;
  if (IsKey(at > begin_ ? at - 1 : end_, {"mỗi", "từng", "các", "những", "mọi", "nhiều", "một", "cấp"})) {
    mention.kind = IsKey(at - 1, {"mỗi", "từng"}) ? Kind::kEach : Kind::kGeneral;
    mention.end = type.end;
    return CapitalizedWord(type.end) ? ReadName(type, type.end, mention) : true;
  }
  // "Quận 11" is a name of the gazetteer with its type in it.
  if (ReadNumbered(next, mention) || ReadNumbered(type.end - 1, mention)) return true;
  if (ReadName(type, type.end, mention)) return true;
  // "xã vùng cao Nậm Lúc"
  const std::size_t epithet = PlaceWord(type.end, "epithet");
  if (epithet != 0 && ReadName(type, epithet, mention)) return true;
  // "bản" and "làng" without a name are more often other words.
  if (type.level == Level::kVillage && !mention.whole && !Listed(next, type.end)) return false;
  mention.kind = Listed(next, type.end) ? Kind::kGeneral : Kind::kBack;
  mention.end = type.end;
  mention.city = type.city;
  mention.name.clear();
  return true;
}

// "các huyện, thị xã", "xã, thị trấn": levels in general, nobody in particular.
bool PlaceFinder::Listed(std::size_t begin, std::size_t end) const {
  const auto joint = [&](std::size_t at) { return text_.IsPunctuation(at, ",-/") || IsKey(at, {"và", "hoặc"}); };
  if (end < end_ && joint(end) && TypeAt(end + 1).end != 0 && !CapitalizedWord(TypeAt(end + 1).end)) return true;
  return begin > begin_ + 1 && joint(begin - 1) && !mentions_.empty() && mentions_.back().end == begin - 1 &&
         (mentions_.back().kind == Kind::kGeneral || mentions_.back().kind == Kind::kBack);
}

// "hai huyện", "6 xã", "50% xã", "7 tỉnh, thành phố": counted things, no subject.
bool PlaceFinder::IsCounted(std::size_t at) const {
  if (at == begin_) return false;
  const bool listed = text_.IsPunctuation(at - 1, ",-/") || IsKey(at - 1, {"và", "hoặc"});
  constexpr std::size_t kLongestType = 2;  // tokens: "thị xã"
  for (std::size_t length = 1; listed && length <= kLongestType && at > begin_ + length + 1; ++length) {
    const std::size_t first = at - 1 - length;
    if (TypeAt(first).end == at - 1 && IsCounted(first)) return true;
  }
  const Token& before = text_.tokens[at - 1];
  if (before.kind == TokenKind::kNumber && text_.tokens[at].capitalized == false) return true;
  if (IsKey(at - 1, {"số"})) return true;
  if (text_.Word(at - 1) == "%" && !text_.tokens[at].capitalized) return true;  // "50% xã"
  for (const Mention* mention : text_.MentionsIn(at - 1, at)) {
    if (mention->role == Role::kNumeral && mention->end == at && !text_.tokens[at].capitalized) return true;
  }
  return false;
}

bool PlaceFinder::ReadNumbered(std::size_t at, PlaceMention& mention) const {
  if (at + 1 >= end_ || text_.tokens[at + 1].kind != TokenKind::kNumber) return false;
  const Gazetteer::Match match = Gazetteer::Get().LongestAt(symbols_, at - begin_, folded_);
  if (match.length != 2) return false;
  mention.candidates = match.places;
  mention.end = at + 2;
  mention.name = Gazetteer::Get().place(match.places.front()).name;
  return true;
}

bool PlaceFinder::ReadName(const TypeWord& type, std::size_t at, PlaceMention& mention) const {
  std::vector<PlaceIndex> places;
  std::size_t end = NameAt(at, places, true);
  if (end != 0) KeepFitting(type, places);
  const bool cut = CapitalizedWord(end) && places.empty();  // the name goes on, and what was found does not fit
  if (end == 0 || cut || (places.empty() && (caseless_ || type.organ))) {
    if (caseless_ || Shouts() || type.organ || mention.organ) return false;
    // "Phó Chủ tịch thành phố Trần Văn A"
    if (PlaceWordEndsAt(mention.begin, "title") && HasCueAt(at, "surname")) return false;
    end = UnknownNameEnd(at);
    if (end == at) return false;
  }
  if (type.level == Level::kVillage) end = NumberOfName(end);
  mention.kind = Kind::kNamed;
  mention.name = std::string(text_.Words(at, end));
  mention.end = end;
  mention.candidates = std::move(places);
  if (type.city) {
    const bool province = std::any_of(mention.candidates.begin(), mention.candidates.end(),
                                      [](PlaceIndex i) { return Gazetteer::Get().place(i).level == Level::kProvince; });
    mention.level = province ? Level::kProvince : Level::kDistrict;
  }
  return true;
}

// "thôn Đoài kết nạp 4; thôn Thượng 3; thôn Hạ 2": behind another number, an item's own.
bool PlaceFinder::CountsInList(std::size_t number) const {
  const bool listed = number + 1 >= end_ || text_.IsPunctuation(number + 1, ";.") ||
                      (text_.IsPunctuation(number + 1, ",") && TypeAt(number + 2).end != 0);
  for (std::size_t i = begin_; listed && i < number; ++i) {
    if (text_.tokens[i].kind == TokenKind::kNumber) return true;
  }
  return false;
}

// "ấp Tân Phú 2, nơi …", "thôn Đoài 1 xã …": the number of a village's name, which counts nothing behind it.
std::size_t PlaceFinder::NumberOfName(std::size_t end) const {
  if (end >= end_ || text_.tokens[end].kind != TokenKind::kNumber || text_.Word(end).size() > 2) return end;
  if (CountsInList(end)) return end;
  const auto behind = text_.MentionsIn(end + 1, end + 2);
  const bool counts =
      end + 1 < end_ && text_.tokens[end + 1].kind == TokenKind::kWord && TypeAt(end + 1).end == 0 &&
      !PlaceWord(end + 1, "party") &&
      std::any_of(behind.begin(), behind.end(), [](const Mention* next) { return next->role == Role::kUnit; });
  return counts ? end : end + 1;
}

void PlaceFinder::KeepFitting(const TypeWord& type, std::vector<PlaceIndex>& places) {
  const Gazetteer& gazetteer = Gazetteer::Get();
  const auto fits = [&](PlaceIndex index) {
    const Place& place = gazetteer.place(index);
    if (type.city) {
      return place.type == "thành phố";
    }
    return place.level == type.level;
  };
  std::erase_if(places, [&](PlaceIndex index) { return !fits(index); });
}

// "Đảng bộ Hà Châu": a party body before a bare name.
bool PlaceFinder::ReadPartyOf(std::size_t at, PlaceMention& mention) const {
  std::vector<PlaceIndex> places;
  const std::size_t end = NameAt(at, places);
  if (end == 0) return false;
  mention.name = std::string(text_.Words(at, end));
  mention.end = end;
  mention.candidates = std::move(places);
  return true;
}

}  // namespace timso
