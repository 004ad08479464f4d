#include "indexer/schema/fields.h"

#include <array>
#include <string>

#include "analyzers/text/syllable.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/values.h"

namespace timso {
namespace {

constexpr std::optional<unsigned> Of(FactSlot slot) { return static_cast<unsigned>(slot); }
constexpr std::optional<unsigned> Of(DocumentSlot slot) { return static_cast<unsigned>(slot); }
constexpr std::nullopt_t kNone = std::nullopt;

constexpr std::array kFields = {
    Field{"level", "cấp", prefix::kLevel, Of(FactSlot::kLevel), kNone, FieldType::kName, FieldOf::kFacts, "",
          "country, region, province, district, commune, village, organization, or tỉnh, huyện, xã …"},
    Field{"place", "nơi địa_bàn địa_phương", prefix::kPlaceCode, kNone, kNone, FieldType::kPlace, FieldOf::kFacts, "",
          "a unit and all below it"},
    Field{"province", "tỉnh tỉnh_thành", prefix::kProvince, Of(FactSlot::kProvince), kNone, FieldType::kName,
          FieldOf::kFacts, "", "the subject's province"},
    Field{"subject", "chủ_thể", prefix::kSubject, Of(FactSlot::kSubject), kNone, FieldType::kName, FieldOf::kFacts, "",
          "whom or what the number is about"},
    Field{"measure", "chỉ_số", prefix::kMeasure, Of(FactSlot::kMeasure), kNone, FieldType::kName, FieldOf::kFacts, "",
          "what is counted: party_members_admitted, or its words"},
    Field{"kind", "loại loại_số", prefix::kKind, Of(FactSlot::kKind), kNone, FieldType::kName, FieldOf::kFacts, "",
          "amount, share, attainment, target or change"},
    Field{"value", "giá_trị", "", Of(FactSlot::kValue), kNone, FieldType::kNumber, FieldOf::kFacts, "",
          "the number, whatever its kind: value:>=200"},
    Field{"attainment", "quota đạt", "", Of(FactSlot::kValue), kNone, FieldType::kNumber, FieldOf::kFacts, "attainment",
          "percent of the target that was reached: attainment:>100"},
    Field{"share", "tỷ_lệ", "", Of(FactSlot::kValue), kNone, FieldType::kNumber, FieldOf::kFacts, "share",
          "percent of a whole"},
    Field{"change", "thay_đổi tăng_giảm", "", Of(FactSlot::kValue), kNone, FieldType::kNumber, FieldOf::kFacts,
          "change", "difference from an earlier time, signed"},
    Field{"target", "chỉ_tiêu kế_hoạch", "", Of(FactSlot::kValue), kNone, FieldType::kNumber, FieldOf::kFacts, "target",
          "the planned number itself"},
    Field{"unit", "đơn_vị đơn_vị_tính", prefix::kUnit, Of(FactSlot::kUnit), kNone, FieldType::kName, FieldOf::kFacts,
          "", "person, household, percent, VND, … or the text's own word"},
    Field{"qualifier", "thành_phần đặc_điểm", prefix::kQualifier, kNone, kNone, FieldType::kName, FieldOf::kFacts, "",
          "a breakdown: female, student, ethnic_minority …"},
    Field{"year", "năm", prefix::kYear, Of(FactSlot::kYear), kNone, FieldType::kYear, FieldOf::kFacts, "",
          "the period lies within: 2023, 2016..2020"},
    Field{"during", "trong", prefix::kDuring, kNone, kNone, FieldType::kDuring, FieldOf::kFacts, "",
          "the period has a part in that year"},
    Field{"from", "từ từ_ngày", prefix::kFromYear, Of(FactSlot::kFrom), kNone, FieldType::kDate, FieldOf::kFacts, "",
          "the period's first day: from:>=2020-01-01"},
    Field{"to", "đến đến_ngày", prefix::kToYear, Of(FactSlot::kTo), kNone, FieldType::kDate, FieldOf::kFacts, "",
          "the period's last day"},
    Field{"title", "tiêu_đề tựa", prefix::kTitle, kNone, kNone, FieldType::kWords, FieldOf::kDocuments, "",
          "words of the title"},
    Field{"source", "nguồn báo", prefix::kSource, kNone, Of(DocumentSlot::kSource), FieldType::kWords, FieldOf::kBoth,
          "", "publisher or site"},
    Field{"author", "tác_giả", prefix::kAuthor, kNone, kNone, FieldType::kWords, FieldOf::kDocuments, "",
          "words of the author's name"},
    Field{"date", "ngày", prefix::kDay, Of(FactSlot::kDocumentDate), Of(DocumentSlot::kDate), FieldType::kDate,
          FieldOf::kBoth, "", "the document's date: date:2023-05, date:>=2023-05-01"},
    Field{"id", "mã", prefix::kId, kNone, kNone, FieldType::kName, FieldOf::kBoth, "", "the document's id"},
};

// Names are compared folded, with '_' for '-' and space.
std::string Canonical(std::string_view name) {
  std::string folded;
  std::string word;
  const auto end_word = [&] {
    folded += FoldedKey(word);
    word.clear();
  };
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') {
      end_word();
      folded += '_';
    } else {
      word += c;
    }
  }
  end_word();
  return folded;
}

bool Has(const Field& field, std::string_view canonical) {
  if (field.name == canonical) return true;
  std::string_view rest = field.aliases;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    if (Canonical(rest.substr(0, space)) == canonical) return true;
    if (space == std::string_view::npos) break;
    rest.remove_prefix(space + 1);
  }
  return false;
}

}  // namespace

std::span<const Field> AllFields() { return kFields; }

const Field* FieldNamed(std::string_view name) {
  const std::string canonical = Canonical(name);
  for (const Field& field : kFields) {
    if (Has(field, canonical)) return &field;
  }
  return nullptr;
}

}  // namespace timso
