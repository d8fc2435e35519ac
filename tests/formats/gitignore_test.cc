#include "formats/gitignore.h"

#include <gtest/gtest.h>

#include <chrono>

#include "base/glob.h"

namespace resumelint {
namespace {

struct GlobCase {
  const char* pattern;
  const char* path;
  bool matches;
};

TEST(GitIgnore, MatchesPatterns) {
  const GlobCase cases[] = {
      {"a", "a", true},           {"a", "b", false},           {"a", "ab", false},
      {"*.md", "x.md", true},     {"*.md", "d/x.md", false},   {"*", "", true},
      {"d/*", "d/x", true},       {"d/*", "d/e/x", false},     {"d/**", "d/e/x", true},
      {"**/x", "x", true},        {"**/x", "d/e/x", true},     {"**/x", "d/ex", false},
      {"a/**/b", "a/b", true},    {"a/**/b", "a/x/y/b", true}, {"a/**/b", "a/xb", false},
      {"?.md", "x.md", true},     {"?", "/", false},           {"[a-c]x", "bx", true},
      {"[!a-c]x", "bx", false},   {"[!a-c]x", "dx", true},     {"[]]x", "]x", true},
      {"[a", "[a", true},         {"\\*x", "*x", true},        {"\\*x", "ax", false},
      {"a*b*c", "axxbyyc", true}, {"a*b*c", "axxbyy", false},  {"**", "a/b/c", true},
      {"*/b/**/*.md", "a/b/c/d/x.md", true},
  };
  for (const GlobCase& c : cases) EXPECT_EQ(MatchesGitPattern(c.pattern, c.path), c.matches) << c.pattern << " " << c.path;
}

TEST(GitIgnore, HostilePatternsTakeNoTime) {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a**";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(MatchesGitPattern(pattern + "b", std::string(2000, 'a')));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(GitIgnore, LastPatternDecides) {
  GitIgnore ignore;
  ignore.Add("# a comment\r\n\n*.md\n!keep.md\n/top.txt\nout/\ndeep/file\nsub/\\#x\n trailing  \n", "");
  ignore.Add("!x.md\nonly\n", "d/e");
  EXPECT_TRUE(ignore.Ignores("a.md", false));
  EXPECT_TRUE(ignore.Ignores("d/a.md", false));
  EXPECT_FALSE(ignore.Ignores("d/keep.md", false));
  EXPECT_TRUE(ignore.Ignores("top.txt", false));
  EXPECT_FALSE(ignore.Ignores("d/top.txt", false));
  EXPECT_TRUE(ignore.Ignores("d/out", true));
  EXPECT_FALSE(ignore.Ignores("d/out", false));
  EXPECT_TRUE(ignore.Ignores("deep/file", false));
  EXPECT_FALSE(ignore.Ignores("d/deep/file", false));
  EXPECT_TRUE(ignore.Ignores("sub/#x", false));
  EXPECT_TRUE(ignore.Ignores(" trailing", false));
  EXPECT_FALSE(ignore.Ignores("d/e/f/x.md", false));
  EXPECT_TRUE(ignore.Ignores("d/x.md", false));
  EXPECT_TRUE(ignore.Ignores("d/e/only", false));
  EXPECT_FALSE(ignore.Ignores("only", false));
}

}  // namespace
}  // namespace resumelint
