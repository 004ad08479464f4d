// The line that the question is typed in, as input methods leave it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timso::terminal {

// Holds clusters: a letter with the marks that were typed after it. What it says is normalized (NFC; see
// analyzers/text/normalizer.h), what it remembers is how it was typed, because input methods take back exactly what
// they sent: a backspace removes the last mark of a letter that came decomposed, a whole letter that came composed, and
// an invisible character (U+200B …) alone.
class InputLine {
 public:
  // At the cursor; combining marks join the letter before it, whoever typed that one. Control characters become
  // spaces.
  void Type(std::string_view text);
  // The same for text that was written elsewhere: letters come composed, whatever their form.
  void Paste(std::string_view text);
  void Set(std::string_view text);  // and the cursor goes to its end

  void Backspace();
  void Delete();
  void DeleteWord();  // before the cursor
  void DeleteToStart();
  void DeleteToEnd();
  void Left();
  void Right();
  void WordLeft();
  void WordRight();
  void Home() { cursor_ = 0; }
  void End() { cursor_ = clusters_.size(); }

  std::string Text() const;
  std::string BeforeCursor() const;
  bool Empty() const { return clusters_.empty(); }
  bool AtEnd() const { return cursor_ == clusters_.size(); }

  // The part of the text to show in so many columns (at least 1), which follows the cursor, and the cursor's column in
  // it.
  struct View {
    std::string text;
    std::size_t cursor = 0;
    std::size_t hidden_bytes = 0;  // of Text() before the part
  };
  View ViewOf(std::size_t columns) const;
  // Puts the cursor at a column of the view.
  void MoveToColumn(std::size_t column, std::size_t columns);

 private:
  struct Cluster {
    std::u32string typed;
    std::string text;  // normalized; empty when it is invisible
    std::size_t width = 0;
  };
  void TypeCodePoint(char32_t c);
  static void Compose(Cluster& cluster);
  std::size_t FirstShown(std::size_t columns) const;
  bool IsBlank(std::size_t cluster) const;

  std::vector<Cluster> clusters_;
  std::size_t cursor_ = 0;  // before clusters_[cursor_]
};

}  // namespace timso::terminal
