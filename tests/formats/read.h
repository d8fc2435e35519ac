#pragma once

#include <span>
#include <string>
#include <string_view>

#include "formats/reader.h"

namespace resumelint {

/// The project's own rules/outline.toml.
const OutlineTerms& Terms();

/// Reads `text` as `format` ("" = chosen by content). Aborts the test program on failure.
Document ReadText(std::string_view format, std::string_view text, std::string path = "resume");

/// Dump of the same; `error: what` if it fails.
std::string ReadDump(std::string_view format, std::string_view text, bool with_skipped = false);

/// A row of a reader's table: the dump of what is read of `input`.
struct ReadCase {
  const char* what;
  const char* input;
  const char* dump;
};

/// Each input is read as told and without faults (`check.h`): its bytes are accounted for.
void ExpectReads(std::string_view format, std::span<const ReadCase> cases);

/// A file of the project, by its path from the project's root.
std::string ProjectFile(const std::string& path);

}  // namespace resumelint
