#include "formats/entities.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

TEST(Entities, DecodesKnownOnes) {
  EXPECT_EQ(DecodeEntity("&amp;"), "&");
  EXPECT_EQ(DecodeEntity("&eacute;"), "é");
  EXPECT_EQ(DecodeEntity("&yuml;"), "ÿ");
  EXPECT_EQ(DecodeEntity("&#8226;"), "•");
  EXPECT_EQ(DecodeEntity("&#x2022;"), "•");
  EXPECT_EQ(DecodeEntity("&nosuch;"), "");
  EXPECT_EQ(DecodeEntity("&#xD800;"), "");
  EXPECT_EQ(DecodeEntity("&#99999999;"), "");
  EXPECT_EQ(DecodeEntity("&#;"), "");
  EXPECT_EQ(EntityLength("&ndash; x"), 7u);
  EXPECT_EQ(EntityLength("&D; x"), 0u);
}

}  // namespace
}  // namespace resumelint
