// Whom and when: the subjects and periods that a sentence's numbers fall under.
#include <algorithm>

#include "analyzers/facts/binder.h"
#include "analyzers/text/syllable.h"

namespace timso {
namespace {

using PlaceKind = PlaceMention::Kind;

}  // namespace

// Inside brackets that hold no number: "quốc lộ 14 (đường qua Tây Nguyên)".
bool Binder::InBrackets(const PlaceMention& place) const {
  std::size_t open = place.begin;
  while (open > sentence_->begin && !text_.IsPunctuation(open - 1, "()")) --open;
  if (open == sentence_->begin || !text_.IsPunctuation(open - 1, "(")) return false;
  std::size_t close = place.end;
  while (close < sentence_->end && !text_.IsPunctuation(close, ")")) ++close;
  return std::none_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    return quantity.number_begin >= open && quantity.number_end <= close;
  });
}

bool Binder::IsSubject(const PlaceMention& place) const {
  if (place.parent_of_previous || place.source || place.kind == PlaceKind::kEach || place.kind == PlaceKind::kGeneral) {
    return false;
  }
  if (InBrackets(place) || place.weak || (place.speaker && (subject_.known() || place.kind == PlaceKind::kBody)))
    return false;
  const bool told = resolver_.document().known() && resolver_.document().name != place.name;
  if (place.dateline && told) return false;
  const std::size_t before = place.begin;
  if (place.end < sentence_->end && text_.IsKey(place.end, {"giao", "đề"})) return false;
  if (place.kind != PlaceKind::kBack) return true;
  if (place.whole || place.typed == false) return true;
  // "huyện" or "Huyện ủy" alone: only where a clause begins, or after "của", "trong", "địa bàn" …
  if (before == sentence_->begin || text_.tokens[before - 1].kind == TokenKind::kPunctuation) return true;
  for (const PeriodMention& period : sentence_->periods) {
    if (period.end == before) return true;
  }
  if (text_.tokens[before - 1].all_capitals) return true;  // "UBKT Huyện ủy", "BTV Tỉnh ủy"
  return text_.IsKey(before - 1, {"của", "trong", "bàn", "ở", "tại", "bộ", "vụ"});
}

// "toàn quốc" beside another country is that country's.
Subject Binder::CountryInForce(const PlaceMention& place) const {
  const PlaceMention* foreign = nullptr;
  const bool ours = IsWord(text_, place.end - 1, "ta");  // "nước ta"
  for (const PlaceMention& other : sentence_->places) {
    if (ours) break;
    if (other.kind != PlaceKind::kCountry || other.level != Level::kCountry || other.back) continue;
    if (other.name == place.name) return resolver_.SubjectOf(place, subject_);
    const Mention* whole = LastCue(text_, sentence_->begin, other.begin, "total_of");  // "dân số Nhật"
    const bool owns = whole != nullptr && whole->end == other.begin;
    if (foreign == nullptr && (!other.weak || owns)) foreign = &other;
  }
  return resolver_.SubjectOf(foreign != nullptr ? *foreign : place, subject_);
}

