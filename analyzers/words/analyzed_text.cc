#include "analyzers/words/analyzed_text.h"

#include <algorithm>

#include "analyzers/text/letters.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

bool IsBlock(const Lexicon& lexicon, const Mention& mention) {
  return mention.role == Role::kCue && lexicon.cues()[mention.row] == "block";
}

// "Lê Thị Quyết Tâm": a verb of aiming in a person's name.
bool NamesPerson(const Lexicon& lexicon, const std::vector<Token>& tokens, const Mention& mention) {
  if (mention.role != Role::kCue || mention.begin == 0) return false;
  const std::string& role = lexicon.cues()[mention.row];
  if (role != "aim" && role != "aim_verb") return false;
  for (std::uint32_t at = mention.begin - 1; at < mention.end; ++at) {
    if (!tokens[at].capitalized || tokens[at].all_capitals) return false;
  }
  return true;
}

// Mentions of one role inside a longer one of it are no readings of their own; nor is anything inside a "block" cue
// (Ủy ban Kiểm tra inspects nothing).
void DropContained(const Lexicon& lexicon, const std::vector<Token>& tokens, std::vector<Mention>& mentions) {
  std::vector<Mention> kept;
  std::vector<std::uint32_t> reach(static_cast<std::size_t>(Role::kMeasure) + 1, 0);
  std::uint32_t blocked = 0;
  const bool unmarked = lexicon.form() == Lexicon::Form::kFolded;
  std::uint32_t phrase_end = 0;  // of a phrase of several words
  std::vector<std::pair<std::uint32_t, std::uint32_t>> start_of(reach.size(), {0, 0});
  for (const Mention& mention : mentions) {
    if (IsBlock(lexicon, mention)) {
      blocked = std::max(blocked, mention.end);
      continue;
    }
    if (mention.end <= blocked && mention.role != Role::kPlaceWord && mention.role != Role::kNumeral) continue;
    if (NamesPerson(lexicon, tokens, mention)) continue;
    const auto role = static_cast<std::size_t>(mention.role);
    const bool same_span = start_of[role] == std::make_pair(mention.begin, mention.end);
    // "trong năm 2017": the year's own word counts within the longer phrase.
    const bool nests = mention.role == Role::kTime || mention.role == Role::kTimePart;
    if (mention.end <= reach[role] && !same_span && !nests) continue;
    // Without marks the first word of "giám sát" may be "giảm", that of "tính đến" "tỉnh"; the phrase tells that it is
    // not.
    const bool word = mention.end == mention.begin + 1;
    const bool ambiguous = mention.role == Role::kCue || mention.role == Role::kPlaceWord;
    if (unmarked && word && ambiguous && mention.end <= phrase_end) continue;
    // "vượt trên" keeps its verb, "số người" its "người"
    const bool bound = mention.role == Role::kRelation || mention.role == Role::kCuePart;
    if (!word && mention.role != Role::kPlaceWord && !bound) phrase_end = std::max(phrase_end, mention.end);
    reach[role] = std::max(reach[role], mention.end);
    start_of[role] = {mention.begin, mention.end};
    kept.push_back(mention);
  }
  mentions = std::move(kept);
}

// Line ends have told sentences apart; inside a hard-wrapped one they are no more than spaces.
void DropLineBreaks(AnalyzedText& analyzed) {
  std::vector<std::size_t> moved(analyzed.tokens.size() + 1, 0);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    moved[i] = kept;
    if (analyzed.tokens[i].kind == TokenKind::kLineBreak) continue;
    analyzed.tokens[kept++] = analyzed.tokens[i];
  }
  moved[analyzed.tokens.size()] = kept;
  analyzed.tokens.resize(kept);
  for (Sentence& sentence : analyzed.sentences) {
    sentence.begin = moved[sentence.begin];
    sentence.end = moved[sentence.end];
  }
}

// Whether a number or a word of scale stands right before the token.
bool FollowsNumber(const AnalyzedText& analyzed, std::size_t at, std::size_t mentions) {
  if (at == 0) return false;
  if (analyzed.tokens[at - 1].kind == TokenKind::kNumber) return true;
  for (std::size_t m = mentions; m > 0 && analyzed.mentions[m - 1].begin + 1 >= at; --m) {
    const Mention& mention = analyzed.mentions[m - 1];
    if (mention.role == Role::kNumeral && mention.end == at) return true;
  }
  return false;
}

// "30 tỷ đồng bằng 50 %": behind a number a currency is one, whatever phrase its word may open. `first` is the first
// mention that begins at the token.
void DropBlockBehindNumber(AnalyzedText& analyzed, std::size_t at, std::size_t first) {
  std::vector<Mention>& mentions = analyzed.mentions;
  const auto begin = mentions.begin() + static_cast<std::ptrdiff_t>(first);
  const auto blocks = [&](const Mention& mention) { return IsBlock(*analyzed.lexicon, mention); };
  const auto units = [&](const Mention& mention) {
    return mention.role == Role::kUnit && analyzed.lexicon->units()[mention.row].unit_class == UnitRow::Class::kMoney;
  };
  if (std::none_of(begin, mentions.end(), blocks) || std::none_of(begin, mentions.end(), units)) return;
  if (FollowsNumber(analyzed, at, first)) mentions.erase(std::remove_if(begin, mentions.end(), blocks), mentions.end());
}

