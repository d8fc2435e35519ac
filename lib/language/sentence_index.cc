#include "language/sentence_index.h"

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

uint64_t SentenceIndex::PlacesInTable(WordHash word) const {
  const size_t mask = table_.size() - 1;
  size_t slot = word & mask;
  while (table_[slot].places != 0 && table_[slot].word != word) slot = (slot + 1) & mask;
  return table_[slot].places;
}

uint64_t SentenceIndex::Starts(const PhraseCode& code) const {
  const auto places_of = [&](const ClassId* classes, size_t class_count, const WordHash* words, size_t word_count) {
    uint64_t places = 0;
    for (size_t i = 0; i < class_count; ++i) places |= class_places_[classes[i]];
    for (size_t i = 0; i < word_count; ++i) places |= PlacesOf(words[i]);
    return places;
  };
  uint64_t starts = ~uint64_t{0};
  const bool places_are_tokens = sentence_->tokens.size() <= 64;
  const ClassId* classes = code.NeedClasses().data();
  const WordHash* words = code.NeedWords().data();
  for (const PhraseNeed& need : code.Needs()) {
    const uint64_t places = places_of(classes, need.classes, words, need.words);
    if (places == 0) return 0;
    // What is needed stands in the match, so not before its begin.
    if (places_are_tokens) starts &= ~uint64_t{0} >> std::countl_zero(places);
    classes += need.classes;
    words += need.words;
  }
  if (code.first_any != 0) return starts;
  const auto first_classes = code.FirstClasses();
  const auto first_words = code.FirstWords();
  return starts & (code.first_begin | places_of(first_classes.data(), first_classes.size(), first_words.data(), first_words.size()));
}

}  // namespace resumelint
