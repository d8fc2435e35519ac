#pragma once

#include <string>
#include <string_view>

namespace resumelint {

/// Text from outside (a resume, a path, a rule file) made safe to show: nothing in it can move a
/// terminal's cursor, change colours or reorder what stands beside it. Line ends and tabs become a
/// blank, other controls a stand-in ("␛" for escape, "<U+202E>" for a bidirectional override),
/// invalid bytes U+FFFD. The result is valid UTF-8 on one line.
std::string Printable(std::string_view text);

/// True for what shows nothing itself and changes how its neighbours show: directions, annotations and tags (in
/// which text can hide), separators of lines.
bool Rearranges(char32_t point);

}  // namespace resumelint
