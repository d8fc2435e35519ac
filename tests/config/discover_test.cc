#include "config/discover.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

TEST(FindConfig, TakesTheNearestUpward) {
  const fs::path root = fs::temp_directory_path() / ("resumelint-config-" + std::to_string(getpid()));
  fs::create_directories(root / "a" / "b" / "c");
  std::ofstream(root / "resumelint.toml") << "";
  std::ofstream(root / "a" / "b" / "resumelint.toml") << "";
  EXPECT_EQ(FindConfig((root / "a" / "b" / "c" / "cv.md").string()),
            (root / "a" / "b" / "resumelint.toml").string());
  EXPECT_EQ(FindConfig((root / "a" / "cv.md").string()), (root / "resumelint.toml").string());
  EXPECT_EQ(FindConfig((root / "a" / "b" / ".." / "cv.md").string()),
            (root / "resumelint.toml").string());
  EXPECT_EQ(RelativeToConfig((root / "a" / "b" / "cv.md").string(),
                             (root / "resumelint.toml").string()),
            "a/b/cv.md");
  EXPECT_EQ(RelativeToConfig("/elsewhere/cv.md", (root / "resumelint.toml").string()),
            "/elsewhere/cv.md");
  fs::remove_all(root);
}

}  // namespace
}  // namespace resumelint
