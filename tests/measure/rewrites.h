#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"

namespace resumelint {

/// What is suggested for a table of bullets: id, role, bullet, facts that must survive, claims that
/// must not be made, an ideal rewrite, an acceptable one.
struct RewriteScores {
  int bullets = 0;
  int with_rewrite = 0;
  int with_question = 0;  ///< of those without a rewrite
  int rewrites = 0;
  int facts = 0;       ///< words of facts in bullet and table that a rewrite must say or list
  int facts_kept = 0;  ///< said in the rewrite, or listed as dropped
  std::vector<std::string> lost;     ///< "id: word: rewrite": facts neither said nor listed
  std::vector<std::string> claimed;  ///< "id: word: rewrite": words of forbidden claims that are said
  double likeness = 0;  ///< to the ideal, of the nearest rewrite: mean of the shares of words in common
};

/// Each bullet is read as the only one of a role of its own. What was suggested is added to `lines`.
RewriteScores MeasureRewrites(const std::string& path, const RuleSet& rules,
                              const RewriteRules& rewrites, std::vector<std::string>* lines = nullptr);

}  // namespace resumelint
