// Finds the places of one stretch of text: countries, regions, bodies, names with and without a type word, and what the
// words around a name make of it. Used by FindPlaces alone.
#pragma once
#include <initializer_list>
#include <string_view>
#include <vector>

#include "analyzers/places/place_mentions.h"

namespace timso {

class PlaceFinder {
 public:
  PlaceFinder(const AnalyzedText& text, std::size_t begin, std::size_t end);
  std::vector<PlaceMention> Run();

 private:
  bool MayBegin(std::size_t at) const;
  bool MayBeName(std::size_t i) const;
  std::size_t PlaceWord(std::size_t at, std::string_view role) const;
  bool IsKey(std::size_t at, std::initializer_list<std::string_view> keys) const;
  bool CapitalizedWord(std::size_t at) const;
  bool ReadCountry(std::size_t at, PlaceMention& mention) const;
  bool ReadForeign(std::size_t at, PlaceMention& mention) const;
  bool ReadCountryNamedBefore(std::size_t at, PlaceMention& mention) const;
  bool OpensAsCountry(std::size_t at) const;
  bool EndsName(std::size_t at) const;
  bool ReadGroup(std::size_t at, PlaceMention& mention) const;
  bool ReadRegion(std::size_t at, PlaceMention& mention) const;
  std::size_t NameAt(std::size_t at, std::vector<PlaceIndex>& places, bool typed = false) const;
  // A heading in capitals: case tells nothing about names.
  bool Shouts() const { return shouted_ > spoken_; }
  bool LevelWordAt(std::size_t at) const;
  std::size_t UnknownNameEnd(std::size_t at) const;
  struct TypeWord {
    std::size_t end = 0;
    Level level = Level::kNone;
    bool city = false;
    bool organ = false;
  };
  TypeWord TypeAt(std::size_t at) const;
  std::size_t SkipLeaders(std::size_t at, PlaceMention& mention) const;
  bool ReadBodyInForce(std::size_t at, PlaceMention& mention) const;
  bool ReadCounted(const TypeWord& type, PlaceMention& mention) const;
  bool ReadTyped(std::size_t at, PlaceMention& mention) const;
  bool Listed(std::size_t begin, std::size_t end) const;
  bool IsCounted(std::size_t at) const;
  bool ReadNumbered(std::size_t at, PlaceMention& mention) const;
  bool ReadName(const TypeWord& type, std::size_t at, PlaceMention& mention) const;
  static void KeepFitting(const TypeWord& type, std::vector<PlaceIndex>& places);
  bool ReadPartyOf(std::size_t at, PlaceMention& mention) const;
  bool IsCommonWord(std::size_t at) const;
  bool OpensSentence(std::size_t at) const;
  bool IsStander(const Mention& mention) const;
  bool IsPerson(std::size_t at) const;
  bool ReadBare(std::size_t at, PlaceMention& mention) const;
  static bool HasProvince(const std::vector<PlaceIndex>& places);
  bool SecondSyllable(std::size_t at) const;
  bool OneWord(std::size_t at) const;
  bool ContinuesName(std::size_t at) const;
  void FindProvince(PlaceMention& mention) const;
  bool IsPlural(std::size_t at) const;
  bool NamesSecond(std::size_t at) const;
  bool TimeAt(std::size_t at) const;
  bool ReadBody(std::size_t at, PlaceMention& mention) const;
  enum class NameShape : unsigned char { kNone, kForeign, kLetters, kMixed };
  NameShape ShapeOf(std::size_t at) const;
  bool HasCueAt(std::size_t at, std::string_view role) const;
  bool CueEndsAt(std::size_t end, std::string_view role) const;
  std::size_t FindFinance(std::size_t begin, std::size_t end) const;
  std::size_t BrandEnd(std::size_t at) const;
  bool OpensBrandClause(std::size_t at) const;
  bool ActsAt(std::size_t at) const;
  bool OnlyFinance(std::size_t begin, std::size_t end) const;
  bool Reports(std::size_t at) const;
  bool VerbBehind(std::size_t end) const;
  bool EndsOwner(std::size_t end) const;
  bool OwnsFinance(std::size_t at, bool joined) const;
  bool IsVietnameseName(std::size_t at, std::size_t end) const;
  bool ReadBrand(std::size_t at, PlaceMention& mention) const;
  void MarkParent(PlaceMention& mention) const;
  void MarkSource(PlaceMention& mention) const;
  bool Tells(const PlaceMention& mention) const;
  bool IsOwnReport(const PlaceMention& mention) const;
  void MarkSpeaker(PlaceMention& mention) const;
  bool NamesThing(const PlaceMention& mention) const;
  bool PlaceWordEndsAt(std::size_t end, std::string_view role) const;
  bool OwnsCompany(std::size_t at) const;
  bool SecondCountry(const PlaceMention& mention) const;
  bool OnlyTail(const PlaceMention& mention) const;
  bool IsVenue(const PlaceMention& mention) const;
  bool InAddress(const PlaceMention& mention) const;
  std::size_t SkipTrade(std::size_t head, std::size_t end) const;
  bool OpensAsTopic(const PlaceMention& mention) const;
  bool TimePast(std::size_t end) const;
  bool Stands(const PlaceMention& mention) const;
  bool IsDash(std::size_t at) const;
  bool IsEconomy(const PlaceMention& mention) const;
  bool Describes(const PlaceMention& mention) const;
  bool AfterTheo(std::size_t at) const;
  bool IsDateline(const PlaceMention& place) const;
  bool IsBasis(const PlaceMention& mention) const;
  bool SameClause(std::size_t begin, std::size_t end) const;
  bool CountsInList(std::size_t number) const;
  std::size_t NumberOfName(std::size_t end) const;
  void TakeNumber(PlaceMention& mention) const;
  bool StandsAlone(std::size_t at, std::size_t end) const;
  bool OpensDispatch(const PlaceMention& place) const;
  static Level HighestLevel(const PlaceMention& mention);
  static bool Above(const PlaceMention& mention, const PlaceMention& previous);
  const AnalyzedText& text_;
  const std::size_t begin_;
  const std::size_t end_;
  const bool folded_;
  const bool caseless_;  // capitals tell nothing about names
  std::vector<Symbol> symbols_;
  std::size_t shouted_ = 0;
  std::size_t spoken_ = 0;
  std::vector<PlaceMention> mentions_;
};

}  // namespace timso
