// Writes the table of verb forms, verb_forms.inc, to the path given. Run by the build.

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "base/hash.h"
#include "language/verb_forms.h"

int main(int argc, char** argv) {
  using namespace resumelint;
  if (argc != 2) return 2;
  const std::vector<std::string> words = AllVerbForms();
  std::vector<uint64_t> slots(std::bit_ceil(words.size() * 2));
  std::vector<uint32_t> forms;
  for (const std::string& word : words) {
    const VerbReadingList readings = DeriveVerbReadings(word);
    if (readings.empty()) continue;
    const WordHash hash = HashOf(word);
    size_t at = hash & (slots.size() - 1);
    while (slots[at] != 0) {
      if (slots[at] >> 24 == hash >> 24) return 3;  // two words of one hash: choose another one
      at = (at + 1) & (slots.size() - 1);
    }
    const int evidence = DeriveSpellingEvidence(word);
    const uint64_t spelling = evidence > 0 ? 1 : evidence < 0 ? 2 : 0;
    slots[at] = (hash >> 24 << 24) | spelling << 22 | (forms.size() + 1);
    for (const VerbReading& reading : readings) {
      const uint32_t offset = LemmaOffset(reading.lemma);
      const auto size = static_cast<uint32_t>(reading.lemma.size());
      const bool more = &reading + 1 != readings.end();
      if (LemmaAt(offset, size) != reading.lemma || size > 31 || reading.forms > 31) return 4;
      forms.push_back(offset << 11 | size << 6 | uint32_t{reading.forms} << 1 | (more ? 1 : 0));
    }
  }
  std::FILE* out = std::fopen(argv[1], "w");
  if (out == nullptr) return 5;
  std::fprintf(out, "constexpr std::array<uint64_t, %zu> kVerbSlots = {", slots.size());
  for (size_t i = 0; i < slots.size(); ++i) {
    std::fprintf(out, "%s0x%llxu,", i % 8 == 0 ? "\n" : "", static_cast<unsigned long long>(slots[i]));
  }
  std::fprintf(out, "};\nconstexpr std::array<uint32_t, %zu> kVerbForms = {", forms.size());
  for (size_t i = 0; i < forms.size(); ++i) std::fprintf(out, "%s%u,", i % 12 == 0 ? "\n" : "", forms[i]);
  std::fprintf(out, "};\n");
  return std::fclose(out) == 0 ? 0 : 5;
}
