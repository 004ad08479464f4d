#include "searcher/query/places.h"

#include <algorithm>
#include <optional>

#include "searcher/query/word_table.h"

namespace timso {
namespace {

constexpr std::size_t kLongestBody = 14;  // words of an organization's name

class PlaceReader {
 public:
  PlaceReader(std::vector<QuestionToken>& tokens, const NameFinder& names, bool marked)
      : tokens_(tokens), names_(names), table_(WordTable::Default()), marked_(marked) {}

  NamedPlaces Run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].taken) continue;
      std::optional<NamedPlace> mention = At(at);
      if (!mention) {
        PassUnion(at);
        continue;
      }
      mention->after_within = AfterWithin(at);
      for (std::size_t i = at; i < mention->end; ++i) tokens_[i].taken = true;
      at = mention->end - 1;
      found_.mentions.push_back(std::move(*mention));
    }
    Relate();
    return std::move(found_);
  }

 private:
  // "Hội Phụ nữ huyện Tân Kỳ": who did it, where no such body is a subject; no breakdown by women.
  void PassUnion(std::size_t at) {
    const WordMatch match = table_.LongestAt(tokens_, at, "mass", marked_);
    if (match.form == nullptr || match.end() >= tokens_.size()) return;
    const bool placed = table_.LongestAt(tokens_, match.end(), "level", marked_).form != nullptr ||
                        names_.NameAt(tokens_, match.end(), marked_, std::nullopt).has_value();
    if (placed) Take(tokens_, at, match.end());
  }

  std::optional<NamedPlace> At(std::size_t at) const {
    if (std::optional<NamedPlace> mention = Country(at)) return mention;
    if (BelongsToWords(at, at + 1)) return std::nullopt;
    if (std::optional<NamedPlace> mention = Body(at)) return mention;
    if (std::optional<NamedPlace> mention = LevelAndName(at)) return mention;
    std::optional<NamedPlace> mention = Name(at);
    return mention && BelongsToWords(at, mention->end) ? std::nullopt : mention;
  }

  // "nông thôn mới", "tăng trưởng kinh tế", "thu ngân sách": tokens [begin, end) are a part of words that say what is
  // measured or how it moved, whatever in the index may be called "Mới" or "Thu". A capital tells a name.
  bool BelongsToWords(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kLongestBefore = 3;
    if (tokens_[begin].capitalized) return false;
    for (std::size_t at = begin - std::min(begin, kLongestBefore); at <= begin; ++at) {
      for (const std::string_view role : {"measure", "concept", "up", "down", "qualifier"}) {
        const WordMatch match = table_.LongestAt(tokens_, at, role, marked_);
        if (match.form == nullptr || match.form->english || match.end() <= begin) continue;
        if (at < begin || match.end() > end) return true;
      }
    }
    return false;
  }

  std::optional<NamedPlace> Country(std::size_t at) const {
    const WordMatch match = table_.LongestAt(tokens_, at, "country", marked_);
    if (match.form == nullptr) return std::nullopt;
    NamedPlace mention{at, match.end(), {}, false, false, false};
    mention.place.name = "Việt Nam";
    mention.place.level = Level::kCountry;
    return mention;
  }

  // Công an tỉnh Bình Thuận, Khối Dân Chính Đảng Lạng Sơn: as much of it as one of the index's subjects bears.
  std::optional<NamedPlace> Body(std::size_t at) const {
    const WordMatch body = table_.LongestAt(tokens_, at, "body", marked_);
    if (body.form == nullptr) return std::nullopt;
    const std::size_t limit = std::min(tokens_.size(), at + kLongestBody);
    for (std::size_t end = limit; end >= body.end() && end > at + 1; --end) {
      const bool free = std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const QuestionToken& token) { return token.taken; });
      if (!free) continue;
      const std::optional<std::string> subject = names_.SubjectWithWords(tokens_, at, end);
      if (!subject) continue;
      NamedPlace mention{at, end, {}, false, false, false};
      mention.place.name = *subject;
      mention.place.level = Level::kOrganization;
      return mention;
    }
    return std::nullopt;
  }

  // huyện Krông Pắc, tỉnh Gia Lai, TP. Phan Thiết; a capitalized name that nobody knows counts too.
  std::optional<NamedPlace> LevelAndName(std::size_t at) const {
    const WordMatch word = table_.LongestAt(tokens_, at, "level", marked_);
    if (word.form == nullptr || word.end() >= tokens_.size() || tokens_[word.end() - 1].clause_end) return std::nullopt;
    if (table_.LongestAt(tokens_, at, "no_level", marked_).form != nullptr) return std::nullopt;  // "xã hội"
    const bool city = word.form->form == "thành phố" || word.form->form == "TP" || word.form->form == "city";
    const std::optional<Level> level = LevelNamed(word.form->id);
    std::optional<NameMatch> name = names_.NameAt(tokens_, word.end(), marked_, city ? std::nullopt : level);
    if (name && BelongsToWords(word.end(), name->end)) name.reset();
    if (!name) name = UnknownName(word.end());
    if (!name || (name->codes.empty() && IsNameItself(at, name->end))) return std::nullopt;
    NamedPlace mention{at, name->end, PlaceOf(*name), false, false, false};
    mention.place.level = city ? CityLevel(*name) : level;
    if (const std::optional<NameMatch> exact = names_.NameAt(tokens_, word.end(), marked_, mention.place.level);
        city && exact && exact->end == name->end) {
      mention.place.codes = exact->codes;
    }
    return mention;
  }

  // "Vung Tau" is no region Tau: the gazetteer has all of it for a name.
  bool IsNameItself(std::size_t at, std::size_t end) const {
    const std::optional<NameMatch> whole = names_.NameAt(tokens_, at, marked_, std::nullopt);
    return whole && whole->certain && whole->end >= end && !whole->codes.empty();
  }

  // A city that shares its province's name is a district; one of the five under the government is a province.
  static std::optional<Level> CityLevel(const NameMatch& name) {
    const auto has = [&name](Level level) {
      return std::find(name.levels.begin(), name.levels.end(), level) != name.levels.end();
    };
    if (has(Level::kDistrict)) return Level::kDistrict;
    if (has(Level::kProvince)) return Level::kProvince;
    return Level::kDistrict;
  }

  // A word of the question, not of a name: "Huyện Vượt Chỉ Tiêu".
  bool IsCue(std::size_t at) const {
    for (const std::string_view role :
         {"exceed", "reach", "miss", "target_word", "measure", "qualifier", "up", "down", "ask", "which"}) {
      if (table_.LongestAt(tokens_, at, role, marked_).form != nullptr) return true;
    }
    return false;
  }

  std::optional<NameMatch> UnknownName(std::size_t begin) const {
    std::size_t end = begin;
    while (end < tokens_.size() && end < begin + 4 && tokens_[end].capitalized && !tokens_[end].taken &&
           tokens_[end].kind == TokenKind::kWord && (end == begin || !tokens_[end - 1].clause_end) && !IsCue(end)) {
      ++end;
    }
    if (end == begin || (end - begin == 1 && begin + 1 < tokens_.size() && !marked_)) return std::nullopt;
    NameMatch match;
    match.end = end;
    for (std::size_t i = begin; i < end; ++i) match.name += (i > begin ? " " : "") + tokens_[i].surface;
    return match;
  }

  std::optional<NamedPlace> Name(std::size_t at) const {
    std::optional<NameMatch> name = names_.NameAt(tokens_, at, marked_, std::nullopt);
    if (!name || (!name->certain && !tokens_[at].capitalized)) return std::nullopt;
    NamedPlace mention{at, name->end, PlaceOf(*name), false, false, false};
    // "Krông Pắc district", "Yen Bai province"
    const WordMatch after = table_.LongestAt(tokens_, name->end, "level", marked_);
    if (after.form != nullptr && after.form->english && !tokens_[name->end - 1].clause_end && !IsPlural(name->end)) {
      const std::optional<Level> level = LevelNamed(after.form->id);
      std::optional<NameMatch> exact = names_.NameAt(tokens_, at, marked_, level);
      if (exact && exact->end == name->end) mention.place = PlaceOf(*exact);
      mention.place.level = after.form->form == "city" ? CityLevel(*name) : level;
      mention.end = after.end();
    } else if (name->levels.size() == 1 && name->levels[0] == Level::kCountry) {
      mention.place.level = Level::kCountry;
    }
    return mention;
  }

  // "Bình Thuận districts" lists the districts of the province.
  bool IsPlural(std::size_t at) const { return tokens_[at].surface.back() == 's'; }

  static PlaceIs PlaceOf(const NameMatch& name) {
    PlaceIs place;
    place.name = name.name;
    place.codes = name.codes;
    return place;
  }

  bool AfterWithin(std::size_t at) const {
    if (at == 0 || tokens_[at - 1].clause_end) return false;
    for (std::size_t back = 1; back <= 5 && back <= at; ++back) {
      const WordMatch match = table_.LongestAt(tokens_, at - back, "within", marked_);
      if (match.form != nullptr && match.end() <= at && OnlyFiller(match.end(), at)) return true;
    }
    return false;
  }
  // "ở Đảng bộ X", "ở các X"
  bool OnlyFiller(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end;) {
      const WordMatch filler = table_.LongestAt(tokens_, i, "stop", marked_);
      if (filler.form == nullptr) return false;
      i = filler.end();
    }
    return true;
  }

  static int Rank(const NamedPlace& mention) {
    return mention.place.level ? static_cast<int>(*mention.place.level) : -1;
  }

  // Of two neighbours one may lie in the other, or both may be asked about.
  void Relate() {
    for (std::size_t i = 0; i + 1 < found_.mentions.size(); ++i) {
      NamedPlace& first = found_.mentions[i];
      NamedPlace& second = found_.mentions[i + 1];
      const bool list = second.begin > first.end && tokens_[first.end].folded == "va";
      const WordMatch joint = table_.LongestAt(tokens_, first.end, "joins", marked_);
      const bool conjoined = list || (joint.form != nullptr && joint.end() == second.begin);
      if (conjoined) {
        first.joined = second.joined = true;
      } else if (second.begin <= first.end + 1 && LiesIn(first, second)) {
        second.contains_other = true;
      } else if (second.begin == first.end && tokens_[first.end - 1].clause_end) {
        first.joined = second.joined = true;
      } else if (second.begin > first.end + 1) {
        second.contains_other = LiesIn(first, second);
      }
    }
  }
  static bool LiesIn(const NamedPlace& inner, const NamedPlace& outer) {
    if (Rank(outer) < 0) return Rank(inner) > static_cast<int>(Level::kProvince);
    return Rank(inner) > Rank(outer) || Rank(inner) < 0;
  }

  std::vector<QuestionToken>& tokens_;
  const NameFinder& names_;
  const WordTable& table_;
  bool marked_;
  NamedPlaces found_;
};

}  // namespace

NamedPlaces TakePlaces(std::vector<QuestionToken>& tokens, const NameFinder& names, bool marked) {
  return PlaceReader(tokens, names, marked).Run();
}

}  // namespace timso
