#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "resume/document.h"
#include "setup.h"

namespace resumelint {

/// What `--fix` does to one file.
struct Fixed {
  std::string raw;       ///< the file's bytes with all fixes made
  Document document;     ///< these bytes, read
  std::vector<Error> notes;  ///< one for each fix made or left out: line, column, what
  uint32_t made = 0;
};

/// Makes all fixes that need no person, in memory. A fix that the file can't hold is left out and noted.
Fixed MakeFixes(const Document& document, const std::string& raw, const Setup& setup, const FileSettings& settings);

/// The diff from `before` to `after`, or why none can be shown.
Result<std::string> DiffOf(const Document& document, const std::string& before, const std::string& after);

}  // namespace resumelint
