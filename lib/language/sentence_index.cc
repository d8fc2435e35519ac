#include "language/sentence_index.h"

#include <algorithm>
#include <bit>

namespace resumelint {

void SentenceIndex::Reset(const Sentence& sentence, size_t classes) {
  sentence_ = &sentence;
  if (class_places_.size() == classes) {
    for (const ClassId cls : classes_) class_places_[cls] = 0;
  } else {
    class_places_.assign(classes, 0);
  }
  classes_.clear();
  words_.clear();
  for (const Term& term : sentence.terms) {
    uint64_t& places = class_places_[term.cls];
    if (places == 0) classes_.push_back(term.cls);
    places |= uint64_t{1} << (term.begin % 64);
  }
  sieve_.fill(0);
  const size_t slots = std::bit_ceil(sentence.tokens.size() * 2 + 2);
  table_.assign(slots, {});
  for (size_t at = 0; at < sentence.tokens.size(); ++at) {
    const WordHash word = sentence.tokens[at].hash;
    size_t slot = word & (slots - 1);
    while (table_[slot].places != 0 && table_[slot].word != word) slot = (slot + 1) & (slots - 1);
    if (table_[slot].places == 0) {
      table_[slot].word = word;
      words_.push_back(word);
      sieve_[word >> 62] |= Bit(word);
    }
    table_[slot].places |= uint64_t{1} << (at % 64);
  }
}

uint64_t SentenceIndex::PlacesOf(WordHash word) const {
  if ((sieve_[word >> 62] & Bit(word)) == 0) return 0;
  const size_t mask = table_.size() - 1;
  size_t slot = word & mask;
  while (table_[slot].places != 0 && table_[slot].word != word) slot = (slot + 1) & mask;
  return table_[slot].places;
}

bool SentenceIndex::CanMatch(const PhraseCode& code) const {
  const ClassId* classes = code.NeedClasses().data();
  const WordHash* words = code.NeedWords().data();
  for (const PhraseNeed& need : code.Needs()) {
    const bool met = std::any_of(classes, classes + need.classes, [&](ClassId cls) { return Has(cls); }) ||
                     std::any_of(words, words + need.words, [&](WordHash word) { return Has(word); });
    if (!met) return false;
    classes += need.classes;
    words += need.words;
  }
  return true;
}

uint64_t SentenceIndex::Starts(const PhraseCode& code) const {
  if (code.first_any != 0) return ~uint64_t{0};
  uint64_t places = code.first_begin;
  for (const ClassId cls : code.FirstClasses()) places |= class_places_[cls];
  for (const WordHash word : code.FirstWords()) places |= PlacesOf(word);
  return places;
}

}  // namespace resumelint
