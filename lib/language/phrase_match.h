#pragma once

#include <cstdint>
#include <optional>

#include "language/phrase.h"

namespace resumelint {

/// The match of a phrase that begins at a token.
std::optional<Phrase::Match> MatchAt(const Phrase& phrase, const Sentence& sentence, uint32_t token);

}  // namespace resumelint
