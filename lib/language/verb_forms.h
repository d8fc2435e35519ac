#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/verbs.h"

namespace resumelint {

// How the table behind VerbReadings is made; nothing else needs this.

/// The readings of a word, worked out from its endings: slow, and what the table must equal.
VerbReadingList DeriveVerbReadings(std::string_view lower);

/// Every form of every verb in every spelling, each once.
std::vector<std::string> AllVerbForms();

/// The text that all lemmas of readings are part of.
std::string_view VerbTableText();

}  // namespace resumelint
