#include <vector>

#include "fuzz/targets.h"
#include "lint/lint.h"
#include "rewrite/templates.h"
#include "rules/builtin.h"

namespace resumelint {

/// A pack of rules, where it begins with "#builtin" on top of those in the binary, which take long to
/// load. Where it loads, a text is checked with it.
std::string FuzzRules(std::string_view input) {
  std::vector<RuleFile> files;
  if (input.starts_with("#builtin")) files.assign(BuiltinRules().begin(), BuiltinRules().end());
  files.push_back({"pack.toml", std::string(input), false});
  const auto rules = LoadRules(files);
  if (!rules) {
    const Error& error = rules.error();
    if (error.what.empty()) return "an error that says nothing";
    return {};
  }
  if (rules->profiles.empty()) return {};  // those in the binary are always there
  const auto rewrites = LoadRewrites(files, rules->lexicon, rules->fragments);
  LintOptions options;
  if (rewrites) options.rewrites = &*rewrites;
  LintText("Prioritized the backlog of 3 teams, cutting calls by 40% for Example Bank", "Product Owner", "Experience", *rules, options);
  return {};
}

}  // namespace resumelint
