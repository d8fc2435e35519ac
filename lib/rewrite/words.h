#pragma once

#include <algorithm>
#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_set.h"
#include "language/verbs.h"
#include "rewrite/frame.h"

namespace resumelint {

/// The term is only part of a hyphenated word: "card" in "gift-card", "story" in "story-telling".
bool InsideCompound(const Sentence& sentence, const Term& term);

/// True if some term in the range is of a class. Terms inside hyphenated words don't count.
bool HoldsTerm(const Sentence& sentence, Range range, std::span<const ClassId> classes);

/// True if a term of a class ends where the range does: "tram [board]".
bool EndsInTerm(const Sentence& sentence, Range range, const std::vector<ClassId>& classes);

/// True if a term of a noun class, of at least so many words, covers the token: "planning" in "sprint planning".
bool InNounTerm(const Lexicon& lexicon, const Sentence& sentence, uint32_t at, uint32_t words = 1);

/// The lemmas of a word, in lower case, as a verb or as a noun of action.
void AddLemmas(const RewriteRules& rules, std::string_view word, WordHash hash, WordSet& lemmas);

/// A bullet's words between its bullet sign and its final stop, and the questions that parsing asks
/// of them. Refers to what it is made from.
class BulletWords {
 public:
  BulletWords(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence);

  const Token& T(uint32_t at) const { return s_.tokens[at]; }
  bool Is(uint32_t at, KnownWord word) const { return at < end_ && T(at).Is(word); }
  template <std::same_as<std::string_view> Word>
  bool Is(uint32_t at, const Word& word) const {
    return at < end_ && T(at).lower == word;
  }
  bool In(uint32_t at, ClassId cls) const { return at < end_ && s_.TermAt(at, cls) != nullptr; }
  /// End of the longest term of a class that begins here; `at` if none.
  uint32_t EndOf(uint32_t at, ClassId cls) const;
  /// A reading of the word as a verb in one of the forms; nullptr if none.
  const VerbReading* Reading(uint32_t at, uint8_t forms) const;
  bool Hyphenated(uint32_t at) const { return std::ranges::find(hyphenated_, at) != hyphenated_.end(); }
  bool IsVerb(uint32_t at) const { return at < end_ && !verbs_[at].empty(); }

  bool Holds(Range range, std::span<const ClassId> classes) const {
    return HoldsTerm(s_, range, classes);
  }
  bool Holds(Range range, std::initializer_list<ClassId> classes) const {
    return Holds(range, std::span<const ClassId>(classes.begin(), classes.size()));
  }
  bool Holds(Range range, ClassId cls) const { return Holds(range, std::span<const ClassId>(&cls, 1)); }
  bool HoldsPeople(Range range) const { return Holds(range, {g_.people, g_.team}); }

  /// A term of several words of a noun class covers the token: "sprint planning" is no deed.
  bool InCompoundNoun(uint32_t at) const { return resumelint::InNounTerm(lexicon_, s_, at, 2); }
  bool InNounTerm(uint32_t at) const { return resumelint::InNounTerm(lexicon_, s_, at); }
  /// A verb of the vocabulary, alone or with more words, begins here.
  bool BeginsVerbTerm(uint32_t at) const;

  bool IsConnector(uint32_t at) const { return Is(at, "and") || Is(at, "or"); }
  bool IsClauseEnd(uint32_t at) const {
    if (at >= end_ || Is(at, ";")) return true;
    return Is(at, ".") && at + 1 < end_ && T(at + 1).space_before &&
           !(at > 0 && In(at - 1, g_.abbreviation));
  }
  uint32_t SkipAdverbs(uint32_t at) const;

  /// A number, in digits or words, perhaps after "the" or a hedge.
  bool BeginsWithNumber(uint32_t at) const;
  /// "from 6 weeks to 2", "migration from Oracle to Snowflake" belong to what changed: where its "to" stands; 0 if it
  /// isn't one.
  uint32_t AmountFollows(uint32_t from) const;
  /// "the SAP interface [with] Salesforce": the system at its other end.
  bool LeadsToOtherEnd(uint32_t at) const;
  /// Inside several words that are one: "end [to] end".
  bool InSetPhrase(uint32_t at) const;
  /// Length of the longest opening of a segment at a token; 0 if none.
  uint32_t PrepositionAt(uint32_t at) const;
  /// Form of the verb that follows a "to", "by" or "for" here; 0 if none does.
  uint8_t VerbAfter(uint32_t at) const;

  /// "two squads [building] the platform": the word tells what the people before it do; false for "patient
  /// [scheduling] module".
  bool PeopleDo(uint32_t at) const;
  /// Last word of the first noun group of a range.
  uint32_t HeadNoun(Range range) const;
  bool HeadIs(uint32_t head, const std::vector<ClassId>& classes) const;
  /// What a stretch tells, by the first segment rule that fits.
  Chunk Classify(uint32_t begin, uint32_t end, bool comma) const;

 protected:
  const RewriteRules& rules_;
  const Grammar& g_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  bool shouting_ = false;             ///< the whole line is in capitals
  std::vector<uint32_t> hyphenated_;  ///< where verbs of two tokens begin: "co-ordinated"

 private:
  bool Shouting() const;
  bool IsNounClass(ClassId cls) const { return lexicon_.classes()[cls].kind == ClassKind::kNouns; }
  /// A term of `classes` that is no part of a longer one of `names`: not "project" in "MS Project".
  bool HoldsBeside(Range range, const std::vector<ClassId>& classes, const std::vector<ClassId>& names) const;
  bool Fits(const SegmentRule& rule, uint32_t begin, Range inner, uint32_t head) const;

  std::vector<VerbReadingList> verbs_;
  mutable std::vector<uint32_t> prepositions_;  // what PrepositionAt said; kUnasked before
};

}  // namespace resumelint