// Takes up the subjects named before token `end`.
void Binder::PassPlaces(std::size_t end) {
  for (; places_passed_ < sentence_->places.size(); ++places_passed_) {
    const PlaceMention& place = sentence_->places[places_passed_];
    if (place.begin >= end) return;
    if (SendsGuests(place) || EachOfTogether(place)) continue;
    if (IsMarket(place)) {
      const bool own = subject_.place != kNoPlace || subject_.name == "Việt Nam" ||
                       (sentence_subjects_.empty() && GoesThroughMarkets(place.begin));
      if (!own) subject_ = {};
      continue;
    }
    if (IsPartner(place)) {
      const bool passes = IsWord(text_, place.begin - 1, "của") && !sentence_subjects_.empty();
      if (!passes) subject_ = {};
      continue;
    }
    // "Sở Y tế tỉnh Hà Nam cho biết, số ca mắc …": an office tells of its territory when nobody else is named.
    const bool office = place.source && place.kind == PlaceKind::kBody && IsWord(text_, place.begin, "sở");
    if (office && !subject_.known()) subject_ = resolver_.TerritoryOf(place);
    if (ListedWithSkipped(place) || !IsSubject(place) || IsBase(place) || InReason(place) || IsComparedWith(place) ||
        OwnsCompared(place) || InsidePredicate(place) || WhereItIs(place)) {
      // "kết nạp 9 đảng viên ở các doanh nghiệp này, đạt …": only where they are.
      const bool where = previous_ && text_.IsKey(place.begin - 1, {"ở", "tại", "trong"});
      if (place.kind == PlaceKind::kEach && !place.weak && !where && !OfItsOwn(place))
        subject_ = resolver_.SubjectOf(place, subject_);
      skipped_place_ = place.end;
      continue;
    }
    const Subject subject = place.back ? CountryInForce(place) : resolver_.SubjectOf(place, subject_);
    if (!subject.known()) continue;
    // A level without a name that nothing before bears: "bản" of a text, "xã" in general.
    const bool open = place.kind == PlaceKind::kBack && !subject.name && !place.whole && !place.organ;
    if (open && resolver_.document().level != subject.level) continue;
    // "Hải Phòng, Cần Thơ: mỗi nơi …" share what follows.
    const bool joined = !together_.empty() && place.begin >= 1 &&
                        (text_.IsPunctuation(place.begin - 1, ",") || text_.IsKey(place.begin - 1, "và")) &&
                        places_passed_ > 0 && sentence_->places[places_passed_ - 1].end + 1 == place.begin;
    if (!joined) together_.clear();
    // "Tại Liêm Cần, xã …" is one.
    if (together_.empty() || !(together_.back() == subject)) together_.push_back(subject);
    // "toàn xã kết nạp 68, nhiều nhất là thôn A với 9": the whole stays in force behind its part.
    if (previous_ && sentence_subjects_.empty() && subject_.known() && subject.level > subject_.level)
      sentence_subjects_.push_back(subject_);
    if (std::find(sentence_subjects_.begin(), sentence_subjects_.end(), subject) == sentence_subjects_.end()) {
      sentence_subjects_.push_back(subject);
    }
    subject_ = subject;
  }
}

// "5 nước: Nga, Armenia, Belarus, với GDP 2.200 tỷ": what several own together is none of them's.
bool Binder::SharedByAll(const Quantity& quantity) const {
  if (together_.size() < 2 || places_passed_ == 0) return false;
  const PlaceMention& last = sentence_->places[places_passed_ - 1];
  return !last.parent_of_previous && last.end <= quantity.begin;
}

std::vector<Subject> Binder::SubjectsOf(const Quantity& quantity, const NumberContext& context) {
  if (const PlaceMention* other = OwnerOfCompared(quantity)) return {resolver_.SubjectOf(*other, subject_)};
  if (OfTheWorld(quantity, context) || OfOthers(quantity, context)) return {Subject{}};
  for (const PlaceMention& place : sentence_->places) {  // "so với Indonesia (56%), Malaysia (77%)"
    const bool own = place.end + 1 == quantity.begin && text_.IsPunctuation(place.end, "(");
    const bool named = place.kind == PlaceKind::kCountry && !place.parent_of_previous;
    if (own && named && (!place.back || IsComparedWith(place))) return {resolver_.SubjectOf(place, subject_)};
  }
  const bool named_left =
      std::any_of(sentence_->places.begin(), sentence_->places.end(), [&](const PlaceMention& place) {
        return place.begin >= sentence_->begin && place.end <= quantity.begin && IsSubject(place);
      });
  if (!named_left) {
    // "trên 400 đoàn viên của huyện Nhơn Trạch": whom the counted things belong to.
    for (const PlaceMention& place : sentence_->places) {
      if (place.begin < context.right || place.begin >= context.right_end || !IsSubject(place) || IsBase(place))
        continue;
      const bool owner = text_.IsKey(place.begin - 1, {"của", "ở", "tại", "bàn", "cho"});
      const bool behind_other =
          text_.IsKey(place.begin - 1, {"ở", "tại"}) && PurposeBetween(context.right, place.begin);
      if (owner && !behind_other && place.kind != PlaceKind::kBack)
        return {subject_ = resolver_.SubjectOf(place, subject_)};
    }
  }
  if (const std::optional<Subject> one = OneOfTogether(quantity)) return {*one};
  if (together_.size() > 1 && places_passed_ > 0) {
    const std::size_t since = TogetherEnd();
    for (std::size_t i = since; i < quantity.begin; ++i) {
      if (text_.IsKey(i, {"đều", "mỗi", "cùng", "cũng"})) return together_;
    }
  }
  if (SharedByAll(quantity) || Contrasted(quantity)) return {Subject{}};
  return {subject_};
}

