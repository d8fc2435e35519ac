#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/sentence_index.h"
#include "rules/rule_set.h"

namespace resumelint {

/// Words of a text: a compound and a possessive count once.
uint32_t WordCount(const Sentence& sentence);

/// A text as rules see it: words in another sense and quoted titles taken out of their classes.
Sentence ReadForRules(std::string_view text, const RuleSet& rules);

/// The detectors' answers about one text, each worked out at most once. Refers to the sentence and
/// the rules: it must not outlive them.
class Detection {
 public:
  Detection(const Sentence& sentence, const RuleSet& rules);

  bool Says(uint16_t detector);
  /// Where its own phrases and patterns match (after `outside`); for `explain` and for tests.
  const std::vector<Span>& Matches(uint16_t detector);
  /// First match of any of the phrases or patterns, as bytes of the text; empty if none.
  Span FirstMatch(const std::vector<Phrase>& phrases, const std::vector<Regex>& regexes) const;

 private:
  struct Answer {
    bool known = false;
    bool says = false;
    std::vector<Span> matches;
  };
  void WorkOut(uint16_t detector);

  const Sentence* sentence_;
  const RuleSet* rules_;
  std::vector<Answer> answers_;
  SentenceIndex index_;
  uint32_t words_ = 0;
};

}  // namespace resumelint
