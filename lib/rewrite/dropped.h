#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/word_set.h"
#include "rewrite/compose.h"
#include "rewrite/fields.h"

namespace resumelint {

/// What Dropped asks of a bullet, whatever rewrite of it is looked at. Refers to the sentence.
struct DroppedBullet {
  struct Word {
    bool nothing = false;  ///< it states no fact; then no more is known of it
    WordHash meant = 0;    ///< what it is a misspelling of; 0 if of nothing
    WordSet lemmas;
    std::vector<WordHash> digits;  ///< the same number in digits
  };
  DroppedBullet(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet);

  const Sentence& sentence;
  std::vector<uint16_t> marks;  ///< what a class is to Dropped, by class
  std::vector<Word> words;      ///< by token
};

/// Facts of the bullet that `rewrite`, made by a template of a class, leaves out, in the bullet's words and order.
/// Every word that states a fact is said in the rewrite, retold by it, or stands in one of these: whole deeds, noun
/// phrases, numbers, names, tools, times. Retold are rituals that the class or the template speaks of.
std::vector<std::string> Dropped(const RewriteRules& rules, const Lexicon& lexicon, const DroppedBullet& bullet,
                                 const Frame& frame, const RewriteClass& c, const Template& t, const Fields& fields,
                                 const Sentence& rewrite);

}  // namespace resumelint
