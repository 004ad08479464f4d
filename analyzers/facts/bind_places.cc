// Places of a sentence that its numbers are not about: bases of comparison, wholes, partners, where something is.
#include <algorithm>

#include "analyzers/facts/binder.h"

namespace timso {

using PlaceKind = PlaceMention::Kind;

// "đứng thứ 3 toàn quốc": what something ranks in.
bool Binder::Ranks(const PlaceMention& place) const {
  return place.begin > sentence_->begin + 1 && text_.tokens[place.begin - 1].kind == TokenKind::kNumber &&
         IsWord(text_, place.begin - 2, "thứ");
}

// "tỷ trọng GRDP của Hà Nam trong cả nước": a place before it in the clause is the subject.
bool Binder::BehindPart(const PlaceMention& place) const {
  const std::size_t clause = ClauseBegin(text_, sentence_->begin, place.begin);
  if (place.begin == clause || !IsWord(text_, place.begin - 1, "trong")) return false;
  return std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& first) {
    return first.begin >= clause && first.end < place.begin && IsSubject(first);
  });
}

// "phải đóng góp ngân sách cả nước 3 tỷ": who only receives.
bool Binder::IsGivenTo(const PlaceMention& place) const {
  for (std::size_t i = ClauseBegin(text_, sentence_->begin, place.begin); i + 1 < place.begin; ++i) {
    if (IsWord(text_, i, "đóng") && IsWord(text_, i + 1, "góp")) return true;
  }
  return false;
}

// "17% dân số cả nước": the whole that a percent is a part of.
bool Binder::IsBase(const PlaceMention& place) const {
  constexpr std::size_t kReach = 6;  // tokens
  if (place.kind != PlaceKind::kCountry) return false;
  if (place.back && (Ranks(place) || BehindPart(place) || IsGivenTo(place))) return true;
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    const bool behind = quantity.IsPercent() && quantity.end <= place.begin && place.begin - quantity.end <= kReach;
    if (place.back && quantity.IsPercent() && quantity.end == place.begin) return true;  // "chiếm 8,2% cả nước"
    return behind && ClauseEnd(text_, quantity.end, place.begin) == place.begin &&
           HasCue(text_, quantity.end, place.begin + 1, "total_of");
  });
}

// "Lào hiện là bạn hàng lớn của Việt Nam, là thị trường của Mỹ": a name inside what the subject is said to be.
bool Binder::InsidePredicate(const PlaceMention& place) const {
  if (place.begin <= sentence_->begin || !text_.IsKey(place.begin - 1, "của")) return false;
  const std::size_t clause = ClauseBegin(text_, sentence_->begin, place.begin);
  if (text_.IsKey(clause, "là") && clause > sentence_->begin) return true;
  return std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& first) {
    if (first.begin < clause || first.end >= place.begin || !IsSubject(first)) return false;
    for (std::size_t at = first.end; at < std::min(first.end + 3, place.begin); ++at) {
      if (IsWord(text_, at, "là") || (IsWord(text_, at, "trở") && IsWord(text_, at + 1, "thành"))) return true;
    }
    return false;
  });
}

// "một kho rộng 19 ha tại Hà Đông; 13 đoàn tàu …": where the counted thing is says nothing of the next.
bool Binder::WhereItIs(const PlaceMention& place) const {
  if (place.kind != PlaceKind::kBody && subject_.company && !sentence_subjects_.empty() &&
      text_.IsKey(place.begin - 1, {"tại", "ở", "trên", "trong", "khắp"}))
    return true;  // "TPBank có 30 phòng giao dịch ở Hà Nội"
  const bool everywhere = place.back && IsWord(text_, place.begin - 1, "trên");  // "tại 12 trạm trên toàn quốc, …"
  if (!everywhere && !subject_.known() && sentence_subjects_.empty()) return false;
  if (place.begin == sentence_->begin || (!everywhere && !text_.IsKey(place.begin - 1, {"tại", "ở"}))) return false;
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    return quantity.end < place.begin && ClauseEnd(text_, quantity.end, place.begin) == place.begin;
  });
}

