#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/lexicon.h"

namespace resumelint {

/// A pattern over tokens and vocabulary classes: `V.order *5 N.backlog`.
///
///     word            the word itself, any case            backlog
///     =Word           the word with its case               =SAFe
///     <lemma>         any form of a verb                   <keep>
///     <any>           any verb of the table                <any:past>
///     V.cls N.cls W.cls   any word or words of a class     V.order
///     X:past          a verb in that form: base third past participle gerund nominal finite
///                     (finite = base, third or past)       V.order:gerund
///     #num #pct #money #count #year #amount    numbers: any; per cent; money; plain; year; any but year
///     , ; : . / -- -> "(" ")" "|"   the sign itself
///     *N              up to N tokens of the clause; *N!X!Y none of which is X or Y (a word or class)
///     (a b|c)         alternatives
///     X?              optional
///     !X              here stands no X (takes no token); !(*3 X) none within three tokens
///     ^  $            begin, end of the text
///     @name           a phrase fragment defined under [fragments]
///
/// A gap doesn't cross `;` or a sentence end; **N does.
class Phrase {
 public:
  /// Fragments: name -> phrase text, expanded in place.
  using Fragments = std::vector<std::pair<std::string, std::string>>;

  /// Fails with what is wrong and the column in `text` (Error::column). Refused: an unknown class
  /// (with a "did you mean"), a phrase that can match nothing, one that is too large.
  static Result<Phrase> Compile(std::string_view text, const Lexicon& lexicon,
                                const Fragments& fragments = {});

  struct Match {
    uint32_t begin = 0;  ///< tokens
    uint32_t end = 0;
  };
  /// Leftmost match that begins at token `from` or later; the shortest of those that begin there.
  std::optional<Match> Find(const Sentence& sentence, uint32_t from = 0) const;
  std::vector<Match> FindAll(const Sentence& sentence) const;

  const std::string& text() const { return text_; }

  /// What a sentence must hold for a match: one of these. Both empty = always try.
  struct Anchor {
    std::vector<ClassId> classes;
    std::vector<std::string> words;
  };
  const Anchor& anchor() const { return anchor_; }

 private:
  friend class PhraseCompiler;
  friend class PhraseMatcher;

  enum class Op : uint8_t {
    kWords,    ///< one token, one of `words`
    kExact,    ///< one token with its case
    kClass,    ///< a term of `cls` in one of `forms` (0 = any)
    kVerb,     ///< one token, a verb of the table in one of `forms`
    kNumber,   ///< a number of a kind in `numbers`
    kAny,      ///< any token of the clause on which no test in `forbidden` passes
    kAnyFar,   ///< the same, over clause ends
    kSplit,    ///< go on at x, failing that at y
    kJump,     ///< go on at x
    kNot,      ///< go on at x if the program from here + 1 does not match
    kBegin,
    kEnd,
    kMatch,
  };
  struct Instruction {
    Op op = Op::kMatch;
    uint8_t forms = 0;
    uint8_t numbers = 0;  ///< bits 1 << NumberKind
    ClassId cls = kNoClass;
    uint16_t x = 0;
    uint16_t y = 0;
    std::vector<std::string> words;
    std::vector<Instruction> forbidden;
  };

  std::string text_;
  std::vector<Instruction> program_;
  Anchor anchor_;
};

}  // namespace resumelint
