#include "searcher/terminal/keys.h"

#include <array>
#include <cwchar>
#include <utility>

#include "analyzers/text/utf8.h"

namespace timso::terminal {
namespace {

constexpr char kEscape = '\x1b';
constexpr std::size_t kLongestSequence = 64;
constexpr std::size_t kLongestPaste = 1 << 16;
constexpr std::string_view kPasteEnd = "\x1b[201~";

// How many bytes a UTF-8 character has that begins so; 0: none begins so.
std::size_t LengthOf(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

KeyEvent Of(Key key) {
  KeyEvent event;
  event.key = key;
  return event;
}

// CSI A … and SS3 A …
Key KeyOfLetter(char letter) {
  switch (letter) {
    case 'A':
      return Key::kUp;
    case 'B':
      return Key::kDown;
    case 'C':
      return Key::kRight;
    case 'D':
      return Key::kLeft;
    case 'H':
      return Key::kHome;
    case 'F':
      return Key::kEnd;
    case 'M':  // Enter of the keypad, after SS3
      return Key::kEnter;
    case 'Z':
      return Key::kBackTab;
    default:
      return Key::kUnknown;
  }
}

// CSI n ~ of xterm, rxvt, the Linux console, PuTTY.
KeyEvent KeyOfNumber(int number) {
  static constexpr std::array<std::pair<int, Key>, 8> kKeys = {{{1, Key::kHome},
                                                                {3, Key::kDelete},
                                                                {4, Key::kEnd},
                                                                {5, Key::kPageUp},
                                                                {6, Key::kPageDown},
                                                                {7, Key::kHome},
                                                                {8, Key::kEnd},
                                                                {127, Key::kBackspace}}};
  // F1–F12 leave out 16 and 22.
  static constexpr std::array<int, 12> kFunctions = {11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24};
  KeyEvent event;
  for (std::size_t i = 0; i < kFunctions.size(); ++i) {
    if (kFunctions[i] != number) continue;
    event.key = Key::kFunction;
    event.number = static_cast<int>(i) + 1;
    return event;
  }
  for (const auto& [known, key] : kKeys) {
    if (known == number) event.key = key;
  }
  return event;
}

std::vector<int> NumbersOf(std::string_view parameters) {
  std::vector<int> numbers{0};
  for (const char c : parameters) {
    if (c >= '0' && c <= '9') {
      if (numbers.back() < 100000) numbers.back() = numbers.back() * 10 + (c - '0');
    } else {
      numbers.push_back(0);
    }
  }
  return numbers;
}

KeyEvent ControlOf(char32_t letter) {
  KeyEvent event;
  event.key = Key::kControl;
  event.letter = static_cast<char>(letter);
  return event;
}

// CSI < button ; column ; row M (press) or m (release).
KeyEvent MouseOf(const std::vector<int>& numbers, bool pressed) {
  KeyEvent event;
  if (numbers.size() != 3) return event;
  event.column = numbers[1] > 0 ? numbers[1] - 1 : 0;
  event.row = numbers[2] > 0 ? numbers[2] - 1 : 0;
  const int button = numbers[0] & ~(4 | 8 | 16);  // without Shift, Alt, Control
  if (!pressed) return event;
  if (button == 0) event.key = Key::kPress;
  if (button == 64) event.key = Key::kWheelUp;
  if (button == 65) event.key = Key::kWheelDown;
  return event;
}

// CSI code ; modifiers u, which some terminals send for keys that have no other sequence.
KeyEvent UnicodeOf(const std::vector<int>& numbers) {
  const int modifiers = numbers.size() > 1 && numbers[1] > 0 ? numbers[1] - 1 : 0;
  const auto code = static_cast<char32_t>(numbers[0]);
  if (code == 13) return Of(Key::kEnter);
  if (code == 27) return Of(Key::kEscape);
  if (code == 9) return Of((modifiers & 1) != 0 ? Key::kBackTab : Key::kTab);
  if (code == 127) return Of(Key::kBackspace);
  if (code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  if ((modifiers & 4) != 0) return code >= 'a' && code <= 'z' ? ControlOf(code) : KeyEvent{};
  KeyEvent event = Of((modifiers & 2) != 0 ? Key::kAlt : Key::kText);
  AppendCodePoint(event.text, code);
  return event;
}

KeyEvent KeyOfSequence(std::string_view sequence) {
  const char last = sequence.back();
  if (sequence[1] == 'O') {
    if (last >= 'P' && last <= 'S') {
      KeyEvent event = Of(Key::kFunction);
      event.number = last - 'P' + 1;
      return event;
    }
    KeyEvent event = Of(KeyOfLetter(last >= 'a' && last <= 'd' ? static_cast<char>(last - 32) : last));
    event.control = last >= 'a' && last <= 'd';  // rxvt's Control with arrows
    return event;
  }
  if (sequence.size() == 4 && sequence[2] == '[' && last >= 'A' && last <= 'E') {  // the Linux console
    KeyEvent event = Of(Key::kFunction);
    event.number = last - 'A' + 1;
    return event;
  }
  std::string_view parameters = sequence.substr(2, sequence.size() - 3);
  if (!parameters.empty() && parameters.front() == '<') {
    return MouseOf(NumbersOf(parameters.substr(1)), last == 'M');
  }
  const std::vector<int> numbers = NumbersOf(parameters);
  if (last == 'u') return UnicodeOf(numbers);
  KeyEvent event;
  if (last == '~' || last == '^') {
    event = KeyOfNumber(numbers[0]);
  } else if (last >= 'P' && last <= 'S' && numbers.size() == 2) {
    event = Of(Key::kFunction);
    event.number = last - 'P' + 1;
  } else if (last != 'M') {
    event = Of(KeyOfLetter(last));
  }
  event.control = last == '^' || (numbers.size() > 1 && numbers[1] > 0 && ((numbers[1] - 1) & 4) != 0);
  return event;
}

// A byte that is no UTF-8: what the locale's own encoding means by it, else U+FFFD.
std::string ForeignByte(char byte) {
  const std::wint_t wide = std::btowc(static_cast<unsigned char>(byte));
  const bool known = wide != WEOF && wide >= 0xA0;
  std::string text;
  AppendCodePoint(text, known ? static_cast<char32_t>(wide) : kReplacementCharacter);
  return text;
}

}  // namespace

void KeyDecoder::Feed(std::string_view bytes, std::vector<KeyEvent>& keys) {
  for (const char byte : bytes) Byte(byte, keys);
}

void KeyDecoder::Byte(char byte, std::vector<KeyEvent>& keys) {
  if (paste_) return Pasted(byte, keys);
  if (!sequence_.empty()) return Sequence(byte, keys);
  Character(byte, keys);
}

void KeyDecoder::Character(char byte, std::vector<KeyEvent>& keys) {
  const auto unsigned_byte = static_cast<unsigned char>(byte);
  if (!character_.empty()) {
    if ((unsigned_byte & 0xC0) == 0x80) {
      character_ += byte;
      if (character_.size() < LengthOf(static_cast<unsigned char>(character_[0]))) return;
      std::size_t at = 0;
      DecodeCodePoint(character_, at);
      // Overlong forms and surrogates have the right shape only.
      Emit(at == character_.size() ? character_ : "\xEF\xBF\xBD", keys);
      character_.clear();
      return;
    }
    for (const char cut : std::exchange(character_, {})) Emit(ForeignByte(cut), keys);
  }
  if (unsigned_byte < 0x80) return Plain(byte, keys);
  if (LengthOf(unsigned_byte) == 0) return Emit(ForeignByte(byte), keys);
  character_ += byte;
}

void KeyDecoder::Emit(std::string_view character, std::vector<KeyEvent>& keys) {
  KeyEvent event = Of(alt_ ? Key::kAlt : Key::kText);
  event.text = character;
  alt_ = false;
  keys.push_back(std::move(event));
}

void KeyDecoder::Plain(char byte, std::vector<KeyEvent>& keys) {
  if (byte == kEscape) {
    sequence_ = byte;
    return;
  }
  if (byte >= 0x20 && byte != 0x7F) return Emit(std::string_view(&byte, 1), keys);
  const bool with_alt = std::exchange(alt_, false);
  switch (byte) {
    case '\r':
    case '\n':
      keys.push_back(Of(Key::kEnter));
      return;
    case '\t':
      keys.push_back(Of(Key::kTab));
      return;
    case 0x7F:
    case '\b':  // input methods send either
      keys.push_back(Of(Key::kBackspace));
      keys.back().control = with_alt;
      return;
    default:
      keys.push_back(byte >= 1 && byte <= 26 ? ControlOf(static_cast<char32_t>(byte + 'a' - 1)) : KeyEvent{});
  }
}

void KeyDecoder::Sequence(char byte, std::vector<KeyEvent>& keys) {
  if (sequence_.size() == 1) {
    if (byte == '[' || byte == 'O') {
      sequence_ += byte;
      return;
    }
    sequence_.clear();
    if (byte == kEscape) {  // Escape twice
      keys.push_back(Of(Key::kEscape));
      sequence_ = byte;
      return;
    }
    alt_ = true;
    return Character(byte, keys);
  }
  const auto unsigned_byte = static_cast<unsigned char>(byte);
  // A sequence that breaks off, and what comes next.
  if (unsigned_byte < 0x20 || unsigned_byte >= 0x7F || sequence_.size() >= kLongestSequence) {
    sequence_.clear();
    keys.push_back(Of(Key::kUnknown));
    return Byte(byte, keys);
  }
  sequence_ += byte;
  const bool linux_function = sequence_ == "\x1b[[";
  if (unsigned_byte >= 0x40 && !linux_function) EmitSequence(keys);
}

void KeyDecoder::EmitSequence(std::vector<KeyEvent>& keys) {
  const std::string sequence = std::exchange(sequence_, {});
  if (sequence == "\x1b[200~") {
    paste_ = true;
    pasted_.clear();
    return;
  }
  if (sequence == kPasteEnd) return;
  keys.push_back(KeyOfSequence(sequence));
}

void KeyDecoder::Pasted(char byte, std::vector<KeyEvent>& keys) {
  pasted_ += byte;
  if (pasted_.ends_with(kPasteEnd)) {
    pasted_.resize(pasted_.size() - kPasteEnd.size());
    KeyEvent event = Of(Key::kPaste);
    event.text = std::exchange(pasted_, {});
    paste_ = false;
    keys.push_back(std::move(event));
  } else if (pasted_.size() > kLongestPaste) {
    // Keeps what the end may begin with.
    pasted_.erase(kLongestPaste / 2, pasted_.size() - kLongestPaste / 2 - kPasteEnd.size());
  }
}

void KeyDecoder::TimeOut(std::vector<KeyEvent>& keys) {
  if (!WantsTimeout()) return;
  const std::string sequence = std::exchange(sequence_, {});
  if (sequence.size() == 1) {
    keys.push_back(Of(Key::kEscape));
    return;
  }
  // ESC [ and ESC O are Alt with a character when nothing follows.
  KeyEvent event = Of(sequence.size() == 2 ? Key::kAlt : Key::kUnknown);
  if (sequence.size() == 2) event.text = sequence.substr(1);
  keys.push_back(std::move(event));
}

}  // namespace timso::terminal
