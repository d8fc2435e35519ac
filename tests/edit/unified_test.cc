#include "edit/unified.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(UnifiedDiff, Shape) {
  EXPECT_EQ(UnifiedDiff("a", "x\n", "x\n"), "");
  EXPECT_EQ(UnifiedDiff("a b", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n"),
            "--- a b\t\n+++ a b\t\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
  EXPECT_EQ(UnifiedDiff("a", "x", "y"), "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n");
}

// As git writes names that hold odd bytes.
TEST(UnifiedDiff, ManyChangesAreManyHunks) {
  std::string before;
  std::string after;
  for (int i = 0; i < 20000; ++i) {
    before += "same\n\n- line " + std::to_string(i) + "\n\nsame\nsame\nsame\nsame\nsame\n";
    after += "same\n\n- a line " + std::to_string(i) + (i % 3 == 0 ? "\n  wrapped" : "") + "\n\nsame\nsame\nsame\nsame\nsame\n";
  }
  const std::string diff = UnifiedDiff("a", before, after);
  size_t hunks = 0;
  for (size_t at = diff.find("\n@@ "); at != std::string::npos; at = diff.find("\n@@ ", at + 1)) ++hunks;
  EXPECT_EQ(hunks, 20000u);
  EXPECT_NE(diff.find("-- line 3\n+- a line 3\n+  wrapped\n"), std::string::npos);
  EXPECT_EQ(diff.find("--- line"), std::string::npos);
}

TEST(UnifiedDiff, Names) {
  const struct {
    const char* path;
    const char* line;
  } cases[] = {{"cv.md", "cv.md"},         {"my cv.md", "my cv.md\t"},          {"a\"b.md", "\"a\\\"b.md\""},
               {"a\\b.md", "\"a\\\\b.md\""}, {"a\tb c.md", "\"a\\011b c.md\""}, {"a\x7F.md", "\"a\\177.md\""},
               {"é.md", "é.md"}};
  for (const auto& c : cases) {
    EXPECT_EQ(UnifiedDiff(c.path, "x\n", "y\n"), std::string("--- ") + c.line + "\n+++ " + c.line + "\n@@ -1 +1 @@\n-x\n+y\n");
  }
}

std::string Counted(int lines, const std::string& word) {
  std::string out;
  for (int i = 0; i < lines; ++i) out += word + " " + std::to_string(i) + "\n";
  return out;
}

TEST(UnifiedDiff, PatchTakesIt) {
  const std::string before[] = {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n", "a\r\nb\r\nc\r\n", "no end", "x\ny\n", "1\n2\n", Counted(3000, "old")};
  const std::string after[] = {"1\n2 two\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\nfifteen\nand a half\n16\n", "a\r\nB\r\nc\r\n", "an end\n", "y\n", "0\n1\n2\n3\n", Counted(2500, "new")};
  const fs::path folder = fs::temp_directory_path() / ("resumelint-diff-" + std::to_string(getpid()));
  for (const char* name : {"plain.md", "with a space.md"}) {
    for (size_t i = 0; i < std::size(before); ++i) {
      for (const char* tool : {"patch -s --binary -p0 <diff", "git apply -p0 diff"}) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        std::ofstream(folder / name, std::ios::binary) << before[i];
        std::ofstream(folder / "diff", std::ios::binary) << UnifiedDiff(name, before[i], after[i]);
        ASSERT_EQ(std::system(("cd '" + folder.string() + "' && " + tool).c_str()), 0) << i << " " << tool;
        EXPECT_EQ(ReadAll(folder / name), after[i]) << i << " " << tool;
      }
    }
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace resumelint
