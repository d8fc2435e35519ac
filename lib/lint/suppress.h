#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.h"
#include "lint/lint.h"
#include "rules/rule_set.h"

namespace resumelint {

/// Rules about suppressions themselves. What they say, and how loud, is in the rule set; where that
/// has no such rule, nothing is said.
inline constexpr std::string_view kUnusedSuppression = "resumelint/unused-suppression";
inline constexpr std::string_view kBadSuppression = "resumelint/bad-suppression";

/// What a person wrote in a comment.
///
///     resumelint: ignore RULE[, RULE…] -- reason      the same line or the next bullet
///     resumelint: off RULE[, RULE…] -- reason         from here to `on` or the end of the file
///     resumelint: on RULE[, RULE…]
///
/// RULE is an id, a pack or a glob.
struct Suppression {
  enum class Kind { kIgnore, kOff, kOn };
  Kind kind = Kind::kIgnore;
  std::vector<std::string> rules;
  std::string reason;
};

/// Reads a directive's text. Fails with what is wrong and, as the hint, a "did you mean" or nothing.
Result<Suppression> ParseSuppression(std::string_view text);

/// Removes the findings that the document's directives name, and adds findings for directives that
/// hide nothing or can't be understood. A directive that names rules which
/// `options` turn off is not called unused. A finding about the document as a whole is hidden by any
/// directive that names it.
void ApplySuppressions(Report& report, const RuleSet& rules, const LintOptions& options);

/// What a person lives with, without a word in the resume.
struct Accepted {
  std::vector<std::string> words;  ///< of which no finding is wanted, whatever their case
  std::vector<std::string> kept;   ///< findings: "RULE FINGERPRINT"
};

/// A finding as Accepted::kept names it. It comes back when the bullet's words change.
std::string KeptName(const Report& report, const Finding& finding);
/// True for a text that may be one.
bool IsKeptName(std::string_view text);

/// Removes the findings that are accepted.
void ApplyAccepted(Report& report, const Accepted& accepted);

/// After findings were removed: each bullet that is left without a leading finding gets one, the
/// most severe, of those the first.
void ChooseLeads(Report& report);

}  // namespace resumelint
