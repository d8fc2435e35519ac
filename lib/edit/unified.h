#pragma once

#include <string>

namespace resumelint {

/// The change from `before` to `after` as a unified diff with three lines of context, which
/// `patch -p0` and `git apply -p0` take; "" if they are the same. Lines end with "\n"; other bytes,
/// carriage returns included, are kept. `path` names both sides.
std::string UnifiedDiff(const std::string& path, const std::string& before, const std::string& after);

}  // namespace resumelint
