#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "indexer/check.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

void RunCommand(bool repair, CommandContext& context) {
  const std::string index = IndexPath(context);
  const CheckReport report = repair ? Repair(index, Interrupted()) : Check(index);
  for (const std::string& done : report.repaired) std::cout << "repaired: " << done << '\n';
  for (const std::string& problem : report.problems) std::cerr << "timso: " << Printable(problem) << '\n';
  if (report.problems.empty()) {
    std::cout << "sound: " << report.documents << " documents, " << report.facts << " facts\n";
    return;
  }
  const std::string anew = "index the documents into a new folder";
  if (repair) throw CommandError("the index " + index + " could not be mended wholly; " + anew);
  if (!report.articles_readable) {
    throw CommandError("the articles of the index " + index + " are damaged; " + anew +
                       ", or try what `timso check --repair` can save");
  }
  throw CommandError("the index " + index +
                     " is not sound; `timso check --repair` makes the facts anew from the articles");
}

}  // namespace

void AddCheck(CLI::App& app, CommandContext& context) {
  auto repair = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("check", "Verify that the index is sound");
  command->add_flag("--repair", *repair, "Restore what can be: a lost CURRENT, the facts from the articles");
  command->callback([repair, &context] { RunCommand(*repair, context); });
}

}  // namespace timso
