#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/regex_needs.h"
#include "language/sentence_index.h"
#include "rules/rule_set.h"

namespace resumelint {

/// Words of a text: a compound and a possessive count once.
uint32_t WordCount(const Sentence& sentence);

/// A text as rules see it: words in another sense and quoted titles taken out of their classes.
Sentence ReadForRules(std::string_view text, const RuleSet& rules);

/// The detectors' answers about one text, each worked out at most once. Refers to the rules, and to a
/// sentence that it didn't read itself: it must not outlive them, nor be copied.
class Detection {
 public:
  explicit Detection(const RuleSet& rules) : rules_(&rules), answers_(rules.detectors.size()) {}
  Detection(const Sentence& sentence, const RuleSet& rules) : Detection(rules) { Reset(sentence); }
  /// Turns to another sentence, in the same memory.
  void Reset(const Sentence& sentence);
  /// Turns to a text, which it reads for rules, or to one that the lexicon has read; the sentence stands until
  /// the next one.
  const Sentence& Read(std::string_view text) { return Read(rules_->lexicon.Read(text)); }
  const Sentence& Read(Sentence as_written);

  bool Says(uint16_t detector);
  /// Where its own phrases and patterns match (after `outside`); for `explain` and for tests.
  const std::vector<Span>& Matches(uint16_t detector);
  /// First match of any of a rule's phrases or patterns, as bytes of the text; empty if none.
  Span FirstMatch(size_t rule) const;
  /// True if one of the words of a rule stands there.
  bool HasWords(size_t rule) const;

  const Sentence& sentence() const { return index_.sentence(); }

 private:
  struct Answer {
    bool known = false;
    bool says = false;
    bool listed = false;  ///< `matches` counts
    std::vector<Span> matches;
  };
  void Index(const Sentence& sentence);
  void Forget();
  bool AnyMatch(uint16_t detector);
  bool Counts(const Detector& detector, Span match);

  const RuleSet* rules_;
  std::vector<Answer> answers_;
  Sentence read_;
  SentenceIndex index_;
  std::vector<uint64_t> candidates_;  // phrases that the sentence calls into question
  uint32_t words_ = 0;
  ByteSet bytes_;
};

}  // namespace resumelint
