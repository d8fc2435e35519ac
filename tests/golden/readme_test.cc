// The commands that README.md shows must work as they stand there.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "rules/builtin.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Indented lines that run the program, without their "$ " and comments.
std::vector<std::string> Commands(const std::string& readme) {
  std::vector<std::string> out;
  std::istringstream lines(readme);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("    ")) continue;
    line.erase(0, line.find_first_not_of(" $"));
    const size_t comment = line.find("  #");
    if (comment != std::string::npos) line.erase(comment);
    const bool piped = line.find("| ") != std::string::npos && line.find(" resumelint ") != std::string::npos;
    if (line.starts_with("resumelint ") || piped) out.push_back(line);
  }
  return out;
}

// A text as it stands in an indented block.
std::string Indented(const std::string& text) {
  std::string out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) out += (line.empty() ? "" : "    " + line) + "\n";
  return out;
}

// The first block of TOML: the pack that the commands name.
std::string Pack(const std::string& readme) {
  const std::string fence = "```toml\n";
  const size_t begin = readme.find(fence) + fence.size();
  return readme.substr(begin, readme.find("```", begin) - begin);
}

TEST(Readme, CommandsWork) {
  const fs::path root = RESUMELINT_SOURCE_DIR;
  const std::string readme = Read(root / "README.md");
  const std::vector<std::string> commands = Commands(readme);
  EXPECT_GE(commands.size(), 15u);
  const fs::path folder = fs::temp_directory_path() / ("resumelint-readme-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "resumes");
  for (const char* name : {"resume.md", "my-resume.md", "resumes/kim.md"}) {
    fs::copy_file(root / "examples/resume.md", folder / name);
  }
  for (const char* name : {"resume.pdf", "resume.docx", "resume.tex"}) {
    if (fs::exists(root / "examples" / name)) fs::copy_file(root / "examples" / name, folder / name);
  }
  std::ofstream(folder / "mine.toml") << Pack(readme);
  const std::string in_folder = "cd '" + folder.string() + "' && ";
  ASSERT_EQ(std::system((in_folder + "git init -q . && git add -A && git -c user.name=Kim -c "
                                     "user.email=kim@example.com commit -qm begin").c_str()), 0);
  const std::string program = fs::path(RESUMELINT_PROGRAM).parent_path().string();
  int answered = 0;
  for (const std::string& command : commands) {
    if (command.find("resume.pdf") != std::string::npos && !fs::exists(folder / "resume.pdf")) continue;
    if (command.find("| parallel") != std::string::npos && std::system("command -v parallel >/dev/null") != 0) continue;
    std::ofstream(folder / "cmd") << command << "\n";
    const int ended = std::system((in_folder + "PATH='" + program +
                                   "':$PATH sh cmd >out 2>err </dev/null").c_str());
    const int status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    EXPECT_TRUE(status == 0 || status == 1) << command << ": " << status << "\n" << Read(folder / "err");
    // A command with a prompt is shown with what it answers.
    const size_t shown = readme.find("    $ " + command + "\n\n");
    if (shown != std::string::npos) {
      EXPECT_EQ(readme.compare(shown + command.size() + 8, Indented(Read(folder / "out")).size(),
                               Indented(Read(folder / "out"))), 0) << Indented(Read(folder / "out"));
      ++answered;
    }
    EXPECT_EQ(Read(folder / "err").find("error:"), std::string::npos) << command << "\n" << Read(folder / "err");
  }
  EXPECT_GE(answered, 1) << "no command is shown with its answer";
  fs::remove_all(folder);
}

TEST(Readme, ListsEveryRule) {
  const std::string readme = Read(fs::path(RESUMELINT_SOURCE_DIR) / "README.md");
  for (const Rule& rule : Builtin().rules) {
    const std::string row = "| `" + std::string(rule.id) + "` | " + Name(rule.severity) + " | " + std::string(rule.title) + " |\n";
    EXPECT_NE(readme.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace resumelint
