#pragma once

#include <string>
#include <string_view>

namespace resumelint {

/// A path as a URI: relative paths stay relative ("a b.md" is "a%20b.md"), absolute ones become
/// "file:///…". "-" (standard input) is "stdin".
std::string Uri(std::string_view path);

}  // namespace resumelint
