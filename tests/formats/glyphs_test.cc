#include "formats/glyphs.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

TEST(Glyphs, AtTheStartOfALine) {
  for (const char* text : {"- x", "* x", "+ x", "• x", "•x", "– x", "➢ x", "❖ x", "◦ x", "● x", "✓ x", "o x",
                           "\xEF\x82\xB7 x", "â€¢ x", "ï‚· x", "Â· x", "1. x", "12) x"}) {
    const Glyph glyph = FindGlyph(text);
    EXPECT_TRUE(glyph.sure) << text;
    EXPECT_EQ(std::string_view(text).substr(glyph.length), "x") << text;
  }
  for (const char* text : {"? x", "-xylophone", "v x", "Ø x"}) {
    EXPECT_GT(FindGlyph(text).length, 0u) << text;
    EXPECT_FALSE(FindGlyph(text).sure) << text;
  }
  for (const char* text : {"on time", "*Title* here", "2019. ", "1.5 million", "-5%", "1. 5", "a x", "â x", "",
                           "\xEF\x82\x95 telephone", "\xEF\x8F\x85 map pin"}) {
    EXPECT_EQ(FindGlyph(text).length, 0u) << text;
  }
}

}  // namespace
}  // namespace resumelint
