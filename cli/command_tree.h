#pragma once

#include <string>
#include <vector>

namespace resumelint {

/// The commands and their options, as help and completions show them. Made from what the parser
/// knows, so neither can be out of date.
struct OptionInfo {
  std::vector<std::string> names;  ///< "-q", "--quiet"
  std::string value;               ///< "FILE"; empty for a flag
  std::string about;
  std::vector<std::string> values;  ///< that can be told beforehand
};
struct ArgumentInfo {
  std::string name;  ///< "RULE"
  std::string about;
  std::vector<std::string> values;  ///< that can be told beforehand; empty for files
};
struct CommandInfo {
  std::string name;
  std::string about;
  std::string usage;
  std::vector<ArgumentInfo> arguments;
  std::vector<OptionInfo> options;
};

/// All commands, the one that may be left out first.
std::vector<CommandInfo> CommandTree();

/// `resumelint --help`: the commands, and the options of the first.
std::string GeneralHelp(const std::vector<CommandInfo>& tree);
/// `resumelint COMMAND --help`.
std::string CommandHelp(const CommandInfo& command);

}  // namespace resumelint
