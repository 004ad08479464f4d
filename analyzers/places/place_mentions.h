// Places and bodies that a text names.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/places/gazetteer.h"
#include "analyzers/words/analyzed_text.h"

namespace timso {

struct PlaceMention {
  enum class Kind : unsigned char {
    kNamed,    // a territory with its name: "huyện Vị Xuyên", "Đảng bộ xã Hà Châu", "Hội An"
    kBack,     // a level without a name, pointing back to the territory in force: "toàn huyện", "huyện nhà"
    kBody,     // no territory: "Công an tỉnh", "Trường THPT chuyên Hùng Vương"
    kCountry,  // "cả nước", "Tây Nguyên", "Iran": a country or region as a whole
    kEach,     // "mỗi phường", "các nước khác": whoever it is, it is not the subject in force
    kGeneral,  // "các huyện, thị xã": levels in general
  };
  std::size_t begin = 0;  // tokens [begin, end), type words included
  std::size_t end = 0;
  Kind kind = Kind::kNamed;
  std::string name;  // as the text spells it; the gazetteer's spelling once it is resolved
  Level level = Level::kNone;
  bool typed = false;            // a type word or a party body stands before the name
  bool whole = false;            // "toàn", "cả", "trên địa bàn" stand before it
  bool organ = false;            // a party or state organ (Huyện ủy, UBND huyện) names it
  PlaceIndex within = kNoPlace;  // where it lies, as the text says right after it; once resolved
  bool source = false;    // who reports ("theo Cục Thống kê") or where from ("Hà Nội (TTXVN)"): no subject
  bool league = false;    // several countries together: "ASEAN"
  bool back = false;      // "cả nước": the country in force
  bool speaker = false;   // the office of somebody who speaks ("Chủ tịch UBND tỉnh An Giang")
  bool dateline = false;  // "Phú Yên – Giao ban …": where it was written, no subject where the title has one
  bool weak = false;      // no word beside it lets the sentence be about it ("xuất khẩu sang Mỹ")
  bool company = false;   // of a body: an enterprise, whose province nothing but its name tells
  bool city = false;      // "thành phố" without a name, of either level
  bool late = false;      // behind a number or a bracket of its sentence, which is no title
  bool parent_of_previous = false;     // "(Lâm Đồng)" after "Lạc Dương": where the one before lies, no subject
  std::vector<PlaceIndex> candidates;  // of the gazetteer; empty when it has none of that name and level
  PlaceIndex place = kNoPlace;         // once resolved
};

// The mentions of tokens [begin, end) in order, none overlapping, not yet resolved.
std::vector<PlaceMention> FindPlaces(const AnalyzedText& text, std::size_t begin, std::size_t end);

}  // namespace timso
