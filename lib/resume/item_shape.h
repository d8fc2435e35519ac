#pragma once

#include <string_view>

#include "resume/line_shape.h"

namespace resumelint {

// What a list item may be instead of a bullet, by its outer form alone.

/// Dates or a place alone: programs put them into the list, right under a job's name.
bool IsRoleDetail(std::string_view text, const LineShape& shape);

/// Links, addresses or a telephone number, with no more than a label: "Code: https://example.com".
bool IsOnlyContact(std::string_view text, const LineShape& shape);

}  // namespace resumelint
