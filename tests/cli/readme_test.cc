// The examples for scripts in README.md do what they say: each block runs as it stands there.
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/catch.h"
#include "tests/cli/shell.h"

namespace timso {
namespace {

using cli::RunShell;

struct Example {
  std::string language;
  std::string text;
};

// The fenced blocks of a section.
std::vector<Example> Examples(const std::string& heading) {
  std::vector<Example> examples;
  std::ifstream readme(TIMSO_SOURCE_DIR "/README.md");
  bool inside = false;
  bool in_block = false;
  for (std::string line; std::getline(readme, line);) {
    if (!in_block && line.rfind("## ", 0) == 0) inside = line == "## " + heading;
    if (!inside) continue;
    if (line.rfind("```", 0) == 0) {
      in_block = !in_block;
      if (in_block) examples.push_back({line.substr(3), ""});
    } else if (in_block) {
      examples.back().text += line + "\n";
    }
  }
  return examples;
}

bool Has(const std::string& program) { return RunShell("command -v " + program + " > /dev/null").code == 0; }

RunResult RunExample(const Example& example, const TempFolder& folder, const std::string& index) {
  const std::string script = folder.Write("example", example.text);
  const std::string interpreter = example.language == "python" ? "python3" : "sh -e";
  return RunShell("export TIMSO_INDEX='" + index + "'; bin='" + folder.path().string() +
                  "/bin'; mkdir -p \"$bin\"; printf '#!/bin/sh\\nexec \"%s\" \"$@\"\\n' '" TIMSO_BINARY_DIR
                  "/timso' > \"$bin/timso\"; chmod +x \"$bin/timso\"; PATH=\"$bin:$PATH\"; cd '" +
                  folder.path().string() + "'; " + interpreter + " '" + script + "'");
}

TEST_CASE("the examples for scripts in the README run and print what they promise") {
  const std::vector<Example> examples = Examples("Scripts");
  const std::string expected[] = {"Đắk Lắk\t3120",
                                  "12305\t",
                                  "Đắk Mil 140",
                                  "{\"question\":\"dân số TP. Hồ Chí Minh 2019\",\"total\":",
                                  "{\"value\":\"Đắk Nông\",\"count\":",
                                  "",
                                  "Ba Bể\t21.5"};
  REQUIRE(examples.size() == std::size(expected));
  const TempFolder folder;
  const std::string index = folder.path().string() + "/index";
  REQUIRE(RunShell("timso --index '" + index + "' index -q '" TIMSO_SOURCE_DIR "/corpus/documents'").code == 0);
  const bool has_jq = Has("jq");
  const bool has_python = Has("python3");
  if (!has_jq || !has_python) std::cout << "skipped: examples that want jq or python3\n";
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!has_jq && examples[i].text.find("jq ") != std::string::npos) continue;
    if (!has_python && examples[i].language == "python") continue;
    INFO(examples[i].text);
    const RunResult run = RunExample(examples[i], folder, index);
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find(expected[i]) != std::string::npos);
  }
  std::ifstream csv(folder.path() / "ho-ngheo.csv");
  std::string header;
  std::getline(csv, header);
  CHECK(header.rfind("\xEF\xBB\xBFsubject,level,", 0) == 0);
}

}  // namespace
}  // namespace timso
