#include "base/text.h"

#include <gtest/gtest.h>

#include <utility>

namespace resumelint {
namespace {

Text TwoPieces() {
  Text text;
  text.AppendVerbatim("a", 3);
  text.AppendReplaced("&", {4, 9});
  return text;
}

TEST(PieceList, HoldsNoneOneOrMany) {
  PieceList pieces;
  EXPECT_TRUE(pieces.empty());
  EXPECT_EQ(pieces.begin(), pieces.end());
  pieces.push_back({0, {3, 4}, true});
  EXPECT_EQ(pieces.size(), 1u);
  pieces.back().source.end = 5;
  EXPECT_EQ(pieces.front(), (Piece{0, {3, 5}, true}));
  pieces.push_back({2, {5, 9}, false});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0], (Piece{0, {3, 5}, true}));
  EXPECT_EQ(pieces.back(), (Piece{2, {5, 9}, false}));
}

TEST(PieceList, CopiesStandAlone) {
  Text text = TwoPieces();
  const Text copy = text;
  text.AppendVerbatim("b", 9);
  EXPECT_EQ(text.pieces.size(), 3u);
  EXPECT_EQ(copy.pieces.size(), 2u);
  const Text moved = std::move(text);
  EXPECT_EQ(moved.pieces.size(), 3u);
  text = copy;
  EXPECT_EQ(text.pieces.size(), 2u);
  text = Text();
  EXPECT_TRUE(text.pieces.empty());
}

}  // namespace
}  // namespace resumelint
