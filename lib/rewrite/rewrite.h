#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/verbs.h"

namespace resumelint {

enum class Variant : uint8_t { kOutcomeFirst, kProblemFirst, kDiscoveryLed, kPlain };
const char* Name(Variant variant);  ///< "outcome-first", "problem-first", "discovery-led", "plain"

/// A sentence that could stand in a bullet's place. Everything in it stood in the bullet, is a verb
/// licensed for the bullet's kind of work and degree of agency, is glue, or is a slot.
struct Rewrite {
  Variant variant = Variant::kPlain;
  std::string text;                  ///< with [slots]
  std::vector<std::string> dropped;  ///< facts of the bullet that it leaves out: "200+ user stories"
  std::string_view advice;  ///< "merge or drop: attendance alone says nothing"; may be empty; kept by the rules
};

/// The slots of a text in order, without brackets.
std::vector<std::string> SlotsOf(std::string_view text);

/// What to say to the person: questions first where nothing is named to rewrite around.
struct Suggestion {
  std::vector<std::string> questions;
  std::vector<Rewrite> rewrites;  ///< best first; empty where the bullet wasn't understood
};

struct SlotTypes;

/// What a rewrite must fit in with.
struct RewriteContext {
  Spelling spelling = Spelling::kUs;  ///< of the document
  bool current_role = false;
  bool present_tense = false;  ///< the role's bullets are in the present tense
  bool final_stop = false;     ///< bullets end in a full stop
  bool oxford_comma = true;
  std::vector<WordHash> used_openers;  ///< first words of other bullets and rewrites of the role
  const SlotTypes* withheld = nullptr;  ///< slots of these types that ask for a figure are not offered
};

}  // namespace resumelint
