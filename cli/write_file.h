#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace resumelint {

/// Writes a whole file or leaves it as it was: the text is written beside it and moved into its
/// place. A link stays a link, a file keeps its permissions; a pipe or a device is written to.
std::optional<Error> WriteFile(const std::string& path, std::string_view text);

}  // namespace resumelint
