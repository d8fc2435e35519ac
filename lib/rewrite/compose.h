#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rewrite/frame.h"
#include "rewrite/words.h"

namespace resumelint {

/// Words of the bullet, ready to stand in a sentence, and which tokens they are.
struct FieldText {
  std::string text;
  std::vector<Range> used;
};

/// Turns parts of a frame into English: case, articles, tense, lists. Refers to what it is made
/// from.
class Composer {
 public:
  Composer(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
           const Frame& frame, const RewriteContext& context);

  /// The bullet's own words, with case, misspellings and "&" set right.
  std::string Words(Range range) const;
  /// The same as a noun phrase, with "the" before a lone product noun.
  std::string NounPhrase(Range range) const;
  /// Finite form of a verb for this resume: "set", "define"; with `help`, "helped define".
  std::string Finite(std::string_view lemma) const;
  std::string Form(std::string_view lemma, VerbForm form) const;
  /// A verb as the bullet has it, in the resume's finite form or in the base form.
  std::string Verb(const VerbUse& use, bool base) const;
  /// A clause as it stands, less what stood before the deed and less `without`.
  std::string ClauseText(const Clause& clause, const std::vector<Range>& without) const;
  /// " the scrum master for a 5-person project" out of "was the scrum master …".
  std::string BeingText(const Clause& clause) const;
  std::string ChunkText(const Chunk& chunk) const;
  /// "a", "a and b", "a, b and c".
  std::string List(const std::vector<std::string>& items) const;
  /// True if some token in the range, or a term over it, is of a class.
  bool Holds(Range range, std::span<const ClassId> classes) const;
  bool Holds(Range range, std::initializer_list<ClassId> classes) const {
    return Holds(range, std::span<const ClassId>(classes.begin(), classes.size()));
  }
  bool Holds(Range range, ClassId cls) const { return Holds(range, std::span<const ClassId>(&cls, 1)); }
  bool EndsIn(Range range, const std::vector<ClassId>& classes) const { return EndsInTerm(s_, range, classes); }
  /// True if the words can be what a rewrite is about: a noun with what belongs to it, no clause.
  bool NamesThing(Range range) const;
  bool present() const { return present_; }
  void set_present(bool present) { present_ = present; }

 private:
  std::string WordAt(uint32_t at, bool first) const;
  bool NeedsArticle(Range range) const;
  bool Countable(Range object) const;
  std::string CompoundObject(Range object) const;

  const RewriteRules& rules_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const Frame& frame_;
  const RewriteContext& context_;
  bool present_ = false;
};

/// First letter in upper case, blanks and signs in order, final stop as the resume has it.
std::string FinishSentence(std::string text, bool final_stop);

}  // namespace resumelint
