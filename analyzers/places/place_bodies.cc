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
         (text_.MentionsIn(at, at + 1).empty() ||
          Segmenter::Default().Segment(LowerCase(text_.Words(at - 1, at + 1))).size() == 1);
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
    const bool joins =
        IsKey(end, {"và", "các", "cơ", "quan", "chuyên", "doanh", "nghiệp", "-", "của"}) && end + 1 < end_ &&
        (CapitalizedWord(end + 1) || TypeAt(end + 1).end != 0 || IsKey(end + 1, {"quan", "cơ", "doanh", "nghiệp"}));
    const bool tail = IsKey(end, {"quan", "nghiệp"}) && IsKey(end - 1, {"cơ", "doanh"});
    if (!CapitalizedWord(end) && !joins && !tail && (placed || !office || !SecondSyllable(end))) break;
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
  mention.kind = Kind::kBody;
  mention.level = Level::kOrganization;
  mention.name = std::string(text_.Words(next, end));
  mention.end = end;
  mention.typed = true;
  const bool of_states = IsKey(head_end, {"nhà", "thế", "trung"});  // "Ngân hàng Nhà nước", "Ngân hàng Thế giới"
  mention.company = company && !of_states;
  return true;
}

}  // namespace timso
