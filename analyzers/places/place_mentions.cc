#include "analyzers/places/place_mentions.h"

#include <algorithm>
#include <array>

#include "analyzers/text/syllable.h"
#include "analyzers/words/segmenter.h"

namespace timso {
namespace {

using Kind = PlaceMention::Kind;

class PlaceFinder {
 public:
  PlaceFinder(const AnalyzedText& text, std::size_t begin, std::size_t end)
      : text_(text), begin_(begin), end_(end), folded_(text.lexicon->form() == Lexicon::Form::kFolded) {
    symbols_.assign(end - begin, kUnknownWord);
    for (std::size_t i = begin; i < end; ++i) {
      if (text.tokens[i].kind == TokenKind::kWord) (text.tokens[i].all_capitals ? ++shouted_ : ++spoken_);
      if (MayBeName(i)) symbols_[i - begin] = Gazetteer::Get().SymbolOf(text.Word(i), folded_);
    }
  }

  std::vector<PlaceMention> Run() {
    for (std::size_t at = begin_; at < end_;) {
      PlaceMention mention;
      mention.begin = at;
      if (ReadCountry(at, mention) || ReadRegion(at, mention) || ReadBody(at, mention) || ReadTyped(at, mention) || ReadBare(at, mention)) {
        MarkParent(mention);
        MarkSource(mention);
        MarkSpeaker(mention);
        if (NamesThing(mention)) mention.kind = Kind::kGeneral;
        mention.weak = !Stands(mention);
        at = mention.end;
        mentions_.push_back(std::move(mention));
      } else {
        ++at;
      }
    }
    return std::move(mentions_);
  }

 private:
  // A name's words are capitalized; in text without marks they often are not.
  bool MayBeName(std::size_t i) const {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::kNumber || token.kind == TokenKind::kPunctuation) return true;
    if (token.kind == TokenKind::kAbbreviation) return true;  // TP.HCM
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kCode) return false;
    return folded_ || token.capitalized || (i > 0 && text_.tokens[i - 1].kind == TokenKind::kPunctuation &&
                                            !token.space_before);
  }

