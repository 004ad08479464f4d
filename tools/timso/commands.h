// The subcommands of `timso`: each file adds one to the command line and says what it exits with.
#pragma once
#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace timso {

// DESIGN of exit codes: scripts rely on them, do not renumber.
enum ExitCode : int {
  kExitFound = 0,          // found, or done
  kExitNothing = 1,        // nothing found
  kExitError = 2,          // an error, told in one sentence on stderr
  kExitLocked = 75,        // another writer holds the index
  kExitInterrupted = 130,  // Ctrl-C
};

// A failure that the user can mend: `what` is one sentence that says what is wrong and what to do. main prints it
// after "timso: " and exits with `code`.
class CommandError : public std::runtime_error {
 public:
  explicit CommandError(const std::string& sentence, int code = kExitError)
      : std::runtime_error(sentence), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

// What the subcommands share.
struct CommandContext {
  std::string index_option;    // --index DIR as given, or empty
  int exit_code = kExitFound;  // a subcommand's callback sets it
};

// --index DIR, else $TIMSO_INDEX, else $XDG_DATA_HOME/timso/index, else ~/.local/share/timso/index.
std::string IndexPath(const CommandContext& context);

// Each adds its subcommand to the command line; main.cc lists them in the order of `--help`.
void AddIndex(CLI::App& app, CommandContext& context);
void AddRemove(CLI::App& app, CommandContext& context);
void AddRebuild(CLI::App& app, CommandContext& context);
void AddStatus(CLI::App& app, CommandContext& context);
void AddCheck(CLI::App& app, CommandContext& context);
void AddFacts(CLI::App& app, CommandContext& context);
void AddSegment(CLI::App& app, CommandContext& context);
void AddSearch(CLI::App& app, CommandContext& context);
void AddSchema(CLI::App& app, CommandContext& context);
// What `timso` does without a subcommand, and `timso shell`.
void AddScreen(CLI::App& app, CommandContext& context);

}  // namespace timso
