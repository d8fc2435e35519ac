#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.h"
#include "lint/reading.h"
#include "rules/rule_set.h"

namespace resumelint {

/// How a text opens: its first word that is no leading adverb.
struct Opening {
  std::string_view lemma;  ///< of the first reading; in the verb table
  uint8_t forms = 0;       ///< VerbForm bits of all its readings as a verb
  bool known = false;      ///< there is one, and it is a word
};
Opening OpeningOf(const Sentence& sentence, const RuleSet& rules);

/// A text that rules look at: a bullet, a sentence of the summary, a headline, and what was found.
/// Its words are looked at once and not kept: a long file has many.
struct Unit {
  int block = 0;            ///< index into Document::blocks
  int role = -1;
  Span in_text;             ///< part of the block's text
  Opening opening;
  uint32_t profile = 0;     ///< index into RuleSet::profiles
  uint32_t facts = 0;       ///< index into CheckScope::facts of its first
  std::span<const Finding> findings;
  Scope scope = Scope::kBullet;
};

/// What a check of a rule with `check = "…"` says of one unit, role or document.
struct CheckResult {
  bool fires = false;
  Severity severity = Severity::kWarning;  ///< at most the rule's own
  Span span;             ///< bytes of the unit's text, of the source for a document; empty = the whole
  std::string detail;    ///< added to the message: `"priortized"`, `17 of 30`; may be empty
};

/// Everything a check of a role or document sees.
struct CheckScope {
  const Document& document;
  const RuleSet& rules;
  std::span<const Unit> units;  ///< of the role, or of the whole document
  const Role* role = nullptr;
  bool latest = false;          ///< the role is the first of its section
  std::string_view profile;
  const std::vector<bool>& facts;  ///< of all units
  size_t fact = 0;              ///< index among a unit's facts of the rule's, if it rests on one

  bool Fact(const Unit& unit) const { return facts[unit.facts + fact]; }
};

/// The word meant by a misspelt one, in its case; "" if it isn't misspelt or may be a name.
std::string MeantWord(const Sentence& sentence, uint32_t token, const Lexicon& lexicon);

/// Where a text has more than one blank between two words, as bytes of the block's text: only in
/// formats that show it.
std::vector<Span> DoubleBlanks(const Document& document, const Block& block);

/// True if there is a check of that name for the scope; the loader's test asks for every rule.
bool HasCheck(std::string_view name, Scope scope);

/// What a check of one text sees.
struct UnitText {
  const Document& document;
  const Block& block;
  Span in_text;  ///< part of the block's text
  const Sentence& sentence;
  const RuleSet& rules;
};
CheckResult CheckUnit(const Rule& rule, const UnitText& text);
CheckResult CheckWhole(const Rule& rule, const CheckScope& scope);

/// True if a check of a role rests on a yes or no about each of its texts, the rule's fact.
bool RestsOnFact(const Rule& rule);
/// True if it is enough that one text of a role says yes.
bool AnyWillDo(const Rule& rule);
bool FactOf(const Rule& rule, Detection& detection, const RuleSet& rules);
/// How severe a finding of CheckUnit is at most, given the other texts of its role.
Severity SeverityAmong(const Rule& rule, const CheckScope& role);

}  // namespace resumelint
