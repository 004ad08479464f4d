#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema/fields.h"
#include "searcher/query/field_syntax.h"
#include "searcher/searcher.h"
#include "searcher/sinks/sinks.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

struct SearchArguments {
  std::vector<std::string> words;
  std::string format = "text";
  std::string in;
  std::string sort;
  std::string facets;
  std::string batch;
  std::size_t limit = 20;
  std::size_t offset = 0;
  bool doubtful = false;
  bool explain = false;
};

// The shell takes quotes away: of several arguments, place:"Bình Thuận" arrives as one with a space in it.
std::string QuotedAgain(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  const bool spaced = argument.find(' ') != std::string::npos && argument.find('"') == std::string::npos;
  if (colon == std::string::npos || !spaced) return argument;
  const std::size_t name = argument.front() == '-' ? 1 : 0;
  if (!IsQueryField(argument.substr(name, colon - name))) return argument;
  return argument.substr(0, colon + 1) + '"' + argument.substr(colon + 1) + '"';
}

// -Lạng leaves a word out of the answer; --lmit and -x are mistyped options.
void RefuseOptions(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const bool option = word.size() > 2 && word.substr(0, 2) == "--";
    const bool letter = word.size() == 2 && word[0] == '-' && word[1] != '-';
    if (option || letter) throw CommandError("there is no option " + Printable(word) + " (see `timso search --help`)");
  }
}

std::string Question(const std::vector<std::string>& words) {
  std::string question;
  for (const std::string& word : words) {
    if (word == "--") continue;
    question += (question.empty() ? "" : " ") + (words.size() > 1 ? QuotedAgain(word) : word);
  }
  return question;
}

std::vector<std::string> FacetList(const SearchArguments& arguments) {
  const std::string list = arguments.facets.empty()
                               ? (arguments.format == "json" && arguments.batch.empty() ? "all" : "none")
                               : arguments.facets;
  if (list == "none") return {};
  if (list == "all") return Searcher::FacetNames();
  std::vector<std::string> names;
  std::string name;
  for (const char c : list + ",") {
    if (c != ',') {
      name += c;
      continue;
    }
    const auto& known = Searcher::FacetNames();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      std::string all;
      for (const std::string& each : known) all += (all.empty() ? "" : ", ") + each;
      throw CommandError("there is no facet " + Printable(name) + "; choose of " + all + ", or all, or none");
    }
    names.push_back(name);
    name.clear();
  }
  return names;
}

std::optional<Order> OrderOf(const std::string& sort) {
  if (sort.empty()) return std::nullopt;
  const std::size_t colon = sort.find(':');
  const std::string field = sort.substr(0, colon);
  const std::string direction = colon == std::string::npos ? "" : sort.substr(colon + 1);
  Order order;
  bool known = false;
  for (const Order::Key key : {Order::Key::kBestFirst, Order::Key::kValue, Order::Key::kDate, Order::Key::kPeriod,
                               Order::Key::kSubject, Order::Key::kMeasure}) {
    if (NameOf(key) != field) continue;
    order.key = key;
    known = true;
  }
  if (!known || (!direction.empty() && direction != "asc" && direction != "desc")) {
    throw CommandError("--sort takes best, value, date, period, subject or measure, and :asc or :desc after it");
  }
  order.descending = direction.empty() ? order.key == Order::Key::kBestFirst : direction == "desc";
  return order;
}

SearchOptions OptionsOf(const SearchArguments& arguments) {
  SearchOptions options;
  if (arguments.in == "facts") options.in = Answer::kFacts;
  if (arguments.in == "documents") options.in = Answer::kDocuments;
  options.limit = arguments.limit;
  options.offset = arguments.offset;
  options.order = OrderOf(arguments.sort);
  options.facets = FacetList(arguments);
  options.doubtful = arguments.doubtful;
  return options;
}

TextStyle StyleOf(const SearchArguments& arguments) {
  TextStyle style;
  style.explain = arguments.explain;
  style.color = ColourOutput();
  if (::isatty(STDOUT_FILENO) == 0) return style;
  const char* columns = std::getenv("COLUMNS");
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = size.ws_col;
  } else {
    style.width = columns != nullptr && std::atoi(columns) > 0 ? static_cast<std::size_t>(std::atoi(columns)) : 80;
  }
  return style;
}

void Print(const Results& results, const SearchArguments& arguments) {
  const bool text = arguments.format == "text";
  if (arguments.explain && !text) WriteExplanation(results, {}, std::cerr);
  if (text) {
    WriteText(results, StyleOf(arguments), std::cout);
  } else if (arguments.format == "json") {
    WriteJson(results, std::cout);
  } else if (arguments.format == "jsonl") {
    WriteJsonLines(results, std::cout);
  } else if (arguments.format == "csv") {
    WriteCsv(results, std::cout);
  } else {
    WriteTsv(results, std::cout);
  }
}

