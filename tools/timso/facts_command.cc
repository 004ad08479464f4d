#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "indexer/readers/walk.h"
#include "indexer/schema/fact_json.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

constexpr std::size_t kContext = 160;  // bytes of the sentence shown on either side of the number

struct FactsArguments {
  std::vector<std::string> paths;
  std::string format = "text";
  bool doubtful = false;
  bool explain = false;
};

std::string Period(const Fact& fact) {
  if (!fact.from && !fact.to) return "";
  if (fact.from == fact.to) return *fact.from;
  return fact.from.value_or("…") + " – " + fact.to.value_or("…");
}

// "106.93 percent", "about 90–100 person"
std::string Amount(const Fact& fact) {
  std::string amount = fact.relation == Relation::kEqual ? "" : std::string(NameOf(fact.relation)) + ' ';
  amount += NumberToJson(fact.value).dump();
  if (fact.upper) amount += "–" + NumberToJson(*fact.upper).dump();
  return fact.unit.empty() ? amount : amount + ' ' + fact.unit;
}

// The sentence around the number, on one line, the number marked.
std::string Sentence(const Fact& fact, std::string_view text) {
  const Evidence& evidence = fact.evidence;
  const bool colour = ColourOutput();
  std::size_t begin = std::max(evidence.sentence_begin, evidence.begin - std::min(evidence.begin, kContext));
  std::size_t end = std::min(evidence.sentence_begin + evidence.text.size(), evidence.end + kContext);
  while (begin < evidence.begin && (text[begin] & 0xC0) == 0x80) ++begin;
  while (end > evidence.end && end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  std::string line = begin > evidence.sentence_begin ? "…" : "";
  line += text.substr(begin, evidence.begin - begin);
  line += colour ? "\x1b[1m" : "[";
  line += text.substr(evidence.begin, evidence.end - evidence.begin);
  line += colour ? "\x1b[0m" : "]";
  line += text.substr(evidence.end, end - evidence.end);
  if (end < evidence.sentence_begin + evidence.text.size()) line += "…";
  for (char& c : line) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return line;
}

void PrintText(const Fact& fact, const Document& document, bool explain) {
  std::cout << fact.subject.value_or("?") << " · "
            << fact.measure.value_or(fact.measure_text.empty() ? "?" : fact.measure_text) << " · " << NameOf(fact.kind)
            << " · " << Amount(fact);
  for (const std::string& qualifier : fact.qualifiers) std::cout << " · " << qualifier;
  if (const std::string period = Period(fact); !period.empty()) std::cout << " · " << period;
  if (fact.derived) std::cout << " · derived";
  if (fact.doubtful) std::cout << " · doubtful";
  if (!fact.contradicts.empty()) std::cout << " · contradicted";
  std::cout << '\n';
  if (fact.evidence.begin < fact.evidence.end) std::cout << "    " << Sentence(fact, document.text) << '\n';
  if (explain && !fact.rules.empty()) {
    std::cout << "    rules:";
    for (const std::string& rule : fact.rules) std::cout << ' ' << rule;
    std::cout << '\n';
  }
}

// Reads, extracts and prints, one document at a time.
class FactsRun {
 public:
  explicit FactsRun(const FactsArguments& arguments) : arguments_(arguments) {}

  int Run() {
    Walk walk([this](RawDocument raw) { return Take(std::move(raw)); },
              [this](const std::string& name, const std::string& what) { Fail(name, what); });
    for (const std::filesystem::path path : arguments_.paths) {
      std::error_code error;
      walk.Run({path, std::filesystem::is_directory(path, error) ? path : path.parent_path()});
    }
    if (walk.counts().documents == 0 && !failed_) {
      throw CommandError("there are no documents in what was given (.txt .md .html .jsonl, also .gz .zst)");
    }
    return failed_ ? kExitError : facts_ > 0 ? kExitFound : kExitNothing;
  }

 private:
  bool Take(RawDocument raw) {
    const std::string label = raw.label;
    try {
      Print(ParseDocument(std::move(raw)));
    } catch (const InputError& error) {
      Fail(label, error.what());
    }
    return !Interrupted() && std::cout.good();
  }

  void Print(const Document& document) {
    ArticleView view;
    view.text = document.text;
    view.blocks = document.blocks;
    view.date = document.date;
    std::vector<Fact> facts = ExtractFacts(view);
    const std::size_t all = facts.size();
    if (!arguments_.doubtful) facts = WithoutDoubtful(facts);
    const bool text = arguments_.format == "text";
    if (text)
      std::cout << (documents_++ > 0 ? "\n" : "") << "# " << Printable(document.id) << " — "
                << Printable(document.title) << '\n';
    for (const Fact& fact : facts) {
      ++facts_;
      if (text) {
        PrintText(fact, document, arguments_.explain);
      } else {
        std::cout << ToJson(fact, document.id).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
      }
    }
    if (text && facts.size() < all)
      std::cout << "(" << all - facts.size() << " left out that may be misread: --doubtful shows them)\n";
  }

  void Fail(const std::string& name, const std::string& what) {
    failed_ = true;
    std::cout << std::flush;
    std::cerr << "timso: " << Printable(name) << ' ' << what << '\n';
  }

  const FactsArguments& arguments_;
  std::size_t documents_ = 0;
  std::size_t facts_ = 0;
  bool failed_ = false;
};

}  // namespace

void AddFacts(CLI::App& app, CommandContext& context) {
  auto arguments = std::make_shared<FactsArguments>();
  CLI::App* command = app.add_subcommand("facts", "Print the facts of files, without an index");
  command->add_option("FILE", arguments->paths, "Files, folders, or - for standard input")->required();
  command->add_option("--format", arguments->format, "text or jsonl")->check(CLI::IsMember({"text", "jsonl"}));
  command->add_flag("--doubtful", arguments->doubtful, "Print facts that may well be misread, too");
  command->add_flag("--explain", arguments->explain, "Show the rules that made each fact");
  command->callback([arguments, &context] { context.exit_code = FactsRun(*arguments).Run(); });
}

}  // namespace timso
