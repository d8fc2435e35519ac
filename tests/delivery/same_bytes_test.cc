// The same files give the same bytes, whatever the locale, the time zone, the terminal and the number
// of files that are checked at once.
#include <gtest/gtest.h>

#include "delivery/run.h"

namespace resumelint {
namespace {

TEST(SameBytes, WhateverTheSurroundings) {
  const std::filesystem::path examples = std::filesystem::path(RESUMELINT_SOURCE_DIR) / "examples";
  for (const char* format : {"text", "json", "jsonl", "html", "sarif"}) {
    const auto check = [&](const std::string& surroundings, int jobs) {
      const Ran ran = RunShell(examples, "env " + surroundings + " resumelint resume.* --min-severity hint --format " + format + " --jobs " +
                                             std::to_string(jobs));
      EXPECT_EQ(ran.status, 1) << ran.err;
      return ran.all();
    };
    const std::string expected = check("LC_ALL=C TZ=UTC", 1);
    // Where a locale isn't installed, it is as C.
    EXPECT_EQ(check("LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo TERM=dumb", 8), expected) << format;
    EXPECT_EQ(check("LC_ALL=C.UTF-8 TZ=America/New_York TERM=xterm-256color COLUMNS=40", 2), expected) << format;
    EXPECT_EQ(check("LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8", 3), expected) << format;
  }
}

}  // namespace
}  // namespace resumelint
