#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Org, Reads) {
  EXPECT_EQ(ReadDump("org",
                     "#+TITLE: CV\n# a comment\n* Experience :work:\n** DONE Owner, [[https://example.com][Example Ltd]] (2019 - now)\n"
                     ":PROPERTIES:\n:ID: x\n:END:\n- Cut *costs* by /half/,\n  in =Jira=\n  - of rent\n- [X] Raised sales [fn:1]\n1. Sold things\n\n"
                     "#+begin_src c\n- not text\n#+end_src\n* Skills\n- Tools :: Jira\n* Notes :noexport:\n- hidden\n"),
            R"(3:3 heading experience | Experience
4:9 role experience "Owner" at "Example Ltd" (2019 - now, current) | Owner, Example Ltd (2019 - now)
8:3 bullet experience "Owner" | Cut costs by half, in Jira
10:5 bullet+1 experience "Owner" | of rent
11:7 bullet experience "Owner" | Raised sales
12:4 bullet experience "Owner" | Sold things
17:3 heading skills | Skills
18:3 item skills | Tools: Jira
)");
}

TEST(Org, ReadsPropertiesThatNameTheEmployer) {
  EXPECT_EQ(ReadDump("org", "* Experience\n** Product Owner\n:PROPERTIES:\n:EMPLOYER: Example Ltd\n:END:\n- Cut costs\n"),
            R"(1:3 heading experience | Experience
2:4 role experience "Product Owner" at "Example Ltd" | Product Owner
4:2 role experience "Product Owner" | EMPLOYER: Example Ltd
6:3 bullet experience "Product Owner" | Cut costs
)");
}

TEST(Org, Directives) {
  EXPECT_EQ(ReadDump("org", "* Experience\n# resumelint: ignore process/x -- asked\n- Cut costs\n"),
            "1:3 heading experience | Experience\n3:3 bullet experience | Cut costs\n"
            "directive resumelint: ignore process/x -- asked\n");
}

}  // namespace
}  // namespace resumelint
