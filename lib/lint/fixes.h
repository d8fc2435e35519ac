#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"
#include "lint/suppress.h"

namespace resumelint {

/// A change that needs no person: it says nothing else, and nothing new.
struct Fix {
  std::string rule;
  int block = 0;            ///< index into Document::blocks
  Span in_text;             ///< bytes of the block's text
  std::string was;
  std::string replacement;
};

/// What can be mended in a document, in its order, without overlaps: for each rule that is on and that
/// the person has not suppressed there, the phrases under its `replace`, misspellings, double blanks.
/// Quotations are left alone.
std::vector<Fix> FindFixes(const Document& document, const RuleSet& rules, const LintOptions& options,
                           const Accepted& accepted);

}  // namespace resumelint
