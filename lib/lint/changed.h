#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/finding.h"

namespace resumelint {

/// Lines of a file that a change touched.
struct ChangedLines {
  bool all = false;  ///< the file is new, or can't be compared by lines
  std::vector<std::pair<uint32_t, uint32_t>> ranges;  ///< first and last line, from 1

  bool Touches(uint32_t first, uint32_t last) const;
};

/// Reads the "@@ -1,2 +3,4 @@" lines of a diff of one file without context (`git diff -U0`). A diff
/// of binary files touches everything, an empty one nothing.
ChangedLines ParseHunks(std::string_view diff);

/// Keeps the findings whose bullet (or, outside bullets, whose underlined text) has a changed line.
/// Findings about the document as a whole go.
void KeepChanged(Report& report, const ChangedLines& changed);

}  // namespace resumelint
