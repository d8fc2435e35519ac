#pragma once

#include <cstdint>
#include <string_view>

namespace resumelint {

/// What stands for a word wherever words are compared in bulk: tables and patterns hold hashes, not
/// letters. Of 64 bits, so that of a million words no two are likely to share one.
using WordHash = uint64_t;

constexpr WordHash HashOf(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  // The low bits, which tables go by, take part of all the others.
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15;
  return hash ^ (hash >> 29);
}

}  // namespace resumelint
