#include "tools/timso/commands.h"

#include <cstdlib>

namespace timso {
namespace {

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

std::string IndexPath(const CommandContext& context) {
  if (!context.index_option.empty()) return context.index_option;
  if (std::string path = Environment("TIMSO_INDEX"); !path.empty()) return path;
  if (std::string data = Environment("XDG_DATA_HOME"); !data.empty()) return data + "/timso/index";
  if (std::string home = Environment("HOME"); !home.empty()) return home + "/.local/share/timso/index";
  throw CommandError("no place for the index is known; give one with --index DIR");
}

}  // namespace timso
