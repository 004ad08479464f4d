#include "analyzers/text/typing.h"

#include <utility>
#include <vector>

#include "analyzers/text/characters.h"
#include "analyzers/text/known_syllables.h"
#include "analyzers/text/letters.h"
#include "analyzers/text/syllable.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr char32_t kBreve = 0x306;
constexpr char32_t kCircumflex = 0x302;
constexpr char32_t kHorn = 0x31B;

// One word as it grows under the keys. Every key is either used up (it set or undid a mark) or stays as a letter.
class Composition {
 public:
  void AddLetter(char32_t c) { letters_.push_back(c); }

  bool HasVowel() const {
    for (const char32_t c : letters_) {
      if (LetterOf(c).vowel) return true;
    }
    return false;
  }

  // Sets the tone; the same one again undoes it.
  bool SetTone(Tone tone) {
    if (escaped_ || !HasVowel()) return false;
    if (tone_ == tone) return Undo(tone_, Tone::kLevel);
    odd_ = odd_ || tone_ != Tone::kLevel;
    tone_ = tone;
    return used_ = true;
  }

  bool ClearTone() {
    if (escaped_ || tone_ == Tone::kLevel) return false;
    tone_ = Tone::kLevel;
    odd_ = true;
    return used_ = true;
  }

  // Puts the mark on the last letter that takes it and whose plain form is in `plain`.
  bool Mark(char32_t mark, std::string_view plain) {
    if (escaped_) return false;
    if (mark == kHorn && HornPair()) return used_ = true;
    for (std::size_t i = letters_.size(); i > 0; --i) {
      char32_t& c = letters_[i - 1];
      const Letter& letter = LetterOf(c);
      if (!letter.vowel || plain.find(letter.plain) == std::string_view::npos) continue;
      if (i > 1 && letter.plain == 'u' && IsQ(letters_[i - 2])) continue;  // the u of qu
      if (!MayReach(i, mark)) return false;
      const char32_t base = static_cast<char32_t>(letter.upper ? letter.plain - 32 : letter.plain);
      const char32_t marked = WithMark(base, mark);
      if (marked == 0) continue;
      // The mark a second time: it comes off.
      if (c == marked) return Undo(c, base);
      c = marked;
      return used_ = true;
    }
    return false;
  }

  // Telex w: the horn of uo, uu, ua, else what the last of a, o, u takes.
  bool MarkW() {
    if (escaped_) return false;
    if (HornPair()) return used_ = true;
    for (std::size_t i = letters_.size(); i > 0; --i) {
      const char plain = LetterOf(letters_[i - 1]).plain;
      if (plain == 'a') return Mark(kBreve, "a");
      if (plain == 'o' || plain == 'u') return Mark(kHorn, "ou");
    }
    return false;
  }

  // w with no vowel before it is ư.
  void AddHornedU(bool upper) {
    letters_.push_back(upper ? U'Ư' : U'ư');
    used_ = true;
  }

  bool Stroke() {
    if (escaped_ || letters_.empty()) return false;
    char32_t& c = letters_.front();
    if (c == U'đ' || c == U'Đ') return Undo(c, c == U'đ' ? U'd' : U'D');
    if (c != U'd' && c != U'D') return false;
    c = c == U'd' ? U'đ' : U'Đ';
    return used_ = true;
  }

  // The word as composed; empty when nothing was composed or it is no syllable.
  std::string Result() {
    if (!used_) return {};
    if (!escaped_) SpreadHorn();
    std::string word;
    for (const char32_t c : letters_) AppendCodePoint(word, c);
    if (escaped_) return word;
    return WithToneOn(word, tone_);
  }

  // Keys were struck that nobody strikes on purpose: a tone after a tone, a mark undone.
  bool odd() const { return odd_; }

 private:
  template <typename Value>
  bool Undo(Value& place, Value to) {
    place = to;
    escaped_ = odd_ = used_ = true;
    return false;  // the key stays as a letter
  }

  // A key may mark a letter further back over a final or over i, u, y (viene, hieue), not over other vowels: ngoeo.
  bool MayReach(std::size_t after, char32_t mark) const {
    for (std::size_t i = after; mark == kCircumflex && i < letters_.size(); ++i) {
      const Letter& letter = LetterOf(letters_[i]);
      if (letter.vowel && letter.plain != 'i' && letter.plain != 'u' && letter.plain != 'y') return false;
    }
    return true;
  }