// "cao hơn bình quân chung cả nước", "gấp 2 lần mức tăng của cả nước", "so với Đông Nam Bộ": what is compared with.
bool Binder::IsComparedWith(const PlaceMention& place) const {
  if (place.kind == PlaceKind::kBody) return false;
  std::size_t since = ClauseBegin(text_, sentence_->begin, place.begin);
  for (const Quantity& quantity : sentence_->quantities) {
    if (quantity.end > place.begin || quantity.end <= since) continue;
    since = quantity.end;
    const bool times = quantity.unit == "times" && quantity.number_begin > sentence_->begin;
    const bool multiplied =
        times && IsWord(text_, quantity.number_begin - 1, "gấp") && (place.back || place.begin - quantity.end <= 2);
    if (multiplied) return true;
  }
  const Mention* compare = LastCue(text_, since, place.begin, "compare");
  for (const std::string_view role : {"up", "down"}) {
    const Mention* more = LastCue(text_, since, place.begin, role);
    const bool comparative = more != nullptr && more->end == more->begin + 2 && IsWord(text_, more->end - 1, "hơn");
    if (compare == nullptr && comparative) compare = more;
  }
  if (compare == nullptr) return false;
  const bool timed = std::any_of(
      sentence_->periods.begin(), sentence_->periods.end(),
      [&](const PeriodMention& period) { return period.begin >= compare->begin && period.end <= place.begin; });
  return !timed && !HasCue(text_, compare->begin, place.begin, "year_before");
}

bool Binder::IsNation(const PlaceMention& place) {
  return place.kind == PlaceKind::kCountry && place.level == Level::kCountry && !place.back;
}

// "so với 3% của Mỹ", "thấp hơn mức 58 triệu đồng của cả nước": whose the number is that another is compared with.
const PlaceMention* Binder::OwnerOfCompared(const Quantity& quantity) const {
  constexpr std::size_t kReach = 4;  // tokens before the number
  const std::size_t since =
      std::max(ClauseBegin(text_, sentence_->begin, quantity.begin), TokensBack(quantity.begin, kReach));
  const Mention* compare = LastCue(text_, sentence_->begin, quantity.begin, "compare");
  if (compare == nullptr || HasCue(text_, compare->begin, quantity.begin, "year_before")) return nullptr;
  const bool near = compare->begin >= since;  // else one of a list: "so với 3 tỷ của Ý, 2 tỷ của Canada"
  for (const PlaceMention& place : sentence_->places) {
    const bool behind = place.begin > quantity.end && place.begin <= quantity.end + 2 && !place.parent_of_previous;
    if (behind && IsWord(text_, place.begin - 1, "của") && IsSubject(place))
      return near || IsNation(place) ? &place : nullptr;
  }
  return nullptr;
}

// Whether a place only owns a number that another is compared with.
bool Binder::OwnsCompared(const PlaceMention& place) const {
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                     [&](const Quantity& quantity) { return OwnerOfCompared(quantity) == &place; });
}

// "đối tác lớn nhất của Việt Nam với kim ngạch …", "trong khi thị trường Nhật đạt 3 tỷ USD xuất khẩu": the numbers are
// of the trade with a partner.
bool Binder::IsPartner(const PlaceMention& place) const {
  if (place.kind != PlaceKind::kCountry || place.level != Level::kCountry || place.weak) return false;
  if (place.begin <= sentence_->begin + 1) return false;
  const std::size_t clause = ClauseBegin(text_, sentence_->begin, place.begin);
  const Mention* partner = LastCue(text_, clause, place.begin, "partner");
  if (partner == nullptr) return false;
  // "điểm đến chính là Nhật Bản", "thị trường lớn nhất là Nhật Bản"
  if (IsWord(text_, place.begin - 1, "là") && HasCue(text_, sentence_->begin, place.begin, "trade")) return true;
  if (partner->end == place.begin && IsWord(text_, partner->begin, "thị")) {
    return HasCue(text_, sentence_->begin, place.begin, "trade");
  }
  if (!IsWord(text_, place.begin - 1, "của")) return false;
  return std::none_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    return quantity.begin >= partner->end && quantity.end <= place.begin;
  });
}

