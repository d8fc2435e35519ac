#pragma once

#include "rewrite/fields.h"

namespace resumelint {

/// True if the term is a part of a ritual's name: "user" in "user stories".
bool InLongerRitual(const RewriteRules& rules, const Sentence& sentence, const Term& term);

/// True if a word of the class stands in the range and isn't part of another ritual's name: "backlog" in
/// "backlog refinement sessions".
bool HoldsOwn(const RewriteRules& rules, const Sentence& sentence, const RewriteClass& c, Range range);

/// True if the class may retell what this clause says was done: its verb is one of `by`.
bool DoneBy(const Sentence& sentence, const Grammar& grammar, const RewriteClass& c, const Clause& clause);

/// Tells which clauses of a bullet a class may retell, which stay as they are and which go. Refers to what it
/// is made from.
class DeedFinder {
 public:
  DeedFinder(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence, const Frame& frame,
             const RewriteClass& c, const Composer& composer);

 protected:
  /// Fills deeds, others, dropped, echoes, beings, results, stand_in and loose.
  void SortClauses();
  bool IsRitual(const Clause& clause) const;
  bool OfClass(const Clause& clause) const;
  /// The stretch, and not the object, says what was worked on: "turned requests [into stories]",
  /// "helped the lead [with the backlog]". A meeting by means of which something was done is no deed.
  bool NamesDeed(const Clause& clause, const Chunk& chunk) const;
  /// False for "competitor analysis, roadmap planning and release notes".
  bool AllRituals(Range list) const;
  /// "get sign-off [on requirements]": sign-off is what was got.
  Range WhatIsDone(Range purpose) const;
  /// What commas and "and" part.
  std::vector<Range> Items(Range list) const;
  /// "the creation of stories by 2 analysts"
  bool ByOthers(const Clause& clause) const;
  /// "retrospectives that …": what it speaks of goes, and it goes along.
  bool SpeaksOfRitual(size_t at) const;
  /// "cut it to 80": speaks of what stood before.
  bool Echo(const Clause& clause) const { return !clause.object.empty() && Pronoun(clause.object.begin); }
  /// "walked the squad through them"
  bool PointsBack(const Clause& clause) const;
  bool HoldsPronoun(Range range) const;
  /// "… and reported to the board": whom the deed before was for.
  bool TellsToo(const Clause& clause) const;
  /// ", ensuring alignment": says nothing of its own behind another deed.
  bool Assures(const Clause& clause) const;
  /// "Backlog: prioritized work for …"
  bool OfLabel(size_t i) const;
  /// "resulting in timely delivery": no figure, nothing that someone would notice.
  bool SaysNothing(Range range) const;
  static Range VerbRange(const Clause& clause) {
    return clause.verbs.empty() ? Range{} : Range{clause.verbs[0].begin, clause.verbs[0].end};
  }
  static Range LastWord(Range range) { return {range.end - 1, range.end}; }
  /// Not "IT", the department.
  bool Pronoun(uint32_t at) const;

  const RewriteRules& rules_;
  const Grammar& g_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const Frame& f_;
  const RewriteClass& c_;
  const Composer& compose_;
  Fields out_;
};

}  // namespace resumelint
