#pragma once

#include <string>
#include <string_view>

namespace resumelint {

/// What a character reference of HTML stands for: `&amp;`, `&#8226;`, `&#x2022;`, the Latin-1 names and
/// the signs that resumes use. Empty if it is none or not known; `reference` is with `&` and `;`.
std::string DecodeEntity(std::string_view reference);

/// Length of the character reference at the start of `text`, 0 if there is none (`R&D; x`: only
/// known ones count).
size_t EntityLength(std::string_view text);

}  // namespace resumelint
