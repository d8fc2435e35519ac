#pragma once

#include <cstdint>
#include <string_view>

namespace resumelint {

/// What stands before a list item's text.
struct Glyph {
  uint32_t length = 0;  ///< bytes, blanks after it included; 0 = none
  bool sure = false;    ///< no letter or sign of a sentence looks so; else only a habit of the file tells
  bool number = false;  ///< "1." or "2)"
};

/// The glyph at the start of a line's text (no blanks before it).
///
/// Sure are bullets, dashes and arrows before a blank, private-use characters and bullets whose UTF-8
/// was decoded twice; unsure are "?" (a lost glyph), the letters that Wingdings draws as bullets, and
/// a dash without a blank after it.
Glyph FindGlyph(std::string_view text);

/// The glyph at `at` within a long line: a bullet or private-use character with blanks around it.
Glyph FindInlineGlyph(std::string_view text, uint32_t at);

}  // namespace resumelint
