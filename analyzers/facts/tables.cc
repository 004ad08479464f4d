#include "analyzers/facts/tables.h"

#include <algorithm>

#include "analyzers/facts/table_words.h"
#include "analyzers/places/gazetteer.h"

namespace timso {
namespace {

using PlaceKind = PlaceMention::Kind;

bool IsWord(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kCode || token.kind == TokenKind::kAbbreviation;
}

// One table's cells as tokens and words.
class GridReader {
 public:
  GridReader(const AnalyzedText& text, const TextTable& table, std::optional<Date> date)
      : text_(text), table_(table), form_(text.lexicon->form()), date_(date) {}

  TableGrid Run() {
    grid_.tokens = Tokens(table_.span);
    ReadHeaders();
    ChooseLabels();
    ReadRows();
    return std::move(grid_);
  }

 private:
  TokenSpan Tokens(const TextSpan& span) const {
    const auto first = [&](std::size_t at) {
      const auto found = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), at,
                                          [](const Token& token, std::size_t byte) { return token.begin < byte; });
      return static_cast<std::size_t>(found - text_.tokens.begin());
    };
    return {first(span.begin), first(span.end)};
  }
  std::string_view Words(const TextSpan& span) const { return text_.text().substr(span.begin, span.end - span.begin); }

  TableAxis Read(std::string_view words, std::optional<int> year = std::nullopt) const {
    return ReadTableAxis(words, form_, year, date_);
  }

  void ReadHeaders() {
    grid_.column_places.resize(table_.headers.size());
    for (std::size_t c = 0; c < table_.headers.size(); ++c) {
      std::string words;
      for (const TextSpan& header : table_.headers[c]) {
        if (!words.empty()) words += ' ';
        words += Words(header);
      }
      grid_.columns.push_back(Read(words));
      for (const TextSpan& header : table_.headers[c]) {
        if (c > 0 && !grid_.column_places[c]) grid_.column_places[c] = AddPlace(Tokens(header));
      }
    }
  }

  // The first column of words is that of labels, unless it numbers the rows or holds their units.
  void ChooseLabels() {
    std::vector<std::size_t> words(grid_.columns.size(), 0);
    std::vector<std::size_t> figures(grid_.columns.size(), 0);
    for (const TableRow& row : table_.rows) {
      for (const TableCell& cell : row.cells) ++(cell.figure ? figures : words)[cell.column];
    }
    for (std::size_t c = 0; c < grid_.columns.size(); ++c) {
      const bool units = TableWords::Get(form_).Is(Analyze(grid_.columns[c].words, form_), "bodies") && UnitsOnly(c);
      if (c > 0 && words[c] > 0 && figures[c] == 0 && units) grid_.columns[c].unit_column = true;
    }
    std::size_t label = 0;
    while (label < grid_.columns.size() && (grid_.columns[label].unit_column || words[label] <= figures[label]))
      ++label;
    if (label == grid_.columns.size() || label > 2) label = 0;  // years, or rows without a name
    if (label > 0 && !grid_.columns.front().list_number && figures.front() > 0 && !LooksLikeNumbers()) label = 0;
    grid_.label = label;
    const TextSpan header = table_.headers[label].empty() ? TextSpan{} : table_.headers[label].front();
    const TokenSpan tokens = Tokens(header);
    for (const PlaceMention& place : FindPlaces(text_, tokens.begin, tokens.end)) {
      if (grid_.level == Level::kNone && place.name.empty()) grid_.level = place.level;
    }
    header_ = Words(header);
    grid_.bodies = TableWords::Get(form_).Is(Analyze(header_, form_), "bodies");
  }

  // Whether the column's cells are units.
  bool UnitsOnly(std::size_t column) const {
    for (const TableRow& row : table_.rows) {
      for (const TableCell& cell : row.cells) {
        if (cell.column == column && !row.section && !UnitOfWords(Words(cell.span), form_) && Words(cell.span) != "\"")
          return false;
      }
    }
    return true;
  }

  // 1, 2, 3 … down the first column.
  bool LooksLikeNumbers() const {
    std::size_t last = 0;
    for (const TableRow& row : table_.rows) {
      if (row.cells.empty() || row.cells.front().column != 0 || !row.cells.front().figure) continue;
      const std::string_view words = Words(row.cells.front().span);
      if (words.find_first_not_of("0123456789") != std::string_view::npos || words.size() > 3) return false;
      const std::size_t number = std::stoul(std::string(words));
      if (number != 1 && number != last + 1) return false;
      last = number;
    }
    return true;
  }

