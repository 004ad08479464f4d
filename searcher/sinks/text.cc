#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "analyzers/data/table.h"
#include "searcher/query/render.h"
#include "searcher/sinks/fact_words.h"
#include "searcher/sinks/sinks.h"
#include "searcher/sinks/width.h"

namespace timso {
namespace {

constexpr std::size_t kGap = 2;         // columns between columns
constexpr std::size_t kIndent = 4;      // of the evidence under a row
constexpr std::size_t kNarrowest = 24;  // a terminal that claims less gets that much

class Painter {
 public:
  explicit Painter(bool color) : color_(color) {}
  std::string Bold(std::string_view text) const { return Paint("\x1b[1m", text); }
  std::string Dim(std::string_view text) const { return Paint("\x1b[2m", text); }
  std::string Mark(std::string_view text) const {
    return color_ ? Paint("\x1b[1;33m", text) : "[" + std::string(text) + "]";
  }
  std::string Warn(std::string_view text) const { return Paint("\x1b[35m", text); }
  bool color() const { return color_; }

 private:
  std::string Paint(std::string_view code, std::string_view text) const {
    if (!color_ || text.empty()) return std::string(text);
    return std::string(code) + std::string(text) + "\x1b[0m";
  }
  bool color_;
};

class TextWriter {
 public:
  TextWriter(const Results& results, const TextStyle& style, std::ostream& out)
      : results_(results),
        style_(style),
        out_(out),
        paint_(style.color),
        width_(style.width == 0 ? 0 : std::max(style.width, kNarrowest)) {}

  void Run() {
    if (style_.explain) WriteExplanation(results_, style_, out_);
    Corrections();
    if (!style_.explain) {
      for (const std::string& warning : results_.warnings) out_ << paint_.Warn("! " + warning) << '\n';
    }
    if (results_.Empty()) return Nothing();
    if (!results_.facts.empty()) Facts();
    LeftOut();
    if (!results_.documents.empty()) Documents();
    FacetLines();
  }

 private:
  void Line(const std::string& text) { out_ << (width_ > 0 ? FitWidth(text, width_) : text) << '\n'; }

  // What was searched in place of which words; or the whole question as it may have been meant.
  void Corrections() {
    std::string meant = results_.query.text;
    bool asks = false;
    for (const Correction& correction : results_.corrections) {
      if (correction.applied) {
        Line("Searched for \"" + correction.meant + "\" instead of \"" + correction.typed + "\".");
      } else if (const std::size_t at = meant.find(correction.typed); at != std::string::npos) {
        meant.replace(at, correction.typed.size(), correction.meant);
        asks = true;
      }
    }
    if (asks) Line("Did you mean \"" + OneLine(meant) + "\"?");
  }

  void Nothing() {
    out_ << "Nothing found. Read as: " << ReadAsSentence(results_.query) << '\n';
    LeftOut();
  }

  void LeftOut() {
    const std::size_t count = results_.doubtful_left_out;
    if (count == 0) return;
    const std::string facts = std::to_string(count) + (count == 1 ? " fact is" : " facts are");
    Line(facts + " left out that may be misread: " + std::string(style_.how_to_doubt) +
         (count == 1 ? " shows it" : " shows them"));
  }

  std::string Counted(std::string_view one, std::string_view many, std::size_t shown) const {
    std::string text = (results_.total_is_exact ? "" : "about ") + std::to_string(results_.total) + " " +
                       std::string(results_.total == 1 ? one : many);
    if (shown < results_.total) text += ", " + std::to_string(shown) + " shown";
    return text;
  }

  // ---- facts: a row of columns, the evidence under it

  using Cells = std::array<std::string, 4>;   // who, what, how much, when
  using Widths = std::array<std::size_t, 4>;  // of the columns; a column of none is left out

