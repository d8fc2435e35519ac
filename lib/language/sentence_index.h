#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/lexicon.h"
#include "language/phrase_code.h"

namespace resumelint {

/// Which classes and words stand where in a sentence: what tells at a glance whether a phrase can
/// match, and where it may begin. Refers to the sentence, which must not change meanwhile.
class SentenceIndex {
 public:
  SentenceIndex() = default;
  /// `classes` is the number of classes of the lexicon.
  SentenceIndex(const Sentence& sentence, size_t classes) { Reset(sentence, classes); }
  /// Indexes another sentence in the same memory.
  void Reset(const Sentence& sentence, size_t classes);

  const Sentence& sentence() const { return *sentence_; }
  bool Has(ClassId cls) const { return class_places_[cls] != 0; }
  bool Has(WordHash word) const { return PlacesOf(word) != 0; }
  /// Where matches of a phrase may begin: bit n % 64 for token n. More bits than matches, never less; none
  /// where the sentence lacks what the phrase can't do without.
  uint64_t Starts(const PhraseCode& code) const;

  /// The different words and classes of the sentence.
  const std::vector<WordHash>& words() const { return words_; }
  const std::vector<ClassId>& classes() const { return classes_; }

 private:
  uint64_t PlacesOf(WordHash word) const { return (sieve_[word >> 62] & Bit(word)) == 0 ? 0 : PlacesInTable(word); }
  uint64_t PlacesInTable(WordHash word) const;
  /// The bit of a word in its part of the sieve, sieve_[word >> 62].
  static uint64_t Bit(WordHash word) { return uint64_t{1} << (word >> 56 & 63); }

  const Sentence* sentence_ = nullptr;
  std::vector<uint64_t> class_places_;  // by class: tokens where a term begins, modulo 64
  struct Place {
    WordHash word = 0;
    uint64_t places = 0;  // 0 = an empty slot
  };
  std::array<uint64_t, 4> sieve_{};  // most words that phrases ask for are not there: told without the table
  std::vector<Place> table_;  // by word, open addressing; a power of two
  std::vector<WordHash> words_;
  std::vector<ClassId> classes_;
};

}  // namespace resumelint
