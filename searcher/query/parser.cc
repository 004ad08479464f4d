#include "searcher/query/parser.h"

#include <algorithm>
#include <iterator>

#include "analyzers/text/syllable.h"
#include "searcher/query/field_syntax.h"
#include "searcher/query/question.h"
#include "searcher/query/render.h"
#include "searcher/query/scanner.h"
#include "searcher/query/understand.h"
#include "searcher/query/written_out.h"

namespace timso {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const NameFinder& names) : names_(names) {
    query_.text = text;
    query_.marked = HasMarks(text);
  }

  Query Run() {
    ScannedQuestion scanned = ScanQuestion(query_.text, IsQueryField);
    query_.warnings = std::move(scanned.warnings);
    pieces_ = std::move(scanned.pieces);
    for (std::size_t i = 0; i < pieces_.size(); ++i) Piece(i);
    if (pending_or_) query_.warnings.push_back("`OR` has nothing after it and is left out.");
    DecideByFields();
    ForgetShouting();
    WriteOutAbbreviations(tokens_, query_.marked);
    Understand(tokens_, names_, query_);
    CheckBounds();
    if (!query_.answer && !query_.Empty()) query_.answer = Answer::kDocuments;
    if (tokens_.empty() && query_.clauses.empty()) {
      query_.warnings.push_back("The question has no word to search for.");
    }
    return std::move(query_);
  }

 private:
  using Kind = QuestionPiece::Kind;

  void Piece(std::size_t i) {
    const QuestionPiece& piece = pieces_[i];
    const std::size_t before = query_.clauses.size();
    switch (piece.kind) {
      case Kind::kOr:
        return Or(i);
      case Kind::kField:
        AddField(piece, names_, query_);
        break;
      case Kind::kPhrase:
        Phrase(piece);
        break;
      case Kind::kWords:
        Words(piece);
        break;
    }
    if (pending_or_ && query_.clauses.size() > before) Join(before);
    pending_or_ = false;
  }

  void Phrase(const QuestionPiece& piece) {
    if (CutQuestion(piece.value, 0, piece.value.size()).empty()) return;
    query_.clauses.push_back(
        {WordsIn{piece.value, WordsIn::Where::kAnywhere, true}, {piece.span}, piece.negated, true});
    if (!piece.negated) AppendWords(piece.value);
  }

  void Words(const QuestionPiece& piece) {
    // The minus is no part of the words.
    std::vector<QuestionToken> tokens =
        CutQuestion(query_.text, piece.span.begin + (piece.negated ? 1 : 0), piece.span.end);
    if (tokens.empty()) return;
    if (piece.negated) {
      const std::string words =
          query_.text.substr(tokens.front().span.begin, piece.span.end - tokens.front().span.begin);
      query_.clauses.push_back({WordsIn{words, WordsIn::Where::kAnywhere, false}, {piece.span}, true, true});
      return;
    }
    AppendWords(query_.text.substr(piece.span.begin, piece.span.end - piece.span.begin));
    // A phrase or field before OR wants its other side as a clause too.
    if (pending_or_ && or_left_ != kNone) {
      query_.clauses.push_back(
          {WordsIn{tokens.front().surface, WordsIn::Where::kAnywhere, false}, {tokens.front().span}, false, true});
      tokens.erase(tokens.begin());
    }
    if (!tokens_.empty()) tokens_.back().clause_end = true;
    tokens_.insert(tokens_.end(), std::make_move_iterator(tokens.begin()), std::make_move_iterator(tokens.end()));
  }

  void AppendWords(const std::string& words) { query_.words += (query_.words.empty() ? "" : " ") + words; }

  // Between two words OR says what a search for words means anyway; beside a phrase or field it makes a group.
  void Or(std::size_t i) {
    const bool left = i > 0 && pieces_[i - 1].kind != Kind::kOr;
    const bool right = i + 1 < pieces_.size();
    if (!left || !right) {
      if (!left) query_.warnings.push_back("`OR` has nothing before it and is left out.");
      pending_or_ = left && !right;
      return;
    }
    pending_or_ = true;
    or_left_ = kNone;
    const bool words_left = pieces_[i - 1].kind == Kind::kWords && !pieces_[i - 1].negated;
    const bool words_right = pieces_[i + 1].kind == Kind::kWords && !pieces_[i + 1].negated;
    if (words_left && words_right) return;
    if (!words_left && !query_.clauses.empty()) {
      or_left_ = query_.clauses.size() - 1;
    } else if (words_left && !tokens_.empty()) {
      const QuestionToken& last = tokens_.back();
      query_.clauses.push_back({WordsIn{last.surface, WordsIn::Where::kAnywhere, false}, {last.span}, false, true});
      tokens_.pop_back();
      or_left_ = query_.clauses.size() - 1;
    }
  }

  // The clauses from `right` on and the one before OR become one group.
  void Join(std::size_t right) {
    if (or_left_ == kNone || or_left_ >= right) return;
    Clause left = std::move(query_.clauses[or_left_]);
    AnyOf group;
    if (auto* existing = std::get_if<AnyOf>(&left.constraint); existing && left.written_as_field) {
      group = std::move(*existing);
    } else {
      group.clauses.push_back(left);
    }
    std::vector<QuestionSpan> spans = left.spans;
    for (std::size_t i = right; i < query_.clauses.size(); ++i) {
      spans.insert(spans.end(), query_.clauses[i].spans.begin(), query_.clauses[i].spans.end());
      group.clauses.push_back(std::move(query_.clauses[i]));
    }
    query_.clauses.resize(right);
    query_.clauses[or_left_] = Clause{std::move(group), std::move(spans), false, true};
  }

  static bool OnlyFactsHave(const Clause& clause) {
    if (const auto* group = std::get_if<AnyOf>(&clause.constraint)) {
      return std::any_of(group->clauses.begin(), group->clauses.end(), OnlyFactsHave);
    }
    return !std::holds_alternative<WordsIn>(clause.constraint) && !std::holds_alternative<DateIn>(clause.constraint);
  }

  void DecideByFields() {
    for (const Clause& clause : query_.clauses) {
      if (!OnlyFactsHave(clause) || clause.spans.empty()) continue;
      query_.answer = Answer::kFacts;
      const QuestionSpan span = clause.spans.front();
      query_.answer_because.push_back(query_.text.substr(span.begin, span.end - span.begin));
    }
    if (query_.top) query_.answer = Answer::kFacts;
  }

  // In a question all of capitals they tell no names.
  void ForgetShouting() {
    const bool all = std::all_of(tokens_.begin(), tokens_.end(), [](const QuestionToken& token) {
      return token.kind != TokenKind::kWord || token.surface != LowerCase(token.surface);
    });
    const bool shouts = all && std::any_of(tokens_.begin(), tokens_.end(), [](const QuestionToken& token) {
                          return token.kind == TokenKind::kWord && token.surface.size() > 2 &&
                                 token.surface.substr(1) != LowerCase(token.surface.substr(1));
                        });
    if (!shouts) return;
    for (QuestionToken& token : tokens_) token.capitalized = false;
  }

  // `>100 <50`: each can hold, both can't.
  void CheckBounds() {
    const std::vector<Clause>& clauses = query_.clauses;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const auto* first = std::get_if<ValueIn>(&clauses[i].constraint);
      for (std::size_t j = i + 1; first && j < clauses.size(); ++j) {
        const auto* second = std::get_if<ValueIn>(&clauses[j].constraint);
        if (!second || clauses[i].negated || clauses[j].negated) continue;
        const bool both_kinds = first->kind && second->kind && first->kind != second->kind;
        const NumberRange both = Intersection(first->range, second->range);
        if (both_kinds) {
          query_.warnings.push_back("No fact is of two kinds: " + Render(clauses[i]) + " and " + Render(clauses[j]) +
                                    " can't both hold.");
        } else if (both.IsEmpty()) {
          query_.warnings.push_back("No number satisfies both " + Render(clauses[i]) + " and " + Render(clauses[j]) +
                                    ".");
        }
      }
    }
  }

  static NumberRange Intersection(const NumberRange& a, const NumberRange& b) {
    NumberRange both = a;
    if (b.low && (!both.low || *b.low > *both.low || (*b.low == *both.low && !b.low_included))) {
      both.low = b.low, both.low_included = b.low_included;
    }
    if (b.high && (!both.high || *b.high < *both.high || (*b.high == *both.high && !b.high_included))) {
      both.high = b.high, both.high_included = b.high_included;
    }
    return both;
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const NameFinder& names_;
  Query query_;
  std::vector<QuestionPiece> pieces_;
  std::vector<QuestionToken> tokens_;
  bool pending_or_ = false;
  std::size_t or_left_ = kNone;
};

}  // namespace

Query ParseQuestion(std::string_view text, const NameFinder& names) { return Parser(text, names).Run(); }

}  // namespace timso