// "Khởi công năm 2012, công trình …": when something came to be says nothing of its numbers.
bool Binder::OfAnEvent(const PeriodMention& period) const {
  constexpr std::size_t kReach = 2;  // "thành lập từ năm 2012", "khánh thành vào tháng 3"
  const Mention* event = LastCue(text_, sentence_->begin, period.begin, "event");
  if (event == nullptr || period.begin - event->end > kReach) return false;
  // "khi mới thành lập năm 2012, chi bộ có 5 đảng viên": then they stood so.
  for (std::size_t i = event->begin; i > sentence_->begin && event->begin - i < kReach; --i) {
    if (text_.IsKey(i - 1, {"khi", "lúc"})) return false;
  }
  for (std::size_t i = event->end; i < period.begin; ++i) {
    if (!text_.IsKey(i, "từ") && !text_.IsKey(i, "vào") && !text_.IsKey(i, "trong")) return false;
  }
  return std::none_of(sentence_->quantities.begin(), sentence_->quantities.end(),
                      [&](const Quantity& quantity) { return quantity.begin < event->begin; });
}

// "32,7% dự toán cả năm", "đến ngày 31/12/2018 vượt kế hoạch năm 2018": the year is the plan's.
bool Binder::OfThePlan(const PeriodMention& period) const {
  const Mention* plan = LastCue(text_, sentence_->begin, period.begin + 1, "plan");  // "kế hoạch năm" is one, too
  if (plan == nullptr || plan->end < period.begin) return false;
  if (plan->end == period.begin && text_.IsKey(period.begin, "cả")) return true;
  return std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& stated) {
    return stated.up_to && stated.end <= plan->begin && stated.period.to && period.period.to &&
           stated.period.to->year == period.period.to->year;
  });
}

// "quý III và 9 tháng đầu năm 2017": which of two periods a number is of is not said.
bool Binder::JoinsShorter(std::size_t i) const {
  const PeriodMention& second = sentence_->periods[i];
  // "quý III và 9 tháng …": a quarter whose year comes only behind
  const bool quarter = second.begin > sentence_->begin + 3 && IsWord(text_, second.begin - 1, "và") &&
                       IsWord(text_, second.begin - 3, "quý");
  if (quarter && !second.reference && second.rule == "first-months") return true;
  if (i == 0) return false;
  const PeriodMention& first = sentence_->periods[i - 1];
  if (first.reference || second.reference || first.end + 1 != second.begin || !IsWord(text_, first.end, "và"))
    return false;
  Period part = first.period;
  const Period& whole = second.period;
  if (!part.from || !part.to || !whole.from || !whole.to) return false;
  if (!first.dated) part.from->year = part.to->year = whole.from->year;
  return *whole.from <= *part.from && *part.to <= *whole.to && (part.from != whole.from || part.to != whole.to);
}