void FindMentions(AnalyzedText& analyzed) {
  const Lexicon& lexicon = *analyzed.lexicon;
  for (std::size_t i = 0; i < analyzed.symbols.size(); ++i) {
    if (analyzed.symbols[i] == kUnknownWord) continue;
    const std::size_t first = analyzed.mentions.size();
    lexicon.phrases().MatchAt(analyzed.symbols, i, analyzed.symbols.size(), [&](PhraseTrie::Match match) {
      const Lexicon::Entry& entry = lexicon.entry(match.value);
      analyzed.mentions.push_back(
          {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + match.length), entry.role, entry.row});
    });
    if (analyzed.mentions.size() < first + 2) continue;
    DropBlockBehindNumber(analyzed, i, first);
    std::sort(analyzed.mentions.begin() + static_cast<std::ptrdiff_t>(first), analyzed.mentions.end(),
              [&](const Mention& a, const Mention& b) {
                const bool a_blocks = IsBlock(lexicon, a);
                if (a_blocks != IsBlock(lexicon, b)) return a_blocks;
                return std::make_tuple(~a.end, a.role, a.row) < std::make_tuple(~b.end, b.role, b.row);
              });
  }
  DropContained(lexicon, analyzed.tokens, analyzed.mentions);
}

// One word in two hundred, where local news has one in six.
bool LacksCapitals(const std::vector<Token>& tokens) {
  constexpr std::size_t kFewestWords = 30;
  constexpr std::size_t kRare = 200;
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const Token& token : tokens) {
    words += token.kind == TokenKind::kWord ? 1 : 0;
    capitals += token.kind == TokenKind::kWord && token.capitalized ? 1 : 0;
  }
  return words >= kFewestWords && capitals * kRare < words;
}

// Without marks a word inside a phrase is what the phrase makes of it.
void MarkPhrases(AnalyzedText& analyzed) {
  if (analyzed.lexicon->form() != Lexicon::Form::kFolded) return;
  analyzed.in_phrase.assign(analyzed.tokens.size(), false);
  for (const Mention& mention : analyzed.mentions) {
    const bool noun = mention.role == Role::kConcept || mention.role == Role::kQualifier || mention.role == Role::kUnit;
    if (!noun || mention.end < mention.begin + 2) continue;
    for (std::size_t i = mention.begin; i < mention.end; ++i) analyzed.in_phrase[i] = true;
  }
}

void IndexMentions(AnalyzedText& analyzed) {
  analyzed.first_mention.resize(analyzed.tokens.size() + 1);
  std::uint32_t mention = 0;
  for (std::uint32_t token = 0; token <= analyzed.tokens.size(); ++token) {
    while (mention < analyzed.mentions.size() && analyzed.mentions[mention].begin < token) ++mention;
    analyzed.first_mention[token] = mention;
  }
}

}  // namespace

std::string_view AnalyzedText::Words(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  return text().substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin);
}

bool AnalyzedText::IsPunctuation(std::size_t token, std::string_view signs) const {
  if (token >= tokens.size() || tokens[token].kind != TokenKind::kPunctuation) return false;
  const std::string_view sign = Word(token);
  return sign.size() == 1 && signs.find(sign[0]) != std::string_view::npos;
}

bool LooksUnmarked(std::string_view text) {
  constexpr std::size_t kFewestLetters = 20;
  std::size_t letters = 0;
  std::size_t marked = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const Letter& letter = LetterOf(DecodeCodePoint(text, pos));
    if (letter.letter == 0) continue;
    ++letters;
    marked += letter.letter >= 0x80 || letter.tone != Tone::kLevel ? 1 : 0;
  }
  return letters >= kFewestLetters && marked * 50 < letters;
}

AnalyzedText Analyze(std::string_view source) {
  return Analyze(source, LooksUnmarked(source) ? Lexicon::Form::kFolded : Lexicon::Form::kExact);
}

AnalyzedText Analyze(std::string_view source, Lexicon::Form form) {
  AnalyzedText analyzed;
  analyzed.lexicon = &Lexicon::Get(form);
  analyzed.normalized = Normalize(source);
  analyzed.tokens = Tokenize(analyzed.text());
  analyzed.sentences = SplitSentences(analyzed.text(), analyzed.tokens);
  DropLineBreaks(analyzed);
  analyzed.symbols.reserve(analyzed.tokens.size());
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const TokenKind kind = analyzed.tokens[i].kind;
    const bool wordy = kind == TokenKind::kWord || kind == TokenKind::kPunctuation || kind == TokenKind::kCode ||
                       kind == TokenKind::kNumber || kind == TokenKind::kAbbreviation;
    analyzed.symbols.push_back(wordy ? analyzed.lexicon->SymbolOf(analyzed.Word(i)) : kUnknownWord);
  }
  analyzed.uncased = LacksCapitals(analyzed.tokens);
  FindMentions(analyzed);
  IndexMentions(analyzed);
  MarkPhrases(analyzed);
  return analyzed;
}

}  // namespace timso
