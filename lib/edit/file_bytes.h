#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "resume/document.h"

namespace resumelint {

/// Bytes of Source::bytes and what comes in their place, already as the format wants it.
struct SourceEdit {
  Span source;
  std::string bytes;
};

/// The file's bytes with edits made (in order, not overlapping), in its own encoding; all others as
/// they are. Fails on a character that the encoding doesn't have.
Result<std::string> SpliceBytes(const Source& source, const std::string& raw, const std::vector<SourceEdit>& edits);

/// The same for a DOCX file: the text goes into the first run that an edit touches and keeps that run's
/// properties; `lost` takes formats that only the later runs had.
Result<std::string> SpliceDocx(const std::string& raw, const std::vector<SourceEdit>& edits,
                               std::vector<std::string>& lost);

}  // namespace resumelint
