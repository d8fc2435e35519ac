#pragma once

#include <bitset>
#include <string_view>
#include <vector>

namespace resumelint {

/// Bytes of a text.
using ByteSet = std::bitset<256>;

inline ByteSet BytesOf(std::string_view text) {
  ByteSet set;
  for (const char c : text) set.set(static_cast<unsigned char>(c));
  return set;
}

/// What a pattern in RE2's syntax can't match without: of each set, the text holds a byte. Empty
/// where the pattern is not understood, which is always right. Costs a look at the pattern, where
/// compiling it costs a thousand.
std::vector<ByteSet> RegexNeeds(std::string_view pattern);

}  // namespace resumelint
