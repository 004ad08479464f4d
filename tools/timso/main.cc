// The command line: global options, the subcommands, and the one place where a failure becomes a sentence and a code.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "indexer/lock.h"
#include "tools/timso/commands.h"

namespace {

int Run(int argc, char** argv) {
  CLI::App app{"timso — full-text search for Vietnamese that understands the numbers", "timso"};
  timso::CommandContext context;
  app.add_option("--index", context.index_option, "The index (default: $TIMSO_INDEX, else the user's data folder)")
      ->type_name("DIR");
  app.set_version_flag("--version", "timso " TIMSO_VERSION);
  app.require_subcommand(0, 1);
  app.fallthrough();
  timso::AddIndex(app, context);
  timso::AddRemove(app, context);
  timso::AddRebuild(app, context);
  timso::AddStatus(app, context);
  timso::AddCheck(app, context);
  timso::AddFacts(app, context);
  timso::AddSegment(app, context);
  timso::AddSearch(app, context);
  timso::AddSchema(app, context);
  timso::AddScreen(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    std::cerr << "timso: " << error.what() << " (see `timso --help`)\n";
    return timso::kExitError;
  }
  return context.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const timso::CommandError& error) {
    std::cerr << "timso: " << error.what() << '\n';
    return error.code();
  } catch (const timso::LockedError& error) {
    std::cerr << "timso: " << error.what() << '\n';
    return timso::kExitLocked;
  } catch (const timso::IndexError& error) {
    std::cerr << "timso: " << error.what() << '\n';
    return timso::kExitError;
  } catch (const std::exception& error) {
    std::cerr << "timso: an unexpected failure: " << error.what() << '\n';
    return timso::kExitError;
  }
}