  void Facts() {
    std::vector<Cells> rows;
    Widths widths{};
    for (const FactRow& row : results_.facts) {
      const Fact& fact = row.fact();
      rows.push_back({SubjectWords(fact), MeasureWords(fact), ValueWords(fact), PeriodWords(fact)});
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(rows.back()[i]));
    }
    Line(Counted("fact", "facts", results_.facts.size()) + " · " + ReadAsSentence(results_.query));
    const bool same_measure =
        std::all_of(rows.begin(), rows.end(), [&](const Cells& cells) { return cells[1] == rows.front()[1]; });
    // What all rows measure is said once where the columns are narrow.
    if (width_ > 0 && Columns(widths) > width_ && same_measure && rows.size() > 1) {
      Line(rows.front()[1]);
      widths[1] = 0;
    }
    out_ << '\n';
    Shrink(widths);
    for (std::size_t i = 0; i < rows.size(); ++i) FactLines(results_.facts[i], rows[i], widths);
    const bool doubts = std::any_of(results_.facts.begin(), results_.facts.end(),
                                    [](const FactRow& row) { return row.fact().doubtful; });
    if (doubts) Line("? may be misread: look at the sentence below it");
  }

  static std::size_t Columns(const Widths& widths) {
    std::size_t columns = 0;
    for (const std::size_t width : widths) columns += width > 0 ? width + (columns > 0 ? kGap : 0) : 0;
    return columns;
  }

  // What is measured gives way first, then whom it is about, until the row fits; the number never does while anything
  // else can.
  void Shrink(Widths& widths) const {
    constexpr std::pair<std::size_t, std::size_t> kFloors[] = {{1, 14}, {0, 14}, {1, 6}, {0, 6}, {3, 4}, {2, 1}};
    for (const auto& [column, floor] : kFloors) {
      while (width_ > 0 && Columns(widths) > width_ && widths[column] > floor) --widths[column];
    }
  }

  void FactLines(const FactRow& row, const Cells& cells, const Widths& widths) {
    const std::string gap(kGap, ' ');
    std::string line = paint_.Bold(PadWidth(cells[0], widths[0])) + gap;
    if (widths[1] > 0) line += PadWidth(cells[1], widths[1]) + gap;
    line += paint_.Bold(PadWidth(cells[2], widths[2], true)) + gap + FitWidth(cells[3], widths[3]);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out_ << line << '\n';
    if (row.conflict) {
      Indented(paint_.Warn("the sources contradict each other (" + std::to_string(*row.conflict) + ")"));
    }
    Evidence(row.sources.front());
    const std::size_t others = row.sources.size() - 1;
    for (std::size_t i = 1; i < row.sources.size() && i <= 2; ++i) Evidence(row.sources[i]);
    if (others > 2) Indented(paint_.Dim("and " + std::to_string(others - 2) + " more sources"));
    out_ << '\n';
  }

  void Indented(const std::string& painted) { out_ << std::string(kIndent, ' ') << painted << '\n'; }

  // The sentence around the number, the number marked, as much as the line holds; then where it stands.
  void Evidence(const FactSource& source) {
    const fact_words::MarkedSentence sentence = fact_words::EvidenceOf(source.fact);
    const std::size_t room = width_ == 0 ? 0 : width_ - kIndent - (paint_.color() ? 0 : 2);
    const fact_words::MarkedSentence fitted = fact_words::Fit(sentence, room);
    Indented(fitted.before + (fitted.number.empty() ? "" : paint_.Mark(fitted.number)) + fitted.after);
    std::string where = source.document.path.empty() ? source.document.id : source.document.path;
    if (!source.document.date.empty()) where = source.document.date + "  " + where;
    Indented(paint_.Dim(width_ > 0 ? FitWidth(OneLine(where), width_ - kIndent) : OneLine(where)));
  }

  // ---- documents: title, where, snippet

