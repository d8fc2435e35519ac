#include "resume/load_outline.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

std::string Load(std::string_view text) {
  const auto root = ParseToml(text, "o.toml");
  if (!root) return "not TOML";
  const auto terms = LoadOutline(*root, "o.toml", text);
  if (terms) return fmt::format("{} sections", terms->sections.size());
  const Error& error = terms.error();
  return fmt::format("{}:{} {} [{}]", error.line, error.column, error.what, error.hint);
}

TEST(LoadOutline, ReportsMistakesAtTheirPlace) {
  EXPECT_EQ(Load("[sections]\nskills = [\"skills\", \"tools\"]\n"), "2 sections");
  EXPECT_EQ(Load("[sections]\nskils = []\n"), "2:9 unknown key \"skils\" in [sections] [did you mean \"skills\"?]");
  EXPECT_EQ(Load("[section]\nskills = []\n"), "1:1 unknown table \"section\" [did you mean \"sections\"?]");
  EXPECT_EQ(Load("[sections]\nskills = \"skills\"\n"), "2:10 \"skills\" must be a list of words []");
  EXPECT_EQ(Load("[sections]\nskills = [3]\n"), "2:11 \"skills\" must hold words only []");
  EXPECT_EQ(Load("[sections]\nskills = [\"Skills & Tools\"]\n"),
            "2:11 \"Skills & Tools\" is not in normal form [write \"skills tools\"]");
}

TEST(LoadOutline, TheProjectsFileIsRight) {
  const OutlineTerms& terms = Terms();
  for (size_t i = 0; i < terms.sections.size(); ++i) {
    for (size_t k = i + 1; k < terms.sections.size(); ++k) {
      EXPECT_NE(terms.sections[i].heading, terms.sections[k].heading);
    }
  }
}

}  // namespace
}  // namespace resumelint