// "Về thị trường, Mỹ dẫn đầu": a sentence that goes through the markets.
bool Binder::GoesThroughMarkets(std::size_t end) const {
  for (std::size_t at = sentence_->begin + 1; at + 1 < end; ++at) {
    if (!text_.IsKey(at, "thị") || !text_.IsKey(at + 1, "trường")) continue;
    return text_.IsKey(at - 1, {"về", "các", "những"}) || text_.IsKey(at + 2, {"xuất", "chính", "chủ"});
  }
  return false;
}

// "thị trường Nhật đạt 5 triệu USD", and the next of such a list: where goods of somebody else go. "trên thị trường
// Nhật" says where.
bool Binder::IsMarket(const PlaceMention& place) const {
  const auto foreign = [](const PlaceMention& other) {
    return other.kind == PlaceKind::kCountry && other.level == Level::kCountry && other.name != "Việt Nam";
  };
  const auto named = [&](const PlaceMention& other) {
    const std::size_t at = other.begin;
    if (!foreign(other) || at < sentence_->begin + 2) return false;
    const bool where = at > sentence_->begin + 2 && text_.IsKey(at - 3, {"trên", "tại", "ở"});
    return !where && text_.IsKey(at - 2, "thị") && text_.IsKey(at - 1, "trường");
  };
  // "Hàn Quốc vẫn là nhà đầu tư lớn nhất với 68 dự án" of a province.
  const auto partner = [&](const PlaceMention& other) {
    constexpr std::size_t kReach = 5;  // tokens
    const std::size_t end = std::min(other.end + kReach, sentence_->end);
    const Mention* says = FirstCue(text_, other.end, end, "partner");
    return foreign(other) && subject_.place != kNoPlace && says != nullptr && text_.IsKey(says->begin - 1, "là");
  };
  if (named(place) || partner(place)) return true;
  if (!foreign(place) || place.begin == sentence_->begin) return false;
  const bool listed = text_.IsPunctuation(place.begin - 1, ",;:") || text_.IsKey(place.begin - 1, {"và", "là", "đến"});
  if (listed && GoesThroughMarkets(place.begin)) return true;
  return listed && std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& other) {
           return other.begin < place.begin && (named(other) || partner(other));
         });
}

// "Lào đón 300.000 lượt khách, Thái Lan đứng đầu với 90.000 lượt": where another's guests come from.
bool Binder::SendsGuests(const PlaceMention& place) const {
  if (place.kind != PlaceKind::kCountry || place.back || !previous_ || frame_.measure == nullptr) return false;
  if (frame_.measure->id != "tourists" || !subject_.name || subject_.name == place.name) return false;
  return !text_.IsKey(place.end, {"đón", "thu", "có", "cũng"});
}

// "toàn hệ thống", "doanh nghiệp này" in a sentence about a company is that company.
bool Binder::OfItsOwn(const PlaceMention& place) const {
  const bool branch = subject_.name == "Việt Nam" && IsWord(text_, place.begin + 1, "ngành");  // … of the nation
  if (subject_.level != Level::kOrganization && !branch) return false;
  if (IsWord(text_, place.begin, "toàn")) return true;
  return subject_.company && sentence_subjects_.size() == 1 && IsWord(text_, place.end - 1, "này");
}

// "tại xã An Bình, xã An Hòa và xã An Lộc": a list goes on as it began.
bool Binder::ListedWithSkipped(const PlaceMention& place) const {
  if (skipped_place_ <= sentence_->begin || skipped_place_ + 1 != place.begin) return false;
  if (!text_.IsPunctuation(skipped_place_, ",") && !IsWord(text_, skipped_place_, "và")) return false;
  return std::any_of(sentence_->places.begin(), sentence_->places.end(),
                     [&](const PlaceMention& first) { return first.end <= skipped_place_ && WhereItIs(first); });
}

// "thiệt hại 5 tỷ USD vì lệnh cấm của Nhật Bản, gồm …": what a reason behind a number names.
bool Binder::InReason(const PlaceMention& place) const {
  const std::size_t clause = ClauseBegin(text_, sentence_->begin, place.begin);
  const Mention* reason = LastCue(text_, clause, place.begin, "reason");
  if (reason == nullptr || !subject_.known()) return false;
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    return quantity.begin >= clause && quantity.end <= reason->begin;
  });
}

