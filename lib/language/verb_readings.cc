#include <array>
#include <cstdint>

#include "base/hash.h"
#include "language/verb_forms.h"

namespace resumelint {

namespace {

// kVerbSlots: open addressing by the low bits of a word's hash; its high 40 bits; 1 for a form that
// only UK spelling has, 2 for one that only US spelling has; in 22 bits the index in kVerbForms plus
// one. 0 = empty. kVerbForms: readings one after the other: offset of the lemma for LemmaAt, its
// size, its forms, whether the word has more readings.
#include "language/verb_forms.inc"

/// The slot of a word; 0 if it is no verb.
uint64_t SlotOf(WordHash hash) {
  constexpr size_t kMask = kVerbSlots.size() - 1;
  for (size_t at = hash & kMask; kVerbSlots[at] != 0; at = (at + 1) & kMask) {
    if (kVerbSlots[at] >> 24 == hash >> 24) return kVerbSlots[at];
  }
  return 0;
}

}  // namespace

VerbReadingList VerbReadings(WordHash lower) {
  VerbReadingList readings;
  const uint64_t slot = SlotOf(lower);
  if (slot == 0) return readings;
  size_t index = slot & 0x3FFFFF;
  for (bool more = true; more; ++index) {
    const uint32_t form = kVerbForms[index - 1];
    readings.Add(LemmaAt(form >> 11, form >> 6 & 31), static_cast<uint8_t>(form >> 1 & 31));
    more = (form & 1) != 0;
  }
  return readings;
}

uint8_t VerbForms(WordHash lower) {
  const uint64_t slot = SlotOf(lower);
  if (slot == 0) return 0;
  uint32_t forms = 0;
  size_t index = slot & 0x3FFFFF;
  for (bool more = true; more; ++index) {
    forms |= kVerbForms[index - 1] >> 1 & 31;
    more = (kVerbForms[index - 1] & 1) != 0;
  }
  return static_cast<uint8_t>(forms);
}

int SpellingEvidence(WordHash lower) {
  const uint64_t spelling = SlotOf(lower) >> 22 & 3;
  return spelling == 1 ? 1 : spelling == 2 ? -1 : 0;
}

}  // namespace resumelint