  static bool IsQ(char32_t c) { return c == U'q' || c == U'Q'; }
  static bool IsPlain(char32_t c, char plain) { return LetterOf(c).vowel && LetterOf(c).plain == plain; }
  static char32_t Horned(char32_t c) {
    const Letter& letter = LetterOf(c);
    return WithMark(static_cast<char32_t>(letter.upper ? letter.plain - 32 : letter.plain), kHorn);
  }

  // uo takes the horn on both (dduowcj → được), uu and ua on the first (huuw → hưu, muaw → mưa). After q the u is no
  // vowel.
  bool HornPair() {
    for (std::size_t i = 1; i < letters_.size(); ++i) {
      if (!IsPlain(letters_[i - 1], 'u') || (i > 1 && IsQ(letters_[i - 2]))) continue;
      const bool both = IsPlain(letters_[i], 'o');
      const bool first = IsPlain(letters_[i], 'u') || IsPlain(letters_[i], 'a');
      if (!both && !first) continue;
      if (letters_[i - 1] == Horned(letters_[i - 1])) return false;  // has it already
      letters_[i - 1] = Horned(letters_[i - 1]);
      if (both) letters_[i] = Horned(letters_[i]);
      return true;
    }
    return false;
  }

  // With a letter behind it ơ has ư before it (nuwowcs, nuowcs, nước); at the end it has u (thuở).
  void SpreadHorn() {
    for (std::size_t i = 1; i < letters_.size(); ++i) {
      if (!IsPlain(letters_[i - 1], 'u') || !IsPlain(letters_[i], 'o') || (i > 1 && IsQ(letters_[i - 2]))) continue;
      const bool horn = letters_[i - 1] == Horned(letters_[i - 1]) || letters_[i] == Horned(letters_[i]);
      if (!horn) continue;
      letters_[i] = Horned(letters_[i]);
      const bool upper = LetterOf(letters_[i - 1]).upper;
      letters_[i - 1] = i + 1 < letters_.size() ? Horned(letters_[i - 1]) : (upper ? U'U' : U'u');
    }
  }

  std::vector<char32_t> letters_;
  Tone tone_ = Tone::kLevel;
  bool used_ = false;
  bool escaped_ = false;  // a mark was undone: the rest is meant literally
  bool odd_ = false;
};

bool TelexMark(Composition& word, char32_t key) {
  switch (key) {
    case U'a':
      return word.Mark(kCircumflex, "a");
    case U'e':
      return word.Mark(kCircumflex, "e");
    case U'o':
      return word.Mark(kCircumflex, "o");
    case U'd':
      return word.Stroke();
    case U'w':
      return word.MarkW();
    case U's':
      return word.SetTone(Tone::kAcute);
    case U'f':
      return word.SetTone(Tone::kGrave);
    case U'r':
      return word.SetTone(Tone::kHook);
    case U'x':
      return word.SetTone(Tone::kTilde);
    case U'j':
      return word.SetTone(Tone::kDot);
    case U'z':
      return word.ClearTone();
    default:
      return false;
  }
}

bool VniMark(Composition& word, char32_t key) {
  constexpr Tone kTones[] = {Tone::kLevel, Tone::kAcute, Tone::kGrave, Tone::kHook, Tone::kTilde, Tone::kDot};
  switch (key) {
    case U'0':
      return word.ClearTone();
    case U'6':
      return word.Mark(kCircumflex, "aeo");
    case U'7':
      return word.Mark(kHorn, "ou");
    case U'8':
      return word.Mark(kBreve, "a");
    case U'9':
      return word.Stroke();
    default:
      return key >= U'1' && key <= U'5' && word.SetTone(kTones[key - U'0']);
  }
}

struct DecodedWord {
  std::string text;
  bool changed = false;
  bool odd = false;
};

using MarkFunction = bool (*)(Composition&, char32_t);

