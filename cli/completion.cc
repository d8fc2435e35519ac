#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "command_tree.h"
#include "commands.h"
#include "config/discover.h"
#include "setup.h"
#include "terminal.h"

namespace resumelint {

namespace {

using Tree = std::vector<CommandInfo>;

// A word within single quotes of a shell. `also` names characters to put a backslash before.
std::string Quoted(std::string_view text, std::string_view also = {}) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (also.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The words that can stand as arguments, where these aren't files.
std::vector<std::string> Arguments(const CommandInfo& command) {
  return command.arguments.empty() ? std::vector<std::string>() : command.arguments.front().values;
}

std::string Names(const Tree& tree, std::string_view between) {
  std::vector<std::string> names;
  for (const CommandInfo& command : tree) names.push_back(command.name);
  return fmt::format("{}", fmt::join(names, between));
}

std::string Bash(const Tree& tree) {
  std::string values;
  std::string words;
  for (const CommandInfo& command : tree) {
    std::vector<std::string> options;
    for (const OptionInfo& option : command.options) {
      options.insert(options.end(), option.names.begin(), option.names.end());
      if (option.value.empty()) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names) patterns.push_back(command.name + ":" + name);
      values += fmt::format("    {}) {}; return ;;\n", fmt::join(patterns, "|"),
                            option.values.empty()
                                ? "COMPREPLY=($(compgen -f -- \"$cur\"))"
                                : fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))",
                                              fmt::join(option.values, " ")));
    }
    words += fmt::format("    {}) options='{}' arguments='{}' ;;\n", command.name,
                         fmt::join(options, " "), fmt::join(Arguments(command), " "));
  }
  return fmt::format(R"~(# Completions of resumelint for bash. Use: eval "$(resumelint completion bash)"
_resumelint() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command=check
  local options arguments
  case ${{COMP_WORDS[1]}} in
    {}) ((COMP_CWORD > 1)) && command=${{COMP_WORDS[1]}} ;;
  esac
  case $command:$prev in
{}  esac
  case $command in
{}  esac
  ((COMP_CWORD == 1)) && arguments="{} $arguments"
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$arguments" -- "$cur") $(compgen -f -- "$cur"))
  fi
}}
complete -o filenames -F _resumelint resumelint
)~",
                     Names(tree, "|"), values, words, Names(tree, " "));
}

std::string Zsh(const Tree& tree) {
  std::string commands;
  std::string cases;
  for (const CommandInfo& command : tree) {
    commands += fmt::format("    '{}:{}'\n", command.name, Quoted(command.about, ":"));
    cases += fmt::format("    {})\n      _arguments -s", command.name);
    for (const OptionInfo& option : command.options) {
      const std::string value =
          option.value.empty() ? ""
          : option.values.empty() ? ":value:_files"
                                  : fmt::format(":value:({})", fmt::join(option.values, " "));
      for (const std::string& name : option.names) {
        cases += fmt::format(" \\\n        '{}[{}]{}'", name, Quoted(option.about, "[]:"), value);
      }
    }
    cases += Arguments(command).empty()
                 ? " \\\n        '*:file:_files'"
                 : fmt::format(" \\\n        '1:argument:({})' \\\n        '*:file:_files'",
                               fmt::join(Arguments(command), " "));
    cases += "\n      ;;\n";
  }
  return fmt::format(R"(#compdef resumelint
# Completions of resumelint for zsh. Use: resumelint completion zsh > a file _resumelint in $fpath
_resumelint() {{
  local command=check
  local -a commands=(
{}  )
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
    {}) command=$words[2]; shift words; ((CURRENT--)) ;;
  esac
  case $command in
{}  esac
}}
compdef _resumelint resumelint
)",
                     commands, Names(tree, "|"), cases);
}

std::string Fish(const Tree& tree) {
  std::string out = "# Completions of resumelint for fish. Use: resumelint completion fish | source\n";
  std::string others;
  for (const CommandInfo& command : tree) {
    if (command.name != "check") others += " " + command.name;
    out += fmt::format("complete -c resumelint -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       Quoted(command.about, "\\"));
  }
  for (const CommandInfo& command : tree) {
    // The command that may be left out holds where no other stands.
    const std::string when = command.name == "check"
                                 ? "not __fish_seen_subcommand_from" + others
                                 : "__fish_seen_subcommand_from " + command.name;
    for (const OptionInfo& option : command.options) {
      out += fmt::format("complete -c resumelint -n '{}'", when);
      for (const std::string& name : option.names) {
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty()) {
        out += option.values.empty() ? " -r" : fmt::format(" -x -a '{}'", fmt::join(option.values, " "));
      }
      out += fmt::format(" -d '{}'\n", Quoted(option.about, "\\"));
    }
    if (!Arguments(command).empty()) {
      out += fmt::format("complete -c resumelint -n '{}' -a '{}'\n", when,
                         fmt::join(Arguments(command), " "));
    }
  }
  return out;
}

// Rules are data: their names are asked of the rules in force.
void AddRuleNames(const Options& options, Tree& tree) {
  Setups setups(options);
  const Result<const Setup*> setup = setups.For(kConfigName);
  if (!setup) return;
  const std::vector<std::string_view> known = (*setup)->rules.RuleNames();
  const std::vector<std::string> names(known.begin(), known.end());
  std::vector<std::string> profiles = {"auto"};
  for (const Profile& profile : (*setup)->rules.profiles) profiles.emplace_back(profile.name);
  for (CommandInfo& command : tree) {
    if (command.name == "explain") command.arguments.front().values = names;
    for (OptionInfo& option : command.options) {
      const std::string& name = option.names.back();
      if (name == "--select" || name == "--ignore") option.values = names;
      if (name == "--profile") option.values = profiles;
    }
  }
}

}  // namespace

int RunCompletion(const Options& options) {
  Tree tree = CommandTree();
  AddRuleNames(options, tree);
  const std::string out = options.shell == "bash" ? Bash(tree) : options.shell == "zsh" ? Zsh(tree) : Fish(tree);
  return PrintOutput(out) ? 0 : 2;
}

}  // namespace resumelint