  void ReadRows() {
    std::string above;  // a label's first line, or the section's heading
    for (const TableRow& row : table_.rows) {
      std::string label;
      TextSpan span;
      for (const TableCell& cell : row.cells) {
        const bool labels = cell.column == grid_.label || (row.section && cell.column <= grid_.label + 1);
        if (!labels || (cell.figure && cell.column != grid_.label)) continue;
        span = cell.span;
        label = Words(span);
      }
      if (row.section) {
        above = label;
        continue;
      }
      const bool goes_on = !above.empty() && (label.empty() || ContinuesLabel(Tokens(span)));
      if (goes_on) label = above + (label.empty() ? "" : " " + label);
      if (goes_on) above.clear();
      AddRow(row, label, goes_on ? TextSpan{} : span);
    }
  }

  bool ContinuesLabel(const TokenSpan& label) const {
    if (label.begin >= label.end) return false;
    const Token& first = text_.tokens[label.begin];
    return (first.kind == TokenKind::kWord && !first.capitalized) || text_.IsPunctuation(label.begin, "(");
  }

  void AddRow(const TableRow& row, const std::string& label, const TextSpan& span) {
    TableGrid::Row read;
    read.tokens = Tokens(row.line);
    // "1" under "Tháng", "2022" under "Năm"
    const bool digits = !label.empty() && label.find_first_not_of("0123456789") == std::string::npos;
    read.axis = Read(digits ? std::string(header_) + " " + label : label);
    for (const TableCell& cell : row.cells) {
      if (cell.column == grid_.label) continue;
      if (grid_.columns[cell.column].unit_column) read.unit = UnitOfWords(Words(cell.span), form_);
      if (cell.figure) read.figures.push_back({Tokens(cell.span), cell.column});
    }
    if (!read.axis.total) {
      if (span.begin < span.end) read.place = AddPlace(Tokens(span));
      if (!read.place) read.named = NamesSomebody(read.axis);
    }
    if (!read.figures.empty()) grid_.rows.push_back(std::move(read));
  }

  // "Chi bộ Hòa Bình" under "Đơn vị": a name that no list knows.
  bool NamesSomebody(const TableAxis& axis) const {
    if (!grid_.bodies && grid_.level == Level::kNone) return false;
    if (axis.content.empty() || axis.period || axis.kind) return false;
    const AnalyzedText words = Analyze(axis.words, form_);
    return !words.tokens.empty() && words.tokens.front().capitalized;
  }

  // The place or body that the words name; nothing when they speak of anything else besides.
  std::optional<std::size_t> AddPlace(const TokenSpan& words) {
    for (PlaceMention& place : FindPlaces(text_, words.begin, words.end)) {
      const bool back = place.kind == PlaceKind::kBack && place.whole;
      const bool fits = back || place.kind == PlaceKind::kNamed || place.kind == PlaceKind::kBody ||
                        place.kind == PlaceKind::kCountry;
      if (!fits || !Covers(place, words)) return std::nullopt;
      const bool bare = place.kind == PlaceKind::kNamed && !place.typed;
      if (bare && grid_.level != Level::kNone) Type(place);
      grid_.places.push_back(std::move(place));
      return grid_.places.size() - 1;
    }
    return std::nullopt;
  }

  // All the words but list numbers before and what stands in brackets.
  bool Covers(const PlaceMention& place, const TokenSpan& words) const {
    for (std::size_t i = words.begin; i < place.begin; ++i) {
      if (IsWord(text_.tokens[i]) && text_.Word(i).size() > 3) return false;
    }
    for (std::size_t i = place.end; i < words.end && !text_.IsPunctuation(i, "("); ++i) {
      if (IsWord(text_.tokens[i])) return false;
    }
    return true;
  }

  // "Vân Hồ" under "Xã" is the commune.
  void Type(PlaceMention& place) const {
    const Gazetteer& gazetteer = Gazetteer::Get();
    std::vector<PlaceIndex> fitting = place.candidates;
    std::erase_if(fitting, [&](PlaceIndex index) { return gazetteer.place(index).level != grid_.level; });
    // "Huyện, thành phố" heads districts, "Xã" may head a town: what has no place of the level keeps its own.
    if (fitting.empty() && !place.candidates.empty()) return;
    place.candidates = std::move(fitting);
    place.level = grid_.level;
  }

  const AnalyzedText& text_;
  const TextTable& table_;
  Lexicon::Form form_;
  std::optional<Date> date_;
  std::string_view header_;  // of the labels
  TableGrid grid_;
};

}  // namespace

std::vector<TableGrid> ReadTables(const AnalyzedText& text, std::optional<Date> date) {
  std::vector<TableGrid> grids;
  for (const TextTable& table : FindTextTables(text.text())) {
    TableGrid grid = GridReader(text, table, date).Run();
    if (!grid.rows.empty()) grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace timso