void Binder::PassPeriods(std::size_t end) {
  LeaveBracket(end);
  for (; periods_passed_ < sentence_->periods.size(); ++periods_passed_) {
    const PeriodMention& period = sentence_->periods[periods_passed_];
    if (period.begin >= end) return;
    if (period.unknown && !period.reference) {
      has_period_ = false;
      period_ = {};
      continue;
    }
    if (JoinsShorter(periods_passed_)) {
      period_ = {};
      has_period_ = false;
      continue;
    }
    if (period.begin > sentence_->begin && text_.IsKey(period.begin - 1, "trước"))
      continue;  // "15 ngày trước ngày 5/4"
    if (period.aside && previous_) continue;
    if (OfAnEvent(period)) founded_ = period;
    if ((period.reference && !period.forgets) || OfAnEvent(period) || OfThePlan(period)) continue;
    if (TakesOccasion(period)) continue;
    // "Từ 2019 - 2022 … hằng năm": what the sentence names stays.
    const bool named = std::any_of(sentence_->periods.begin(), sentence_->periods.end(),
                                   [](const PeriodMention& p) { return !p.reference && !p.forgets; });
    if (period.forgets && named) continue;
    if (period.yearly && (period_in_paragraph_ || aimed_)) continue;
    const bool day = !period.up_to && !period.now && period.period.from && period.period.from == period.period.to;
    if (day && sentence_->end - sentence_->begin < 6) continue;
    const bool bracketed = period.begin > 0 && text_.IsPunctuation(period.begin - 1, "(");
    if (bracketed && period.begin > previous_end_ && previous_ && end > period.end) continue;
    if (StaysInBracket(period, end)) continue;
    period_ = period;
    has_period_ = true;
    now_here_ = period.now;
    // What is planned, and the day of an event, are said of this sentence only.
    const bool planned = HasCue(text_, sentence_->begin, period.begin, "aim_verb") || aimed_;
    if (period.now || period.forgets || planned || day || period_bracket_ != 0 || Contrasted(period)) continue;
    if (StageOfRate(period) || NamesCongress(period)) continue;
    if (InPassing(period) && !wider_period_) wider_period_ = lasting_period_;
    lasting_period_ = period;
    period_in_paragraph_ = true;
    has_lasting_period_ = true;
  }
}

// "nhưng chỉ trong 10 tháng đã đạt 28 tỷ": months that no year is known of; the year in force is not meant.
bool Binder::WithinMonths(std::size_t begin, std::size_t end) const {
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    const bool within = quantity.begin > begin && text_.IsKey(quantity.begin - 1, "trong");
    return within && quantity.end <= end && quantity.unit == "month";
  });
}

// "(năm 2005 đạt 5 triệu tấn)": the period that stands in front of the number in its bracket.
const PeriodMention* Binder::InSameBracket(std::size_t begin) const {
  constexpr std::size_t kReach = 8;  // tokens
  for (const PeriodMention& period : sentence_->periods) {
    const bool opens = period.begin > 0 && text_.IsPunctuation(period.begin - 1, "(");
    if (!opens || period.reference || period.end > begin || begin - period.end > kReach) continue;
    if (ClauseEnd(text_, period.end, begin) == begin) return &period;
  }
  return nullptr;
}

// "quý II (6,17%) cao hơn quý I (5,15%)": the period that the number's bracket explains.
const PeriodMention* Binder::BeforeBracket(std::size_t begin) const {
  if (begin < sentence_->begin + 2 || !text_.IsPunctuation(begin - 1, "(")) return nullptr;
  for (const PeriodMention& period : sentence_->periods) {
    if (period.end + 1 == begin && period.period.from) return &period;
  }
  return nullptr;
}

// "… tăng 5% Đánh giá chung năm 2017 …": a sentence that no full stop parts from the number before.
bool Binder::GluedBetween(std::size_t begin, std::size_t end) const {
  if (begin + 1 >= end || !text_.tokens[begin].capitalized || text_.tokens[begin].all_capitals) return false;
  return text_.tokens[begin].kind == TokenKind::kWord && text_.tokens[begin + 1].kind == TokenKind::kWord &&
         !text_.tokens[begin + 1].capitalized;
}

