#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text_pool.h"
#include "language/lexicon.h"
#include "resume/outline.h"
#include "rules/phrase_index.h"
#include "rules/rule.h"

namespace resumelint {

/// All policy, loaded: vocabulary, senses, detectors, rules, profiles. Immutable after loading;
/// outlives every Report made with it.
struct RuleSet {
  std::string_view version;  ///< of the built-in rules, "2026.11"
  Lexicon lexicon;
  Phrase::Fragments fragments;
  std::vector<Sense> senses;
  std::vector<Detector> detectors;
  std::vector<Rule> rules;  ///< in the order of the files: packs, then the person's own
  std::vector<Profile> profiles;
  std::string_view default_profile;  ///< where no title is known
  std::string_view other_profile;    ///< where a title is known and fits none
  OutlineTerms outline;
  size_t pack_classes = 0;  ///< classes that packs name; those behind them a configuration made
  PhraseIndex phrases;      ///< of senses, detectors and rules
  TextPool texts;           ///< what views point to, where that isn't in the program itself

  const Rule* FindRule(std::string_view id) const;
  /// True if some rule is meant by an id, a pack or a glob.
  bool HasRule(std::string_view pattern) const;
  /// Packs, then ids: what a person may write for a rule, for "did you mean".
  std::vector<std::string_view> RuleNames() const;
  const Profile* FindProfile(std::string_view name) const;
  int FindDetector(std::string_view name) const;  ///< -1 if none
  /// The profile that a job title stands for; `default_profile` for "".
  const Profile& ProfileOf(std::string_view title) const;
};

/// One TOML file of rules.
struct RuleFile {
  std::string path;  ///< for messages and `rules list`
  std::string text;
  bool builtin = false;
  bool vocabulary = false;  ///< of a configuration: adds words to classes; stands last
};

/// The packs in the binary.
std::span<const RuleFile> BuiltinRules();

/// Loads files together: a later file may add words to a class, detectors, rules, and change what
/// an earlier one says of a rule. Fails on the first fault, at file:line:column. With a `base`, as if
/// the files that it was loaded from stood before these.
Result<RuleSet> LoadRules(std::span<const RuleFile> files, const RuleSet* base = nullptr);

}  // namespace resumelint
