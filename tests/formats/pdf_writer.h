#pragma once

#include <string>
#include <vector>

namespace resumelint {

/// A PDF whose pages look like these texts: fixed pitch, one row a line. Two blanks or more end a run
/// of words; a row that begins with `!` (not shown) is larger. `•` may be used. `trailer` is added to
/// the file's trailer dictionary.
std::string WritePdf(const std::vector<std::string>& pages, const std::string& trailer = {});

}  // namespace resumelint
