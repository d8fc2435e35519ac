#pragma once

#include <string_view>

#include "language/lexicon.h"
#include "rewrite/rewrite.h"
#include "rewrite/templates.h"

namespace resumelint {

/// What a coach would ask and what could stand in the bullet's place, best first: up to three rewrites
/// with slots, then the plain one. Every rewrite keeps the contract (contract.h). No rewrites where the
/// bullet wasn't understood; an unknown class gives nothing at all. Total, and the same for the same input.
Suggestion Suggest(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet,
                   std::string_view rewrite_class, const RewriteContext& context);

}  // namespace resumelint
