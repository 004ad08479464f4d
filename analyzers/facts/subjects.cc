#include "analyzers/facts/subjects.h"

#include <algorithm>
#include <map>

#include "analyzers/text/syllable.h"
#include "analyzers/text/tokens.h"

namespace timso {
namespace {

using Kind = PlaceMention::Kind;

constexpr Date kNewState{2025, 7, 1};
// What being named behind a number says of whom a document is about: nothing before the third time.
constexpr double kLate = 0.5;
constexpr double kSaysNothing = 1;
// The head of a paper ("HUYỆN ỦY BẮC YÊN") says whom it is about where nothing else does.
constexpr double kIssues = 1.5;

bool UpperCased(std::string_view text) {
  for (const Token& token : Tokenize(text)) {
    if (token.kind == TokenKind::kWord && !token.all_capitals) return false;
  }
  return true;
}

// Whether the text's form is another name or spelling than the gazetteer's, not just another i or y.
bool SpelledOtherwise(std::string_view text, std::string_view name) {
  const auto key = [](std::string_view words) {
    std::string joined;
    for (const Token& token : Tokenize(words)) joined += SyllableKey(Surface(words, token)) + " ";
    return joined;
  };
  return key(text) != key(name) || UpperCased(text) || LowerCase(text) == text;
}

}  // namespace

SubjectResolver::SubjectResolver(std::vector<std::vector<PlaceMention>>& sentences, std::optional<Date> date,
                                 std::size_t issuer)
    : new_state_(date && *date >= kNewState) {
  CollectProvinces(sentences);
  for (auto& mentions : sentences) {
    for (std::size_t i = mentions.size(); i > 0; --i) {  // parents stand behind: they come first
      const bool has_parent = i < mentions.size() && mentions[i].parent_of_previous;
      Resolve(mentions[i - 1], has_parent ? &mentions[i] : nullptr);
    }
  }
  for (const auto& mentions : sentences) {
    for (const PlaceMention& mention : mentions) {
      if (mention.kind == Kind::kNamed) territories_.push_back(FromPlace(mention));
      if (mention.kind == Kind::kBody) bodies_.push_back(mention.name);
    }
  }
  ChooseDocument(sentences, issuer);
  for (auto& mentions : sentences) {
    for (PlaceMention& mention : mentions) {
      Settle(mention);
      const bool body = mention.kind == Kind::kBody && !mention.source && !mention.speaker;
      if (body && !first_body_) first_body_ = SubjectOf(mention, Subject());
    }
  }
}

// "Phường 3" of a text on one town: the one that lies there; of several in its province at least that is known.
void SubjectResolver::Settle(PlaceMention& mention) const {
  // "xã Tân Thịnh" of a text on another province's district, which knows nobody of that name any more
  const bool elsewhere = mention.kind == Kind::kNamed && mention.level == Level::kCommune && mention.typed &&
                         mention.within == kNoPlace && document_.place != kNoPlace && document_.province != kNoPlace &&
                         !mention.candidates.empty() && !InContext(mention);
  if (elsewhere) {
    mention.place = kNoPlace;
    mention.within = document_.province;
    return;
  }
  const bool open = mention.kind == Kind::kNamed && mention.place == kNoPlace && mention.candidates.size() > 1;
  if (!open || document_.place == kNoPlace) return;
  const Gazetteer& gazetteer = Gazetteer::Get();
  std::vector<PlaceIndex> near;
  for (const PlaceIndex index : mention.candidates) {
    if (!InForce(index) || gazetteer.ProvinceOf(index) != document_.province) continue;
    if (mention.within == kNoPlace) mention.within = document_.province;
    const auto chain = gazetteer.Chain(index);
    if (std::find(chain.begin(), chain.end(), document_.place) != chain.end()) near.push_back(index);
  }
  if (near.size() == 1) mention.place = near.front();
}

bool SubjectResolver::InForce(PlaceIndex index) const { return Gazetteer::Get().place(index).old_state != new_state_; }

void SubjectResolver::CollectProvinces(const std::vector<std::vector<PlaceMention>>& sentences) {
  std::map<PlaceIndex, double> weights;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (const PlaceMention& mention : sentences[s]) {
      for (const PlaceIndex index : mention.candidates) {
        if (Gazetteer::Get().place(index).level == Level::kDistrict && mention.kind == Kind::kNamed)
          districts_.push_back(index);
        if (Gazetteer::Get().place(index).level != Level::kProvince || !InForce(index)) continue;
        const bool meant =
            mention.level == Level::kNone || mention.level == Level::kProvince || mention.kind == Kind::kBody;
        if (meant) weights[index] += (s < 2 ? 3 : 1) + (mention.typed ? 1 : 0) + (mention.parent_of_previous ? 2 : 0);
      }
    }
  }
  provinces_.assign(weights.begin(), weights.end());
}

