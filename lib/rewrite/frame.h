#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/lexicon.h"
#include "rewrite/templates.h"

namespace resumelint {

/// Tokens [begin, end) of a sentence.
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const { return begin >= end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// True if the range has a token in common with one of the ranges.
bool Overlaps(const std::vector<Range>& ranges, Range range);

/// A stretch of a clause that begins with a preposition, a parenthesis or a dash.
struct Chunk {
  Part role = Part::kOther;
  uint32_t begin = 0;
  uint32_t inner = 0;  ///< first token after the preposition
  uint32_t end = 0;
  bool comma = false;   ///< a comma stood before it
  bool joined = false;  ///< "and" stood before it: "on time and within budget"
};

/// A verb with its particle: "rolled out".
struct VerbUse {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string lemma;  ///< US spelling; of "rolled out": "roll"
  uint8_t forms = 0;  ///< VerbForm bits it was read in
  std::string joint;  ///< "and", "or", ",": what stands before it among several verbs
};

/// Something the bullet says was done, or came of it.
struct Clause {
  enum class Kind : uint8_t {
    kAction,       ///< a deed of the person
    kParticiple,   ///< ", reducing …", ", working with …"
    kRelative,     ///< "which raised …"
    kIndependent,  ///< "; calls fell 31%": has a subject of its own, or no verb
  };
  Kind kind = Kind::kAction;
  std::vector<VerbUse> verbs;  ///< empty: "Backlog grooming for …" names the work without a verb
  Range object;
  std::vector<Chunk> chunks;
  Range all;
  Agency agency = Agency::kDo;
  const Opener* opener = nullptr;  ///< that stood before it; points into the rules
  Range person;                    ///< whom it helped: "helped [the nurse] fill …"
  bool passive = false;            ///< the object stood before the verb
  bool result = false;             ///< says what changed
  bool compound = false;           ///< "vendor contract management": object and deed in one
  bool being = false;              ///< "was the scrum master of …": says what the person was
  bool comma = false;              ///< a comma stood before it
};

/// A bullet taken apart. Every token is in a clause, the label, or is punctuation or a word that
/// says nothing; what couldn't be understood is a doubt.
struct Frame {
  Range label;  ///< "Backlog management:"
  std::vector<Clause> clauses;
  std::vector<std::string> doubts;  ///< why a rewrite may be wrong; empty = sure
  bool shouting = false;            ///< the whole line is in capitals
  uint8_t tense = 0;                ///< form of the first verb, one VerbForm bit; 0 = no verb
};

/// Total: any sentence gives a frame.
Frame ParseFrame(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence);

}  // namespace resumelint
