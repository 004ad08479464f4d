// `timso` without a subcommand: the interactive screen; `timso shell`: the plain prompt.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "indexer/schema/index_reader.h"
#include "searcher/terminal/curses_screen.h"
#include "searcher/terminal/session.h"
#include "searcher/terminal/shell.h"
#include "tools/timso/commands.h"
#include "tools/timso/console.h"

namespace timso {
namespace {

struct ScreenArguments {
  std::string folder;
  std::string print;
  std::string question;
};

terminal::PrintFormat FormatOf(const std::string& name) {
  if (name == "json") return terminal::PrintFormat::kJson;
  return name == "csv" ? terminal::PrintFormat::kCsv : terminal::PrintFormat::kIds;
}

// The program's own index command, which shows its progress and takes its own Ctrl-C.
terminal::IndexMade MakeIndex(const std::string& index, const std::string& path, int tty) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return {false, "There is no file or folder " + Printable(path) + "."};
  const std::string program = std::filesystem::read_symlink("/proc/self/exe", error).string();
  if (error) return {false, "Can't start myself; leave and run `timso index`."};
  const std::string from = std::filesystem::absolute(path, error).string();
  const char* const arguments[] = {program.c_str(), "--index", index.c_str(), "index", from.c_str(), nullptr};
  const pid_t child = ::fork();
  if (child == 0) {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(tty, descriptor);
    for (const int signal : {SIGINT, SIGTERM, SIGTSTP, SIGPIPE}) std::signal(signal, SIG_DFL);
    ::execv(program.c_str(), const_cast<char* const*>(arguments));
    ::_exit(kExitError);
  }
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {true, "The index is made."};
  return {false, "`timso index` did not get through; leave and run it to see why."};
}

std::size_t Columns() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : ::isatty(STDOUT_FILENO) == 1 ? 80 : 0;
}

int Shell(const CommandContext& context) {
  terminal::ShellOptions options;
  options.index = IndexPath(context);
  options.state_folder = terminal::StateFolder();
  options.in = &std::cin;
  options.out = &std::cout;
  options.err = &std::cerr;
  options.color = ColourOutput();
  options.width = Columns();
  options.prompt = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
  if (options.prompt && terminal::CursesScreen::CanDrawOn(STDIN_FILENO)) options.tty = STDIN_FILENO;
  const bool found = terminal::RunShell(options);
  return found || options.prompt ? kExitFound : kExitNothing;
}

void SayWhyPlain() {
  const char* term = std::getenv("TERM");
  const std::string name = term == nullptr ? "" : term;
  if (name.empty() || name == "dumb") return;
  std::cerr << "timso: the terminal type " << Printable(name) << " is not known here, so this is the plain prompt\n";
}

int Screen(const ScreenArguments& arguments, const CommandContext& context) {
  const int tty = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  const bool on_terminal = ::isatty(STDIN_FILENO) == 1 && tty >= 0;
  if (!on_terminal || !terminal::CursesScreen::CanDrawOn(tty)) {
    if (tty >= 0) ::close(tty);
    if (on_terminal) SayWhyPlain();
    return Shell(context);
  }
  terminal::SessionOptions options;
  options.app.index = IndexPath(context);
  options.app.state_folder = terminal::StateFolder();
  options.app.question = arguments.question;
  options.app.folder = arguments.folder;
  options.print = FormatOf(arguments.print);
  options.make_index = [&](const std::string& path) { return MakeIndex(options.app.index.string(), path, tty); };
  return terminal::RunSession(tty, options, std::cout);
}

void CheckFolder(const ScreenArguments& arguments) {
  std::error_code error;
  if (arguments.folder.empty() || std::filesystem::exists(arguments.folder, error)) return;
  throw CommandError("there is no command and no folder " + Printable(arguments.folder) +
                     " (see `timso --help`); questions are asked with `timso search`");
}

}  // namespace

void AddScreen(CLI::App& app, CommandContext& context) {
  auto arguments = std::make_shared<ScreenArguments>();
  app.add_option("FOLDER", arguments->folder, "Offered to be indexed when there is no index yet");
  app.add_option("--print", arguments->print, "What is printed of the rows that were marked: ids, json or csv")
      ->check(CLI::IsMember({"ids", "json", "csv"}));
  app.add_option("--question", arguments->question, "The question to begin with");
  // `timso status x` is no folder to index.
  app.parse_complete_callback([&app, arguments] {
    if (app.get_subcommands().empty() || arguments->folder.empty()) return;
    throw CommandError("`" + app.get_subcommands().front()->get_name() + "` takes no " + Printable(arguments->folder) +
                       " (see `timso --help`)");
  });
  app.callback([&app, arguments, &context] {
    if (!app.get_subcommands().empty()) return;
    CheckFolder(*arguments);
    context.exit_code = Screen(*arguments, context);
  });
  CLI::App* shell = app.add_subcommand("shell", "Ask line by line, without a screen");
  shell->callback([&context] { context.exit_code = Shell(context); });
}

}  // namespace timso
