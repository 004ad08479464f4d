#include <set>

#include "analyzers/data/table.h"
#include "analyzers/text/syllable.h"
#include "indexer/schema/entries.h"
#include "indexer/schema/fact_json.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/format.h"
#include "indexer/schema/storage.h"
#include "indexer/schema/syllable_codes.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/text_terms.h"
#include "indexer/schema/values.h"
#include "tests/catch.h"

using namespace timso;

namespace {

Fact SampleFact() {
  Fact fact;
  fact.subject = "Phú Bình";
  fact.level = Level::kDistrict;
  fact.province = "Thái Nguyên";
  fact.place_codes = {"173", "19"};
  fact.measure = "party_members_admitted";
  fact.measure_text = "kết nạp";
  fact.kind = FactKind::kAttainment;
  fact.value = 70;
  fact.unit = "percent";
  fact.relation = Relation::kAlmost;
  fact.from = "2021-01-01";
  fact.to = "2021-11-09";
  fact.evidence = {"bằng gần 70% kế hoạch", 16, 19, 3};
  fact.rules = {"percent_of_target"};
  return fact;
}

}  // namespace

TEST_CASE("no two fields share a name or an alias, with or without marks") {
  std::set<std::string> names;
  for (const Field& field : AllFields()) {
    CHECK(FieldNamed(field.name) == &field);
    CHECK(names.insert(std::string(field.name)).second);
    CHECK_FALSE(field.help.empty());
  }
  CHECK(FieldNamed("năm") == FieldNamed("year"));
  CHECK(FieldNamed("nam") == FieldNamed("year"));
  CHECK(FieldNamed("CHỈ_TIÊU") == FieldNamed("target"));
  CHECK(FieldNamed("chi-tieu") == FieldNamed("target"));
  CHECK(FieldNamed("tỉ_lệ") == FieldNamed("share"));
  CHECK(FieldNamed("quota") == FieldNamed("attainment"));
  CHECK(FieldNamed("http") == nullptr);
}

TEST_CASE("a fact's JSON has the guide's fields in its order, null when unknown") {
  const Json json = ToJson(SampleFact(), "001.txt");
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  names.resize(16);
  CHECK(names == std::vector<std::string>{"doc", "subject", "level", "province", "measure", "measure_text", "kind",
                                          "value", "upper", "unit", "relation", "qualifiers", "from", "to", "derived",
                                          "evidence"});
  CHECK(json["value"].dump() == "70");
  CHECK(json["upper"].is_null());
  CHECK(json["evidence"]["start"] == 16);
  const Json empty = ToJson(Fact{}, "x");
  for (const char* name : {"subject", "level", "province", "measure", "measure_text", "upper", "unit", "from", "to"}) {
    CAPTURE(name);
    CHECK(empty[name].is_null());
  }
  CHECK(ToJson(FactFromJson(json), "001.txt") == json);
  CHECK(ToJson(FactFromJson(Json::parse(R"({"value": "x", "qualifiers": 3, "evidence": [1]})")), "x") == empty);
  CHECK(NumberToJson(1950000000000.0).dump() == "1950000000000");
  CHECK(NumberToJson(106.93).dump() == "106.93");
  CHECK(NumberToJson(-0.5).dump() == "-0.5");
}

TEST_CASE("a stored fact comes back whole") {
  Fact fact = SampleFact();
  fact.upper = 75.5;
  fact.derived = true;
  fact.wordless = true;
  fact.doubtful = true;
  fact.made_from = {1, 2};
  fact.contradicts = {9};
  fact.qualifiers = {"female", "youth"};
  StoredFact stored = FactFromData(FactData(fact, 7, "001.txt"));
  CHECK(stored.document == "001.txt");
  CHECK(stored.index == 7);
  FillEvidence(stored, "Và bằng gần 70% kế hoạch, tăng");
  CHECK(stored.fact.evidence.text != fact.evidence.text);  // the offsets of the sample are not this text's
  stored.fact.evidence.text = fact.evidence.text;
  CHECK(ToJson(stored.fact, "x") == ToJson(fact, "x"));
  FillEvidence(stored, "short");
  CHECK(stored.fact.evidence.text == fact.evidence.text);
  CHECK(FactFromData("").document.empty());
  CHECK(FactFromData("rubbish\x1f\x1f").document == "rubbish");
}

