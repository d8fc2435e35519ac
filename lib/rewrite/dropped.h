#pragma once

#include <string>
#include <vector>

#include "rewrite/compose.h"
#include "rewrite/fields.h"

namespace resumelint {

/// Facts of the bullet that `rewrite`, made by a template of a class, leaves out, in the bullet's words and order.
/// Every word that states a fact is said in the rewrite, retold by it, or stands in one of these: whole deeds, noun
/// phrases, numbers, names, tools, times. Retold are rituals that the class or the template speaks of.
std::vector<std::string> Dropped(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                                 const Frame& frame, const RewriteClass& c, const Template& t, const Fields& fields,
                                 const Sentence& rewrite);

}  // namespace resumelint
