// What the words around a name make of it: a parent, a source, a speaker's office, a thing's name, no subject.
#include <algorithm>

#include "analyzers/places/place_finder.h"

namespace timso {

using Kind = PlaceMention::Kind;

// "Lạc Dương (Lâm Đồng)", "huyện Krông Pắc, tỉnh Đắk Lắk", "xã Hà Châu huyện Phú Bình": the second says where the
// first lies.
void PlaceFinder::MarkParent(PlaceMention& mention) const {
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

// "Viện X cũng đưa ra dự báo", "Nhật Bản cho biết": a verb of telling behind the name. A company's figures are its own
// when it announces them.
bool PlaceFinder::Tells(const PlaceMention& mention) const {
  std::size_t since = mention.end;
  if (text_.IsPunctuation(since, "(") && text_.IsPunctuation(since + 2, ")")) since += 3;  // "(WB)"
  if (text_.IsPunctuation(since, ",")) ++since;
  std::size_t until = since;
  while (until < end_ && text_.tokens[until].kind != TokenKind::kPunctuation) ++until;
  const std::size_t reach = mention.kind == Kind::kBody ? 5 : 3;  // tokens
  for (const Mention* cue : text_.MentionsIn(since, std::min(since + reach, until))) {
    if (cue->role != Role::kCue || text_.lexicon->cues()[cue->row] != "says") continue;
    const bool announces = IsKey(cue->begin, {"ghi", "công", "báo", "thông", "kì", "đề", "tuyên"});
    if (mention.company && announces) return false;
    // "Việt Nam ghi nhận 5 ca": what a country records is its own; what it tells need not be.
    if (mention.kind == Kind::kBody || IsKey(cue->begin, {"cho"})) return true;
  }
  return false;
}

// Who says it and where it was written are not whom it is about.
void PlaceFinder::MarkSource(PlaceMention& mention) const {
  const bool body = mention.kind == Kind::kBody;
  if (mention.begin > begin_) {
    const bool agent = !mention.company && IsKey(mention.begin - 1, {"được", "bị"});  // "được Bộ Y tế phê duyệt"
    const bool body_of = body && (agent || IsKey(mention.begin - 1, {"của", "do", "từ", "bởi", "thuộc"}));
    // "doanh thu của Công ty X", "đàn bò của Công ty X", no "báo cáo của Công ty X"
    const bool owner = mention.company && (OwnsFinance(mention.begin, false) || !Reports(mention.begin));
    const bool own = owner || (mention.company && IsOwnReport(mention));
    mention.source = IsKey(mention.begin - 1, {"theo"}) || (body_of && !own);
  }
  const bool own_report = mention.company && IsOwnReport(mention);
  if (body && mention.end < end_ && !own_report) mention.source = mention.source || AfterTheo(mention.begin);
  const bool speaks = body || mention.kind == Kind::kCountry;
  if (speaks && mention.end < end_ && Tells(mention)) mention.source = true;
  if (IsDateline(mention) || IsBasis(mention)) mention.source = true;
  mention.dateline = OpensDispatch(mention);
}

// Whether the words before a name speak of what somebody says: "theo số liệu của", "nghiên cứu mới đây của".
bool PlaceFinder::Reports(std::size_t at) const {
  constexpr std::size_t kReach = 8;  // tokens
  if (at == begin_ || !IsKey(at - 1, {"của"})) return true;
  for (std::size_t i = at - 1; i > begin_ && at - i < kReach; --i) {
    if (text_.tokens[i - 1].kind == TokenKind::kPunctuation) return false;
    if (HasCueAt(i - 1, "says") || IsKey(i - 1, {"theo", "liệu", "cứu", "khảo", "tin", "nguồn", "vay"})) return true;
  }
  return false;
}

// "theo báo cáo tài chính quý I của Công ty X", "báo cáo của X cho thấy doanh thu …": its own figures.
bool PlaceFinder::IsOwnReport(const PlaceMention& mention) const {
  constexpr std::size_t kReach = 6;  // tokens
  const std::size_t at = mention.begin;
  std::size_t verb = mention.end;
  if (text_.IsPunctuation(verb, "(") && text_.IsPunctuation(verb + 2, ")")) verb += 3;  // "(VIB)"
  const std::size_t until = std::min(verb + kReach, end_);
  if (IsKey(verb, {"cho", "ghi"}) && IsKey(verb + 1, {"thấy", "nhận"}) && FindFinance(verb, until) < until) return true;
  for (std::size_t i = at; i > begin_ && text_.tokens[i - 1].kind != TokenKind::kPunctuation; --i) {
    if (HasCueAt(i - 1, "own_report")) return true;
  }
  return false;
}

// "Chủ tịch UBND tỉnh An Giang", "Giám đốc Sở Công thương": where a person holds office.
void PlaceFinder::MarkSpeaker(PlaceMention& mention) const {
  if (mention.kind != Kind::kNamed && mention.kind != Kind::kBody && mention.kind != Kind::kCountry) return;
  mention.speaker = PlaceWordEndsAt(mention.begin, "title");
}

// "sân bay quốc tế Long Thành", "tuyến metro số 1 Bến Thành": a thing that is called after a place.
bool PlaceFinder::NamesThing(const PlaceMention& mention) const {
  constexpr std::size_t kReach = 5;  // tokens
  if (mention.kind != Kind::kNamed && mention.kind != Kind::kCountry) return false;
  if (mention.whole || mention.organ) return false;
  // "cao tốc Bến Lức - Long Thành": the other end of a line
  const bool second = !mentions_.empty() && mentions_.back().end + 1 == mention.begin && IsDash(mention.begin - 1);
  if (second && mentions_.back().kind == Kind::kGeneral && !mentions_.back().name.empty()) return true;
  const bool brand = mention.begin > begin_ && PlaceWordEndsAt(mention.begin, "industry") && mention.end < end_ &&
                     text_.tokens[mention.end].kind == TokenKind::kNumber;  // "Xi măng Hà Tiên 1"
  if (brand) return true;
  for (std::size_t at = mention.begin; at > begin_ && mention.begin - at < kReach; --at) {
    if (PlaceWord(at - 1, "named_after") != 0 && PlaceWord(at - 1, "none") == 0) return true;
    // "cảng hàng không quốc tế Long Thành"
    if (IsKey(at - 1, {"không"}) && IsKey(at - 2, {"hàng"})) continue;
    if (IsKey(at - 1, {"hàng"}) && IsKey(at, {"không"})) continue;
    const bool line = IsDash(at - 1) && CapitalizedWord(at - 2);  // "tuyến Bãi Dài - Nha Trang"
    if (!line && text_.tokens[at - 1].kind != TokenKind::kWord && text_.tokens[at - 1].kind != TokenKind::kNumber)
      return false;
    for (const Mention* cue : text_.MentionsIn(at - 1, at)) {
      const bool ordinal = cue->role == Role::kCue && text_.lexicon->cues()[cue->row] == "ordinal";
      const bool number = text_.IsKey(at - 1, "số");  // "tuyến metro số 1"
      if (cue->role == Role::kTime || (cue->role == Role::kCue && !ordinal && !number)) return false;
    }
  }
  return false;
}

// "công ty thương mại điện tử Alibaba của Trung Quốc": the company is meant.
bool PlaceFinder::OwnsCompany(std::size_t at) const {
  constexpr std::size_t kReach = 9;  // tokens
  if (!IsKey(at - 1, {"của"})) return false;
  for (std::size_t i = at - 1; i > begin_ && at - i < kReach; --i) {
    if (text_.tokens[i - 1].kind != TokenKind::kWord) return false;
    if (PlaceWord(i - 1, "company") != 0) return true;
  }
  return false;
}

// "kim ngạch hai chiều Việt Nam và Brazil", "giữa Trung Quốc với Lào"
bool PlaceFinder::SecondCountry(const PlaceMention& mention) const {
  if (mention.kind != Kind::kCountry || mentions_.empty() || mentions_.back().kind != Kind::kCountry) return false;
  if (mention.level != Level::kCountry) return false;
  return mentions_.back().end + 1 == mention.begin &&
         (IsKey(mention.begin - 1, {"và", "với"}) || text_.Word(mention.begin - 1) == "-");
}

// "HCM) dành …", "HCM, kim ngạch đạt …", "HCM (Hiệp hội X) …": what is left of an address that a full stop cut.
bool PlaceFinder::OnlyTail(const PlaceMention& mention) const {
  if (text_.IsPunctuation(mention.end, ")")) return true;
  return !mention.typed && text_.tokens[mention.begin].all_capitals && text_.IsPunctuation(mention.end, ",(");
}

bool PlaceFinder::IsDash(std::size_t at) const {
  const std::string_view word = text_.Word(at);
  return word == "-" || word == "–" || word == "—";
}

// "Kinh tế Nhật Bản tăng …", "dự đoán kinh tế Nhật Bản sẽ …": it opens a clause or has the verb.
bool PlaceFinder::IsEconomy(const PlaceMention& mention) const {
  const std::size_t at = mention.begin;
  if (mention.back || at < begin_ + 2 || !IsKey(at - 1, {"tế"}) || !IsKey(at - 2, {"kinh"})) return false;
  const bool opens = at == begin_ + 2 || text_.tokens[at - 3].kind != TokenKind::kWord;
  return opens || HasCueAt(mention.end, "acts") || HasCueAt(mention.end, "aim_verb");
}

// "cuộc gặp ở Hà Nội", "có trụ sở tại Seattle, Mỹ": where it took place or somebody sits.
bool PlaceFinder::IsVenue(const PlaceMention& mention) const {
  constexpr std::size_t kReach = 10;  // tokens
  std::size_t at = mention.begin;
  while (at > begin_ && (CapitalizedWord(at - 1) || (text_.IsPunctuation(at - 1, ",") && CapitalizedWord(at - 2))))
    --at;
  if (at == begin_ || !IsKey(at - 1, {"tại", "ở"})) return false;
  for (std::size_t i = at - 1; i > begin_ && at - i < kReach; --i) {
    if (text_.tokens[i - 1].kind == TokenKind::kPunctuation) return false;
    if (HasCueAt(i - 1, "venue")) return true;
  }
  return false;
}

// "dự án A (quận 5, TP.HCM)": names alone in a bracket.
bool PlaceFinder::InAddress(const PlaceMention& mention) const {
  if (mention.kind != Kind::kNamed || mention.parent_of_previous) return false;
  const auto named = [&](std::size_t i) {
    return CapitalizedWord(i) || TypeAt(i).end != 0 || text_.IsPunctuation(i, ",.-") ||
           text_.tokens[i].kind == TokenKind::kAbbreviation || (i > begin_ && TypeAt(i - 1).end == i);
  };
  std::size_t open = mention.begin;
  while (open > begin_ && named(open - 1)) --open;
  std::size_t close = mention.end;
  while (close < end_ && named(close)) ++close;
  return open > begin_ && text_.IsPunctuation(open - 1, "(") && text_.IsPunctuation(close, ")") &&
         (open < mention.begin || close > mention.end);
}

// "Với Gia Hưng, …": what a sentence sets out to speak of.
bool PlaceFinder::OpensAsTopic(const PlaceMention& mention) const {
  const bool first = mention.begin == begin_ + 1 && IsKey(begin_, {"với"});
  return first && mention.kind == Kind::kNamed && text_.IsPunctuation(mention.end, ",");
}

// "năm qua xã Nậm Lúc đón …": the "qua" of a time leads nowhere.
bool PlaceFinder::TimePast(std::size_t end) const {
  return end >= begin_ + 2 && IsKey(end - 1, {"qua"}) && IsKey(end - 2, {"năm", "tháng", "tuần", "quý"});
}

// Whether the words around it let a sentence be about the place: it opens a clause, follows "của", "tại" … or has the
// verb. "xuất khẩu sang Mỹ", "giữa Trung Quốc với Lào", "du khách Nhật" do not.
bool PlaceFinder::Stands(const PlaceMention& mention) const {
  if (mention.begin == begin_) return !OnlyTail(mention);
  if (OpensAsTopic(mention)) return true;
  if (IsVenue(mention) || InAddress(mention)) return false;
  // "thấp nhất trong ASEAN"
  const bool ranked_in = mention.begin > begin_ + 1 && IsKey(mention.begin - 1, {"trong"});
  if (ranked_in && IsKey(mention.begin - 2, {"nhất"})) return false;
  const bool ranked = CueEndsAt(mention.begin, "ranks");  // "kế đến xã Nậm Lúc 9 em"
  const bool passed = PlaceWordEndsAt(mention.begin, "passes") && !TimePast(mention.begin) && !ranked;
  if (passed || SecondCountry(mention)) return false;
  if (mention.kind == Kind::kBody && IsKey(mention.begin - 1, {"trên"})) return false;  // "niêm yết trên Sở …"
  if (IsEconomy(mention)) return true;
  // "lượng khách Hàn Quốc", "nhà đầu tư Nhật Bản": where somebody is from
  const bool foreign = mention.kind == Kind::kCountry && mention.level == Level::kCountry && !mention.whole;
  if (foreign && CueEndsAt(mention.begin, "nationals")) return false;
  const bool market =
      mention.begin >= begin_ + 3 && IsKey(mention.begin - 2, {"thị"}) && IsKey(mention.begin - 1, {"trường"});
  if (market && PlaceWordEndsAt(mention.begin - 2, "passes")) return false;  // "sang thị trường Mỹ"
  const bool opens = market && text_.tokens[mention.begin - 3].kind != TokenKind::kWord;
  if (market && (opens || PlaceWordEndsAt(mention.begin - 2, "stands_after"))) return true;
  if (mention.kind == Kind::kCountry && OwnsCompany(mention.begin)) return false;
  if (text_.IsPunctuation(mention.begin - 1, "(") && text_.IsPunctuation(mention.end, ")")) return false;
  // "các tuyến Hà Nội đi Nam Định, Thái Bình": a list goes on as it began.
  const bool listed = !mentions_.empty() && mentions_.back().end + 1 == mention.begin;
  const bool joint = text_.IsPunctuation(mention.begin - 1, ",") || IsKey(mention.begin - 1, {"và"});
  if (listed && joint && mentions_.back().weak && !mention.typed) return false;
  // "Bãi Dài và Nha Trang": of a list whose other names nobody knows
  const bool unknown = !mention.typed && IsKey(mention.begin - 1, {"và"}) && CapitalizedWord(mention.begin - 2) &&
                       (mentions_.empty() || mentions_.back().end + 1 != mention.begin);
  if (unknown && mention.kind == Kind::kNamed) return false;
  const Token& before = text_.tokens[mention.begin - 1];
  if (mention.back && before.kind != TokenKind::kPunctuation && Describes(mention)) return false;
  if (before.kind != TokenKind::kWord || mention.kind == Kind::kBack) return true;
  const bool whole_world = mention.back || mention.kind == Kind::kEach;
  if (whole_world && IsKey(mention.begin - 1, {"nhất", "đầu", "khắp"})) return false;  // "lớn nhất cả nước"
  const bool whole =
      mention.whole && (mention.kind != Kind::kCountry || mention.back || mention.level == Level::kRegion);
  if (mention.typed || mention.organ || mention.company || whole) return true;
  if (PlaceWordEndsAt(mention.begin, "stands_after") || PlaceWordEndsAt(mention.begin, "title")) return true;
  if (!mentions_.empty() && mentions_.back().end == mention.begin) return true;
  if (mention.kind == Kind::kCountry && (CueEndsAt(mention.begin, "total_of") || CueEndsAt(mention.begin, "trade")))
    return true;  // "dân số Lào", "xuất khẩu Lào"
  if (text_.IsPunctuation(mention.end, ",;:()")) return false;
  for (const Mention* next : text_.MentionsIn(mention.end, std::min(mention.end + 2, end_))) {
    if (next->role == Role::kConcept) return true;
    if (next->role != Role::kCue) continue;
    const std::string& role = text_.lexicon->cues()[next->row];
    if (role == "achieve" || role == "exceed" || role == "up" || role == "down" || role == "share") return true;
    if (role == "function" && mention.kind != Kind::kCountry) return true;
  }
  return false;
}

// "mạng lưới toàn quốc với …", "nhu cầu cả nước, …": behind a noun the whole country only describes, unless a verb or a
// number follows.
bool PlaceFinder::Describes(const PlaceMention& mention) const {
  if (PlaceWordEndsAt(mention.begin, "stands_after")) return false;
  if (mention.end >= end_ || text_.tokens[mention.end].kind == TokenKind::kNumber) return false;
  if (IsKey(mention.end, {"với", "và", "để"})) return true;
  return text_.IsPunctuation(mention.end, ",;.)");
}

// "Theo phân tích của Công ty chứng khoán SSI, …": a clause that opens with "theo".
bool PlaceFinder::AfterTheo(std::size_t at) const {
  while (at > begin_ && text_.tokens[at - 1].kind != TokenKind::kPunctuation) {
    if (IsKey(--at, {"theo"})) return at == begin_ || text_.tokens[at - 1].kind == TokenKind::kPunctuation;
  }
  return false;
}

// "Hà Nội (TTXVN) - ", "Đông Hà, 15-8-2023", "HÀ NỘI, 05-10-2022"
bool PlaceFinder::IsDateline(const PlaceMention& place) const {
  const std::size_t next = place.end;
  if (place.begin != begin_ || place.typed || next + 1 >= end_) return false;
  if (!text_.IsPunctuation(next, "(,-") && text_.Word(next) != "–") return false;
  const Token& after = text_.tokens[next + 1];
  const bool dated = after.kind == TokenKind::kDate || IsKey(next + 1, {"ngày"});
  const bool agency = text_.IsPunctuation(next, "(") &&
                      (after.all_capitals || (next + 2 < end_ && text_.tokens[next + 2].kind == TokenKind::kDate));
  return dated || agency;
}

// "Căn cứ Hướng dẫn của Ban Tổ chức Tỉnh ủy X, …": whose paper it rests on.
bool PlaceFinder::IsBasis(const PlaceMention& mention) const {
  if (!mention.organ || !IsKey(begin_, {"căn"}) || !IsKey(begin_ + 1, {"cứ"})) return false;
  bool issued = false;
  for (std::size_t i = begin_; i < mention.begin; ++i) issued = issued || IsKey(i, {"của"});
  return issued && SameClause(begin_, mention.begin);
}

bool PlaceFinder::SameClause(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (text_.IsPunctuation(i, ",;:")) return false;
  }
  return true;
}

// "Phú Yên – Giao ban quý III, …": a province, a dash and a sentence of its own.
bool PlaceFinder::OpensDispatch(const PlaceMention& place) const {
  if (place.begin != begin_ || place.typed || place.end + 2 >= end_ || !HasProvince(place.candidates)) return false;
  const std::string_view sign = text_.Word(place.end);
  if ((sign != "-" && sign != "–") || !text_.tokens[place.end].space_before) return false;
  return CapitalizedWord(place.end + 1) && !CapitalizedWord(place.end + 2);
}

Level PlaceFinder::HighestLevel(const PlaceMention& mention) {
  if (mention.level != Level::kNone) return mention.level;
  Level highest = Level::kVillage;
  for (const PlaceIndex index : mention.candidates) highest = std::min(highest, Gazetteer::Get().place(index).level);
  return highest;
}

bool PlaceFinder::Above(const PlaceMention& mention, const PlaceMention& previous) {
  return HighestLevel(mention) < HighestLevel(previous);
}

}  // namespace timso
