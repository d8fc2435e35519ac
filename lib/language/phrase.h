#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/lexicon.h"

namespace resumelint {

class SentenceIndex;
struct PhraseCode;

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
  /// The same with an index of the sentence at hand, which is quicker.
  std::optional<Match> Find(const SentenceIndex& index) const;
  void FindAll(const SentenceIndex& index, std::vector<Match>& out) const;

  std::string_view text() const;

  /// What a sentence must hold for a match: one of these. Both empty = always try.
  struct Anchor {
    std::span<const ClassId> classes;
    std::span<const WordHash> words;
  };
  Anchor anchor() const;

  /// The compiled form.
  const PhraseCode& code() const { return *code_; }
  /// A phrase compiled before, in memory that outlives it.
  static Phrase Of(const PhraseCode* code) { return Phrase({std::shared_ptr<void>(), code}); }

 private:
  friend class PhraseCompiler;
  explicit Phrase(std::shared_ptr<const PhraseCode> code) : code_(std::move(code)) {}

  std::shared_ptr<const PhraseCode> code_;  // owns nothing where the memory is the program's own
};

}  // namespace resumelint
