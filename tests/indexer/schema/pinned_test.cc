// What is persisted, pinned: a change here is a new format version (schema/format.h), not a new expectation.
#include "indexer/schema/entries.h"
#include "indexer/schema/format.h"
#include "indexer/schema/hash.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"
#include "tests/catch.h"

using namespace timso;

TEST_CASE("format version and file names are pinned") {
  CHECK(kFormatVersion == 2);
  CHECK(file_name::kCurrent == "CURRENT");
  CHECK(file_name::kLock == "LOCK");
  CHECK(file_name::kGenerationPrefix == "gen-");
  CHECK(file_name::kDocuments == "documents");
  CHECK(file_name::kFacts == "facts");
  CHECK(metadata::kCommit == "timso_commit");
  CHECK(metadata::kVersion == "timso_format_version");
}

TEST_CASE("hashes are pinned") {
  CHECK(HexOf(Hash64("")) == "0000000000000000");
  CHECK(HexOf(Hash64("a")) != HexOf(Hash64(std::string_view("a\0", 2))));
  CHECK(HexOf(Hash64("Krông Pắc kết nạp 1.481 đảng viên")) == "efa907ae5de7dbe2");
  CHECK(HexOf(Hash64("Krông Pắc", 7)) == "df1ad516cf2af32c");
}

TEST_CASE("slots are pinned") {
  CHECK(SlotOf(FactSlot::kValue) == 0);
  CHECK(SlotOf(FactSlot::kLow) == 1);
  CHECK(SlotOf(FactSlot::kHigh) == 2);
  CHECK(SlotOf(FactSlot::kFrom) == 3);
  CHECK(SlotOf(FactSlot::kTo) == 4);
  CHECK(SlotOf(FactSlot::kDocumentDate) == 5);
  CHECK(SlotOf(FactSlot::kDocument) == 6);
  CHECK(SlotOf(FactSlot::kRevision) == 7);
  CHECK(SlotOf(FactSlot::kTopic) == 8);
  CHECK(SlotOf(FactSlot::kLevel) == 9);
  CHECK(SlotOf(FactSlot::kProvince) == 10);
  CHECK(SlotOf(FactSlot::kMeasure) == 11);
  CHECK(SlotOf(FactSlot::kKind) == 12);
  CHECK(SlotOf(FactSlot::kUnit) == 13);
  CHECK(SlotOf(FactSlot::kSubject) == 14);
  CHECK(SlotOf(FactSlot::kYear) == 15);
  CHECK(SlotOf(DocumentSlot::kDate) == 0);
  CHECK(SlotOf(DocumentSlot::kRevision) == 1);
  CHECK(SlotOf(DocumentSlot::kFactCount) == 2);
  CHECK(SlotOf(DocumentSlot::kHash) == 3);
  CHECK(SlotOf(DocumentSlot::kSource) == 4);
  CHECK(SlotOf(DocumentSlot::kPath) == 5);
  CHECK(SlotOf(DocumentSlot::kFileId) == 6);
}

TEST_CASE("terms are pinned") {
  CHECK(IdTerm("a/b.txt") == "Qa/b.txt");
  CHECK(ExactTerm("đảng") == "đảng");
  CHECK(FoldedTerm("dang") == "Fdang");
  CHECK(BigramTerm("dang", "vien").size() == 4);  // follows from syllables.tsv
  CHECK(BigramTerm("dang", "vien").starts_with("B"));
  CHECK(BigramTerm("dang", "pfizer") == "Gdang_pfizer");
  CHECK(YearTerm(2023) == "XY2023");
  CHECK(DuringTerm(987) == "XD0987");
  CHECK(FromYearTerms(2019, 2021) == std::vector<std::string>{"XF2019", "XF2020", "XF2021"});
  CHECK(ToYearTerms(2020, 2020) == std::vector<std::string>{"XE2020"});
  CHECK(DateTerms("2023-05-31") == std::vector<std::string>{"D20230531", "M202305", "Y2023"});
  CHECK(MakeTerm(prefix::kProvince, FoldName("Đắk  Lắk")) == "XVdak lak");
}

TEST_CASE("a fact's stored data is pinned") {
  Fact fact;
  fact.subject = "Vị Xuyên";
  fact.level = Level::kDistrict;
  fact.province = "Hà Giang";
  fact.place_codes = {"031", "02"};
  fact.measure = "party_members_admitted";
  fact.measure_text = "kết nạp";
  fact.kind = FactKind::kAttainment;
  fact.value = 100.7;
  fact.unit = "percent";
  fact.qualifiers = {"female"};
  fact.from = "2023-01-01";
  fact.to = "2023-12-31";
  fact.evidence = {"vượt 0,7%", 105, 109, 98};
  fact.rules = {"exceeds"};
  fact.contradicts = {4, 5};
  CHECK(FactData(fact, 3, "002.txt") ==
        "002.txt\x1f"
        "3\x1fVị Xuyên\x1f"
        "district\x1fHà Giang\x1f"
        "031\x1e"
        "02\x1e\x1fparty_members_admitted\x1fkết nạp\x1f"
        "attainment\x1f"
        "100.7\x1f\x1fpercent\x1f"
        "eq\x1f"
        "female\x1e\x1f"
        "2023-01-01\x1f"
        "2023-12-31\x1f\x1f"
        "105\x1f"
        "109\x1f"
        "98\x1f"
        "110\x1f"
        "exceeds\x1e\x1f\x1f"
        "4\x1e"
        "5\x1e\x1f");
}
