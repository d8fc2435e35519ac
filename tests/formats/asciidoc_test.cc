#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(AsciiDoc, Reads) {
  EXPECT_EQ(ReadDump("asciidoc",
                     "= Kim Example\n:toc:\n\nLeeds +\nkim@example.com\n\n== Experience\n\n// hidden\n[.lead]\n"
                     "*Owner*, https://example.com[Example Ltd], 2019 - now::\n* [[[a]]]Cut *costs* by _half_\nin Leeds\n** of rent\n"
                     "- Raised sales image:x.png[]\n\n////\n* hidden\n////\n\n----\n* code\n----\n\n== Skills\n\nTools:: Jira\n"),
            R"(1:3 name top | Kim Example
4:1 headline top | Leeds
5:1 contact top | kim@example.com
7:4 heading experience | Experience
11:2 role experience "Owner" at "Example Ltd" (2019 - now, current) | Owner, Example Ltd, 2019 - now
12:10 bullet experience "Owner" | Cut costs by half in Leeds
14:4 bullet+1 experience "Owner" | of rent
15:3 bullet+2 experience "Owner" | Raised sales
25:4 heading skills | Skills
27:1 paragraph skills | Tools: Jira
)");
}

TEST(AsciiDoc, ReadsTables) {
  EXPECT_EQ(ReadDump("asciidoc",
                     "== Experience\n\n[cols=\"1,3\"]\n|===\n|2019 - 2021 |Owner |Example Ltd\n3+|Ran the product and\nall of its teams.\n|===\n"),
            R"(1:4 heading experience | Experience
5:2 role experience "Owner" at "Example Ltd" (2019 - 2021) | 2019 - 2021 | Owner | Example Ltd
6:4 bullet experience "Owner" | Ran the product and all of its teams.
)");
}

TEST(AsciiDoc, Directives) {
  EXPECT_EQ(ReadDump("asciidoc", "== Experience\n\n// resumelint: ignore process/x -- asked\n* Cut costs\n"),
            "1:4 heading experience | Experience\n4:3 bullet experience | Cut costs\n"
            "directive resumelint: ignore process/x -- asked\n");
}

}  // namespace
}  // namespace resumelint
