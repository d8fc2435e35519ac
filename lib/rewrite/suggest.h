#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "rewrite/rewrite.h"
#include "rewrite/templates.h"

namespace resumelint {

/// A candidate that wasn't shown, and why.
struct Refusal {
  std::string text;
  std::string why;
};

/// What a coach would ask and what could stand in the bullet's place, best first: up to three
/// rewrites with slots, then the plain one. Every rewrite keeps the contract (contract.h). No
/// rewrites where the bullet wasn't understood; an unknown class gives nothing at all. Total, and
/// the same for the same input. `refused`, where given, takes what the contract kept back: for
/// tests and `explain`.
Suggestion Suggest(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet,
                   std::string_view rewrite_class, const RewriteContext& context,
                   std::vector<Refusal>* refused = nullptr);

}  // namespace resumelint
