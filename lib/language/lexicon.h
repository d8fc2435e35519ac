#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
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
};

/// A text read with a lexicon: what phrases are matched on, what rewrites are made from.
struct Sentence {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Term> terms;  ///< by begin, longer first; a token may have several
  std::vector<uint32_t> first_term;  ///< index of the first term that begins at each token; size+1

  /// The term of a class that begins at a token; the longest. nullptr if none.
  const Term* TermAt(uint32_t token, ClassId cls) const;
  /// True if some term of the class covers the token.
  bool Covers(uint32_t token, ClassId cls) const;
  /// Bytes of `text` under tokens [begin, end).
  Span SpanOf(uint32_t begin, uint32_t end) const;
  std::string_view TextOf(uint32_t begin, uint32_t end) const;
  /// Removes terms of a class that overlap tokens [begin, end): the word is used in another sense.
  void Strip(ClassId cls, uint32_t begin, uint32_t end);
  /// Makes `first_term` anew, after a change to `terms`.
  void IndexTerms();
};

/// The words of a class, as a rule file gives them.
struct ClassEntry {
  std::string name;                ///< "V.order"
  ClassKind kind = ClassKind::kWords;
  std::string about;               ///< what its words have in common
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

/// Finds the classes of words. Immutable after Build; knows mechanisms only, all words are data.
class Lexicon {
 public:
  /// A verb class takes every inflection in US and UK spelling; a noun class its plural; hyphen,
  /// blank and nothing are the same between the words of a compound ("back-log", "stand up").
  static Lexicon Build(std::vector<ClassEntry> classes, std::vector<TypoEntry> typos);

  /// kNoClass if there is none of that name.
  ClassId Find(std::string_view name) const;
  const std::vector<ClassEntry>& classes() const { return classes_; }
  const std::vector<TypoEntry>& typos() const { return typos_; }

  /// Tokens and terms of a text. Total.
  Sentence Read(std::string_view text) const;

  /// The word meant by a misspelt lower-case one, or "".
  std::string Correct(std::string_view lower) const;

 private:
  struct Form {  // one spelling of one entry, after its first word
    std::vector<std::string> rest;
    std::string exact;  // the whole spelling with its case, when case matters
    ClassId cls;
    uint8_t forms;
  };
  void Add(std::string_view spelling, ClassId cls, uint8_t forms, bool exact);
  void AddEntryWords(const ClassEntry& entry, ClassId cls);
  void AddTermsAt(Sentence& sentence, uint32_t at, const std::string& first, bool typo,
                  const std::vector<std::string>& meant) const;

  std::vector<ClassEntry> classes_;
  std::vector<TypoEntry> typos_;
  std::unordered_map<std::string, ClassId> by_name_;
  std::unordered_map<std::string, std::vector<Form>> by_first_word_;
  std::unordered_map<std::string, std::string> typo_forms_;  // right spellings of typo entries
  std::vector<std::string> typo_words_;                      // the same, sorted by length
};

/// For tests: `[prioritized V.order:past][the][backlog N.backlog]`.
std::string Dump(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace resumelint
