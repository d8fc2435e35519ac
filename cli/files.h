#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "setup.h"

namespace resumelint {

/// Files as named; folders as the resumes in them. Of a source and the PDF, DOCX or HTML made from it
/// (same folder, same name) only the source is taken, and `notes` says so. A path given twice is
/// taken once. A folder without any resume is an error.
std::vector<std::string> ExpandFiles(const std::vector<std::string>& paths, Setups& setups,
                                     std::vector<Error>& errors, std::vector<Error>& notes);

}  // namespace resumelint
