// A Screen without a terminal: keeps what it was shown.
#pragma once
#include <string>

#include "searcher/terminal/screen.h"

namespace timso::terminal {

class MemoryScreen : public Screen {
 public:
  explicit MemoryScreen(Size size) : size_(size), frame_(size) {}
  Size size() const override { return size_; }
  void Show(const Frame& frame) override {
    frame_ = frame;
    ++shown_;
  }
  void Copy(std::string_view text) override { copied_ = text; }

  void Resize(Size size) { size_ = size; }
  const Frame& frame() const { return frame_; }
  const std::string& copied() const { return copied_; }
  int shown() const { return shown_; }  // repaints so far

 private:
  Size size_;
  Frame frame_;
  std::string copied_;
  int shown_ = 0;
};

}  // namespace timso::terminal
