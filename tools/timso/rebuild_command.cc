#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "indexer/rebuild.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

void RunCommand(const RebuildOptions& options, bool quiet, CommandContext& context) {
  ProgressLine progress(!quiet);
  const auto show = [&progress](const RebuildCounts& counts) {
    progress.Show(counts.documents, counts.bytes, static_cast<double>(counts.documents),
                  static_cast<double>(counts.of));
  };
  const RebuildOutcome outcome = Rebuild(IndexPath(context), options, show, Interrupted());
  progress.Clear();
  for (const std::string& lost : outcome.lost) std::cerr << "timso: " << lost << '\n';
  if (outcome.interrupted) {
    std::cerr << "timso: interrupted; the index is as it was\n";
    context.exit_code = kExitInterrupted;
    return;
  }
  if (!quiet) {
    std::cout << outcome.counts.documents << " documents analysed anew, " << outcome.counts.facts << " facts, now in "
              << outcome.generation << '\n';
  }
  context.exit_code = outcome.lost.empty() ? kExitFound : kExitError;
}

}  // namespace

void AddRebuild(CLI::App& app, CommandContext& context) {
  auto options = std::make_shared<RebuildOptions>();
  auto quiet = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("rebuild", "Analyse the stored texts anew, beside the old index, and swap the two");
  command->add_flag("-q,--quiet", *quiet, "Print nothing but errors");
  command->add_option("--jobs", options->workers, "Threads that analyse (default: cores less one)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  command->callback([options, quiet, &context] { RunCommand(*options, *quiet, context); });
}

}  // namespace timso