PlaceIndex SubjectResolver::Best(const PlaceMention& mention, const PlaceMention* parent) const {
  const Gazetteer& gazetteer = Gazetteer::Get();
  PlaceIndex best = kNoPlace;
  double best_score = 0;
  std::size_t equals = 0;
  const bool may_be_province = std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](PlaceIndex index) {
    return gazetteer.place(index).level == Level::kProvince;
  });
  for (const PlaceIndex index : mention.candidates) {
    const Place& place = gazetteer.place(index);
    double score = InForce(index) ? 10 : 0;
    if (mention.level == Level::kNone)
      score -= place.level == Level::kProvince ? 0 : place.level == Level::kDistrict ? 2 : 5;
    const PlaceIndex province = gazetteer.ProvinceOf(index);
    for (const auto& [known, weight] : provinces_) {
      if (known == province && !may_be_province) score += 2 + weight / 10;
    }
    if (parent != nullptr) {
      for (const PlaceIndex above : gazetteer.Chain(index)) {
        const auto& candidates = parent->candidates;
        if (above == index) continue;
        if (above == parent->place || above == parent->within) score += 30;
        if (std::find(candidates.begin(), candidates.end(), above) != candidates.end()) score += 20;
      }
    }
    if (best == kNoPlace || score > best_score) {
      best = index;
      best_score = score;
      equals = 1;
    } else if (score == best_score) {
      ++equals;
    }
  }
  return equals == 1 ? best : kNoPlace;
}

void SubjectResolver::Resolve(PlaceMention& mention, const PlaceMention* parent) const {
  if (parent != nullptr) mention.within = parent->place != kNoPlace ? parent->place : parent->within;
  if (mention.kind != Kind::kNamed || mention.candidates.empty()) return;
  if (!mention.typed && !mention.parent_of_previous && !InContext(mention)) {
    mention.kind = Kind::kGeneral;  // "Nam Mỹ" is a commune somewhere, but not here
    return;
  }
  mention.place = Best(mention, parent);
  const Gazetteer& gazetteer = Gazetteer::Get();
  const PlaceIndex named = mention.place != kNoPlace ? mention.place : mention.candidates.front();
  if (SpelledOtherwise(mention.name, gazetteer.place(named).name)) mention.name = gazetteer.place(named).name;
  if (mention.level == Level::kNone || mention.place != kNoPlace) {
    // Several places of the name, none preferred: a level only when they all share it.
    const Level level = gazetteer.place(named).level;
    const bool shared = std::all_of(mention.candidates.begin(), mention.candidates.end(),
                                    [&](PlaceIndex i) { return gazetteer.place(i).level == level; });
    if (mention.place != kNoPlace || shared) mention.level = level;
  }
}

