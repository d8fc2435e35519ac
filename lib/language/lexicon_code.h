#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"
#include "language/lexicon.h"

namespace resumelint {

/// The tables of a lexicon as they lie in memory: this head and the parts behind it. It holds no
/// pointer, so that it may lie anywhere.
struct alignas(8) LexiconCode {
  struct Part {
    uint32_t at = 0;  ///< bytes from the head
    uint32_t count = 0;
  };
  /// Letters of a name or word.
  struct Name {
    uint32_t at = 0;  ///< in `letters`
    uint32_t size = 0;
  };
  /// Terms that begin with a word: forms [first, first + count), longer ones first. `count` 0 = an empty slot.
  struct Slot {
    WordHash word = 0;
    uint32_t first = 0;
    uint32_t count = 0;
  };
  /// One spelling of one entry, after its first word.
  struct Form {
    uint32_t rest = 0;   ///< in `rests`
    uint32_t exact = 0;  ///< in `letters`: the whole spelling, where its case matters
    uint16_t exact_size = 0;
    ClassId cls = kNoClass;
    uint8_t rest_count = 0;
    uint8_t forms = 0;
    uint16_t alike = 0;  ///< forms from this one on, of one slot, with the same words behind the first
  };
  /// Of a slot whose terms may be longer than its word: how many forms are, and which words, by
  /// FollowBit, come second in them. Two entries of `rests`, before those of its first form.
  struct Follow {
    uint64_t longer = 0;
    uint64_t words = 0;
  };
  static uint64_t FollowBit(WordHash word) { return uint64_t{1} << (word >> 58); }

  struct Class {
    Name name;
    uint32_t kind = 0;
    uint32_t includes = 0;  ///< in `includes`
    uint32_t include_count = 0;
  };
  /// A right spelling of a word that people mistype.
  struct TypoForm {
    Name word;
    uint32_t letters = 0;  ///< LetterSet
    uint32_t entry = 0;    ///< in `typos`
  };
  struct Typo {
    Name word;
    uint32_t not_when = 0;  ///< in `names`
    uint32_t not_when_count = 0;
  };

  uint32_t bytes = 0;  ///< of all of it; a multiple of 8
  uint32_t unused = 0;
  Part slots;       ///< open addressing; a power of two
  Part rests;       ///< WordHash
  Part forms;
  Part classes;
  Part includes;    ///< ClassId, of each class's own includes
  Part by_name;     ///< ClassId, in the order of names
  Part typo_forms;  ///< in the order of their words
  Part typos;
  Part names;       ///< Name
  Part letters;

  std::span<const Slot> Slots() const { return All<Slot>(slots); }
  std::span<const WordHash> Rests() const { return All<WordHash>(rests); }
  std::span<const Form> Forms() const { return All<Form>(forms); }
  std::span<const Class> Classes() const { return All<Class>(classes); }
  std::span<const ClassId> Includes() const { return All<ClassId>(includes); }
  std::span<const ClassId> ByName() const { return All<ClassId>(by_name); }
  std::span<const TypoForm> TypoForms() const { return All<TypoForm>(typo_forms); }
  std::span<const Typo> Typos() const { return All<Typo>(typos); }
  std::span<const Name> Names() const { return All<Name>(names); }
  std::string_view Letters(Name name) const {
    return {reinterpret_cast<const char*>(this) + letters.at + name.at, name.size};
  }

  /// The slot of a word; null if there is none.
  const Slot* Find(WordHash word) const {
    const auto all = Slots();
    if (all.empty()) return nullptr;
    size_t at = word & (all.size() - 1);
    while (all[at].count != 0 && all[at].word != word) at = (at + 1) & (all.size() - 1);
    return all[at].count != 0 ? &all[at] : nullptr;
  }

 private:
  template <class T>
  std::span<const T> All(Part part) const {
    return {reinterpret_cast<const T*>(reinterpret_cast<const std::byte*>(this) + part.at), part.count};
  }
};

/// Which letters a word has, as bits. One slip of the pen changes two of them at most.
constexpr uint32_t LetterSet(std::string_view word) {
  uint32_t set = 0;
  for (const char c : word) set |= uint32_t{1} << (static_cast<unsigned char>(c) % 32);
  return set;
}

}  // namespace resumelint
