#include "analyzers/facts/extractor.h"

#include <algorithm>

#include "analyzers/facts/binder.h"
#include "analyzers/facts/derive.h"
#include "analyzers/facts/subjects.h"
#include "analyzers/facts/tables.h"

namespace timso {
namespace {

class Extraction {
 public:
  explicit Extraction(const ArticleView& article, const ReadingObserver* observer = nullptr)
      : article_(article), observer_(observer), date_(DateFromIso(article.date)) {}

  std::vector<Fact> Run() {
    text_ = Analyze(article_.text);
    taken_.assign(text_.tokens.size(), false);
    if (!date_) date_ = DateOfHead();
    ReadSentences();
    std::vector<std::vector<PlaceMention>> places;
    for (SentenceReading& sentence : sentences_) places.push_back(std::move(sentence.places));
    for (PlacedTable& table : tables_) places.push_back(std::move(table.grid.places));
    places.push_back(ReadIssuer());
    const SubjectResolver resolver(places, date_, places.size() - 1);
    for (std::size_t i = 0; i < sentences_.size(); ++i) sentences_[i].places = std::move(places[i]);
    for (std::size_t i = 0; i < tables_.size(); ++i) tables_[i].grid.places = std::move(places[sentences_.size() + i]);
    Binder binder(text_, resolver, date_, observer_);
    std::vector<DraftFact> drafts;
    std::size_t table = 0;
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (table < tables_.size() && i == tables_[table].first) {
        ReadTable(tables_[table], resolver, binder.lasting_period(), drafts);
        i += tables_[table++].grid.rows.size();  // to the quiet sentence that ends the table
      }
      binder.Read(sentences_[i], i, drafts);
    }
    std::vector<Fact> facts;
    for (DraftFact& draft : drafts) {
      AddEvidence(draft);
      facts.push_back(std::move(draft.fact));
    }
    CompleteTitles(facts, drafts);
    for (Fact& fact : facts) TellSchoolLevel(fact);
    DeriveAndCheck(facts);
    return facts;
  }

 private:
  // The pupils of a "Trường THPT …" are upper secondary ones.
  static void TellSchoolLevel(Fact& fact) {
    std::vector<std::string>& all = fact.qualifiers;
    const bool pupils = std::find(all.begin(), all.end(), "student") != all.end();
    if (!pupils || !fact.subject || fact.subject->find("THPT") == std::string::npos) return;
    const auto at = std::lower_bound(all.begin(), all.end(), "upper_secondary");
    if (at == all.end() || *at != "upper_secondary") all.insert(at, "upper_secondary");
  }

  struct PlacedTable {
    TableGrid grid;
    std::size_t first = 0;  // of `sentences_`, one a row and one at the end
  };

  // A dateline that nobody took for the document's date: a whole date in a short line at the head of the text.
  std::optional<Date> DateOfHead() const {
    constexpr std::size_t kHead = 4;        // sentences
    constexpr std::size_t kShortLine = 16;  // tokens
    for (std::size_t s = 0; s < std::min(kHead, text_.sentences.size()); ++s) {
      const Sentence& sentence = text_.sentences[s];
      if (sentence.end - sentence.begin > kShortLine) continue;
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        if (text_.tokens[i].kind == TokenKind::kDate) return DateFromDigits(text_.Word(i));
      }
    }
    return std::nullopt;
  }

  // A title states what the body says better: it takes the subject, the measure and the period from there.
  void CompleteTitles(std::vector<Fact>& facts, const std::vector<DraftFact>& drafts) const {
    for (std::size_t t = 0; t < facts.size(); ++t) {
      if (sentences_[drafts[t].sentence].block != BlockKind::kTitle) continue;
      for (std::size_t b = 0; b < facts.size(); ++b) {
        if (sentences_[drafts[b].sentence].block == BlockKind::kTitle) continue;
        const Fact& body = facts[b];
        Fact& title = facts[t];
        if (title.kind != body.kind || title.value != body.value || title.upper != body.upper) continue;
        if (title.measure && body.measure && title.measure != body.measure) continue;
        title.subject = body.subject;
        title.level = body.level;
        title.province = body.province;
        title.place_codes = body.place_codes;
        title.measure = body.measure;
        title.qualifiers = body.qualifiers;
        title.relation = body.relation;
        title.from = body.from;
        title.to = body.to;
        title.rules.emplace_back("title-as-body");
        break;
      }
    }
  }

