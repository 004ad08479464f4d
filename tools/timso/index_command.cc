#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "indexer/index_job.h"
#include "indexer/readers/walk.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

struct IndexArguments {
  std::vector<std::string> paths;
  IndexOptions options;
  bool quiet = false;
  bool verbose = false;
};

double BytesOnDisk(const IndexOptions& options) {
  std::uint64_t bytes = 0;
  for (const std::filesystem::path& path : options.paths) bytes += path == "-" ? 0 : BytesBelow({path, {}});
  return static_cast<double>(bytes);
}

// The messages of a run, on stderr.
IndexEvents EventsOf(const IndexArguments& arguments, ProgressLine& progress, double total) {
  IndexEvents events;
  events.failed = [&progress](const std::string& name, const std::string& what) {
    progress.Clear();
    std::cerr << "timso: " << Printable(name) << " " << what << '\n';
  };
  events.warned = events.failed;
  events.progressed = [&progress, total](const IndexCounts& counts) {
    progress.Show(counts.done() + counts.failed, counts.bytes, static_cast<double>(counts.disk_bytes), total);
  };
  if (arguments.verbose) {
    events.committed = [&progress](const IndexCounts& counts) {
      progress.Clear();
      std::cerr << "committed: " << counts.committed << " changes\n";
    };
  }
  return events;
}

void RunCommand(const IndexArguments& arguments, CommandContext& context) {
  const std::atomic<bool>& stop = Interrupted();
  IndexWriter writer(IndexPath(context));
  if (writer.repaired() > 0 && !arguments.quiet) {
    std::cerr << "timso: the last run was cut short; the facts of " << writer.repaired()
              << " documents were made anew\n";
  }
  ProgressLine progress(!arguments.quiet);
  const IndexEvents events = EventsOf(arguments, progress, BytesOnDisk(arguments.options));
  const IndexOutcome outcome = RunIndex(writer, arguments.options, events, stop);
  progress.Clear();
  const IndexCounts& counts = outcome.counts;
  if (!arguments.quiet) {
    std::cout << counts.added << " added, " << counts.replaced << " replaced, " << counts.unchanged << " unchanged, "
              << counts.removed << " removed, " << counts.failed << " failed\n";
  }
  if (arguments.verbose && counts.passed_over > 0) {
    std::cerr << "passed over, files of other kinds: " << counts.passed_over << '\n';
  }
  context.exit_code = counts.failed > 0 ? kExitError : kExitFound;
  if (outcome.interrupted) {
    std::cerr << "timso: interrupted; what was read whole is in the index\n";
    context.exit_code = kExitInterrupted;
  }
}

}  // namespace

void AddIndex(CLI::App& app, CommandContext& context) {
  auto arguments = std::make_shared<IndexArguments>();
  CLI::App* command = app.add_subcommand("index", "Read files and folders into the index");
  command
      ->add_option("PATH", arguments->paths,
                   "Files (.txt .md .html .jsonl, also .gz .zst), folders, or - for "
                   "standard input: paths or JSON documents, one a line")
      ->required();
  command->add_flag("--prune", arguments->options.prune, "Remove what came from these paths and is gone");
  command->add_flag("--strict", arguments->options.strict, "Stop at the first document that can't be read");
  command->add_flag("-q,--quiet", arguments->quiet, "Print nothing but errors");
  command->add_flag("-v,--verbose", arguments->verbose, "Tell of each commit and of files passed over");
  command
      ->add_option("--commit-every", arguments->options.commit_every,
                   "Make so many documents durable at a time (default: as suits the index)")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_option("--bulk-from", arguments->options.bulk_from)->check(CLI::PositiveNumber)->group("");  // for tests
  command->add_option("--jobs", arguments->options.workers, "Threads that analyse (default: cores less one)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  command->callback([arguments, &context] {
    arguments->options.paths.assign(arguments->paths.begin(), arguments->paths.end());
    RunCommand(*arguments, context);
  });
}

}  // namespace timso