// Formats that have no place for them tell what went wrong on standard error.
void Tell(const Searcher& searcher, const Results* results, const SearchArguments& arguments) {
  if (const std::string notice = searcher.Notice(); !notice.empty()) std::cerr << "timso: " << notice << '\n';
  if (results == nullptr || arguments.format == "text" || arguments.format == "json" || arguments.explain) return;
  for (const std::string& warning : results->warnings) std::cerr << "timso: " << warning << '\n';
}

int AnswerOne(const SearchArguments& arguments, Searcher& searcher) {
  const Results results = searcher.Search(Question(arguments.words), OptionsOf(arguments));
  Tell(searcher, &results, arguments);
  Print(results, arguments);
  return results.Empty() ? kExitNothing : kExitFound;
}

int AnswerBatch(const SearchArguments& arguments, Searcher& searcher) {
  std::ifstream file;
  if (arguments.batch != "-") {
    file.open(arguments.batch);
    if (!file)
      throw CommandError("can't read the questions in " + Printable(arguments.batch) +
                         "; give a file with one a line, or -");
  }
  std::istream& in = arguments.batch == "-" ? std::cin : file;
  const SearchOptions options = OptionsOf(arguments);
  Tell(searcher, nullptr, arguments);
  bool found = false;
  for (std::string line; std::getline(in, line) && std::cout;) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const Results results = searcher.Search(line, options);
    found |= !results.Empty();
    WriteJsonLine(results, std::cout);
    // Who asks through a pipe waits for the answer.
    if (arguments.batch == "-") std::cout.flush();
  }
  return found ? kExitFound : kExitNothing;
}

int Search(const SearchArguments& arguments, const CommandContext& context) {
  RefuseOptions(arguments.words);
  if (arguments.words.empty() && arguments.batch.empty()) {
    throw CommandError("no question; try `timso search districts over 100% quota in 2023`");
  }
  if (!arguments.words.empty() && !arguments.batch.empty()) {
    throw CommandError("give a question or --batch, not both");
  }
  Searcher searcher(IndexPath(context));
  return arguments.batch.empty() ? AnswerOne(arguments, searcher) : AnswerBatch(arguments, searcher);
}

std::string FieldHelp() {
  std::string help = "Fields:\n";
  for (const Field& field : AllFields()) {
    help +=
        "  " + std::string(field.name) + ": (" + std::string(field.aliases) + ")  " + std::string(field.help) + '\n';
  }
  return help +
         "  sort: top: bottom:  the order and how many\n"
         "Words may be Vietnamese, with or without marks, or English; \"…\" is a phrase, -word leaves out, OR joins.";
}

}  // namespace

void AddSearch(CLI::App& app, CommandContext& context) {
  auto arguments = std::make_shared<SearchArguments>();
  CLI::App* command = app.add_subcommand("search", "Answer a question with facts or documents");
  command->allow_extras();
  command->fallthrough(false);
  command->footer(FieldHelp());
  command->add_option("--index", context.index_option, "The index")->type_name("DIR");
  command->add_option("--format", arguments->format, "text, json, jsonl, csv or tsv")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "tsv"}));
  command->add_option("--limit", arguments->limit, "At most so many (default 20)")->check(CLI::Range(0, 1000000));
  command->add_option("--offset", arguments->offset, "Skip so many")->check(CLI::Range(0, 1000000000));
  command->add_option("--sort", arguments->sort,
                      "best, value, date, period, subject or measure, :desc or :asc after it");
  command->add_option("--facets", arguments->facets,
                      "all, none, or a list: province,level,measure,kind,unit,year,source,value");
  command->add_option("--in", arguments->in, "facts or documents; else as the question asks")
      ->check(CLI::IsMember({"facts", "documents"}));
  command->add_flag("--doubtful", arguments->doubtful, "Show facts that may well be misread, too: marked ?");
  command->add_flag("--explain", arguments->explain, "Tell how the question was read");
  command
      ->add_option("--batch", arguments->batch,
                   "Answer one question a line of FILE (- is standard input) with one JSON line each")
      ->type_name("FILE");
  command->callback([command, arguments, &context] {
    arguments->words = command->remaining();
    context.exit_code = Search(*arguments, context);
  });
}

void AddSchema(CLI::App& app, CommandContext&) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of what search prints");
  command->callback([] { std::cout << OutputSchema(); });
}

}  // namespace timso
