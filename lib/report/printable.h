#pragma once

#include <string>
#include <string_view>

namespace resumelint {

/// Text from outside (a resume, a path, a rule file) made safe to show: nothing in it can move a
/// terminal's cursor, change colours or reorder what stands beside it. Line ends and tabs become a
/// blank, other controls a stand-in ("␛" for escape, "<U+202E>" for a bidirectional override),
/// invalid bytes U+FFFD. The result is valid UTF-8 on one line.
std::string Printable(std::string_view text);

}  // namespace resumelint
