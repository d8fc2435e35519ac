#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/toml.h"
#include "resume/outline.h"

namespace resumelint {

/// The terms of an outline file (rules/outline.toml). An unknown key, a value of the wrong kind and a
/// word that is not in normal form are errors at their place. `text` is the file's, for the excerpt.
Result<OutlineTerms> LoadOutline(const TomlValue& root, const std::string& path,
                                 std::string_view text);

}  // namespace resumelint