// "A (5%), B (6%), trong khi các vùng trồng lúa chỉ đạt 2%": behind a contrast whoever of several was named last is
// not meant.
bool Binder::Contrasted(const Quantity& quantity) const {
  if (sentence_subjects_.size() < 2 || places_passed_ == 0) return false;
  const std::size_t since = sentence_->places[places_passed_ - 1].end;
  for (const Mention* cue = FirstCue(text_, since, quantity.begin, "contrast"); cue != nullptr;
       cue = FirstCue(text_, cue->end, quantity.begin, "contrast")) {
    if (IsWord(text_, cue->begin, "trong") && HasContent(cue->end, quantity.begin)) return true;
  }
  return false;
}

// "so với mức bình quân 0,7% của các ngân hàng khác": a number that is compared with and has an owner of its own.
bool Binder::OfOthers(const Quantity& quantity, const NumberContext& context) const {
  constexpr std::size_t kReach = 5;  // tokens before the number
  if (!IsWord(text_, context.right, "của")) return false;
  const std::size_t since = TokensBack(quantity.begin, kReach, context.clause);
  const Mention* compare = LastCue(text_, since, quantity.begin, "compare");
  if (compare == nullptr || HasCue(text_, compare->begin, quantity.begin, "year_before")) return false;
  const std::size_t owner = context.right + 1;
  const auto mentions = text_.MentionsIn(owner, owner + 1);
  return text_.tokens[owner].kind == TokenKind::kWord &&
         std::none_of(mentions.begin(), mentions.end(),
                      [](const Mention* mention) { return mention->role == Role::kTime; });
}

// "67% của 23 tỷ đôi giày mà thế giới đã tiêu thụ": what the world has is nobody's own.
bool Binder::OfTheWorld(const Quantity& quantity, const NumberContext& context) const {
  if (quantity.IsPercent()) return false;
  return std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
    const bool behind = place.kind == PlaceKind::kEach && place.begin > context.right && place.end <= context.right_end;
    return behind && IsWord(text_, place.begin - 1, "mà");
  });
}

// "3 tỷ đồng cho kế hoạch dời trụ sở ở Hà Nam": behind words of a purpose a place is not the counted thing's.
bool Binder::PurposeBetween(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (IsWord(text_, i, "cho") || IsWord(text_, i, "để")) return true;
  }
  return false;
}

// "Hải Phòng, Cần Thơ, mỗi nơi …": those just named, one by one.
bool Binder::EachOfTogether(const PlaceMention& place) const {
  if (place.kind != PlaceKind::kEach || together_.size() < 2 || !IsWord(text_, place.begin - 1, "mỗi")) return false;
  const std::size_t end = sentence_->places[places_passed_ - 1].end;
  return end + 2 >= place.begin;
}

// The token after the last of the places that were named together.
std::size_t Binder::TogetherEnd() const {
  std::size_t last = places_passed_ - 1;
  while (last > 0 && sentence_->places[last].kind == PlaceKind::kEach) --last;
  return sentence_->places[last].end;
}

// "Hải Phòng, Cần Thơ và Huế kết nạp lần lượt 15, 12 và 10": of as many joined numbers as places each has its own.
std::optional<Subject> Binder::OneOfTogether(const Quantity& quantity) const {
  if (together_.size() < 2 || places_passed_ == 0) return std::nullopt;
  if (!HasCue(text_, TogetherEnd(), quantity.begin, "respectively")) return std::nullopt;
  const auto& quantities = sentence_->quantities;
  const auto at = std::find_if(quantities.begin(), quantities.end(),
                               [&](const Quantity& other) { return other.number_begin == quantity.number_begin; });
  const auto [first, last] = JoinedWith(static_cast<std::size_t>(at - quantities.begin()));
  const auto place = static_cast<std::size_t>(at - quantities.begin()) - first;
  if (at == quantities.end() || last - first + 1 != together_.size()) return std::nullopt;
  return together_[place];
}

}  // namespace timso
