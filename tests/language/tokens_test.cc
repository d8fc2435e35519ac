#include "language/tokens.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

TEST(Tokens, DashFromNumberToNumberIsNoPause) {
  EXPECT_EQ(Dump(Tokenize("40–60 calls")), "[40:number][-][60:number][calls]");
  EXPECT_EQ(Dump(Tokenize("€5–€8")), "[\xE2\x82\xAC" "5:money][-][\xE2\x82\xAC" "8:money]");
  EXPECT_EQ(Dump(Tokenize("served 40 – 60 left")), "[served][40:number][--][60:number][left]");
  EXPECT_EQ(Dump(Tokenize("in 2019–then sold")), "[in][2019:year][--][then][sold]");
}

}  // namespace
}  // namespace resumelint
