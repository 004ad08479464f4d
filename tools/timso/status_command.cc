#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "indexer/schema/fact_json.h"
#include "indexer/status.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

void PrintText(const IndexStatus& status) {
  std::cout << "index       " << status.path.string() << " (" << status.generation << ")\n"
            << "documents   " << status.documents << " (" << Megabytes(status.document_bytes) << ")\n"
            << "facts       " << status.facts << " (" << Megabytes(status.fact_bytes) << ")\n"
            << "format      " << status.format_version << '\n'
            << "analyzer    " << status.fingerprint
            << (status.analyzer_current ? "" : " (another than this program's: run `timso rebuild`)") << '\n'
            << "updated     " << (status.updated.empty() ? "never" : status.updated) << '\n';
  if (!status.in_step) std::cout << "unfinished  the last run was cut short; the next `timso index` mends it\n";
}

void PrintJson(const IndexStatus& status) {
  Json json;
  json["schema_version"] = 1;
  json["path"] = status.path.string();
  json["generation"] = status.generation;
  json["documents"] = status.documents;
  json["facts"] = status.facts;
  json["document_bytes"] = status.document_bytes;
  json["fact_bytes"] = status.fact_bytes;
  json["format_version"] = status.format_version;
  json["analyzer_fingerprint"] = status.fingerprint;
  json["analyzer_current"] = status.analyzer_current;
  json["in_step"] = status.in_step;
  json["updated"] = status.updated.empty() ? Json(nullptr) : Json(status.updated);
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

void AddStatus(CLI::App& app, CommandContext& context) {
  auto format = std::make_shared<std::string>("text");
  CLI::App* command = app.add_subcommand("status", "Tell what is in the index");
  command->add_option("--format", *format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->callback([format, &context] {
    const IndexStatus status = StatusOf(IndexPath(context));
    *format == "json" ? PrintJson(status) : PrintText(status);
  });
}

}  // namespace timso
