#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/lexicon.h"
#include "language/phrase.h"
#include "rewrite/rewrite.h"
#include "rules/rule_set.h"

namespace resumelint {

/// A check of what a person wrote into a slot.
struct AnswerCheck {
  std::vector<Phrase> phrases;  ///< the answer holds one of these …
  std::vector<Phrase> unless;   ///< … and none of these
  bool needs_number = false;    ///< or: it holds no number
  std::string say;              ///< "that is a count of work, not a result: what changed?"
};

/// What a slot asks for.
struct SlotType {
  std::string name;                 ///< "metric"
  std::string question;             ///< asked beside the slot
  bool figure = false;              ///< it asks for a figure
  std::vector<std::string> ladder;  ///< asked one after the other where there is no answer to it
  std::vector<Phrase> slots;        ///< slots of this type, as phrases over their text
  std::vector<AnswerCheck> checks;
};

/// Types of slots in the order of the files: the first that fits wins. Immutable.
struct SlotTypes {
  std::vector<SlotType> types;

  /// The type of a slot by its text without brackets; nullptr if none fits.
  const SlotType* Of(std::string_view slot, const Lexicon& lexicon) const;
};

/// Whether a text with slots asks for a figure.
bool AsksForFigure(std::string_view text, const SlotTypes& types, const Lexicon& lexicon);

/// Reads the `[[slot]]` tables of rule files. Fails on the first fault, at file:line:column. With a
/// `base`, as if the files that it was loaded from stood before these.
Result<SlotTypes> LoadSlots(std::span<const RuleFile> files, const Lexicon& lexicon,
                            const Phrase::Fragments& fragments = {}, const SlotTypes* base = nullptr);

/// What to say about an answer; empty where it is fine.
std::vector<std::string> CheckAnswer(const SlotType& type, std::string_view answer, const Lexicon& lexicon);

/// The choices of "Led | Co-led | Helped"; empty for a slot that isn't one.
std::vector<std::string> ChoicesOf(std::string_view slot);

/// A rewrite with its slots told apart.
struct SlotPart {
  std::string text;   ///< words, or the slot's text without brackets
  bool slot = false;
};
std::vector<SlotPart> SplitSlots(std::string_view text);

}  // namespace resumelint