// A bare name that only communes bear is one of them only where the document speaks of their province or district.
bool SubjectResolver::InContext(const PlaceMention& mention) const {
  const Gazetteer& gazetteer = Gazetteer::Get();
  return std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](PlaceIndex index) {
    if (gazetteer.place(index).level != Level::kCommune) return true;
    const PlaceIndex province = gazetteer.ProvinceOf(index);
    const std::vector<PlaceIndex> above = gazetteer.Chain(index);
    const bool in_district = std::any_of(above.begin(), above.end(), [&](PlaceIndex unit) {
      return std::find(districts_.begin(), districts_.end(), unit) != districts_.end();
    });
    return in_district || std::any_of(provinces_.begin(), provinces_.end(),
                                      [&](const auto& known) { return known.first == province; });
  });
}

Subject SubjectResolver::FromPlace(const PlaceMention& mention) const {
  Subject subject;
  subject.name = mention.name;
  subject.level = mention.level;
  subject.place = mention.place;
  const PlaceIndex known = mention.place != kNoPlace ? mention.place : mention.within;
  subject.province = known == kNoPlace ? kNoPlace : Gazetteer::Get().ProvinceOf(known);
  return subject;
}

Subject SubjectResolver::SubjectOf(const PlaceMention& mention, const Subject& current) const {
  Subject subject;
  switch (mention.kind) {
    case Kind::kCountry:
      if (mention.back && current.level == Level::kCountry) return current;
      subject.name = mention.name;
      subject.level = mention.league ? Level::kRegion : mention.level;
      return subject;
    case Kind::kEach:
    case Kind::kGeneral:
      return subject;
    case Kind::kBack:
      if (mention.level == Level::kOrganization) return BackToBody(current);
      return mention.city ? BackToCity(current) : BackTo(mention.level, current);
    case Kind::kBody:
      subject.name = FullName(mention.name);
      subject.level = Level::kOrganization;
      subject.company = mention.company;
      if (!mention.company || mention.typed || subject.name != mention.name) {  // a bare name tells no province
        subject.province = current.province != kNoPlace ? current.province : document_.province;
        if (subject.province == kNoPlace && provinces_.size() == 1) subject.province = provinces_.front().first;
      }
      // "Khối cơ quan Dân Chính Đảng tỉnh Lạng Sơn" names its province itself.
      for (const PlaceIndex index : mention.candidates) {
        if (InForce(index)) subject.province = Gazetteer::Get().ProvinceOf(index);
      }
      return subject;
    case Kind::kNamed:
      subject = FromPlace(mention);
      if (subject.province == kNoPlace && mention.candidates.empty()) {
        subject.province = current.province != kNoPlace ? current.province : document_.province;
      }
      return subject;
  }
  return subject;
}

Subject SubjectResolver::TerritoryOf(const PlaceMention& body) const {
  const Gazetteer& gazetteer = Gazetteer::Get();
  for (const PlaceIndex index : body.candidates) {
    const Place& place = gazetteer.place(index);
    if (InForce(index)) return {std::string(place.name), place.level, index, gazetteer.ProvinceOf(index)};
  }
  return {};
}

// "Khối cơ quan Dân Chính Đảng" after "Khối cơ quan Dân Chính Đảng tỉnh Lạng Sơn" is the same body, "Thép Phú Gia"
// before "Công ty CP Thép Phú Gia".
std::string SubjectResolver::FullName(const std::string& name) const {
  for (const std::string& body : bodies_) {
    if (body.size() > name.size() && (body.starts_with(name + " ") || body.ends_with(" " + name))) return body;
  }
  return name;
}

// "toàn khối", "Đảng ủy Khối": the body in force, the document's or the first that it names.
Subject SubjectResolver::BackToBody(const Subject& current) const {
  for (const Subject& from : {current, document_}) {
    if (from.level == Level::kOrganization && from.name) return from;
  }
  return first_body_.value_or(Subject());
}