  // The longest place word with one of the roles at a token: its end, 0 when none.
  std::size_t PlaceWord(std::size_t at, std::string_view role) const {
    if (at >= end_) return 0;
    for (const Mention* mention : text_.MentionsIn(at, at + 1)) {
      if (mention->role == Role::kPlaceWord && text_.lexicon->place_words()[mention->row] == role &&
          mention->end <= end_) {
        return mention->end;
      }
    }
    return 0;
  }
  bool IsKey(std::size_t at, std::initializer_list<std::string_view> keys) const {
    if (at >= end_) return false;
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return text_.IsKey(at, key); });
  }
  bool CapitalizedWord(std::size_t at) const {
    return at >= begin_ && at < end_ && text_.tokens[at].kind == TokenKind::kWord && text_.tokens[at].capitalized;
  }

  bool ReadCountry(std::size_t at, PlaceMention& mention) const {
    std::size_t end = PlaceWord(at, "whole_country");
    const bool back = end != 0;
    if (!back) end = PlaceWord(at, "country");
    if (end == 0) return ReadForeign(at, mention);
    if (at > begin_ && CapitalizedWord(at) && CapitalizedWord(at - 1)) return false;
    if (CapitalizedWord(at) && (CapitalizedWord(end) || EndsName(at))) return false;
    mention.kind = Kind::kCountry;
    mention.end = end;
    mention.name = "Việt Nam";
    mention.level = Level::kCountry;
    mention.whole = true;
    mention.back = back;
    return true;
  }

  // Another country. Names of one syllable are other words or persons' names too ("anh", "Nga", "ý"): they count inside
  // a sentence only, and beside no other capital.
  bool ReadForeign(std::size_t at, PlaceMention& mention) const {
    std::size_t end = PlaceWord(at, "foreign");
    const bool brief = end == 0;
    if (brief) end = PlaceWord(at, "foreign_short");
    if (end == 0 || folded_ || Shouts() || !CapitalizedWord(at) || CapitalizedWord(end)) return false;
    const bool beside_capital = at > begin_ && CapitalizedWord(at - 1);
    if (beside_capital || (brief && (at == begin_ || IsPerson(at)))) return false;
    mention.kind = Kind::kCountry;
    mention.end = end;
    mention.name = std::string(text_.Words(at, end));
    mention.level = Level::kCountry;
    return true;
  }

  // "Xăng dầu Việt Nam", "Giáo dục Việt Nam": a small syllable after a capital one, the name goes on with the country's.
  bool EndsName(std::size_t at) const {
    if (at < begin_ + 2 || text_.tokens[at - 1].kind != TokenKind::kWord || CapitalizedWord(at - 1)) return false;
    if (!CapitalizedWord(at - 2) || at - 2 == begin_) return false;
    for (const Mention* mention : text_.MentionsIn(at - 1, at)) {
      if (mention->role == Role::kCue) return false;  // "Chính phủ của Việt Nam"
    }
    return true;
  }

  bool ReadRegion(std::size_t at, PlaceMention& mention) const {
    std::size_t name = at;
    if (const TypeWord type = TypeAt(at); type.end != 0 && !type.organ) name = type.end;
    const std::size_t end = PlaceWord(name, "region");
    if (end == 0 || (!folded_ && !text_.tokens[end - 1].capitalized)) return false;
    mention.kind = Kind::kCountry;
    mention.end = end;
    mention.name = std::string(text_.Words(name, end));
    mention.level = Level::kRegion;
    mention.whole = true;
    return true;
  }

  // The gazetteer's name at a token, not cut out of a longer capitalized name. 0 when there is none.
  // After a type word it may be: a person's name follows ("Chủ tịch UBND TP Hà Nội Nguyễn Văn A").
  std::size_t NameAt(std::size_t at, std::vector<PlaceIndex>& places, bool typed = false) const {
    if (at >= end_) return 0;
    if (!folded_ && !CapitalizedWord(at) && text_.tokens[at].kind != TokenKind::kAbbreviation) return 0;
    const Gazetteer::Match match = Gazetteer::Get().LongestAt(symbols_, at - begin_, folded_);
    if (match.length == 0) return 0;
    const std::size_t end = at + match.length;
    const bool longer = !typed && !folded_ && !Shouts() && CapitalizedWord(end) && PlaceWord(end, "party") == 0 && !LevelWordAt(end);
    if (longer) return 0;
    places = match.places;
    return end;
  }

  // A heading in capitals: case tells nothing about names.
  bool Shouts() const { return shouted_ > spoken_; }

  bool LevelWordAt(std::size_t at) const {
    for (const std::string_view role : {"province", "district", "city", "commune"}) {
      if (PlaceWord(at, role) != 0) return true;
    }
    return false;
  }

  // A run of capitalized words that the gazetteer need not know.
  std::size_t UnknownNameEnd(std::size_t at) const {
    std::size_t end = at;
    while (CapitalizedWord(end) && end - at < 4 && (end == at || !LevelWordAt(end))) ++end;
    return end;
  }

  struct TypeWord {
    std::size_t end = 0;
    Level level = Level::kNone;
    bool city = false;
    bool organ = false;
  };

  TypeWord TypeAt(std::size_t at) const {
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
  std::size_t SkipLeaders(std::size_t at, PlaceMention& mention) const {
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

  bool ReadTyped(std::size_t at, PlaceMention& mention) const {
    std::size_t next = SkipLeaders(at, mention);
    const TypeWord type = TypeAt(next);
    if (type.end == 0) return mention.typed && next > at && ReadPartyOf(next, mention);
    if (next == at && IsCounted(at)) return false;
    mention.typed = true;
    mention.organ = mention.organ || type.organ;
    mention.level = type.level;
    if (IsKey(at > begin_ ? at - 1 : end_, {"mỗi", "moi", "từng", "các", "những", "mọi", "nhiều", "một"})) {
      mention.kind = IsKey(at - 1, {"mỗi", "moi", "từng"}) ? Kind::kEach : Kind::kGeneral;
      mention.end = type.end;
      return CapitalizedWord(type.end) ? ReadName(type, type.end, mention) : true;
    }
    // "Quận 11" is a name of the gazetteer with its type in it.
    if (ReadNumbered(next, mention) || ReadNumbered(type.end - 1, mention)) return true;
    if (ReadName(type, type.end, mention)) return true;
    // "bản" and "làng" without a name are more often other words.
    if (type.level == Level::kVillage && !mention.whole && !Listed(next, type.end)) return false;
    mention.kind = Listed(next, type.end) ? Kind::kGeneral : Kind::kBack;
    mention.end = type.end;
    mention.city = type.city;
    mention.name.clear();
    return true;
  }

  // "các huyện, thị xã", "xã, thị trấn": levels in general, nobody in particular.
  bool Listed(std::size_t begin, std::size_t end) const {
    const auto joint = [&](std::size_t at) { return text_.IsPunctuation(at, ",-/") || IsKey(at, {"và", "hoặc"}); };
    if (end < end_ && joint(end) && TypeAt(end + 1).end != 0 && !CapitalizedWord(TypeAt(end + 1).end)) return true;
    return begin > begin_ + 1 && joint(begin - 1) && !mentions_.empty() && mentions_.back().end == begin - 1 &&
           (mentions_.back().kind == Kind::kGeneral || mentions_.back().kind == Kind::kBack);
  }

  // "hai huyện", "6 xã": counted things, no subject.
  bool IsCounted(std::size_t at) const {
    if (at == begin_) return false;
    const Token& before = text_.tokens[at - 1];
    if (before.kind == TokenKind::kNumber && text_.tokens[at].capitalized == false) return true;
    if (IsKey(at - 1, {"số", "so"})) return true;
    for (const Mention* mention : text_.MentionsIn(at - 1, at)) {
      if (mention->role == Role::kNumeral && mention->end == at && !text_.tokens[at].capitalized) return true;
    }
    return false;
  }

  bool ReadNumbered(std::size_t at, PlaceMention& mention) const {
    if (at + 1 >= end_ || text_.tokens[at + 1].kind != TokenKind::kNumber) return false;
    const Gazetteer::Match match = Gazetteer::Get().LongestAt(symbols_, at - begin_, folded_);
    if (match.length != 2) return false;
    mention.candidates = match.places;
    mention.end = at + 2;
    mention.name = Gazetteer::Get().place(match.places.front()).name;
    return true;
  }

  bool ReadName(const TypeWord& type, std::size_t at, PlaceMention& mention) const {
    std::vector<PlaceIndex> places;
    std::size_t end = NameAt(at, places, true);
    if (end != 0) KeepFitting(type, places);
    const bool cut = CapitalizedWord(end) && places.empty();  // the name goes on, and what was found does not fit
    if (end == 0 || cut || (places.empty() && (folded_ || type.organ))) {
      if (folded_ || Shouts() || type.organ || mention.organ) return false;
      end = UnknownNameEnd(at);
      if (end == at) return false;
    }
    mention.kind = Kind::kNamed;
    mention.name = std::string(text_.Words(at, end));
    mention.end = end;
    mention.candidates = std::move(places);
    if (type.city) {
      const bool province = std::any_of(mention.candidates.begin(), mention.candidates.end(), [](PlaceIndex i) {
        return Gazetteer::Get().place(i).level == Level::kProvince;
      });
      mention.level = province ? Level::kProvince : Level::kDistrict;
    }
    return true;
  }

  static void KeepFitting(const TypeWord& type, std::vector<PlaceIndex>& places) {
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
  bool ReadPartyOf(std::size_t at, PlaceMention& mention) const {
    std::vector<PlaceIndex> places;
    const std::size_t end = NameAt(at, places);
    if (end == 0) return false;
    mention.name = std::string(text_.Words(at, end));
    mention.end = end;
    mention.candidates = std::move(places);
    return true;
  }

  // "Tại Hà Nội", "Hiện Hà Nội": a common word whose capital only opens the sentence.
  bool OpensSentence(std::size_t at) const {
    const bool first = at == begin_ || text_.tokens[at - 1].kind == TokenKind::kPunctuation;
    const auto mentions = text_.MentionsIn(at, at + 1);
    return first && std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
             const bool place_word = mention->role == Role::kPlaceWord && mention->end == at + 1 && IsStander(*mention);
             return place_word || (mention->role == Role::kCue && mention->end == at + 1);
           });
  }
  bool IsStander(const Mention& mention) const {
    const std::string& role = text_.lexicon->place_words()[mention.row];
    return role == "stands_after" || role == "passes";
  }

  // After "ông", "đồng chí", "bác sĩ" a person's name stands.
  bool IsPerson(std::size_t at) const {
    return at > begin_ && IsKey(at - 1, {"ông", "bà", "anh", "chị", "em", "cụ", "chí", "cô", "bác", "tướng", "sĩ", "tên"});
  }

  // A name without a type word. A person's name is no place: "ông Lê Thanh Bình", "Nguyễn Hòa Bình".
  bool ReadBare(std::size_t at, PlaceMention& mention) const {
    if (at > begin_ && CapitalizedWord(at - 1) && !text_.tokens[at - 1].all_capitals && !folded_ && !Shouts() &&
        !OpensSentence(at - 1)) {
      return false;
    }
    if (PlaceWord(at, "needs_type") != 0) return false;
    if (IsPerson(at)) return false;
    std::vector<PlaceIndex> places;
    const std::size_t end = NameAt(at, places);
    if (end == 0) return false;
    const Gazetteer& gazetteer = Gazetteer::Get();
    if (end == at + 1 && !HasProvince(places)) return false;  // "Huế" may stand alone; one-word districts may not
    mention.name = std::string(text_.Words(at, end));
    mention.end = end;
    mention.candidates = std::move(places);
    const bool any_upper = std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](PlaceIndex index) {
      return gazetteer.place(index).level != Level::kCommune;
    });
    if (folded_ && !any_upper) return false;
    return true;
  }

  static bool HasProvince(const std::vector<PlaceIndex>& places) {
    return std::any_of(places.begin(), places.end(), [](PlaceIndex index) {
      return Gazetteer::Get().place(index).level == Level::kProvince;
    });
  }

  // "Thống kê", "Tài chính": a small syllable that no list knows, right after a capital one.
  bool SecondSyllable(std::size_t at) const {
    const bool name_before = at > begin_ + 1 && CapitalizedWord(at - 2) && !text_.tokens[at - 2].all_capitals;
    const bool head_before = at > begin_ + 1 && (PlaceWordEndsAt(at - 1, "office") || PlaceWordEndsAt(at - 1, "company"));
    return at > begin_ && CapitalizedWord(at - 1) && !text_.tokens[at - 1].all_capitals && (!name_before || head_before) &&
           text_.tokens[at].kind == TokenKind::kWord && !text_.tokens[at].capitalized &&
           (text_.MentionsIn(at, at + 1).empty() || Segmenter::Default().Segment(LowerCase(text_.Words(at - 1, at + 1))).size() == 1);
  }

  // A body that is no territory, with the words that make its name.
  bool ReadBody(std::size_t at, PlaceMention& mention) const {
    std::size_t next = at;
    if (const std::size_t party = PlaceWord(at, "party")) next = party;
    std::size_t end = PlaceWord(next, "body");
    const std::size_t company_end = PlaceWord(next, "company");
    const bool company = company_end > end;
    const std::size_t office_end = std::max(PlaceWord(next, "office"), company_end);
    const bool office = office_end > end;
    if (office) end = office_end;
    if (end == 0 || (!text_.tokens[next].capitalized && !company)) return false;
    if (office && !CapitalizedWord(end)) return false;
    const std::size_t head_end = end;
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
      const bool joins = IsKey(end, {"và", "các", "cơ", "quan", "chuyên", "doanh", "nghiệp", "-", "của"}) &&
                         end + 1 < end_ && (CapitalizedWord(end + 1) || TypeAt(end + 1).end != 0 ||
                                            IsKey(end + 1, {"quan", "cơ", "doanh", "nghiệp"}));
      const bool tail = IsKey(end, {"quan", "nghiệp"}) && IsKey(end - 1, {"cơ", "doanh"});
      if (!CapitalizedWord(end) && !joins && !tail && (placed || !office || !SecondSyllable(end))) break;
      named = named || CapitalizedWord(end);
      const bool second = !CapitalizedWord(end) && !joins && !tail;
      ++end;
      // "Sở Xây dựng Đỗ Phi Hùng": after the office's own words a person's name may follow.
      if (second && !company && CapitalizedWord(end) && TypeAt(end).end == 0) break;
    }
    const bool khoi = text_.lexicon->Key(text_.Word(next)) == "khối";
    if (!named && !khoi && next == at) return false;
    if (!named && head_end - next < 2 && !khoi) return false;
    mention.kind = Kind::kBody;
    mention.level = Level::kOrganization;
    mention.name = std::string(text_.Words(next, end));
    mention.end = end;
    mention.typed = true;
    return true;
  }

  // "Lạc Dương (Lâm Đồng)", "huyện Krông Pắc, tỉnh Đắk Lắk", "xã Hà Châu huyện Phú Bình": the second says where the
  // first lies.
  void MarkParent(PlaceMention& mention) const {
    if (mentions_.empty() || mention.kind != Kind::kNamed) return;
    const PlaceMention& previous = mentions_.back();
    if (previous.kind != Kind::kNamed && previous.kind != Kind::kBody) return;
    const std::size_t gap = mention.begin - previous.end;
    const bool adjacent = gap == 0;
    const bool bracketed = gap == 1 && text_.IsPunctuation(previous.end, "(");
    const bool chained = (mention.typed && previous.typed) || previous.parent_of_previous;
    const bool belongs = gap == 1 && IsKey(previous.end, {"thuộc"}) && chained;  // "xã Bù Gia Mập thuộc huyện …"
    const bool listed = belongs || (gap == 1 && text_.IsPunctuation(previous.end, ",-") && chained);
    if (!adjacent && !bracketed && !listed) return;
    mention.parent_of_previous = bracketed || Above(mention, previous);
  }

  // Who says it and where it was written are not whom it is about.
  void MarkSource(PlaceMention& mention) const {
    if (mention.begin > begin_) {
      const bool body_of = mention.kind == Kind::kBody && IsKey(mention.begin - 1, {"của", "do", "cua", "từ", "bởi"});
      mention.source = IsKey(mention.begin - 1, {"theo"}) || body_of;
    }
    if (mention.kind == Kind::kBody && mention.end < end_) {
      mention.source = mention.source || AfterTheo(mention.begin);
      for (const Mention* cue : text_.MentionsIn(mention.end, std::min(mention.end + 3, end_))) {
        if (cue->role == Role::kCue && text_.lexicon->cues()[cue->row] == "says") mention.source = true;
      }
    }
    if (IsDateline(mention)) mention.source = true;
  }

  // "Chủ tịch UBND tỉnh An Giang", "Giám đốc Sở Công thương": where a person holds office.
  void MarkSpeaker(PlaceMention& mention) const {
    constexpr std::size_t kLongestTitle = 4;
    if (mention.kind != Kind::kNamed && mention.kind != Kind::kBody && mention.kind != Kind::kCountry) return;
    for (std::size_t at = mention.begin; at > begin_ && mention.begin - at < kLongestTitle; --at) {
      if (PlaceWord(at - 1, "title") == mention.begin) mention.speaker = true;
      if (text_.tokens[at - 1].kind != TokenKind::kWord) return;
    }
  }

  // "sân bay quốc tế Long Thành", "tuyến metro số 1 Bến Thành": a thing that is called after a place.
  bool NamesThing(const PlaceMention& mention) const {
    constexpr std::size_t kReach = 5;  // tokens
    if (mention.kind != Kind::kNamed && mention.kind != Kind::kCountry) return false;
    if (mention.whole || mention.organ) return false;
    for (std::size_t at = mention.begin; at > begin_ && mention.begin - at < kReach; --at) {
      if (PlaceWord(at - 1, "named_after") != 0 && PlaceWord(at - 1, "none") == 0) return true;
      if (text_.tokens[at - 1].kind != TokenKind::kWord && text_.tokens[at - 1].kind != TokenKind::kNumber) return false;
      for (const Mention* cue : text_.MentionsIn(at - 1, at)) {
        const bool ordinal = cue->role == Role::kCue && text_.lexicon->cues()[cue->row] == "ordinal";
        const bool number = text_.IsKey(at - 1, "số");  // "tuyến metro số 1"
        if (cue->role == Role::kTime || (cue->role == Role::kCue && !ordinal && !number)) return false;
      }
    }
    return false;
  }

  bool PlaceWordEndsAt(std::size_t end, std::string_view role) const {
    constexpr std::size_t kLongest = 4;
    for (std::size_t at = end; at > begin_ && end - at < kLongest; --at) {
      if (PlaceWord(at - 1, role) == end) return true;
    }
    return false;
  }

  // "công ty thương mại điện tử Alibaba của Trung Quốc": the company is meant.
  bool OwnsCompany(std::size_t at) const {
    constexpr std::size_t kReach = 9;  // tokens
    if (!IsKey(at - 1, {"của"})) return false;
    for (std::size_t i = at - 1; i > begin_ && at - i < kReach; --i) {
      if (text_.tokens[i - 1].kind != TokenKind::kWord) return false;
      if (PlaceWord(i - 1, "company") != 0) return true;
    }
    return false;
  }

  // "kim ngạch hai chiều Việt Nam và Brazil", "giữa Trung Quốc với Lào"
  bool SecondCountry(const PlaceMention& mention) const {
    if (mention.kind != Kind::kCountry || mentions_.empty() || mentions_.back().kind != Kind::kCountry) return false;
    return mentions_.back().end + 1 == mention.begin && (IsKey(mention.begin - 1, {"và", "với"}) || text_.Word(mention.begin - 1) == "-");
  }

  // Whether the words around it let a sentence be about the place: it opens a clause, follows "của", "tại" … or has the
  // verb. "xuất khẩu sang Mỹ", "giữa Trung Quốc với Lào", "du khách Nhật" do not.
  bool Stands(const PlaceMention& mention) const {
    if (mention.begin == begin_) return true;
    if (PlaceWordEndsAt(mention.begin, "passes") || SecondCountry(mention)) return false;
    const bool market = mention.begin >= begin_ + 3 && IsKey(mention.begin - 2, {"thị"}) && IsKey(mention.begin - 1, {"trường"});
    if (market && PlaceWordEndsAt(mention.begin - 2, "passes")) return false;  // "sang thị trường Mỹ"
    const bool opens = market && text_.tokens[mention.begin - 3].kind != TokenKind::kWord;
    if (market && (opens || PlaceWordEndsAt(mention.begin - 2, "stands_after"))) return true;
    if (mention.kind == Kind::kCountry && OwnsCompany(mention.begin)) return false;
    if (text_.IsPunctuation(mention.begin - 1, "(") && text_.IsPunctuation(mention.end, ")")) return false;
    const Token& before = text_.tokens[mention.begin - 1];
    if (before.kind != TokenKind::kWord || mention.kind == Kind::kBack) return true;
    if (mention.typed || mention.organ || mention.whole) return true;
    if (PlaceWordEndsAt(mention.begin, "stands_after") || PlaceWordEndsAt(mention.begin, "title")) return true;
    if (!mentions_.empty() && mentions_.back().end == mention.begin) return true;
    if (text_.IsPunctuation(mention.end, ",;:()")) return false;
    for (const Mention* next : text_.MentionsIn(mention.end, std::min(mention.end + 2, end_))) {
      if (next->role == Role::kConcept) return true;
      if (next->role != Role::kCue) continue;
      const std::string& role = text_.lexicon->cues()[next->row];
      const bool foreign = mention.kind == Kind::kCountry && mention.name != "Việt Nam";
      if (role == "achieve" || role == "exceed" || role == "up" || role == "down" || role == "share") return true;
      if (role == "function" && !foreign) return true;
    }
    return false;
  }

  // "Theo phân tích của Công ty chứng khoán SSI, …": a clause that opens with "theo".
  bool AfterTheo(std::size_t at) const {
    while (at > begin_ && text_.tokens[at - 1].kind != TokenKind::kPunctuation) {
      if (IsKey(--at, {"theo"})) return at == begin_ || text_.tokens[at - 1].kind == TokenKind::kPunctuation;
    }
    return false;
  }

  // "Hà Nội (TTXVN) - ", "Đông Hà, 15-8-2023", "HÀ NỘI, 05-10-2022"
  bool IsDateline(const PlaceMention& place) const {
    const std::size_t next = place.end;
    if (place.begin != begin_ || place.typed || next + 1 >= end_) return false;
    if (!text_.IsPunctuation(next, "(,-") && text_.Word(next) != "–") return false;
    const Token& after = text_.tokens[next + 1];
    const bool dated = after.kind == TokenKind::kDate || IsKey(next + 1, {"ngày", "ngay"});
    const bool agency = text_.IsPunctuation(next, "(") && (after.all_capitals || (next + 2 < end_ && text_.tokens[next + 2].kind == TokenKind::kDate));
    return dated || agency;
  }

  static Level HighestLevel(const PlaceMention& mention) {
    if (mention.level != Level::kNone) return mention.level;
    Level highest = Level::kVillage;
    for (const PlaceIndex index : mention.candidates) highest = std::min(highest, Gazetteer::Get().place(index).level);
    return highest;
  }
  static bool Above(const PlaceMention& mention, const PlaceMention& previous) {
    return HighestLevel(mention) < HighestLevel(previous);
  }

  const AnalyzedText& text_;
  const std::size_t begin_;
  const std::size_t end_;
  const bool folded_;
  std::vector<Symbol> symbols_;
  std::size_t shouted_ = 0;
  std::size_t spoken_ = 0;
  std::vector<PlaceMention> mentions_;
};

}  // namespace

std::vector<PlaceMention> FindPlaces(const AnalyzedText& text, std::size_t begin, std::size_t end) {
  return PlaceFinder(text, begin, end).Run();
}

}  // namespace timso
