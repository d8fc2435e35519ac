#include "base/source.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

std::string Repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// Text as UTF-16, which has the code points below U+10000 as one unit and the others as two.
std::string Wide(std::string_view ascii, bool mark_of_rocket) {
  std::string out;
  for (const char c : ascii) {
    if (c == '^' && mark_of_rocket) {
      out += std::string("\x3D\xD8\x80\xDE", 4);
    } else {
      out += c;
      out += '\0';
    }
  }
  return out;
}

// Lines of a few bytes and lines of many steps: each byte's line, column and place in the file.
TEST(Source, PositionsAreTheSameHoweverFarTheyAre) {
  const std::string lines = "ab\n" + Repeated("x^y", 3000) + "\n\n" + Repeated("ab^\n", 800);
  std::string utf8;
  std::string windows;
  for (const char c : lines) {
    utf8 += c == '^' ? std::string("\xF0\x9F\x9A\x80") : std::string(1, c);
    windows += c == '^' ? '\xE9' : c;
  }
  const struct {
    std::string raw;
    int64_t mark, plain, sign;  // bytes on the disk: before the text, of a letter, of the sign
  } cases[] = {
      {utf8, 0, 1, 4},
      {"\xEF\xBB\xBF" + utf8, 3, 1, 4},
      {windows, 0, 1, 1},
      {"\xFF\xFE" + Wide(lines, true), 2, 2, 4},
  };
  for (const auto& c : cases) {
    const auto source = MakeSource("a", c.raw);
    ASSERT_TRUE(source);
    Position at{1, 1, c.mark};
    uint32_t byte = 0;
    for (const char letter : lines) {
      const Position told = source->At(byte);
      ASSERT_EQ(told.line, at.line) << byte;
      ASSERT_EQ(told.column, at.column) << byte;
      ASSERT_EQ(told.offset, at.offset) << byte;
      ASSERT_EQ(source->LineOf(byte), at.line);
      at.offset += letter == '^' ? c.sign : c.plain;
      byte += letter != '^' ? 1 : static_cast<unsigned char>(source->bytes[byte]) >= 0xF0 ? 4 : 2;
      at.column = letter == '\n' ? 1 : at.column + 1;
      at.line += letter == '\n' ? 1 : 0;
    }
    EXPECT_EQ(byte, source->bytes.size());
  }
}

}  // namespace
}  // namespace resumelint
