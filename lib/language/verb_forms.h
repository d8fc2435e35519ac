#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/verbs.h"

namespace resumelint {

// How the table behind VerbReadings is made; nothing else needs this.

/// The readings of a word, worked out from its endings: slow, and what the table must equal.
VerbReadingList DeriveVerbReadings(std::string_view lower);

/// The same for SpellingEvidence.
int DeriveSpellingEvidence(std::string_view lower);

/// Every form of every verb in every spelling, each once.
std::vector<std::string> AllVerbForms();

/// Where the lemma of a derived reading lies in the tables, and the way back.
uint32_t LemmaOffset(std::string_view lemma);
std::string_view LemmaAt(uint32_t offset, uint32_t size);

}  // namespace resumelint
