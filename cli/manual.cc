// Prints the source of the manual page: a text with the commands and options put in, as the program
// itself knows them. Run when the program is built; it isn't installed.
#include <fmt/format.h>

#include "base/source.h"
#include "command_tree.h"
#include "terminal.h"

namespace resumelint {

namespace {

// Text that scdoc takes as it stands.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '*' || c == '_' || c == '#') out += '\\';
    out += c;
  }
  return out;
}

std::string Term(const std::string& term, const std::string& about) {
  return fmt::format("{}\n\t{}{}\n\n", term, Plain(about), about.ends_with('/') ? "" : ".");
}

std::string Options(const CommandInfo& command) {
  std::string out;
  for (const OptionInfo& option : command.options) {
    std::string term;
    for (const std::string& name : option.names) term += fmt::format("{}*{}*", term.empty() ? "" : ", ", Plain(name));
    if (!option.value.empty()) term += fmt::format(" _{}_", Plain(option.value));
    out += Term(term, option.about);
  }
  return out;
}

std::string Command(const CommandInfo& command) {
  std::string out = fmt::format("## resumelint {}\n\n{}.\n\n", Plain(command.usage), Plain(command.about));
  for (const ArgumentInfo& argument : command.arguments) {
    out += Term(fmt::format("_{}_", Plain(argument.name)), argument.about);
  }
  return out + Options(command);
}

void Replace(std::string& text, std::string_view mark, const std::string& by) {
  const size_t at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), by);
}

}  // namespace

int PrintManual(const std::string& path) {
  Result<std::string> page = ReadBytes(path);
  if (!page) {
    PrintError(page.error());
    return 2;
  }
  std::string commands;
  const std::vector<CommandInfo> tree = CommandTree();
  for (size_t i = 1; i < tree.size(); ++i) commands += Command(tree[i]);
  Replace(*page, "@OPTIONS@\n", Options(tree.front()));
  Replace(*page, "@COMMANDS@\n", commands);
  return PrintOutput(*page) ? 0 : 2;
}

}  // namespace resumelint

int main(int argc, char** argv) {
  if (argc == 2) return resumelint::PrintManual(argv[1]);
  resumelint::PrintError("usage: resumelint_manual resumelint.1.scd.in\n");
  return 2;
}
