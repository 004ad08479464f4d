#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "indexer/index_writer.h"
#include "indexer/schema/index_reader.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

void RunCommand(const std::vector<std::string>& ids, bool quiet, CommandContext& context) {
  const std::string index = IndexPath(context);
  CurrentGeneration(index);  // there is one: removing must not make one
  IndexWriter writer(index);
  std::size_t removed = 0;
  std::size_t missing = 0;
  try {
    for (const std::string& id : ids) {
      if (writer.databases().Remove(id)) {
        ++removed;
        continue;
      }
      ++missing;
      std::cerr << "timso: there is no document with the id \"" << Printable(id) << "\"\n";
    }
    writer.databases().Commit();
  } catch (const Xapian::Error& error) {
    throw IndexError(WriteSentence(index, error));
  }
  if (!quiet) std::cout << removed << " removed, " << missing << " not found\n";
  context.exit_code = missing == 0 ? kExitFound : removed == 0 ? kExitNothing : kExitError;
}

}  // namespace

void AddRemove(CLI::App& app, CommandContext& context) {
  auto ids = std::make_shared<std::vector<std::string>>();
  auto quiet = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("remove", "Remove documents and their facts from the index");
  command->add_option("ID", *ids, "The documents' ids, as `timso search` shows them")->required();
  command->add_flag("-q,--quiet", *quiet, "Print nothing but errors");
  command->callback([ids, quiet, &context] { RunCommand(*ids, *quiet, context); });
}

}  // namespace timso
