#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace resumelint {

/// Forms of a verb, as bits: "cut" is base, past and participle at once.
enum VerbForm : uint8_t {
  kBase = 1,         ///< write
  kThird = 2,        ///< writes
  kPast = 4,         ///< wrote
  kParticiple = 8,   ///< written
  kGerund = 16,      ///< writing
};

enum class Spelling : uint8_t { kUs, kUk };  ///< prioritized / prioritised, labeled / labelled

/// One way to read a word as a verb.
struct VerbReading {
  std::string_view lemma;  ///< US spelling, points into the static table: "prioritize"
  uint8_t forms = 0;       ///< VerbForm bits
};

/// The readings of one word: a few at most.
class VerbReadingList {
 public:
  const VerbReading* begin() const { return readings_.data(); }
  const VerbReading* end() const { return readings_.data() + size_; }
  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }
  const VerbReading& front() const { return readings_.front(); }
  /// Adds forms to the reading of a lemma; a new one if there is none.
  void Add(std::string_view lemma, uint8_t forms);

 private:
  std::array<VerbReading, 6> readings_;
  uint8_t size_ = 0;
};

/// Readings of a lower-case word in the verb table, either spelling; empty if it is no verb.
/// "led" is lead:past|participle; "found" is find:past|participle and found:base.
VerbReadingList VerbReadings(WordHash lower);
inline VerbReadingList VerbReadings(std::string_view lower) { return VerbReadings(HashOf(lower)); }

/// VerbForm bits of all readings of a word, given by its hash; 0 if it is no verb.
uint8_t VerbForms(WordHash lower);

/// +1 for a verb form that only UK spelling has, -1 for one that only US spelling has, else 0.
int SpellingEvidence(WordHash lower);
inline int SpellingEvidence(std::string_view lower) { return SpellingEvidence(HashOf(lower)); }

/// The form of a verb: Inflect("prioritize", kPast, Spelling::kUk) is "prioritised". A lemma outside
/// the table follows the rules of regular verbs. A verb of several words ("break down") inflects its
/// first. `form` is one VerbForm bit.
std::string Inflect(std::string_view lemma, VerbForm form, Spelling spelling = Spelling::kUs);

/// All distinct spellings of a form: {"labeled", "labelled"}.
std::vector<std::string> AllSpellings(std::string_view lemma, VerbForm form);

/// Plurals: "story" -> "stories", "criterion" -> "criteria", "sign-off" -> "sign-offs". The last
/// word of a compound inflects, or the one before "of": "points of contact".
std::string Plural(std::string_view noun);
/// True for Plural(noun) where both begin with the same letter, which none but a compound's changes.
bool IsPluralOf(std::string_view word, std::string_view noun);

}  // namespace resumelint
