// What `cmake --install` lays down, and that the manual page and the completions tell every option
// that the program has.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>
#include <set>
#include <vector>

#include "delivery/run.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = RESUMELINT_SOURCE_DIR;
const fs::path kBuild = fs::path(RESUMELINT_PROGRAM).parent_path();

std::vector<std::string> Matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern, std::regex::multiline);
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

struct Command {
  std::string name;
  std::vector<std::string> options;  // "--format", "-o"
};

// As `--help` tells them: rows begin with two blanks.
std::vector<Command> AskCommands() {
  const std::string help = RunShell(kRoot, "resumelint --help").out;
  std::vector<Command> out;
  for (const std::string& name :
       Matches(help.substr(0, help.find("Options of check")), "^  ([a-z]+)(?: |$)")) {
    Command command{name, {}};
    const std::string own = RunShell(kRoot, "resumelint " + name + " --help").out;
    for (const std::string& row : Matches(own.substr(own.find("Options:")), "^ +((?:-[a-zA-Z], )?--[a-z-]+(?:, --[a-z-]+)*)")) {
      for (const std::string& option : Matches(row, "(--?[a-zA-Z][a-z-]*)")) command.options.push_back(option);
    }
    out.push_back(std::move(command));
  }
  return out;
}

const std::vector<Command>& Commands() {
  static const std::vector<Command> commands = AskCommands();
  return commands;
}

// Installs once; each test reads from it.
const fs::path& Installed() {
  static const Scratch scratch("installed");
  static const fs::path prefix = [] {
    const Ran ran = RunShell(kRoot, "cmake --install '" + kBuild.string() + "' --prefix '" +
                                        (scratch.path() / "usr").string() + "'");
    EXPECT_EQ(ran.status, 0) << ran.all();
    return scratch.path() / "usr";
  }();
  return prefix;
}

TEST(Install, LaysDownWhatIsPromised) {
  for (const char* file :
       {"bin/resumelint", "include/resumelint.h", "share/bash-completion/completions/resumelint",
        "share/zsh/site-functions/_resumelint", "share/fish/vendor_completions.d/resumelint.fish",
        "share/doc/resumelint/README.md", "share/doc/resumelint/LICENSE", "share/doc/resumelint/NOTICE",
        "share/doc/resumelint/examples/resume.md", "share/resumelint/rules.schema.json",
        "share/resumelint/config.schema.json"}) {
    EXPECT_TRUE(fs::is_regular_file(Installed() / file)) << file;
  }
  // One header, and nothing of ours that says where it was built.
  int headers = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(Installed() / "include")) {
    headers += entry.is_regular_file() ? 1 : 0;
  }
  EXPECT_EQ(headers, 1);
  const Ran version = RunShell(kRoot, "'" + (Installed() / "bin/resumelint").string() + "' --version");
  EXPECT_TRUE(std::regex_match(version.out, std::regex("resumelint [0-9.]+ \\(rules [0-9.]+(, commit [0-9a-f]{12})?\\)\n")))
      << version.out;
  if (fs::exists(kRoot / ".git")) EXPECT_NE(version.out.find("commit"), std::string::npos);
}

TEST(Install, TheManualTellsEveryOption) {
  RESUMELINT_NEEDS("scdoc", "scdoc");
  std::string page = RunShell(Installed(), "gzip -dc share/man/man1/resumelint.1.gz").out;
  ASSERT_FALSE(page.empty()) << "configure again: scdoc came after the build";
  page = std::regex_replace(page, std::regex("\\\\f[BIRP]"), "");
  page = std::regex_replace(page, std::regex("\\\\-"), "-");
  size_t at = page.find(".SH OPTIONS");
  size_t options = 0;
  for (const Command& command : Commands()) {
    if (command.name != "check") at = page.find("resumelint " + command.name);
    ASSERT_NE(at, std::string::npos) << command.name;
    for (const std::string& option : command.options) {
      EXPECT_NE(page.find(option, at), std::string::npos) << command.name << " " << option;
      ++options;
    }
  }
  EXPECT_GE(options, 50u);
  const Ran man = RunShell(kRoot, "command -v man >/dev/null || exit 0; MANROFFSEQ= man -l --warnings '" +
                                      (Installed() / "share/man/man1/resumelint.1.gz").string() + "' >/dev/null");
  EXPECT_EQ(man.err, "");
}

