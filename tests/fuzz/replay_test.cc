// Whatever a fuzzer once stumbled over, and some of what led it there.

#include <gtest/gtest.h>

#include <filesystem>

#include "base/source.h"
#include "formats/read.h"
#include "fuzz/targets.h"

namespace resumelint {
namespace {

TEST(Fuzz, Corpus) {
  for (const FuzzTarget& target : FuzzTargets()) {
    const std::string folder = std::string(RESUMELINT_SOURCE_DIR) + "/tests/fuzz/corpus/" + target.name;
    size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const auto input = ReadBytes(entry.path().string());
      ASSERT_TRUE(input) << entry.path();
      EXPECT_EQ(target.run(*input), "") << entry.path();
      ++files;
    }
    EXPECT_GT(files, 0u) << folder;
  }
}

}  // namespace
}  // namespace resumelint
