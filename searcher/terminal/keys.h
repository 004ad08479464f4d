// Bytes from a terminal → keys. In order and without loss, wherever the stream is cut.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timso::terminal {

enum class Key : unsigned char {
  kText,   // `text`: one code point as typed
  kPaste,  // `text`: all that was pasted, control characters and all
  kEnter,
  kTab,
  kBackTab,
  kBackspace,
  kDelete,
  kEscape,
  kUp,
  kDown,
  kLeft,
  kRight,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kFunction,  // `number`: 1 to 12
  kControl,   // `letter`: a to z
  kAlt,       // `text`: the character with Alt
  kPress,     // the left mouse button, at `row`, `column` (from 0)
  kWheelUp,
  kWheelDown,
  kUnknown,  // a sequence that means nothing here
};

struct KeyEvent {
  Key key = Key::kUnknown;
  std::string text;
  int number = 0;
  char letter = 0;
  bool control = false;  // with arrows, Home, End, Backspace, Delete
  int row = 0;
  int column = 0;
};

// The one character of a key that is plain ASCII text, or 0.
inline char LetterOf(const KeyEvent& key) { return key.key == Key::kText && key.text.size() == 1 ? key.text[0] : '\0'; }

class KeyDecoder {
 public:
  // Bytes as they came, cut anywhere, even inside a character.
  void Feed(std::string_view bytes, std::vector<KeyEvent>& keys);

  // The last byte may be the Escape key or begin a sequence: when nothing more comes within kEscapeTimeout, call
  // TimeOut. A character cut in its middle waits as long as it takes.
  bool WantsTimeout() const { return !paste_ && !sequence_.empty(); }
  void TimeOut(std::vector<KeyEvent>& keys);
  static constexpr int kEscapeTimeoutMs = 40;

 private:
  void Byte(char byte, std::vector<KeyEvent>& keys);
  void Plain(char byte, std::vector<KeyEvent>& keys);
  void Character(char byte, std::vector<KeyEvent>& keys);
  void Sequence(char byte, std::vector<KeyEvent>& keys);
  void Pasted(char byte, std::vector<KeyEvent>& keys);
  void EmitSequence(std::vector<KeyEvent>& keys);
  void Emit(std::string_view character, std::vector<KeyEvent>& keys);

  std::string sequence_;   // from ESC on, while it is incomplete
  std::string character_;  // the bytes of an incomplete character
  std::string pasted_;
  bool paste_ = false;
  bool alt_ = false;  // an ESC stood before the character
};

}  // namespace timso::terminal
