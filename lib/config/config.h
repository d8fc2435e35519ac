#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lint/lint.h"
#include "lint/suppress.h"
#include "rules/rule_set.h"

namespace resumelint {

/// A name written in a configuration (of a rule, a pack, a glob, a profile), with its place: whether
/// there is such a thing is known only once the rules are loaded.
struct ConfiguredName {
  std::string name;
  uint32_t line = 0;
  uint32_t column = 0;
};

/// What can be set for all files and, again, for some.
struct Settings {
  std::optional<ConfiguredName> profile;
  std::optional<std::vector<ConfiguredName>> select;  ///< replaces an earlier one
  std::vector<ConfiguredName> ignore;                 ///< is added to an earlier one
  std::vector<std::pair<ConfiguredName, Severity>> severities;  ///< the later wins
  std::optional<Severity> fail_on;                    ///< kOff = never
};

/// Settings of the files that fit one of the globs, which are relative to the configuration.
struct Override {
  std::vector<std::string> files;
  Settings settings;
};

/// A `resumelint.toml`, as it stands.
struct Config {
  std::string path;  ///< empty = there is none
  std::string text;
  Settings settings;
  std::vector<Override> overrides;
  std::vector<std::string> rules;         ///< packs to load, relative to the configuration's folder
  Accepted accept;                        ///< words and findings that are lived with
  std::vector<std::pair<ConfiguredName, std::vector<std::string>>> classes;  ///< words to add
  std::vector<std::string> confidential;  ///< facts of which no figure can be given
  std::vector<std::string> unknown;       ///< facts of which nobody has a figure
};

/// Reads the text of a configuration. Fails on what it doesn't know, at file:line:column.
Result<Config> ParseConfig(std::string path, std::string text);

/// The vocabulary of a configuration as a file of rules, to be loaded after the packs. Empty where
/// it has none. Word classes are checked by CheckConfig.
std::optional<RuleFile> VocabularyOf(const Config& config);

/// Fails where the configuration names a rule, a profile or a word class that there isn't.
/// `rules` were loaded with VocabularyOf(config).
std::optional<Error> CheckConfig(const Config& config, const RuleSet& rules);

/// What holds for one file.
struct FileSettings {
  LintOptions lint;
  Severity fail_on = Severity::kWarning;  ///< kOff = never
};

/// The settings of a file: those for all, then each override that fits. `relative` is the file's
/// path from the configuration's folder.
FileSettings SettingsFor(const Config& config, std::string_view relative);

/// "error", "warning", "hint" or "never" (kOff); false if `name` is none of them.
bool ParseFailOn(std::string_view name, Severity& severity);

}  // namespace resumelint
