#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace resumelint {

/// A file to check.
struct Input {
  std::string path;
  bool named = true;  ///< false = found in a folder: then it is left out if it is no resume
};

/// Files as named, folders as the files in them whose names end like those of resumes, in the order
/// of their names. Hidden and built things are passed over. Of a source and the PDF or DOCX made from
/// it (same name) only the source is taken; `notes` says so. A path given twice is taken once.
std::vector<Input> ExpandFiles(const std::vector<std::string>& paths, std::vector<Error>& errors,
                               std::vector<Error>& notes);

}  // namespace resumelint
