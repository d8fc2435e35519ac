#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rewrite/compose.h"
#include "rewrite/fields.h"

namespace resumelint {

/// Facts of the bullet that `rewrite` leaves out, in the bullet's words: numbers, names, tools, times, people,
/// deeds and objects. `used` are the stretches that the rewrite was made of.
std::vector<std::string> Dropped(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                                 const Frame& frame, const Composer& compose, const RewriteClass& c,
                                 const Fields& fields, const std::vector<Range>& used, const Sentence& rewrite);

}  // namespace resumelint
