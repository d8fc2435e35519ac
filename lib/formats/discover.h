#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// The resumes in a folder and below, as paths that begin with `folder`, sorted by byte; may be none.
///
/// A file counts if its name has the extension of a format and its content reads as a resume
/// (ReadsAsResume). PDF and DOCX files that can't be read count too, as do files and folders that may
/// not be read: whoever reads them says why, rather than nobody. Left out are what git ignores (within a work tree), hidden files and folders,
/// the folders in `terms.skipped_folders`, linked folders, and all that isn't a regular file; a file
/// that can be reached in two ways is listed once. Fails if `folder` can't be listed.
Result<std::vector<std::string>> FindResumes(const std::string& folder, const OutlineTerms& terms);

/// True for a document that tells of jobs, or has three of a resume's usual sections.
bool ReadsAsResume(const Document& document);

}  // namespace resumelint