TEST_CASE("a stored document comes back whole, and its revision follows its content") {
  Document document;
  document.id = "tin/001.txt";
  document.path = "/corpus/tin/001.txt";
  document.title = "Kết nạp \"đảng viên\"\nmới";
  document.date = "2021-11-09";
  document.source = "Báo";
  document.author = "Thu Biên";
  document.text = "Tiêu đề\n\nThân bài 129 đảng viên\n";
  document.blocks = {{0, 11, BlockKind::kTitle}, {13, 30, BlockKind::kBody}, {31, 40, BlockKind::kFurniture}};
  document.extra = {{"category", "\"xa-hoi\""}};
  const Xapian::Document entry = MakeDocumentEntry(document, 42, 3);
  const Document back = DocumentOf(entry);
  CHECK(back.id == document.id);
  CHECK(back.title == document.title);
  CHECK(back.path == document.path);
  CHECK(back.text == document.text);
  CHECK(back.extra == document.extra);
  REQUIRE(back.blocks.size() == 3);
  CHECK(back.blocks[1].begin == 13);
  CHECK(back.blocks[2].kind == BlockKind::kFurniture);
  CHECK(RevisionOf(back) == RevisionOf(document));
  CHECK(entry.get_value(SlotOf(DocumentSlot::kRevision)) == EncodeRevision(RevisionOf(document)));
  Document changed = document;
  changed.text += ' ';
  CHECK(RevisionOf(changed) != RevisionOf(document));
  CHECK(DocumentFromData("no header").id.empty());
  CHECK(DocumentFromData("p{broken\ntext").text == "text");
  const std::string stored = entry.get_data();
  CHECK(stored.front() == 'd');
  for (std::size_t size = 0; size < stored.size(); size += 7)
    CHECK(DocumentFromData(stored.substr(0, size)).id.empty());
}

TEST_CASE("a fact's terms: places above it, the year that it lies within, all years that it touches") {
  Fact fact = SampleFact();
  const std::vector<std::string> terms = FactTerms(fact);
  const std::set<std::string> set(terms.begin(), terms.end());
  for (const char* term :
       {"XLdistrict", "XP173", "XP19", "XNphu binh", "XNthai nguyen", "XVthai nguyen", "XSphu binh",
        "XMparty_members_admitted", "XKattainment", "XUpercent", "XY2021", "XF2021", "XE2021", "XD2021"}) {
    CAPTURE(term);
    CHECK(set.count(term) == 1);
  }
  fact.from = "2016-01-01";
  fact.to = "2020-12-31";
  const std::vector<std::string> longer = FactTerms(fact);
  const std::set<std::string> long_set(longer.begin(), longer.end());
  CHECK(long_set.count("XD2018") == 1);
  CHECK(long_set.count("XY2016") == 0);
  CHECK(long_set.count("XF2016") + long_set.count("XE2020") == 2);
  fact.to = std::nullopt;
  const std::vector<std::string> open = FactTerms(fact);
  CHECK(std::set<std::string>(open.begin(), open.end()).count("XF2016") == 1);
}

TEST_CASE("no term is longer than the database takes, and long ones stay apart") {
  const std::string longest(245 - 1, 'a');
  CHECK(MakeTerm("F", longest) == "F" + longest);
  const std::string one = MakeTerm("F", longest + "b");
  const std::string other = MakeTerm("F", longest + "c");
  CHECK(one.size() <= 245);
  CHECK(one != other);
  std::string marks;
  for (int i = 0; i < 200; ++i) marks += "ế";
  const std::string cut = MakeTerm("XS", marks);
  CHECK(cut.size() <= 245);
  CHECK((cut.size() - 2 - 16) % 3 == 0);  // no letter is cut
  CHECK(MakeTerm("Q", std::string(200, '\0')).size() <= 140);
}

TEST_CASE("a pair of syllables is three bytes, none of them zero, another one for every pair") {
  std::set<std::string> seen;
  std::size_t pairs = 0;
  for (const char* first : {"a", "dang", "yeu", "0", "2023", "999"}) {
    for (const char* second : {"a", "vien", "yeu", "0", "2023", "999"}) {
      const auto one = SyllableCode(first);
      const auto two = SyllableCode(second);
      REQUIRE((one && two));
      const std::string code = PairCode(*one, *two);
      CHECK(code.size() == 3);
      CHECK(code.find('\0') == std::string::npos);
      seen.insert(code);
      ++pairs;
    }
  }
  CHECK(seen.size() == pairs);
  CHECK_FALSE(SyllableCode("pfizer"));
  CHECK_FALSE(SyllableCode("1000"));
}