TEST(Install, BashCompletesEveryOption) {
  const std::string source = "source '" + (Installed() / "share/bash-completion/completions/resumelint").string() + "'\n";
  const auto complete = [&](const std::string& words) {
    return RunShell(Installed(), source + "COMP_WORDS=(resumelint " + words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n" +
                               "_resumelint\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n").out;
  };
  for (const Command& command : Commands()) {
    EXPECT_NE(complete("''").find(command.name + "\n"), std::string::npos) << command.name;
    const std::string offered = "\n" + complete(command.name + " -");
    for (const std::string& option : command.options) {
      EXPECT_NE(offered.find("\n" + option + "\n"), std::string::npos) << command.name << " " << option;
    }
  }
  EXPECT_EQ(complete("--format sar"), "sarif\n");
  EXPECT_EQ(complete("rules sch"), "schema\n");
  EXPECT_NE(complete("explain process/b").find("process/backlog-admin\n"), std::string::npos);
}

TEST(Install, ZshTakesTheCompletions) {
  RESUMELINT_NEEDS("zsh", "zsh");
  const fs::path file = Installed() / "share/zsh/site-functions/_resumelint";
  const Ran ran = RunShell(kRoot, "zsh -n '" + file.string() + "' && zsh -fc 'fpath=(" + file.parent_path().string() +
                                      " $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[resumelint]'");
  EXPECT_EQ(ran.all(), "_resumelint\n");
  const std::string text = ReadWhole(file);
  for (const Command& command : Commands()) {
    size_t at = text.find("    " + command.name + ")");
    ASSERT_NE(at, std::string::npos) << command.name;
    for (const std::string& option : command.options) {
      EXPECT_NE(text.find("'" + option + "[", at), std::string::npos) << command.name << " " << option;
    }
  }
}

TEST(Install, FishCompletesEveryOption) {
  RESUMELINT_NEEDS("fish", "fish");
  const std::string source =
      "source '" + (Installed() / "share/fish/vendor_completions.d/resumelint.fish").string() + "'; ";
  for (const Command& command : Commands()) {
    const std::string offered =
        "\n" + RunShell(kRoot, "fish -c \"" + source + "complete -C 'resumelint " + command.name + " -'\"").out;
    for (const std::string& option : command.options) {
      // One letter follows the dash that is typed; the rest are told with what they are for.
      EXPECT_TRUE(offered.find("\n" + option + "\t") != std::string::npos) << command.name << " " << option << offered;
    }
  }
}

// A project of one's own finds the library, builds and runs: examples/embed.
TEST(Install, TheLibraryIsFoundAndRuns) {
  if (!fs::exists(Installed() / "lib/cmake/resumelint") && !fs::exists(Installed() / "lib64/cmake/resumelint")) {
    GTEST_SKIP() << "a static build installs no library";
  }
  const Scratch scratch("embed");
  const Ran ran = RunShell(scratch.path(), "cmake -G Ninja -S '" + (kRoot / "examples/embed").string() +
                                               "' -B build -DCMAKE_CXX_COMPILER='" RESUMELINT_CXX
                                               "' -DCMAKE_CXX_FLAGS='" RESUMELINT_CXX_FLAGS " -Wall -Wextra -Wpedantic -Werror' "
                                               "-DCMAKE_PREFIX_PATH='" + Installed().string() +
                                               "' >log 2>&1 && cmake --build build >>log 2>&1 || { cat log; exit 1; }\n"
                                               "build/embed '" + (kRoot / "examples/resume.md").string() + "'");
  EXPECT_EQ(ran.status, 0) << ran.all();
  EXPECT_TRUE(std::regex_search(ran.out, std::regex("^[0-9]+ bullets, [0-9]+ findings\n[0-9]+: "))) << ran.out;
}

}  // namespace
}  // namespace resumelint