  const Block* BlockAt(std::size_t source_offset) const {
    for (const Block& block : article_.blocks) {
      if (source_offset >= block.begin && source_offset < block.end) return &block;
    }
    return nullptr;
  }

  // The block that is read and that a token stands in, or nullptr.
  const Block* ReadBlockAt(std::size_t token) const {
    const Block* block = BlockAt(text_.normalized.offsets.ToSource(text_.tokens[token].begin));
    const bool read = block != nullptr && (block->kind == BlockKind::kTitle || block->kind == BlockKind::kBody);
    return read ? block : nullptr;
  }

  // The party or state organs that the lines above the title name, the nearest first: "HUYỆN ỦY BẮC YÊN".
  std::vector<PlaceMention> ReadIssuer() const {
    std::vector<PlaceMention> issuer;
    bool office = false;  // the line before names an office alone: "ỦY BAN NHÂN DÂN"
    for (const Sentence& sentence : text_.sentences) {
      const Block* block = BlockAt(text_.normalized.offsets.ToSource(text_.tokens[sentence.begin].begin));
      const bool names_office = NamesOffice(sentence);
      const bool above = block == nullptr || block->kind == BlockKind::kFurniture || names_office;
      if (!above) break;
      const std::vector<PlaceMention> places = FindPlaces(text_, sentence.begin, sentence.end);
      const bool opens = !places.empty() && places.front().begin == sentence.begin;
      const bool organ = opens && (places.front().organ || places.front().kind == PlaceMention::Kind::kBody ||
                                   HasPartyWord(places.front()) || (office && places.front().typed));
      office = names_office;
      if (organ) issuer.insert(issuer.begin(), places.begin(), places.end());
    }
    return issuer;
  }