TEST_CASE("stored data comes back, and damage is noticed or gives other data, never a crash") {
  const std::string text = "Năm 2023 kết nạp 12 đảng viên. ";
  for (const StoredKind kind : {StoredKind::kArticle, StoredKind::kFact}) {
    for (const std::string& plain : {std::string(), std::string("x"), text, std::string(1000, 'a'), text + text}) {
      CHECK(Unpack(kind, Pack(kind, plain)) == plain);
    }
    const std::string packed = Pack(kind, text + text);
    CHECK(packed.size() < 2 * text.size());
    for (std::size_t size = 0; size < packed.size(); ++size) CHECK(Unpack(kind, packed.substr(0, size)).empty());
    for (std::size_t at = 0; at < packed.size(); ++at) {
      std::string damaged = packed;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      CHECK(Unpack(kind, damaged) != text);
    }
  }
  CHECK(Unpack(StoredKind::kFact, "pplain") == "plain");
  CHECK(Unpack(StoredKind::kFact, "?what").empty());
}

TEST_CASE("words of a text: one key whatever the spelling, parts of compounds, no phrase across sentences") {
  const std::vector<TextWord> words = TextWords("Hoà Thành, 128/NQ-CP. Kỷ luật 1.481");
  std::vector<std::string> folded;
  for (const TextWord& word : words) folded.push_back(word.folded);
  CHECK(folded == std::vector<std::string>{"hoa", "thanh", "128", "nq", "cp", "ki", "luat", "1.481"});
  CHECK(words[0].exact == TextWords("Hòa")[0].exact);
  CHECK(words[1].position == words[0].position + 1);
  CHECK(words[5].position > words[4].position + 1);
  Xapian::Document entry;
  TextTerms gathered;
  gathered.Add("kết nạp đảng viên Pfizer");
  gathered.Add("viên", 3);
  gathered.AddTo(entry);
  std::set<std::string> terms;
  for (auto it = entry.termlist_begin(); it != entry.termlist_end(); ++it) terms.insert(*it);
  CHECK(terms == std::set<std::string>{"kết", "nạp", "đảng", "viên", "Fket", "Fnap", "Fdang", "Fvien", "Fpfizer",
                                       BigramTerm("ket", "nap"), BigramTerm("nap", "dang"), BigramTerm("dang", "vien"),
                                       "Gvien_pfizer"});
  auto vien = entry.termlist_begin();
  vien.skip_to("Fvien");
  CHECK(vien.get_wdf() == 4);
}

TEST_CASE("the table of function words is clean and no pair has one of them") {
  const auto rows = ReadTable("function_words.tsv", 2);
  REQUIRE(rows.size() >= 17);
  std::set<std::string_view> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    INFO(rows[i][0]);
    CHECK(seen.insert(rows[i][0]).second);
    CHECK(FoldedKey(rows[i][0]) == rows[i][0]);
    // Its meanings are the same word with marks.
    for (const std::string_view meaning : SplitField(rows[i][1], ',')) CHECK(FoldedKey(meaning) == rows[i][0]);
    CHECK_FALSE(SplitField(rows[i][1], ',').empty());
    const std::vector<TextWord> words = TextWords("huyện " + std::string(rows[i][0]) + " tỉnh");
    REQUIRE(words.size() == 3);
    CHECK_FALSE(MakeBigram(words[0], words[1]));
    CHECK_FALSE(MakeBigram(words[1], words[2]));
    CHECK(MakeBigram(words[0], TextWords("huyện tỉnh")[1]));
  }
}

TEST_CASE("an NFD text gives the same words, with offsets into its own bytes") {
  const std::string nfd = "Vi\xCC\xA3 Xuye\xCC\x82n";
  const std::vector<TextWord> words = TextWords(nfd);
  REQUIRE(words.size() == 2);
  CHECK(words[0].exact == "vị");
  CHECK(nfd.substr(words[1].begin, words[1].end - words[1].begin) == "Xuye\xCC\x82n");
}

TEST_CASE("the fingerprint is one value a program") {
  CHECK(AnalyzerFingerprint() == AnalyzerFingerprint());
  CHECK(AnalyzerFingerprint().size() == 16);
}
