#include "searcher/terminal/keys.h"

#include <string>
#include <vector>

#include "tests/catch.h"

namespace timso::terminal {
namespace {

std::string NameOf(const KeyEvent& event) {
  static const char* const kNames[] = {"text", "paste", "enter", "tab",   "backtab", "backspace", "delete", "escape",
                                       "up",   "down",  "left",  "right", "home",    "end",       "pageup", "pagedown",
                                       "F",    "ctrl-", "alt-",  "press", "wheelup", "wheeldown", "unknown"};
  std::string name = kNames[static_cast<int>(event.key)];
  if (event.key == Key::kText || event.key == Key::kPaste)
    return event.key == Key::kText ? event.text : '<' + event.text + '>';
  if (event.key == Key::kFunction) name += std::to_string(event.number);
  if (event.key == Key::kControl) name += event.letter;
  if (event.key == Key::kAlt) name += event.text;
  if (event.key == Key::kPress) name += std::to_string(event.row) + "," + std::to_string(event.column);
  if (event.control) name = "c-" + name;
  return name;
}

std::string Names(const std::vector<KeyEvent>& events) {
  std::string names;
  for (const KeyEvent& event : events) names += (names.empty() ? "" : " ") + NameOf(event);
  return names;
}

// The keys of the bytes, and the same when they are cut in two anywhere.
std::string Decoded(const std::string& bytes) {
  std::vector<KeyEvent> whole;
  KeyDecoder decoder;
  decoder.Feed(bytes, whole);
  decoder.TimeOut(whole);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    std::vector<KeyEvent> parts;
    KeyDecoder other;
    other.Feed(std::string_view(bytes).substr(0, cut), parts);
    other.Feed(std::string_view(bytes).substr(cut), parts);
    other.TimeOut(parts);
    INFO("cut after byte " << cut);
    CHECK(Names(parts) == Names(whole));
  }
  return Names(whole);
}

TEST_CASE("bytes of a terminal become keys, wherever they are cut") {
  struct Row {
    std::string bytes;
    const char* keys;
  };
  const std::vector<Row> rows = {
      {"abc", "a b c"},
      {"tiếng Việt", "t i ế n g   V i ệ t"},
      {"e\xCC\x82\xCC\x81", "e \xCC\x82 \xCC\x81"},
      {"漢😀", "漢 😀"},
      {"\x7F\b\r\t", "backspace backspace enter tab"},
      {"\n", "enter"},
      {"\x1b[A\x1b[B\x1b[C\x1b[D", "up down right left"},
      {"\x1bOA\x1bOB\x1bOC\x1bOD", "up down right left"},
      {"\x1b[1;5C\x1b[1;5D\x1bOc", "c-right c-left c-right"},
      {"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1bOH", "home end home end home end home"},
      {"\x1b[5~\x1b[6~\x1b[3~\x1b[Z", "pageup pagedown delete backtab"},
      {"\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4"},
      {"\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~\x1b[24~", "F1 F2 F3 F4 F5 F12"},
      {"\x1b[[A\x1b[[D", "F1 F4"},
      {"\x1b[1;2P", "F1"},
      {"\x1b", "escape"},
      {"\x1b\x1b", "escape escape"},
      {"\x1b[", "alt-["},
      {"\x1b"
       "1\x1bữ",
       "alt-1 alt-ữ"},
      {"\x03\x11\x12\x1a", "ctrl-c ctrl-q ctrl-r ctrl-z"},
      {"\x1b[200~huyện\nxã\x1b[Ax\x1b[201~y", "<huyện\nxã\x1b[Ax> y"},
      {"\x1b[200~\x1b[201~", "<>"},
      {"\x1b[<0;10;5M\x1b[<0;10;5m", "press4,9 unknown"},
      {"\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<2;3;4M", "wheelup wheeldown unknown"},
      {"\x1b[13u\x1b[27u\x1b[99;5u\x1b[97u", "enter escape ctrl-c a"},
      {"\x1b[999z!", "unknown !"},
      {"\x1b[1\x1b[A", "unknown up"},
      {"\xFF"
       "a",
       "\xEF\xBF\xBD a"},
      {"\xE1\xBB"
       "a",
       "\xEF\xBF\xBD \xEF\xBF\xBD a"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD"},
  };
  for (const Row& row : rows) {
    INFO(row.keys);
    CHECK(Decoded(row.bytes) == row.keys);
  }
}

TEST_CASE("an escape waits for what may follow, half a character too, but without a limit") {
  KeyDecoder decoder;
  std::vector<KeyEvent> keys;
  decoder.Feed("\x1b", keys);
  CHECK(keys.empty());
  CHECK(decoder.WantsTimeout());
  decoder.TimeOut(keys);
  CHECK(Names(keys) == "escape");
  CHECK_FALSE(decoder.WantsTimeout());
  keys.clear();
  decoder.Feed("\xE1\xBA", keys);
  CHECK_FALSE(decoder.WantsTimeout());
  decoder.TimeOut(keys);
  CHECK(keys.empty());
  decoder.Feed("\xBF", keys);
  CHECK(Names(keys) == "ế");
}

TEST_CASE("a paste of any length ends where it ends") {
  KeyDecoder decoder;
  std::vector<KeyEvent> keys;
  decoder.Feed("\x1b[200~" + std::string(300000, 'x') + "\x1b[201~z", keys);
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].key == Key::kPaste);
  CHECK(keys[0].text.size() > 30000);
  CHECK(keys[1].text == "z");
}

}  // namespace
}  // namespace timso::terminal
