#pragma once

#include <cstdint>
#include <string_view>

namespace resumelint {

/// What stands for a word wherever words are compared in bulk: tables and patterns hold hashes, not
/// letters. Of 64 bits, so that of a million words no two are likely to share one.
using WordHash = uint64_t;

/// The hash of what `letter` makes of each byte.
template <class Letter>
constexpr WordHash HashOf(std::string_view bytes, Letter letter) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(letter(byte))) * 0x100000001b3;
  // The low bits, which tables go by, take part of all the others.
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 29);
}

constexpr WordHash HashOf(std::string_view bytes) {
  return HashOf(bytes, [](char byte) { return byte; });
}

/// The hash of an ASCII word in lower case.
constexpr WordHash HashOfSmall(std::string_view word) {
  return HashOf(word, [](char byte) { return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte); });
}

}  // namespace resumelint
