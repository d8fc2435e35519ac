#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
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

/// Checks a rewrite against its bullet, however it was made: both are read anew, nothing of the
/// frame is used. `classes` license verbs; `dropped` is what the rewrite says it leaves out. Empty
/// = kept.
std::vector<Breach> CheckContract(const RewriteRules& rules, const Lexicon& lexicon,
                                  const Sentence& bullet, std::string_view candidate,
                                  const std::vector<const RewriteClass*>& classes,
                                  const std::vector<std::string>& dropped);

/// Slot units of a text: slots with only W.g-slot-joint between them are filled in one breath and
/// count as one, "[metric] went from [A] to [B]". A text may ask for three.
uint32_t SlotUnits(const RewriteRules& rules, const Lexicon& lexicon, std::string_view text);
inline constexpr uint32_t kMostSlotUnits = 3;

std::string Dump(const std::vector<Breach>& breaches);

}  // namespace resumelint
