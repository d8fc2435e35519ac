#include <fmt/format.h>

#include "command_tree.h"
#include "report/paragraph.h"

namespace resumelint {

namespace {

constexpr size_t kWidth = 96;
constexpr size_t kIndent = 28;

constexpr const char* kStreams =
    "\nFindings go to standard output, all else to standard error. Exit status: 0 nothing at or above\n"
    "--fail-on, 1 findings, 2 something could not be read (all else is checked all the same).\n";

// A name, and what it is for beside it or, where the name is long, below.
std::string Row(std::string name, const std::string& about) {
  name = "  " + name;
  std::string out;
  if (name.size() + 2 > kIndent) {
    out = name + "\n";
    name.clear();
  }
  name.resize(kIndent, ' ');
  return out + Paragraph().Add(about).Layout(name, std::string(kIndent, ' '), kWidth, false);
}

std::string Options(const CommandInfo& command) {
  std::string out;
  for (const OptionInfo& option : command.options) {
    const bool has_short = option.names.front().size() == 2;
    std::string names = fmt::format("{}{}", has_short ? "" : "    ", fmt::join(option.names, ", "));
    if (!option.value.empty()) names += " " + option.value;
    out += Row(names, option.about);
  }
  return out;
}

}  // namespace

std::string GeneralHelp(const std::vector<CommandInfo>& tree) {
  std::string out =
      "Usage: resumelint [OPTIONS] FILE...\n"
      "       resumelint COMMAND [OPTIONS] ...\n\n"
      "Finds process language in a resume, tells what a reader sees and asks what a coach asks.\n"
      "Nothing leaves this machine.\n\nCommands:\n";
  for (const CommandInfo& command : tree) out += Row(command.name, command.about);
  return out + "\nOptions of check:\n" + Options(tree.front()) + kStreams;
}

std::string CommandHelp(const CommandInfo& command) {
  std::string out = fmt::format("Usage: resumelint {}\n\n{}.\n", command.usage, command.about);
  if (!command.arguments.empty()) out += "\nArguments:\n";
  for (const ArgumentInfo& argument : command.arguments) out += Row(argument.name, argument.about);
  out += "\nOptions:\n" + Options(command);
  return command.name == "check" ? out + kStreams : out;
}

}  // namespace resumelint