  void Documents() {
    Line(Counted("document", "documents", results_.documents.size()));
    out_ << '\n';
    for (const DocumentHit& hit : results_.documents) {
      const std::string title = OneLine(hit.document.title.empty() ? hit.document.id : hit.document.title);
      out_ << paint_.Bold(width_ > 0 ? FitWidth(title, width_) : title) << '\n';
      std::string where = hit.document.path.empty() ? hit.document.id : hit.document.path;
      if (!hit.document.date.empty()) where = hit.document.date + "  " + where;
      Indented(paint_.Dim(width_ > 0 ? FitWidth(where, width_ - kIndent) : where));
      SnippetLines(hit.snippet);
      for (const FactSource& source : hit.facts) {
        const std::string line = SubjectWords(source.fact) + ": " + MeasureWords(source.fact) + " " +
                                 ValueWords(source.fact) + ", " + PeriodWords(source.fact);
        Indented("· " + (width_ > 0 ? FitWidth(line, width_ - kIndent - 2) : line));
      }
      out_ << '\n';
    }
  }

  // Wrapped at blanks.
  void SnippetLines(const Snippet& snippet) {
    std::string line;
    std::size_t used = 0;
    const std::size_t room = width_ == 0 ? 0 : width_ - kIndent;
    for (const fact_words::SnippetWord& word : fact_words::WordsOf(snippet)) {
      const bool marked = word.mark_end > word.mark_begin;
      const std::size_t signs = marked && !paint_.color() ? (word.opens ? 1u : 0u) + (word.closes ? 1u : 0u) : 0;
      const std::size_t columns = DisplayWidth(word.text) + signs;
      if (room > 0 && used > 0 && used + 1 + columns > room) {
        Indented(line);
        line.clear();
        used = 0;
      }
      line += (used > 0 ? " " : "") + Marked(word);
      used += columns + (used > 0 ? 1 : 0);
    }
    if (!line.empty()) Indented(line);
  }

  std::string Marked(const fact_words::SnippetWord& word) const {
    if (word.mark_end <= word.mark_begin) return word.text;
    const std::string inside = word.text.substr(word.mark_begin, word.mark_end - word.mark_begin);
    const std::string marked =
        paint_.color() ? paint_.Mark(inside) : (word.opens ? "[" : "") + inside + (word.closes ? "]" : "");
    return word.text.substr(0, word.mark_begin) + marked + word.text.substr(word.mark_end);
  }

  void FacetLines() {
    for (const auto& [name, counts] : results_.facets.names) {
      if (counts.empty()) continue;
      std::string line = name + ":";
      for (std::size_t i = 0; i < counts.size() && i < 8; ++i)
        line += "  " + counts[i].value + " " + std::to_string(counts[i].count);
      Line(line);
    }
    for (const NumericFacet& facet : results_.facets.values) {
      Line(facet.kind + (facet.unit.empty() ? "" : " in " + facet.unit) + ":  " + std::to_string(facet.count) +
           " from " + VietnameseNumber(facet.min) + " to " + VietnameseNumber(facet.max) + ", mean " +
           VietnameseNumber(facet.mean));
    }
  }

  const Results& results_;
  const TextStyle& style_;
  std::ostream& out_;
  Painter paint_;
  std::size_t width_;
};

}  // namespace

void WriteText(const Results& results, const TextStyle& style, std::ostream& out) {
  TextWriter(results, style, out).Run();
}

void WriteExplanation(const Results& results, const TextStyle& style, std::ostream& out) {
  const Painter paint(style.color);
  const Query& query = results.query;
  out << "Read as: " << ReadAsSentence(query) << '\n';
  out << "  in fields: " << Render(query) << '\n';
  for (const Clause& clause : query.clauses) {
    std::string words;
    for (const QuestionSpan& span : clause.spans) {
      words += (words.empty() ? "" : " … ") + query.text.substr(span.begin, span.end - span.begin);
    }
    out << "  " << Render(clause) << (words.empty() ? "  (follows from the rest)" : "  ← " + words) << '\n';
  }
  out << "  answered with " << NameOf(results.answer);
  if (results.answer == Answer::kFacts && !query.answer_because.empty())
    out << " because of: " << query.answer_because.front();
  out << '\n';
  for (const std::string& warning : results.warnings) out << paint.Warn("! " + warning) << '\n';
  out << '\n';
}

}  // namespace timso
