#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "rewrite/templates.h"
#include "rules/rule_set.h"

namespace resumelint {

/// Something that the new version says and the old one doesn't.
struct Claim {
  std::string kind;    ///< one of kClaimKinds
  std::string text;    ///< the fact, or the bullet that claims more: what a person confirms
  std::string detail;  ///< what is claimed: `"led" claims more authority`; may be empty
  int block = -1;      ///< of the new document
  Span span;           ///< its source bytes
};
/// number, name, tool: facts. title: another job title, or a job that the old one doesn't have. agency: more authority than the old bullet. result: a result, a cause or
/// certainty that it didn't state. bullet: a bullet that came from nowhere.
inline constexpr std::array<const char*, 7> kClaimKinds = {"number", "name", "tool", "title", "agency", "result", "bullet"};

/// A fact of the old version that the new one doesn't tell.
struct LostFact {
  std::string kind;
  std::string text;
  int block = -1;  ///< of the old document
};

/// A finding of one or both versions.
struct FindingProgress {
  enum class State : uint8_t { kSolved, kLeft, kNew };
  State state = State::kLeft;
  const Finding* finding = nullptr;  ///< in the old report where solved, else in the new one
};

struct Comparison {
  std::vector<FindingProgress> findings;  ///< solved ones in the order of the old file, then those of the new
  std::vector<Claim> claims;       ///< in the order of the new file
  std::vector<LostFact> lost;      ///< in the order of the old file
};

/// Compares two versions of a resume, both linted with the same rules. Slots that are left in the new
/// one claim nothing. Refers to the reports: it must not outlive them.
Comparison Compare(const Report& old_report, const Report& new_report, const RuleSet& rules,
                   const RewriteRules& rewrites);

}  // namespace resumelint
