#pragma once

#include <string_view>

namespace resumelint {

/// True if `path` fits `pattern`: `*` any characters but "/", `?` one of them, `**` any characters,
/// `**/` nothing too. A pattern without "/" is tried on the last part of the path. Paths are relative,
/// with "/" between their parts. Takes time in proportion to the two lengths multiplied.
bool MatchesGlob(std::string_view pattern, std::string_view path);

}  // namespace resumelint
