#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "options.h"
#include "rewrite/slots.h"
#include "rewrite/templates.h"
#include "rules/rule_set.h"

namespace resumelint {

/// A configuration and the rules that hold under it.
struct Setup {
  Config config;
  RuleSet rules;
  RewriteRules rewrites;
  SlotTypes slots;
};

/// Finds configurations and loads rules, each once. Files in the same project share a setup.
class Setups {
 public:
  explicit Setups(const Options& options) : options_(options) {}

  /// The setup for a file: its configuration is the one named on the command line, else the nearest
  /// upward. Fails where the configuration, a pack or a name on the command line is wrong.
  Result<const Setup*> For(const std::string& file);

  /// The setup under a configuration that isn't on the disk as yet.
  Result<const Setup*> Of(const std::string& config_path, std::string config_text);

  /// The setup's settings for the file, with what was said on the command line on top.
  FileSettings SettingsOf(const Setup& setup, const std::string& file) const;

 private:
  Result<Setup> Load(const std::string& config_path, Result<std::string> config_text) const;
  std::optional<Error> CheckNames(const RuleSet& rules) const;

  struct Entry {
    std::unique_ptr<Setup> setup;
    std::optional<Error> error;
  };
  const Options& options_;
  std::map<std::string, Entry> by_config_;
  std::vector<std::unique_ptr<Setup>> others_;
};

/// Reads packs: a file, or each *.toml of a folder in the order of their names.
std::optional<Error> ReadPacks(const std::string& path, std::vector<RuleFile>& out);

}  // namespace resumelint
