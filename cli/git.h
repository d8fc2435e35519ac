#pragma once

#include <string>

#include "base/result.h"
#include "lint/changed.h"

namespace resumelint {

/// Lines of a file that changed since a revision (`git diff -U0 REV`), or in the index for "" (`git
/// diff --cached`). All lines of a file that git doesn't track. git is run as a child process without
/// a shell, with external diff programs and text conversions off. Fails where git or the revision is
/// missing, or the file lies in no repository.
Result<ChangedLines> ChangedSince(const std::string& file, const std::string& revision);

}  // namespace resumelint
