#include "searcher/terminal/terminfo.h"

#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace timso::terminal {

std::string Capability(const char* name) {
  const char* value = ::tigetstr(const_cast<char*>(name));
  if (value == nullptr || value == reinterpret_cast<char*>(-1)) return "";
  std::string text = value;
  // $<5> waits, for terminals of glass.
  for (std::size_t at = text.find("$<"); at != std::string::npos; at = text.find("$<", at)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string::npos) break;
    text.erase(at, end - at + 1);
  }
  return text;
}

bool CanMoveCursor(int tty) {
  const char* term = std::getenv("TERM");
  if (term == nullptr || *term == '\0' || std::strcmp(term, "dumb") == 0 || ::isatty(tty) == 0) return false;
  int error = 0;
  if (::setupterm(const_cast<char*>(term), tty, &error) != OK) return false;
  const bool can = !Capability("cup").empty();
  ::del_curterm(::cur_term);
  return can;
}

}  // namespace timso::terminal
