#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rewrite/words.h"

namespace resumelint {

/// Tells where in a bullet a deed, a result or a further clause begins, and what words around it
/// say so. Refers to what it is made from.
class Heads : protected BulletWords {
 public:
  using BulletWords::BulletWords;

  struct FoundOpener {
    const Opener* opener;
    uint32_t end;
  };

  /// The longest opener that begins here.
  std::optional<FoundOpener> OpenerAt(uint32_t at) const;
  /// "sign off on": a verb of several words, whatever noun is spelt like it.
  bool NamesDeed(uint32_t at) const;
  /// The form in which the word at `at` can head a clause, 0 if in none of `forms`.
  uint8_t HeadForm(uint32_t at, uint8_t forms) const;
  /// The verb at `at`, with its particle.
  VerbUse UseAt(uint32_t at, uint8_t form) const;
  /// A first word in its base form names the work rather than tells it where a noun of action
  /// follows: "Release coordination for …".
  bool NamesWork(uint32_t at) const;
  /// Where a passive's participle stands: "Reports were [prepared] …".
  uint32_t Passive(uint32_t at) const;
  /// A verb of change, not the noun in "2 releases per quarter".
  bool Changes(uint32_t at) const;
  /// A verb of change and an amount or a measure.
  bool SpeaksOfChange(Range range) const;
  /// "…, maintaining, and prioritizing": another verb of the list follows at once.
  bool ListsVerbs(uint32_t at, uint8_t form) const;
  /// True if the word after "and" or a comma is a further deed, not a noun of a list.
  bool LooksLikeDeed(uint32_t at, uint8_t form) const;
  /// "an organized [and] prioritized backlog": what stands before the joint describes, and so does what
  /// stands behind it.
  bool JoinsAdjectives(uint32_t piece, uint32_t joint) const;
  /// A verb whose deeds some rewrite class retells.
  bool IsRitualDeed(uint32_t at) const;
  /// A class of objects that some rewrite class speaks of.
  bool IsRitual(ClassId cls) const;
  /// Behind the parenthesis that closes the one at `open`; 0 if none does.
  uint32_t Close(uint32_t open) const;
  /// True if the "of" at `at` leads from a ritual's name to what it was for.
  bool CutsAtOf(uint32_t piece, uint32_t at, bool in_object) const;
  /// "served as product owner, managing the backlog": the deed stands in the participle.
  bool DeedInParticiple(uint32_t at) const;
  /// ", reducing …".
  bool StartsParticiple(uint32_t at) const;
  /// "… resulting in fewer calls", "… enabling drivers to …" with no comma before.
  bool StartsResult(uint32_t at) const;
  /// "held interviews to elicit requirements for …": the ritual is a deed of its own.
  bool PurposeIsDeed(const Clause& clause, uint32_t verb) const;
};

}  // namespace resumelint
