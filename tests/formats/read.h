#pragma once

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

/// A file of the project, by its path from the project's root.
std::string ProjectFile(const std::string& path);

}  // namespace resumelint
