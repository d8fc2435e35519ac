#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"
#include "language/lexicon.h"

namespace resumelint {

enum class PhraseOp : uint8_t {
  kWords,   ///< one token, one of the words
  kExact,   ///< one token with its case
  kClass,   ///< a term of `cls` in one of `forms` (0 = any)
  kVerb,    ///< one token, a verb of the table in one of `forms`
  kNumber,  ///< a number of a kind in `numbers`
  kAny,     ///< any token of the clause on which none of the tests passes
  kAnyFar,  ///< the same, over clause ends
  kSplit,   ///< go on at x, failing that at y
  kJump,    ///< go on at x
  kNot,     ///< go on at x if the program from here + 1 does not match
  kBegin,
  kEnd,
  kMatch,
};

struct PhraseInstruction {
  PhraseOp op = PhraseOp::kMatch;
  uint8_t forms = 0;
  uint8_t numbers = 0;  ///< bits 1 << NumberKind
  uint8_t unused = 0;
  ClassId cls = kNoClass;
  uint16_t x = 0;
  uint16_t y = 0;
  uint16_t count = 0;  ///< words, letters or tests from `at` on
  uint32_t at = 0;
};
static_assert(sizeof(PhraseInstruction) == 16);

/// How many classes and words a need of a phrase has: a text without one of them can't match.
struct PhraseNeed {
  uint16_t classes = 0;
  uint16_t words = 0;
};

/// A compiled phrase as it lies in memory: this head, and behind it, without gaps, what its counts
/// say, in the order of the functions below. It holds no pointer, so that it may lie anywhere.
struct alignas(8) PhraseCode {
  uint32_t bytes = 0;  ///< of all of it; a multiple of 8
  uint16_t words = 0;
  uint16_t need_words = 0;
  uint16_t first_words = 0;
  uint16_t program = 0;
  uint16_t tests = 0;
  uint16_t need_classes = 0;
  uint16_t first_classes = 0;
  uint16_t needs = 0;
  uint8_t first_any = 0;    ///< a match may begin with what is neither a known word nor class
  uint8_t first_begin = 0;  ///< a match may begin at the begin of the text, and only there
  uint32_t letters = 0;     ///< of exact words
  uint32_t text = 0;        ///< bytes of the phrase as written

  std::span<const WordHash> Words() const { return {At<WordHash>(0), words}; }
  /// Words of all the needs, one need behind the other.
  std::span<const WordHash> NeedWords() const { return {Words().data() + words, need_words}; }
  /// One of these, or of the first classes, begins every match, if not `first_any` or `first_begin`.
  std::span<const WordHash> FirstWords() const { return {NeedWords().data() + need_words, first_words}; }
  std::span<const PhraseInstruction> Program() const { return {At<PhraseInstruction>(ProgramAt()), program}; }
  /// What must not stand in a gap.
  std::span<const PhraseInstruction> Tests() const { return {Program().data() + program, tests}; }
  std::span<const ClassId> NeedClasses() const { return {At<ClassId>(ClassesAt()), need_classes}; }
  std::span<const ClassId> FirstClasses() const { return {NeedClasses().data() + need_classes, first_classes}; }
  /// Each must be met; the rarest first.
  std::span<const PhraseNeed> Needs() const { return {At<PhraseNeed>(NeedsAt()), needs}; }
  std::string_view Letters() const { return {At<char>(LettersAt()), letters}; }
  std::string_view Text() const { return {At<char>(LettersAt() + letters), text}; }

 private:
  size_t ProgramAt() const { return sizeof(WordHash) * (size_t{words} + need_words + first_words); }
  size_t ClassesAt() const { return ProgramAt() + sizeof(PhraseInstruction) * (size_t{program} + tests); }
  size_t NeedsAt() const { return ClassesAt() + sizeof(ClassId) * (size_t{need_classes} + first_classes); }
  size_t LettersAt() const { return NeedsAt() + sizeof(PhraseNeed) * needs; }
  template <class T>
  const T* At(size_t offset) const {
    return reinterpret_cast<const T*>(reinterpret_cast<const std::byte*>(this + 1) + offset);
  }
};
static_assert(sizeof(PhraseCode) % 8 == 0);

}  // namespace resumelint
