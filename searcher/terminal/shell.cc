#include "searcher/terminal/shell.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "indexer/schema/index_reader.h"
#include "searcher/searcher.h"
#include "searcher/sinks/sinks.h"
#include "searcher/sinks/width.h"
#include "searcher/terminal/line_reader.h"
#include "searcher/terminal/preview.h"
#include "searcher/terminal/state_files.h"

namespace timso::terminal {
namespace {

constexpr std::string_view kHelp =
    "A line is a question; these are not:\n"
    "  :facts  :documents  :auto   what to answer with; :auto is as the question asks\n"
    "  :more                       further answers\n"
    "  :read N                     the article of the answer N\n"
    "  :facets                     the answers counted by name\n"
    "  :doubtful                   facts that may be misread, too; again: without\n"
    "  :explain                    how the question was read\n"
    "  :limit N                    so many answers at a time\n"
    "  :export FILE                all answers to a .csv or .json file\n"
    "  :history  !N  !!            earlier questions; the Nth, the last of them again\n"
    "  :quit                       or the end of input\n";

class Shell {
 public:
  explicit Shell(const ShellOptions& options)
      : options_(options), out_(*options.out), err_(*options.err), history_(options.state_folder) {
    style_.width = options.width;
    style_.color = options.color;
    style_.how_to_doubt = ":doubtful";
  }

  bool Run() {
    if (!options_.prompt) searcher_.emplace(options_.index);
    if (options_.prompt) out_ << "timso: one question a line; :help, :quit\n" << std::flush;
    LineReader reader(options_.tty, out_, history_);
    while (!quit_ && out_) {
      std::optional<std::string> line = Next(reader);
      if (!line) break;
      Line(OneLine(*line));
      out_.flush();
    }
    return found_;
  }

 private:
  std::optional<std::string> Next(LineReader& reader) {
    if (options_.tty >= 0) return reader.Read("timso> ");
    if (options_.prompt) out_ << "timso> " << std::flush;
    std::string line;
    if (std::getline(*options_.in, line)) return line;
    if (options_.prompt) out_ << '\n';
    return std::nullopt;
  }

  void Line(const std::string& line) {
    if (line.empty()) return;
    try {
      if (line[0] == ':') return Command(line);
      if (line[0] == '!') return Again(line.substr(1));
      if (options_.prompt) history_.Add(line);
      Ask(line);
    } catch (const IndexError& error) {
      if (!options_.prompt) throw;
      searcher_.reset();
      err_ << "timso: " << error.what() << '\n';
    }
  }

  Searcher& Index() {
    if (searcher_) {
      searcher_->Reopen();
    } else {
      searcher_.emplace(options_.index);
    }
    return *searcher_;
  }

  void Ask(const std::string& question) {
    question_ = question;
    offset_ = 0;
    Answer();
  }

  SearchOptions Options() const {
    SearchOptions options;
    options.in = in_;
    options.limit = limit_;
    options.offset = offset_;
    options.doubtful = doubtful_;
    return options;
  }

  void Answer() {
    results_ = Index().Search(question_, Options());
    found_ = found_ || !results_.Empty();
    WriteText(results_, style_, out_);
  }

  void Again(const std::string& which) {
    const auto& all = history_.questions();
    const std::size_t number = which == "!" ? all.size() : std::strtoul(which.c_str(), nullptr, 10);
    if (number == 0 || number > all.size()) {
      err_ << "timso: there is no such question; :history lists them\n";
      return;
    }
    const std::string question = all[number - 1];
    out_ << question << '\n';
    Ask(question);
  }

  void Command(const std::string& line) {
    const std::size_t blank = line.find(' ');
    const std::string name = line.substr(1, blank == std::string::npos ? blank : blank - 1);
    const std::string argument = blank == std::string::npos ? "" : line.substr(blank + 1);
    static const std::map<std::string, void (Shell::*)(const std::string&)> kCommands = {
        {"help", &Shell::Help},          {"h", &Shell::Help},
        {"quit", &Shell::Quit},          {"q", &Shell::Quit},
        {"facts", &Shell::Facts},        {"documents", &Shell::Documents},
        {"auto", &Shell::Auto},          {"more", &Shell::More},
        {"read", &Shell::Read},          {"facets", &Shell::CountFacets},
        {"explain", &Shell::Explain},    {"limit", &Shell::Limit},
        {"doubtful", &Shell::Doubtful},  {"export", &Shell::Export},
        {"history", &Shell::ShowHistory}};
    const auto command = kCommands.find(name);
    if (command == kCommands.end()) {
      err_ << "timso: there is no command :" << name << "; :help lists them\n";
      return;
    }
    (this->*command->second)(argument);
  }

