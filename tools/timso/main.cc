// The command line: global options, the subcommands, and the one place where a failure becomes a sentence and a code.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <iostream>
#include <string_view>
#include <vector>

#include "indexer/lock.h"
#include "tools/timso/commands.h"

namespace {

// The library hands what stands behind "--" to the program, not to its command; `timso search -- WORDS` means words.
std::vector<char*> Arguments(int argc, char** argv) {
  std::vector<char*> arguments(argv, argv + argc);
  const auto is = [](const char* argument, std::string_view word) { return argument == word; };
  const auto sign = std::find_if(arguments.begin(), arguments.end(), [&](char* a) { return is(a, "--"); });
  const bool asks = std::any_of(arguments.begin(), sign, [&](char* a) { return is(a, "search"); });
  if (asks && sign != arguments.end()) arguments.erase(sign);
  return arguments;
}

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
    std::vector<char*> arguments = Arguments(argc, argv);
    app.parse(static_cast<int>(arguments.size()), arguments.data());
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
