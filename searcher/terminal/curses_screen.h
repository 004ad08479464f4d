// A Screen on a terminal, drawn by ncursesw.
#pragma once
#include <string>

#include "searcher/terminal/screen.h"

namespace timso::terminal {

// One at a time in a program. While it lives, the terminal is raw and shows the alternate screen; every way out of the
// program gives it back as it was: the destructor, Suspend, and RestoreAfterCrash for signal handlers.
class CursesScreen : public Screen {
 public:
  // `tty` is an open terminal, which stays the caller's. Throws std::runtime_error with a sentence when the terminal
  // can't be drawn on (TERM is unknown or can't move its cursor).
  explicit CursesScreen(int tty);
  ~CursesScreen() override;
  CursesScreen(const CursesScreen&) = delete;
  CursesScreen& operator=(const CursesScreen&) = delete;

  Size size() const override;
  void Show(const Frame& frame) override;
  void Copy(std::string_view text) override;

  // Gives the terminal back for a while; Resume takes it again and forgets what it showed.
  void Suspend();
  void Resume();
  // Asks the terminal for its size; after SIGWINCH.
  void Resize();

  // Whether TERM names a terminal that a CursesScreen can draw on.
  static bool CanDrawOn(int tty);
  // Only functions that are safe in a signal handler. Does nothing without a screen.
  static void RestoreAfterCrash();

 private:
  class Implementation;
  Implementation* implementation_;
};

}  // namespace timso::terminal
