#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/finding.h"
#include "resume/document.h"
#include "rewrite/templates.h"
#include "rules/rule_set.h"

namespace resumelint {

/// The class of words that tell why no figure can be given: the confidential and the unknown facts too.
inline constexpr const char* kNoFigures = "W.confidential";

/// What the person wants checked, from the command line and resumelint.toml.
struct LintOptions {
  std::string profile = "auto";      ///< or a profile's name
  std::vector<std::string> select;   ///< ids, packs or globs; empty = all
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severities;  ///< id or glob -> severity; last wins
  bool draft = false;                ///< unfilled slots are hints
  const RewriteRules* rewrites = nullptr;  ///< must outlive the call; null = findings without rewrites
  const SlotTypes* slots = nullptr;  ///< must outlive the call; null = figures are asked for even where there are none
};

/// Checks a document. Total: an odd document gives odd findings, never a failure. Pure: the same
/// document, rules and options give the same report.
Report Lint(Document document, const RuleSet& rules, const LintOptions& options);

/// Findings of one text, as `rules test` and `explain --bullet` use it: the text stands as a bullet
/// under a role of that title.
Report LintText(std::string_view text, std::string_view title, std::string_view section,
                const RuleSet& rules, const LintOptions& options);

}  // namespace resumelint
