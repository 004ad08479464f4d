// Whom a text is speaking of: places resolved against the gazetteer, and the subject in force.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/places/place_mentions.h"
#include "analyzers/time/date.h"

namespace timso {

struct Subject {
  std::optional<std::string> name;
  Level level = Level::kNone;
  PlaceIndex place = kNoPlace;     // of a territory that the gazetteer has
  PlaceIndex province = kNoPlace;  // where it lies, when that is known
  bool company = false;            // an enterprise: where it does something is not whom the number is about
  bool known() const { return name.has_value() || level != Level::kNone; }
  bool operator==(const Subject& other) const { return name == other.name && level == other.level; }
};

// Resolves the mentions of one document and turns them into subjects.
class SubjectResolver {
 public:
  // All mentions of the document, sentence by sentence; resolves each in place. `date` decides between the
  // administrative states before and after July 2025; without one the old state comes first. `issuer`: the sentence
  // that is the head of a paper, above its title.
  SubjectResolver(std::vector<std::vector<PlaceMention>>& sentences, std::optional<Date> date,
                  std::size_t issuer = static_cast<std::size_t>(-1));

  // The mention as a subject; `current` is the subject in force, which "toàn huyện" points back to.
  Subject SubjectOf(const PlaceMention& mention, const Subject& current) const;

  // The territory that a body's name tells: Hà Nam of "Sở Y tế tỉnh Hà Nam".
  Subject TerritoryOf(const PlaceMention& body) const;

  // The territory of that level that `current` is or lies in, or the document's.
  Subject BackTo(Level level, const Subject& current) const;

  // Whom the document is about: the first place of its title (`title_sentences` first sentences), else of its lead,
  // else the one named most often.
  const Subject& document() const { return document_; }

 private:
  void CollectProvinces(const std::vector<std::vector<PlaceMention>>& sentences);
  void Resolve(PlaceMention& mention, const PlaceMention* parent) const;
  bool InForce(PlaceIndex index) const;
  PlaceIndex Best(const PlaceMention& mention, const PlaceMention* parent) const;
  void ChooseDocument(const std::vector<std::vector<PlaceMention>>& sentences, std::size_t issuer);
  void Settle(PlaceMention& mention) const;
  Subject BackToBody(const Subject& current) const;
  Subject BackToCity(const Subject& current) const;
  std::string FullName(const std::string& name) const;
  bool InContext(const PlaceMention& mention) const;
  Subject FromPlace(const PlaceMention& mention) const;

  bool new_state_ = false;
  std::vector<std::pair<PlaceIndex, double>> provinces_;  // of the document, with weights
  std::vector<PlaceIndex> districts_;                     // that it names
  std::vector<Subject> territories_;                      // named in the document, one a level at most kept by BackTo
  std::vector<std::string> bodies_;                       // named in the document
  std::optional<Subject> first_body_;
  Subject document_;
};

}  // namespace timso
