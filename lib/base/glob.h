#pragma once

#include <string_view>

namespace resumelint {

/// True if `path` matches a pattern of git: `*` and `?` stop at a slash, `**` doesn't, `[a-z]` and
/// `\` as usual. Both relative to the same folder, without a slash at either end.
bool MatchesGitPattern(std::string_view pattern, std::string_view path);

}  // namespace resumelint
