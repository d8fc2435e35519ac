#include "formats/glyphs.h"

#include <gtest/gtest.h>

#include <string>

namespace resumelint {
namespace {

TEST(Glyphs, AtTheStartOfALine) {
  for (const char* text : {"- x", "* x", "+ x", "• x", "•x", "– x", "➢ x", "❖ x", "◦ x", "● x", "✓ x", "o x",
                           "\xEF\x82\xB7 x", "â€¢ x", "ï‚· x", "Â· x", "â–ª x", "âœ“ x", "âž¢ x", "â—¦ x", "â€£ x", "â–º x", "1. x", "12) x"}) {
    const Glyph glyph = FindGlyph(text);
    EXPECT_TRUE(glyph.sure) << text;
    EXPECT_EQ(std::string_view(text).substr(glyph.length), "x") << text;
  }
  for (const char* text : {"? x", "-xylophone", "v x", "Ø x"}) {
    EXPECT_GT(FindGlyph(text).length, 0u) << text;
    EXPECT_FALSE(FindGlyph(text).sure) << text;
  }
  for (const char* text : {"on time", "*Title* here", "2019. ", "1.5 million", "-5%", "1. 5", "a x", "â x", "",
                           "€ a day", "â‚¬ 5", "Å“uvre", "\xEF\x82\x95 telephone", "\xEF\x8F\x85 map pin"}) {
    EXPECT_EQ(FindGlyph(text).length, 0u) << text;
  }
}

TEST(Glyphs, InTheMiddleOfALine) {
  const struct {
    const char* text;
    const char* rest;  // behind the glyph at the first "|"; nullptr = there is none
  } cases[] = {
      {"Led a team |• Sold boats", "Sold boats"}, {"Led a team |â€¢ Sold boats", "Sold boats"}, {"Led a team |? Sold boats", "Sold boats"},
      {"Led a team |* Sold boats", "Sold boats"}, {"Led a team |– Sold boats", "Sold boats"}, {"|• Sold boats", "Sold boats"},
      {"Led a team|• Sold boats", nullptr},       {"or 5 |* 3", nullptr},                       {"Why |? because", nullptr},
      {"London |· Leeds", nullptr},               {"Sales |→ Profit", nullptr},                 {"Sales |a b", nullptr},
      {"Sales |*", nullptr},                      {"Sales |*b", nullptr},                       {"Sales |é b", nullptr},
  };
  for (const auto& c : cases) {
    std::string text = c.text;
    const size_t at = text.find('|');
    text.erase(at, 1);
    const Glyph glyph = FindInlineGlyph(text, static_cast<uint32_t>(at));
    if (c.rest == nullptr) {
      EXPECT_EQ(glyph.length, 0u) << c.text;
    } else {
      EXPECT_EQ(text.substr(at + glyph.length), c.rest) << c.text;
    }
  }
}

}  // namespace
}  // namespace resumelint
