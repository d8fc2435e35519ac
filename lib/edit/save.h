#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace resumelint {

/// Puts `now` in the place of a file that held `before`.
///
/// The new bytes are written to a file beside it with the same permissions, flushed to the disk, read
/// back and compared, and only then moved into its place: a crash at any moment leaves the old file or
/// the new one, whole. A link stays a link. With `backup`, the old bytes are kept first as `FILE~`.
/// Fails, with nothing changed, where the file no longer holds `before`, may not be written or the
/// disk is full.
std::optional<Error> SaveFile(const std::string& path, const std::string& before, const std::string& now,
                              bool backup);

/// Name of the backup.
std::string BackupOf(const std::string& path);

}  // namespace resumelint
