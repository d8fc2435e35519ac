#include <array>
#include <cstdint>

#include "base/hash.h"
#include "language/verb_forms.h"

namespace resumelint {

namespace {

// kVerbSlots: open addressing by the low bits of a word's hash; the high 40 bits, then the index in
// kVerbForms plus one; 0 = empty. kVerbForms: readings one after the other: offset of the lemma in
// VerbTableText, its size, its forms, whether the word has more readings.
#include "language/verb_forms.inc"

}  // namespace

VerbReadingList VerbReadings(std::string_view lower) {
  VerbReadingList readings;
  if (lower.size() > 40) return readings;
  const WordHash hash = HashOf(lower);
  constexpr size_t kMask = kVerbSlots.size() - 1;
  for (size_t at = hash & kMask; kVerbSlots[at] != 0; at = (at + 1) & kMask) {
    if (kVerbSlots[at] >> 24 != hash >> 24) continue;
    const std::string_view text = VerbTableText();
    size_t index = kVerbSlots[at] & 0xFFFFFF;
    for (bool more = true; more; ++index) {
      const uint32_t form = kVerbForms[index - 1];
      readings.Add(text.substr(form >> 11, form >> 6 & 31), static_cast<uint8_t>(form >> 1 & 31));
      more = (form & 1) != 0;
    }
    break;
  }
  return readings;
}

}  // namespace resumelint
