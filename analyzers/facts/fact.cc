#include "analyzers/facts/fact.h"

#include <array>
#include <utility>

namespace timso {
namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<Level, 8> kLevels = {{{Level::kNone, ""},
                                      {Level::kCountry, "country"},
                                      {Level::kRegion, "region"},
                                      {Level::kProvince, "province"},
                                      {Level::kDistrict, "district"},
                                      {Level::kCommune, "commune"},
                                      {Level::kVillage, "village"},
                                      {Level::kOrganization, "organization"}}};
constexpr Names<FactKind, 5> kKinds = {{{FactKind::kAmount, "amount"},
                                        {FactKind::kShare, "share"},
                                        {FactKind::kAttainment, "attainment"},
                                        {FactKind::kTarget, "target"},
                                        {FactKind::kChange, "change"}}};
constexpr Names<Relation, 7> kRelations = {{{Relation::kEqual, "eq"},
                                            {Relation::kAbout, "about"},
                                            {Relation::kAlmost, "almost"},
                                            {Relation::kGreater, "gt"},
                                            {Relation::kGreaterEqual, "ge"},
                                            {Relation::kLess, "lt"},
                                            {Relation::kLessEqual, "le"}}};

template <typename Enum, std::size_t N>
std::string_view NameIn(const Names<Enum, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)].second;
}

template <typename Enum, std::size_t N>
std::optional<Enum> ValueIn(const Names<Enum, N>& names, std::string_view name) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view NameOf(Level level) { return NameIn(kLevels, level); }
std::string_view NameOf(FactKind kind) { return NameIn(kKinds, kind); }
std::string_view NameOf(Relation relation) { return NameIn(kRelations, relation); }
std::optional<Level> LevelNamed(std::string_view name) { return ValueIn(kLevels, name); }
std::optional<FactKind> FactKindNamed(std::string_view name) { return ValueIn(kKinds, name); }
std::optional<Relation> RelationNamed(std::string_view name) { return ValueIn(kRelations, name); }

}  // namespace timso