DecodedWord DecodeWord(std::string_view word, MarkFunction mark) {
  constexpr std::size_t kLongestTyped = 16;  // nghieengs and a few repeated keys; longer words are no syllable
  if (word.size() > kLongestTyped) return {std::string(word)};
  Composition composition;
  for (const char byte : word) {
    const auto key = static_cast<char32_t>(static_cast<unsigned char>(byte));
    if (mark(composition, ToLower(key))) continue;
    if (mark == TelexMark && ToLower(key) == U'w' && !composition.HasVowel()) {
      composition.AddHornedU(key == U'W');
    } else {
      composition.AddLetter(key);
    }
  }
  DecodedWord decoded{composition.Result(), true, composition.odd()};
  if (decoded.text.empty() || decoded.text == word) return {std::string(word)};
  return decoded;
}

// The text's runs of letters and digits; what lies between them belongs to nobody.
struct Piece {
  std::string_view text;
  bool word = false;
};

std::vector<Piece> SplitPieces(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  bool word = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const bool in_word = (ClassOf(DecodeCodePoint(text, pos)) & (kLetterClass | kDigitClass)) != 0;
    if (in_word != word && at > begin) {
      pieces.push_back({text.substr(begin, at - begin), word});
      begin = at;
    }
    word = in_word;
  }
  if (begin < text.size()) pieces.push_back({text.substr(begin), word});
  return pieces;
}

// Words of ASCII letters, for VNI of digits behind a letter too, are what keys are struck in.
bool IsTyped(std::string_view word, MarkFunction mark) {
  if (!IsLetter(static_cast<unsigned char>(word[0]))) return false;
  for (const char byte : word) {
    const auto c = static_cast<unsigned char>(byte);
    if (c >= 0x80 || (IsDigit(c) && mark == TelexMark)) return false;
  }
  return true;
}

std::string Decode(std::string_view text, MarkFunction mark) {
  std::string decoded;
  for (const Piece& piece : SplitPieces(text)) {
    if (piece.word && IsTyped(piece.text, mark)) {
      decoded += DecodeWord(piece.text, mark).text;
    } else {
      decoded += piece.text;
    }
  }
  return decoded;
}

// A decoding and what speaks for and against it.
struct Candidate {
  std::string text;
  int changed = 0;     // words that the keys changed into syllables in use
  int vietnamese = 0;  // words that are syllables in use as they stand
  int foreign = 0;     // other words
  bool impossible = false;

  bool IsLikely() const { return !impossible && changed > 0 && foreign <= (changed + vietnamese) / 2; }
};

// U23, A4, m2: one letter and digits are a code.
bool IsCode(std::string_view word) {
  return word.size() > 1 && IsDigit(static_cast<unsigned char>(word[1])) &&
         IsUpper(static_cast<unsigned char>(word[0]));
}

Candidate Judge(std::string_view text, MarkFunction mark) {
  Candidate candidate;
  for (const Piece& piece : SplitPieces(text)) {
    std::string word(piece.text);
    const bool letters = piece.word && !IsDigit(static_cast<unsigned char>(word[0]));
    if (letters && IsKnownSyllable(word)) {
      ++candidate.vietnamese;
    } else if (letters) {
      const bool typed = IsTyped(piece.text, mark) && !IsCode(piece.text);
      DecodedWord decoded = typed ? DecodeWord(piece.text, mark) : DecodedWord{word};
      if (!decoded.changed || decoded.odd) {
        ++candidate.foreign;
      } else if (IsKnownSyllable(decoded.text)) {
        ++candidate.changed;
        word = std::move(decoded.text);
      } else {
        candidate.impossible = true;
      }
    }
    candidate.text += word;
  }
  return candidate;
}

}  // namespace

std::string DecodeTelex(std::string_view text) { return Decode(text, TelexMark); }

std::string DecodeVni(std::string_view text) { return Decode(text, VniMark); }

std::optional<std::string> DecodeTyped(std::string_view text) {
  Candidate telex = Judge(text, TelexMark);
  Candidate vni = Judge(text, VniMark);
  if (vni.IsLikely() && (!telex.IsLikely() || vni.changed > telex.changed)) return std::move(vni.text);
  if (telex.IsLikely()) return std::move(telex.text);
  return std::nullopt;
}

}  // namespace timso
