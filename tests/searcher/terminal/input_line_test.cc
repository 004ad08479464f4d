#include "searcher/terminal/input_line.h"

#include "searcher/sinks/width.h"
#include "searcher/terminal/keys.h"
#include "tests/catch.h"
#include "tests/searcher/terminal/input_methods.h"

namespace timso::terminal {
namespace {

void Feed(KeyDecoder& decoder, InputLine& line, std::string_view bytes) {
  std::vector<KeyEvent> keys;
  decoder.Feed(bytes, keys);
  for (const KeyEvent& key : keys) {
    if (key.key == Key::kText) line.Type(key.text);
    if (key.key == Key::kBackspace) line.Backspace();
  }
}

TEST_CASE("the bursts of input methods end in the right text, split at any byte") {
  const std::vector<InputMethodRow> rows = InputMethodRows();
  REQUIRE(rows.size() >= 30);
  for (const InputMethodRow& row : rows) {
    INFO(row.name);
    for (std::size_t cut = 0; cut <= row.bytes.size(); ++cut) {
      KeyDecoder decoder;
      InputLine line;
      Feed(decoder, line, std::string_view(row.bytes).substr(0, cut));
      Feed(decoder, line, std::string_view(row.bytes).substr(cut));
      INFO("cut after byte " << cut);
      CHECK(line.Text() == row.text);
    }
    KeyDecoder decoder;
    InputLine line;
    for (const char byte : row.bytes) Feed(decoder, line, std::string_view(&byte, 1));
    CHECK(line.Text() == row.text);
    CHECK(line.ViewOf(80).cursor == DisplayWidth(row.text));
  }
}

TEST_CASE("the same in the middle of a line") {
  for (const InputMethodRow& row : InputMethodRows()) {
    INFO(row.name);
    KeyDecoder decoder;
    InputLine line;
    line.Set("kết  viên");
    for (int i = 0; i < 5; ++i) line.Left();
    Feed(decoder, line, row.bytes);
    CHECK(line.Text() == "kết " + row.text + " viên");
  }
}

TEST_CASE("a letter that came composed is taken back whole, one that came apart mark by mark") {
  InputLine line;
  line.Type("ế");
  line.Backspace();
  CHECK(line.Text().empty());
  line.Type("e");
  line.Type("\xCC\x82");
  line.Type("\xCC\x81");
  CHECK(line.Text() == "ế");
  line.Backspace();
  CHECK(line.Text() == "ê");
  line.Paste("e\xCC\x82\xCC\x81");
  line.Backspace();
  CHECK(line.Text() == "ê");
}

TEST_CASE("the cursor goes letter by letter and word by word") {
  InputLine line;
  line.Set("huyện Vị Xuyên 漢字");
  line.WordLeft();
  CHECK(line.BeforeCursor() == "huyện Vị Xuyên ");
  line.Right();
  CHECK(line.BeforeCursor() == "huyện Vị Xuyên 漢");
  CHECK(line.ViewOf(80).cursor == 17);
  line.WordLeft();
  line.WordLeft();
  line.DeleteWord();
  CHECK(line.Text() == "huyện Xuyên 漢字");
  line.Delete();
  CHECK(line.Text() == "huyện uyên 漢字");
  line.DeleteToEnd();
  CHECK(line.Text() == "huyện ");
  line.Home();
  line.Right();
  line.DeleteToStart();
  CHECK(line.Text() == "uyện ");
  line.End();
  CHECK(line.AtEnd());
}

TEST_CASE("a long line shows the part around its cursor") {
  InputLine line;
  line.Set("0123456789abcdefghij");
  CHECK(line.ViewOf(10).text == "bcdefghij");
  CHECK(line.ViewOf(10).cursor == 9);
  CHECK(line.ViewOf(10).hidden_bytes == 11);
  line.Home();
  CHECK(line.ViewOf(10).text == "0123456789");
  CHECK(line.ViewOf(10).cursor == 0);
  CHECK(line.ViewOf(1).cursor == 0);
  line.MoveToColumn(4, 10);
  CHECK(line.BeforeCursor() == "0123");
}

TEST_CASE("what is pasted is one line without control characters") {
  InputLine line;
  line.Paste("\x1b[31mhuyện\r\n\r\n\tVị\xC2\xA0Xuyên");
  CHECK(line.Text() == " [31mhuyện Vị Xuyên");
}

}  // namespace
}  // namespace timso::terminal
