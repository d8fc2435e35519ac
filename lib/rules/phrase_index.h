#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "language/sentence_index.h"
#include "rules/rule.h"

namespace resumelint {

struct PhraseIndexCode;

/// Which of all phrases of senses, detectors and rules a sentence calls into question: those that it
/// holds an anchor of. Phrases go by number, those of one owner in a row. Immutable; copies share
/// the tables.
class PhraseIndex {
 public:
  PhraseIndex() = default;  ///< of no phrases: everything is in question
  static PhraseIndex Build(std::span<const Sense> senses, std::span<const Detector> detectors,
                           std::span<const Rule> rules, size_t classes);
  /// Tables built before, in memory that outlives all copies.
  static PhraseIndex Of(const PhraseIndexCode* code);
  const PhraseIndexCode& code() const { return *code_; }

  /// Number of an owner's first phrase.
  uint32_t OfSense(size_t sense) const;
  uint32_t OfDetector(size_t detector) const;
  uint32_t OfRule(size_t rule) const;
  uint32_t OfWords(size_t rule) const;  ///< of Rule::words

  /// Sets the bits of the phrases that are in question; empty where the index is.
  void Candidates(const SentenceIndex& sentence, std::vector<uint64_t>& bits) const;

 private:
  explicit PhraseIndex(std::shared_ptr<const PhraseIndexCode> code) : code_(std::move(code)) {}
  uint32_t First(size_t owner) const;

  std::shared_ptr<const PhraseIndexCode> code_;
};

/// The tables as they lie in memory: this head and the parts behind it, in their order.
struct alignas(8) PhraseIndexCode {
  struct Slot {
    WordHash word = 0;
    uint32_t first = 0;  ///< in `numbers`
    uint32_t count = 0;  ///< 0 = an empty slot
  };
  uint32_t bytes = 0;  ///< of all of it; a multiple of 8
  uint32_t phrases = 0;
  uint32_t senses = 0;
  uint32_t detectors = 0;
  uint32_t rules = 0;
  uint32_t slots = 0;    ///< open addressing; a power of two
  uint32_t classes = 0;
  uint32_t always = 0;   ///< numbers at the end of `numbers` that have no anchor
  uint32_t numbers = 0;
  uint32_t unused = 0;

  std::span<const Slot> Slots() const { return {reinterpret_cast<const Slot*>(this + 1), slots}; }
  /// Number of the first phrase of each sense, detector, rule, and of the words of each rule.
  std::span<const uint32_t> Owners() const {
    return {reinterpret_cast<const uint32_t*>(Slots().data() + slots), size_t{senses} + detectors + 2 * size_t{rules}};
  }
  /// Where the numbers of each class begin; one more at the end.
  std::span<const uint32_t> ClassBegins() const { return {Owners().data() + Owners().size(), size_t{classes} + 1}; }
  std::span<const uint32_t> Numbers() const { return {ClassBegins().data() + ClassBegins().size(), numbers}; }
};

}  // namespace resumelint