  void Help(const std::string&) { out_ << kHelp; }
  void Quit(const std::string&) { quit_ = true; }
  void Facts(const std::string&) { SetAnswer(timso::Answer::kFacts); }
  void Documents(const std::string&) { SetAnswer(timso::Answer::kDocuments); }
  void Auto(const std::string&) { SetAnswer(std::nullopt); }
  void SetAnswer(std::optional<timso::Answer> in) {
    in_ = in;
    if (!question_.empty()) Ask(std::string(question_));
  }

  void More(const std::string&) {
    offset_ += results_.facts.size() + results_.documents.size();
    if (results_.Empty() || offset_ >= results_.total) {
      out_ << "That is all.\n";
      return;
    }
    Answer();
  }

  void Limit(const std::string& argument) {
    const std::size_t number = std::strtoul(argument.c_str(), nullptr, 10);
    if (number == 0 || number > 100000) {
      err_ << "timso: :limit takes a number, such as :limit 50\n";
      return;
    }
    limit_ = number;
  }

  void Doubtful(const std::string&) {
    doubtful_ = !doubtful_;
    if (!question_.empty()) Ask(std::string(question_));
  }

  void Explain(const std::string&) {
    if (question_.empty()) return NoQuestion();
    WriteExplanation(results_, style_, out_);
  }

  void CountFacets(const std::string&) {
    if (question_.empty()) return NoQuestion();
    SearchOptions options = Options();
    options.limit = 0;
    options.facets = Searcher::FacetNames();
    const Results counted = Index().Search(question_, options);
    for (const auto& [name, counts] : counted.facets.names) {
      if (!counts.empty()) out_ << name << '\n';
      for (std::size_t i = 0; i < counts.size() && i < 10; ++i) {
        out_ << "  " << PadWidth(std::to_string(counts[i].count), 7, true) << "  " << OneLine(counts[i].value) << '\n';
      }
    }
  }

  void Read(const std::string& argument) {
    const std::size_t number = std::strtoul(argument.c_str(), nullptr, 10);
    const std::size_t count = results_.facts.size() + results_.documents.size();
    if (number == 0 || number > count) {
      err_ << "timso: :read takes the place of an answer, 1 to " << count << "\n";
      return;
    }
    const bool fact = number <= results_.facts.size();
    const DocumentInfo& document =
        fact ? results_.facts[number - 1].document() : results_.documents[number - 1].document;
    const std::optional<std::string> text = Index().DocumentText(document.id);
    if (!text) {
      err_ << "timso: the index has no document " << document.id << " any more\n";
      return;
    }
    Print(*text);
  }

  void Print(const std::string& text) {
    if (style_.width == 0) {
      out_ << text << (text.empty() || text.back() != '\n' ? "\n" : "");
      return;
    }
    for (const auto& [begin, end] : WrapText(text, style_.width)) {
      out_ << OneLine(std::string_view(text).substr(begin, end - begin)) << '\n';
    }
  }

  void Export(const std::string& file) {
    if (question_.empty() || file.empty()) return NoQuestion();
    SearchOptions options = Options();
    options.offset = 0;
    options.limit = 100000;
    const Results all = Index().Search(question_, options);
    std::ofstream to(file, std::ios::binary);
    if (std::filesystem::path(file).extension() == ".json") {
      WriteJson(all, to);
    } else {
      WriteCsv(all, to);
    }
    to.close();
    if (!to) {
      err_ << "timso: can't write " << file << '\n';
      return;
    }
    out_ << all.facts.size() + all.documents.size() << " rows written to " << file << '\n';
  }

  void ShowHistory(const std::string&) {
    const auto& all = history_.questions();
    for (std::size_t i = all.size() > 30 ? all.size() - 30 : 0; i < all.size(); ++i) {
      out_ << PadWidth(std::to_string(i + 1), 5, true) << "  " << all[i] << '\n';
    }
  }

  void NoQuestion() { err_ << "timso: ask something first; :help\n"; }

  const ShellOptions& options_;
  std::ostream& out_;
  std::ostream& err_;
  History history_;
  TextStyle style_;
  std::optional<Searcher> searcher_;
  std::string question_;
  Results results_;
  std::optional<timso::Answer> in_;
  std::size_t limit_ = 20;
  bool doubtful_ = false;
  std::size_t offset_ = 0;
  bool found_ = false;
  bool quit_ = false;
};

}  // namespace

bool RunShell(const ShellOptions& options) { return Shell(options).Run(); }

}  // namespace timso::terminal