PeriodMention Binder::PeriodOf(std::size_t begin, std::size_t end, const NumberContext& context, bool stock) {
  PassPeriods(begin);
  for (const PeriodMention& period : sentence_->periods) {  // "từ 76% năm 2016 lên 85% trong năm 2020"
    if (period.reference || period.now || period.begin < context.right || OfThePlan(period)) continue;
    std::size_t noun = NounPhraseEnd(context);
    if (text_.IsKey(noun, {"mỗi", "một"}) && noun + 2 < period.begin)
      noun += 2;                                                      // "9 triệu thùng mỗi ngày vào năm 2017"
    const bool of_plan = HasCue(text_, context.right, noun, "plan");  // "vượt 12% chỉ tiêu của cả năm 2017"
    const bool joined = !of_plan && period.begin == noun + 1 &&
                        (IsWord(text_, noun, "trong") || IsWord(text_, noun, "vào") || IsWord(text_, noun, "cho") ||
                         IsWord(text_, noun, "của"));
    if (period.unknown && (joined || period.begin == context.right)) return {};  // "còn 5% trong năm nay"
    const bool years = period.whole_years ||
                       (period.period.from && period.period.to && period.period.from->year < period.period.to->year);
    const bool adjacent = period.begin == context.right || (period.begin == noun && period.dated && !of_plan);
    if ((adjacent && years) || (joined && period.period.from && period.period.to)) return period;
  }
  if (const PeriodMention* bracketed = InSameBracket(begin)) return *bracketed;
  if (const PeriodMention* explained = BeforeBracket(begin)) return *explained;
  if (const PeriodMention* scene = TimeOfScene(context.right_end)) return *(scene_ = *scene);
  if (WithinMonths(context.clause, begin)) return {};
  const bool own_left = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& p) {
    const bool bracketed = p.begin > 0 && text_.IsPunctuation(p.begin - 1, "(");
    return !p.reference && !bracketed && p.begin >= context.clause && p.end <= begin;
  });
  if (!own_left) {
    const bool listed = begin > sentence_->begin && text_.IsPunctuation(begin - 1, ",;");
    const PeriodMention* shared = listed ? nullptr : SharedBehind(NounPhraseEnd(context));
    if (shared != nullptr) return *shared;
    const bool earlier = std::any_of(sentence_->periods.begin(), sentence_->periods.end(), [&](const PeriodMention& p) {
      return !p.reference && !p.unknown && p.end <= begin;
    });
    for (const PeriodMention& period : sentence_->periods) {
      const bool is_now = period.now && period.begin >= context.right && period.begin < context.right_end &&
                          IsWord(text_, period.end, "là") && !IsWord(text_, period.begin - 1, "thì");
      if (is_now) return period;  // "87 chi hội trưởng hiện là đảng viên"
      if (period.reference || period.begin < end || period.now || period.unknown || OfThePlan(period)) continue;
      const bool bracketed = period.begin == context.right_end + 1 && text_.IsPunctuation(context.right_end, "(") &&
                             text_.tokens[period.end].kind == TokenKind::kPunctuation;
      const bool adjacent = period.begin == context.right;
      const bool own = !earlier && period.begin < context.right_end && !IsWord(text_, period.begin - 1, "và") &&
                       !GluedBetween(context.right, period.begin);  // "vay 3 tỷ và đến năm 2016 đã trả"
      if (bracketed || adjacent || own) return period;
    }
  }
  if (period_.now && !now_here_ && !stock) return has_lasting_period_ ? lasting_period_ : PeriodMention{};
  return has_period_ ? period_ : PeriodMention{};
}

