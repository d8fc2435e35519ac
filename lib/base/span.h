#pragma once

#include <cstdint>

namespace resumelint {

/// Half-open range of bytes. Which bytes (a source's or a text's) is said where a Span is stored.
/// Files over 4 GiB are refused long before a Span could overflow.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(uint32_t at) const { return begin <= at && at < end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

}  // namespace resumelint