// "toàn thành phố": the city in force, which may be a province or a district; nobody when the text names none.
Subject SubjectResolver::BackToCity(const Subject& current) const {
  const Gazetteer& gazetteer = Gazetteer::Get();
  for (const Subject& from : {current, document_}) {
    if (from.place == kNoPlace) continue;
    for (const PlaceIndex index : gazetteer.Chain(from.place)) {
      const Place& place = gazetteer.place(index);
      if (place.type == "thành phố") return {std::string(place.name), place.level, index, gazetteer.ProvinceOf(index)};
    }
  }
  const Subject district = BackTo(Level::kDistrict, current);
  return district.name ? district : Subject();  // a city that nothing names may be of either level
}

Subject SubjectResolver::BackTo(Level level, const Subject& current) const {
  const Gazetteer& gazetteer = Gazetteer::Get();
  if (current.level == level && current.name) return current;
  for (const Subject& from : {current, document_}) {
    if (from.level == level && from.name) return from;
    if (from.place == kNoPlace && !(level == Level::kProvince && from.province != kNoPlace)) continue;
    const PlaceIndex start = from.place != kNoPlace ? from.place : from.province;
    for (const PlaceIndex index : gazetteer.Chain(start)) {
      if (gazetteer.place(index).level != level) continue;
      return {std::string(gazetteer.place(index).name), level, index, gazetteer.ProvinceOf(index)};
    }
  }
  for (const Subject& territory : territories_) {
    if (territory.level == level) return territory;
  }
  if (level == Level::kProvince && provinces_.size() == 1) {
    const PlaceIndex index = provinces_.front().first;
    return {std::string(gazetteer.place(index).name), level, index, index};
  }
  Subject open;
  open.level = level;
  open.province = document_.province;
  return open;
}

void SubjectResolver::ChooseDocument(const std::vector<std::vector<PlaceMention>>& sentences, std::size_t issuer) {
  std::map<std::pair<std::string, Level>, double> weights;
  double best = 0;
  const PlaceMention* chosen = nullptr;
  // "toàn quốc" in a text that names another country may be that one's.
  const bool abroad = std::any_of(sentences.begin(), sentences.end(), [](const auto& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [](const PlaceMention& mention) {
      return mention.kind == Kind::kCountry && mention.level == Level::kCountry && mention.name != "Việt Nam";
    });
  });
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      const PlaceMention& mention = sentences[s][i];
      if (mention.parent_of_previous || mention.source || mention.weak || mention.speaker || (mention.back && abroad) ||
          (mention.kind != Kind::kNamed && mention.kind != Kind::kBody && mention.kind != Kind::kCountry))
        continue;
      if (mention.kind == Kind::kNamed && mention.level == Level::kNone) continue;
      double& weight = weights[{mention.name, mention.level}];
      // The title's first place outweighs whatever the body names often.
      if (s == issuer) {
        weight += i == 0 ? kIssues : 0;
      } else if (mention.late) {
        weight += kLate;
      } else {
        weight += s == 0 ? (i == 0 ? 100 : 5) : s <= 2 ? 4.0 / static_cast<double>(s + i) : 1;
        if (mention.level == Level::kProvince && s > 2) weight += 1;
      }
      if (weight > std::max(best, kSaysNothing)) {
        best = weight;
        chosen = &mention;
      }
    }
  }
  if (chosen != nullptr) {
    document_ = SubjectOf(*chosen, Subject());
    return;
  }
  // "Là nơi có 45% dân số …, Kim Sơn (Ninh Bình) hiện có …": late, but introduced with where it lies.
  for (const auto& mentions : sentences) {
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
      const bool introduced = mentions[i].kind == Kind::kNamed && mentions[i + 1].parent_of_previous &&
                              !mentions[i].weak && !mentions[i].source && !mentions[i].speaker;
      if (!introduced || mentions[i].level == Level::kNone) continue;
      document_ = SubjectOf(mentions[i], Subject());
      return;
    }
  }
  // "Huyện nhà": the level is known, the name is not.
  for (const auto& mentions : sentences) {
    for (const PlaceMention& mention : mentions) {
      if (mention.kind != Kind::kBack || mention.level == Level::kOrganization) continue;
      document_.level = mention.level;
      return;
    }
  }
}

}  // namespace timso
