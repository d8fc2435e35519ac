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
///     V.cls N.cls W.cls   any word or words of a class     V.order
///     X:past          a verb in that form: base third past participle gerund nominal finite
///                     (finite = base, third or past)       V.order:gerund
///     #num #pct #money #count #year #amount    numbers: any; per cent; money; plain; year; any but year
///     , ; : . / ( ) -   the sign itself; `,` may be quoted as ","
///     *N              up to N tokens within the clause; *N!X!Y none of which is X or Y
///     (a b|c)         alternatives
///     X?              optional
///     !X              here stands no X (takes no token)
///     ^  $            begin, end of the text
///     @name           a phrase fragment defined under [fragments]
///
/// A gap doesn't cross `;`, a sentence end or a line break; **N does.
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

  enum class Op : uint8_t {
    kWord, kExactWord, kLemma, kClass, kNumber, kAny, kAnyAcross, kSplit, kJump, kNot, kBegin, kEnd, kMatch
  };
  struct Instruction {
    Op op = Op::kMatch;
    uint8_t forms = 0;             // kLemma, kClass: VerbForm bits, 0 = any
    uint8_t numbers = 0;           // kNumber: NumberKind bits
    ClassId cls = kNoClass;        // kClass
    uint16_t x = 0;                // kSplit, kJump, kNot: target
    uint16_t y = 0;                // kSplit: second target
    std::string word;              // kWord, kExactWord, kLemma
    std::vector<uint16_t> forbidden;  // kAny: instructions of one-token tests
  };
  /// Needed for a match: one of these must be in the sentence. Empty = always try.
  struct Anchor {
    std::vector<ClassId> classes;
    std::vector<std::string> words;
  };
  const Anchor& anchor() const { return anchor_; }

 private:
  friend class PhraseCompiler;
  friend class PhraseMatcher;
  std::string text_;
  std::vector<Instruction> program_;
  Anchor anchor_;
};

}  // namespace resumelint
