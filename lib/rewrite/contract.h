#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/word_set.h"
#include "language/lexicon.h"
#include "language/sentence_index.h"
#include "rewrite/templates.h"

namespace resumelint {

/// A promise that a rewrite would break.
struct Breach {
  enum class Promise : uint8_t {
    kNumber,    ///< a number, or what it counts, that the bullet doesn't have
    kName,      ///< a capitalised name or acronym that it doesn't have
    kWord,      ///< a content word from nowhere
    kEffect,    ///< a result or direction stated outside a slot
    kAgency,    ///< more authority than the bullet claims
    kPeople,    ///< people in another part than the bullet gives them
    kHedge,     ///< a hedge, negation, plan or scope word lost
    kDropped,   ///< a fact left out and not listed
    kCause,     ///< one thing made the cause of another
    kVerbatim,  ///< a quotation or address changed
    kSlots,     ///< more slots than a person will fill
  };
  Promise promise;
  std::string what;
};

/// What the contract asks of a bullet, whatever rewrite of it is checked. Refers to the sentence.
struct ContractBullet {
  ContractBullet(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet);

  const Sentence& sentence;
  SentenceIndex index;
  std::vector<std::string> spellings;  ///< its words in lower case, and what misspelt ones mean
  WordSet words;                       ///< the same
  WordSet lemmas;                ///< of all that may be verbs, and of nouns made from verbs
  bool causal = false;           ///< it says in a participle what its deeds brought about
};

/// Checks a rewrite against its bullet, however it was made: of both only the text as read counts,
/// nothing of the frame is used. `classes` license verbs; `dropped` is what the rewrite says it
/// leaves out. Empty = kept.
std::vector<Breach> CheckContract(const RewriteRules& rules, const Lexicon& lexicon,
                                  const ContractBullet& bullet, const Sentence& candidate,
                                  const std::vector<const RewriteClass*>& classes,
                                  const std::vector<std::string>& dropped);

/// Slot units of a text: slots with only W.g-slot-joint between them are filled in one breath and
/// count as one, "[metric] went from [A] to [B]". A text may ask for three.
uint32_t SlotUnits(const RewriteRules& rules, const Lexicon& lexicon, std::string_view text);
uint32_t SlotUnits(const RewriteRules& rules, const Sentence& text);
inline constexpr uint32_t kMostSlotUnits = 3;

std::string Dump(const std::vector<Breach>& breaches);

}  // namespace resumelint
