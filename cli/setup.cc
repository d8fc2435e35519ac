#include "setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/source.h"
#include "base/toml.h"
#include "config/discover.h"
#include "rewrite/pack.h"
#include "rules/pack.h"

namespace resumelint {

namespace fs = std::filesystem;

std::optional<Error> ReadPacks(const std::string& path, std::vector<RuleFile>& out) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      if (at->path().extension() == ".toml") files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
      return Error{path, 0, 0, "no pack of rules in this folder", "a pack is a file that ends in .toml", ""};
    }
  } else {
    files.push_back(path);
  }
  for (const std::string& file : files) {
    Result<std::string> text = ReadBytes(file);
    if (!text) return std::move(text.error());
    out.push_back({file, std::move(*text), false});
  }
  return std::nullopt;
}

Result<const Setup*> Setups::For(const std::string& file) {
  std::string path = options_.config;
  if (path.empty() && !options_.no_config) path = FindConfig(file);
  if (options_.no_config) path.clear();
  const auto [at, is_new] = by_config_.try_emplace(path);
  Entry& entry = at->second;
  if (is_new) {
    Result<Setup> loaded = Load(path, path.empty() ? Result<std::string>(std::string()) : ReadBytes(path));
    if (loaded) {
      entry.setup = std::make_unique<Setup>(std::move(*loaded));
    } else {
      entry.error = std::move(loaded.error());
    }
  }
  if (entry.error) return Fail(*entry.error);
  return entry.setup.get();
}

Result<const Setup*> Setups::Of(const std::string& config_path, std::string config_text) {
  Result<Setup> loaded = Load(config_path, std::move(config_text));
  if (!loaded) return Fail(std::move(loaded.error()));
  others_.push_back(std::make_unique<Setup>(std::move(*loaded)));
  return others_.back().get();
}

Result<Setup> Setups::Load(const std::string& config_path, Result<std::string> config_text) const {
  Setup setup;
  std::vector<RuleFile> files;  // beside the built-in ones
  if (!config_path.empty()) {
    if (!config_text) return Fail(std::move(config_text.error()));
    Result<Config> config = ParseConfig(config_path, std::move(*config_text));
    if (!config) return Fail(std::move(config.error()));
    setup.config = std::move(*config);
    const fs::path folder = fs::path(config_path).parent_path();
    for (const std::string& pack : setup.config.rules) {
      if (auto error = ReadPacks((folder / pack).string(), files)) {
        error->hint = fmt::format("it is named under \"rules\" in {}", config_path);
        return Fail(std::move(*error));
      }
    }
  }
  for (const std::string& pack : options_.rules) {
    if (auto error = ReadPacks(pack, files)) return Fail(std::move(*error));
  }
  if (auto vocabulary = VocabularyOf(setup.config)) files.push_back(std::move(*vocabulary));
  setup.rules = BuiltinRuleSet();
  setup.rewrites = BuiltinRewriteRules();
  setup.slots = BuiltinSlotTypes();
  if (!files.empty()) {
    Result<RuleSet> rules = LoadRules(files, &setup.rules);
    if (!rules) return Fail(std::move(rules.error()));
    setup.rules = std::move(*rules);
    Result<RewriteRules> rewrites =
        LoadRewrites(files, setup.rules.lexicon, setup.rules.fragments, &setup.rewrites);
    if (!rewrites) return Fail(std::move(rewrites.error()));
    setup.rewrites = std::move(*rewrites);
    Result<SlotTypes> slots = LoadSlots(files, setup.rules.lexicon, setup.rules.fragments, &setup.slots);
    if (!slots) return Fail(std::move(slots.error()));
    setup.slots = std::move(*slots);
  }
  if (auto error = CheckConfig(setup.config, setup.rules)) return Fail(std::move(*error));
  if (auto error = CheckNames(setup.rules)) return Fail(std::move(*error));
  return setup;
}

std::optional<Error> Setups::CheckNames(const RuleSet& rules) const {
  const auto told = [](std::string_view option, const std::string& name, std::string_view what,
                       const std::vector<std::string_view>& names) {
    std::string hint = DidYouMean(name, names);
    if (hint.empty()) hint = "`resumelint rules list` shows what there is";
    return Error{"", 0, 0, fmt::format("{}: no {} is called \"{}\"", option, what, name), hint, ""};
  };
  const auto wrong = [&](std::string_view option, const std::string& name) {
    return rules.HasRule(name) ? std::nullopt
                               : std::optional<Error>(told(option, name, "rule", rules.RuleNames()));
  };
  for (const std::string& name : options_.select) {
    if (auto error = wrong("--select", name)) return error;
  }
  for (const std::string& name : options_.ignore) {
    if (auto error = wrong("--ignore", name)) return error;
  }
  for (const auto& [name, severity] : options_.severities) {
    if (auto error = wrong("--severity", name)) return error;
  }
  if (!options_.profile.empty() && options_.profile != "auto" &&
      rules.FindProfile(options_.profile) == nullptr) {
    std::vector<std::string_view> profiles = {"auto"};
    for (const Profile& profile : rules.profiles) profiles.push_back(profile.name);
    Error error = told("--profile", options_.profile, "profile", profiles);
    error.hint = DidYouMean(options_.profile, profiles);
    if (error.hint.empty()) error.hint = fmt::format("there are {}", fmt::join(profiles, ", "));
    return error;
  }
  return std::nullopt;
}

FileSettings Setups::SettingsOf(const Setup& setup, const std::string& file) const {
  const std::string relative =
      setup.config.path.empty() ? file : RelativeToConfig(file, setup.config.path);
  FileSettings settings = SettingsFor(setup.config, relative);
  LintOptions& lint = settings.lint;
  if (!options_.profile.empty()) lint.profile = options_.profile;
  if (!options_.select.empty()) lint.select = options_.select;
  lint.ignore.insert(lint.ignore.end(), options_.ignore.begin(), options_.ignore.end());
  lint.severities.insert(lint.severities.end(), options_.severities.begin(),
                         options_.severities.end());
  if (!options_.fail_on.empty()) ParseFailOn(options_.fail_on, settings.fail_on);
  lint.draft = options_.draft;
  lint.rewrites = &setup.rewrites;
  lint.slots = &setup.slots;
  return settings;
}

}  // namespace resumelint