// "so với 41,8 tỷ cùng kỳ năm 2016": a level that is compared with stands in the time named behind it, or in none
// known.
PeriodMention Binder::ComparedPeriod(const Quantity& quantity, const NumberContext& context) const {
  for (const PeriodMention& period : sentence_->periods) {
    // "cùng kỳ năm trước" is a year before what is in force, not before the document.
    const bool relative = !period.dated && HasCue(text_, context.right, period.end, "year_before");
    if (relative && has_period_ && period_.dated) continue;
    if (period.begin < quantity.end || period.begin >= context.right_end || !period.period.from) continue;
    const Mention* same = LastCue(text_, quantity.end, period.begin, "year_before");
    return same != nullptr && same->end == period.begin ? SamePartOf(period) : period;
  }
  for (const PeriodMention& period : sentence_->periods) {  // "cùng kỳ năm 2016 đạt 35 tỷ"
    if (period.begin >= context.clause && period.end <= quantity.begin && period.period.from) return period;
  }
  return YearBefore(quantity, context);
}

// "so với 40 tỷ cùng kỳ năm ngoái": the period in force, a year earlier. Nothing when the words name another step.
PeriodMention Binder::YearBefore(const Quantity& quantity, const NumberContext& context) const {
  const Mention* left = LastCue(text_, context.left, quantity.begin, "year_before");
  const Mention* earlier = left != nullptr ? left : FirstCue(text_, context.right, context.right_end, "year_before");
  if (earlier == nullptr) return {};
  bool year = text_.IsKey(earlier->begin, "năm") && text_.IsKey(earlier->end - 1, {"trước", "ngoái"});
  for (std::size_t i = earlier->begin; i + 1 < earlier->end; ++i) {
    year = year || (text_.IsKey(i, "cùng") && text_.IsKey(i + 1, "kì"));
  }
  return year ? SameYearBefore() : PeriodMention{};
}

PeriodMention Binder::SameYearBefore() const {
  if (!has_period_ || !period_.period.from || !period_.period.to) return {};
  PeriodMention before = period_;
  before.now = false;
  for (auto* date : {&before.period.from, &before.period.to}) {
    --(*date)->year;
    (*date)->day = std::min((*date)->day, DaysInMonth((*date)->year, (*date)->month));
  }
  return before;
}

// "năm 2000 có 30 xã, nhưng hiện nay chỉ còn 28": a number stands between the two times of a sentence.
bool Binder::CountedSince(const PeriodMention& period, const PeriodMention& now) const {
  if (period.begin < sentence_->begin || period.end > now.begin) return false;
  const Mention* contrast = LastCue(text_, period.end, now.begin, "contrast");
  const bool contrasted = contrast != nullptr && contrast->end + 1 >= now.begin;
  const bool marked = text_.lexicon->form() == Lexicon::Form::kExact;  // else "nay" may be "này"
  const bool present = marked && text_.IsKey(now.begin, {"nay", "hiện", "giờ", "bây"});
  const bool reached = IsWord(text_, now.end, "đã");  // "năm 2004 đạt 8 tỷ, đến nay đã đạt 90 tỷ"
  if (!contrasted && !present && !reached) return false;
  return std::any_of(sentence_->quantities.begin(), sentence_->quantities.end(), [&](const Quantity& quantity) {
    constexpr std::size_t kReach = 5;  // tokens: "30 xã năm 2000, hiện nay 28"
    const bool own = quantity.end + kReach >= period.begin && quantity.end <= period.begin &&
                     ClauseBegin(text_, quantity.end, period.begin) == quantity.end;
    const bool told = quantity.begin >= period.end || own;
    return told && quantity.end <= now.begin;
  });
}

Period Binder::PeriodFor(const PeriodMention& mention, bool stock, bool flow, bool brought_to) const {
  Period period = mention.period;
  // "hiện nay" of a document without a date: the end of the count it reports on, or some day of its year.
  const Period& lasting = lasting_period_.period;
  const bool one_year = lasting.from && lasting.to && lasting.from->year == lasting.to->year;
  if (mention.now && !period.to && has_lasting_period_ && one_year && !CountedSince(lasting_period_, mention))
    return lasting_period_.up_to ? Day(*lasting.to) : lasting;
  if (mention.now && flow && period.to) period = {Date{period.to->year, 1, 1}, period.to};
  if (stock && period.to && (mention.up_to || mention.now || brought_to)) period = Day(*period.to);
  return period;
}

}  // namespace timso
