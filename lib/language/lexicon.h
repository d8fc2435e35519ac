#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace resumelint {

/// A class of the vocabulary: `V.order` (verbs), `N.backlog` (nouns) or `W.function` (words as they
/// stand).
using ClassId = uint16_t;
inline constexpr ClassId kNoClass = 0xFFFF;

enum class ClassKind : uint8_t { kVerbs, kNouns, kWords };

/// Which nominal a verb term is, beside the VerbForm bits: "refinement", "story writing".
inline constexpr uint8_t kNominal = 32;

/// A word or words of a sentence that belong to a class. Tokens [begin, end).
struct Term {
  ClassId cls = kNoClass;
  uint8_t forms = 0;  ///< VerbForm bits and kNominal, for verbs; 0 for nouns and words
  uint32_t begin = 0;
  uint32_t end = 0;
  bool typo = false;  ///< matched through a misspelling

  /// True if the other one covers this one's words and more.
  bool Within(const Term& longer) const {
    return longer.begin <= begin && end <= longer.end && longer.end - longer.begin > end - begin;
  }
};

/// What a misspelt word of a sentence means.
struct Correction {
  uint32_t token = 0;
  std::string meant;
};

/// A text read with a lexicon: what phrases are matched on, what rewrites are made from.
struct Sentence {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Term> terms;  ///< by begin, longer first; a token may have several
  std::vector<uint32_t> first_term;  ///< index of the first term that begins at each token; size+1
  uint32_t longest = 1;              ///< tokens of the longest term
  std::vector<Correction> corrections;  ///< by token

  /// The term of a class that begins at a token; the longest. nullptr if none.
  const Term* TermAt(uint32_t token, ClassId cls) const {
    if (token >= tokens.size()) return nullptr;
    for (uint32_t i = first_term[token]; i < first_term[token + 1]; ++i) {
      if (terms[i].cls == cls) return &terms[i];
    }
    return nullptr;
  }
  /// True if some term of the class, or of one of the classes, covers the token.
  bool Covers(uint32_t token, ClassId cls) const {
    if (token >= tokens.size()) return false;
    for (uint32_t i = FirstOver(token); i < first_term[token + 1]; ++i) {
      if (terms[i].cls == cls && token < terms[i].end) return true;
    }
    return false;
  }
  bool Covers(uint32_t token, std::span<const ClassId> classes) const;
  /// Bytes of `text` under tokens [begin, end).
  Span SpanOf(uint32_t begin, uint32_t end) const;
  std::string_view TextOf(uint32_t begin, uint32_t end) const;
  /// Removes terms of a class that overlap tokens [begin, end): the word is used in another sense.
  void Strip(ClassId cls, uint32_t begin, uint32_t end);
  /// The first term that may cover a token; those before it end earlier.
  uint32_t FirstOver(uint32_t token) const {
    return first_term[token + 1 > longest ? token + 1 - longest : 0];
  }
  /// Makes `first_term` and `longest` anew, after a change to `terms`.
  void IndexTerms();
};

/// The words of a class, as a rule file gives them.
struct ClassEntry {
  std::string name;                ///< "V.order"
  ClassKind kind = ClassKind::kWords;
  std::vector<std::string> words;  ///< lemmas of verbs, singular nouns, words; several words allowed
  std::vector<std::string> nominal;  ///< V only: "prioritization", "refinement"
  std::vector<std::string> exact;    ///< matched with their case: "AC", "SAFe"
  std::vector<std::string> includes;  ///< other classes whose words belong here too
};

/// Misspellings to see through: words of at least 5 letters that people mistype.
struct TypoEntry {
  std::string word;                  ///< "prioritize", lower case; its forms count too
  std::vector<std::string> not_when;  ///< real words near it: "retirement" for "requirement"
};

struct LexiconCode;

/// Finds the classes of words. Immutable; knows mechanisms only, all words are data. Copies share
/// the tables.
class Lexicon {
 public:
  struct Class {
    std::string_view name;  ///< "V.order"; lives as long as the lexicon's tables
    ClassKind kind = ClassKind::kWords;
  };

  Lexicon();
  /// A verb class takes every inflection in US and UK spelling; a noun class its plural; hyphen,
  /// blank and nothing are the same between the words of a compound ("back-log", "stand up").
  static Lexicon Build(const std::vector<ClassEntry>& classes, const std::vector<TypoEntry>& typos);
  /// This lexicon and more words. An entry of a known name adds to its class; the ids of classes
  /// that there are stay. The same as building it from all entries at once.
  Lexicon With(const std::vector<ClassEntry>& classes, const std::vector<TypoEntry>& typos) const;

  /// Tables built before, in memory that outlives all copies.
  static Lexicon Of(const LexiconCode* code);
  /// What was built, if all in one go: as memory that holds no pointer.
  const LexiconCode& code() const { return *base_; }

  /// kNoClass if there is none of that name.
  ClassId Find(std::string_view name) const;
  const std::vector<Class>& classes() const { return classes_; }

  /// Tokens and terms of a text. Total.
  Sentence Read(std::string_view text) const;

  /// The word meant by a misspelt lower-case one, or "".
  std::string Correct(std::string_view lower) const { return Correct(lower, HashOf(lower)); }
  std::string Correct(const Token& token) const { return Correct(token.lower, token.hash); }

 private:
  friend class LexiconBuilder;
  Lexicon(std::shared_ptr<const LexiconCode> base, std::shared_ptr<const LexiconCode> extra);
  /// The code that knows a word as the first of a term, and where; null if none does.
  const LexiconCode* Lookup(WordHash first, uint32_t& begin, uint32_t& end) const;
  bool AddTermsAt(Sentence& sentence, uint32_t at, WordHash first, bool typo,
                  const std::vector<WordHash>& meant) const;
  std::string Correct(std::string_view lower, WordHash hash) const;
  /// Names, kinds, includes, misspellings: the later code has them all.
  const LexiconCode* names() const { return extra_ != nullptr ? extra_.get() : base_.get(); }

  std::shared_ptr<const LexiconCode> base_;   // owns nothing where the memory is the program's own
  std::shared_ptr<const LexiconCode> extra_;  // first words that were added to; null if none
  std::vector<Class> classes_;
};

/// For tests: `[prioritized V.order:past][the][backlog N.backlog]`.
std::string Dump(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace resumelint