  bool NamesOffice(const Sentence& sentence) const {
    const auto mentions = text_.MentionsIn(sentence.begin, sentence.begin + 1);
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
      if (mention->role != Role::kPlaceWord || mention->end != sentence.end) return false;
      const std::string& role = text_.lexicon->place_words()[mention->row];
      return role == "government" || role == "party";
    });
  }

  bool HasPartyWord(const PlaceMention& place) const {
    return text_.IsKey(place.begin, "đảng") && place.end > place.begin + 2;
  }

  void ReadSentences() {
    std::vector<TableGrid> grids = ReadTables(text_, date_);
    std::erase_if(grids, [&](const TableGrid& grid) { return ReadBlockAt(grid.rows.front().tokens.begin) == nullptr; });
    PeriodReader periods(text_, date_);
    std::size_t next = 0;  // grid
    for (Sentence rest : text_.sentences) {
      for (; next < grids.size() && grids[next].tokens.begin < rest.end; ++next) {
        const TokenSpan& tokens = grids[next].tokens;
        if (rest.begin < tokens.begin)
          ReadSentence({rest.begin, tokens.begin, rest.line_start, rest.paragraph_start}, periods);
        rest.begin = std::max(rest.begin, tokens.end);
        AddTable(std::move(grids[next]));
      }
      if (!tables_.empty()) rest.begin = std::max(rest.begin, tables_.back().grid.tokens.end);
      if (rest.begin < rest.end) ReadSentence(rest, periods);
    }
  }

  void ReadSentence(const Sentence& sentence, PeriodReader& periods) {
    const Block* block = ReadBlockAt(sentence.begin);
    if (block == nullptr) return;
    SentenceReading reading;
    reading.begin = sentence.begin;
    reading.end = sentence.end;
    reading.line_start = sentence.line_start;
    reading.paragraph_start = sentence.paragraph_start;
    reading.block = block->kind;
    reading.places = FindPlaces(text_, sentence.begin, sentence.end);
    reading.periods = periods.Read(sentence.begin, sentence.end);
    DropInsideNames(reading);
    DropDocumentDates(reading);
    LoosenFeasts(reading);
    for (const PeriodMention& period : reading.periods) Take(period.begin, period.end);
    for (const PlaceMention& place : reading.places) {
      const bool noun = place.kind == PlaceMention::Kind::kEach;  // "3 công ty này": what is counted
      if (!noun) Take(place.begin, place.end);
    }
    reading.quantities = ReadQuantities(text_, sentence.begin, sentence.end, taken_);
    for (PlaceMention& place : reading.places) {
      const bool behind =
          std::any_of(reading.quantities.begin(), reading.quantities.end(), [&](const Quantity& quantity) {
            const bool month = quantity.whole && quantity.unit.empty();  // "(báo A, 8/2023)"
            return !month && quantity.begin < place.begin;
          });
      const bool aside = place.begin > sentence.begin && text_.IsPunctuation(place.begin - 1, "(");
      place.late = reading.block != BlockKind::kTitle && (behind || aside);
    }
    sentences_.push_back(std::move(reading));
  }

  // A table's rows take the place of its sentences. A quiet one ends it: what led to the table holds no longer.
  void AddTable(TableGrid grid) {
    PlacedTable table;
    table.first = sentences_.size();
    for (const TableGrid::Row& row : grid.rows) {
      SentenceReading reading;
      reading.begin = row.tokens.begin;
      reading.end = row.tokens.end;
      sentences_.push_back(std::move(reading));
    }
    SentenceReading end;
    end.begin = end.end = grid.tokens.end;
    end.paragraph_start = true;
    sentences_.push_back(std::move(end));
    table.grid = std::move(grid);
    tables_.push_back(std::move(table));
  }

  void ReadTable(const PlacedTable& table, const SubjectResolver& resolver,
                 const std::optional<PeriodMention>& in_force, std::vector<DraftFact>& drafts) const {
    constexpr std::size_t kBefore = 2;
    TableSurroundings around;
    around.date = date_;
    around.in_force = in_force;
    for (std::size_t i = 0; i < table.first; ++i) {
      const bool title = sentences_[i].block == BlockKind::kTitle;
      if (title) around.title.push_back(&sentences_[i]);
      if (!title && i + kBefore >= table.first && sentences_[i].begin < sentences_[i].end)
        around.before.push_back(&sentences_[i]);
    }
    for (TableFact& read : FactsOfTable(text_, table.grid, resolver, around)) {
      drafts.push_back({std::move(read.fact), read.number.begin, read.number.end, table.first + read.row});
    }
  }

  void Take(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) taken_[i] = true;
  }

  // "huyện Phú Quý 01": the quarter's word is part of a name.
  static void DropInsideNames(SentenceReading& reading) {
    std::erase_if(reading.periods, [&](const PeriodMention& period) {
      return std::any_of(reading.places.begin(), reading.places.end(), [&](const PlaceMention& place) {
        return place.kind == PlaceMention::Kind::kNamed && period.begin > place.begin && period.begin < place.end;
      });
    });
  }

  // "Chỉ thị 14-CT/TU, ngày 31-8-2021": the date of a paper sets no period.
  void DropDocumentDates(SentenceReading& reading) {
    std::erase_if(reading.periods, [&](const PeriodMention& period) {
      std::size_t before = period.begin;
      if (before > reading.begin && text_.IsPunctuation(before - 1, ",(")) --before;
      const Mention* standard =
          LastCue(text_, before > reading.begin + 4 ? before - 4 : reading.begin, before, "standard");
      const bool of_standard = standard != nullptr && standard->end == before;  // "chuẩn nghèo giai đoạn 2022-2025"
      const bool of_paper = of_standard || OfPaper(reading, period, before) || OfMeeting(reading, period) ||
                            OfLaw(reading, period) ||
                            (before > reading.begin && text_.tokens[before - 1].kind == TokenKind::kDocumentNumber);
      if (of_paper) Take(period.begin, period.end);
      return of_paper;
    });
  }

  // "Luật Ngân sách nhà nước năm 2015": the year is a part of the law's name.
  bool OfLaw(const SentenceReading& reading, const PeriodMention& period) const {
    constexpr std::size_t kReach = 7;  // tokens of its name
    const std::size_t since = TokensBack(period.begin, kReach, reading.begin);
    const Mention* law = LastCue(text_, since, period.begin, "law");
    if (law == nullptr || !period.whole_years || !text_.tokens[law->begin].capitalized) return false;
    return ClauseEnd(text_, law->end, period.begin) == period.begin &&
           !HasCue(text_, law->end, period.begin, "function");
  }

  // "ĐHĐCĐ thường niên năm 2017", "cuộc điều tra quý I": when it was held, not when what it tells of was.
  bool OfMeeting(const SentenceReading& reading, const PeriodMention& period) const {
    constexpr std::size_t kReach = 4;  // tokens
    const std::size_t since = TokensBack(period.begin, kReach, reading.begin);
    const Mention* meeting = LastCue(text_, since, period.begin, "meeting");
    if (meeting == nullptr || period.begin - meeting->end > 2) return false;
    for (std::size_t i = meeting->end; i < period.begin; ++i) {
      if (!IsWord(text_, i, "thường") && !IsWord(text_, i, "niên") && !IsWord(text_, i, "vào")) return false;
    }
    return true;
  }

  // "Quyết định 883, ngày 31/12/2003", "công văn ngày 5/3": a paper's number and date.
  bool OfPaper(const SentenceReading& reading, const PeriodMention& period, std::size_t before) const {
    constexpr std::size_t kLongestPaper = 3;  // tokens of its name
    std::size_t at = before;
    while (at > reading.begin && (text_.tokens[at - 1].kind == TokenKind::kNumber || IsWord(text_, at - 1, "số"))) --at;
    const Period& days = period.period;
    const bool day = days.from && days.from == days.to;
    const bool one_year = days.from && days.to && days.from->year == days.to->year;  // "Nghị quyết 09 (2000-2010)" runs
    if (!one_year || (at == before && !day)) return false;
    const Mention* paper = LastCue(text_, TokensBack(at, kLongestPaper, reading.begin), at, "paper");
    return paper != nullptr && paper->end == at;
  }

  // "dịp lễ Quốc khánh năm 2019", "Tết Dương lịch năm 2018": some days of a year, which ones is not said.
  void LoosenFeasts(SentenceReading& reading) const {
    constexpr std::size_t kReach = 6;  // tokens of its name
    for (PeriodMention& period : reading.periods) {
      const auto& days = period.period;
      if (!period.whole_years || period.reference || !days.from || !days.to || days.from->year != days.to->year)
        continue;
      const Mention* feast = LastCue(text_, TokensBack(period.begin, kReach, reading.begin), period.begin, "feast");
      if (feast == nullptr || ClauseEnd(text_, feast->end, period.begin) != period.begin) continue;
      period.period = {};
      period.unknown = true;
    }
  }

  void AddEvidence(DraftFact& draft) const {
    const SentenceReading& sentence = sentences_[draft.sentence];
    const OffsetMap& offsets = text_.normalized.offsets;
    Evidence& evidence = draft.fact.evidence;
    evidence.begin = offsets.ToSource(text_.tokens[draft.number_begin].begin);
    evidence.end = offsets.ToSourceEnd(text_.tokens[draft.number_end - 1].end);
    evidence.sentence_begin = offsets.ToSource(text_.tokens[sentence.begin].begin);
    const std::size_t end = offsets.ToSourceEnd(text_.tokens[sentence.end - 1].end);
    evidence.text = std::string(article_.text.substr(evidence.sentence_begin, end - evidence.sentence_begin));
  }

  const ArticleView& article_;
  const ReadingObserver* observer_;
  std::optional<Date> date_;
  AnalyzedText text_;
  std::vector<bool> taken_;
  std::vector<SentenceReading> sentences_;
  std::vector<PlacedTable> tables_;
};

}  // namespace

std::vector<Fact> ExtractFacts(const ArticleView& article) { return Extraction(article).Run(); }

std::vector<Fact> ReadByRules(const ArticleView& article, const ReadingObserver& observer) {
  return Extraction(article, &observer).Run();
}

}  // namespace timso
