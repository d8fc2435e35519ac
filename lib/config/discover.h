#pragma once

#include <string>

namespace resumelint {

inline constexpr const char* kConfigName = "resumelint.toml";

/// The `resumelint.toml` nearest to a file: in its folder, or else in the nearest folder above that
/// has one. "" if there is none. Only looks at names; reads nothing.
std::string FindConfig(const std::string& file);

/// `file` as seen from the folder of `config`, with "/" between its parts; `file` itself where it
/// lies elsewhere.
std::string RelativeToConfig(const std::string& file, const std::string& config);

}  // namespace resumelint
