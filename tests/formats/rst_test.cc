#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Rst, Reads) {
  EXPECT_EQ(ReadDump("rst",
                     "===========\nKim Example\n===========\n\n:Email: kim@example.com\n\nExperience\n==========\n\n.. hidden\n   * hidden too\n\n"
                     "Owner, `Example Ltd <https://example.com>`_, 2019 - now\n    Payments\n\n* Cut **costs** by ``half``,\n  in Leeds\n\n  - of rent\n\n"
                     "#. Raised sales\n\n.. image:: x.png\n   :alt: x\n\nSkills\n======\n\nJira\n"),
            R"(2:1 name top | Kim Example
5:2 contact top | Email: kim@example.com
7:1 heading experience | Experience
13:1 role experience "Owner" at "Example Ltd" (2019 - now, current) | Owner, Example Ltd, 2019 - now
14:5 role experience "Owner" | Payments
16:3 bullet experience "Owner" | Cut costs by half, in Leeds
19:5 bullet+1 experience "Owner" | of rent
21:4 bullet experience "Owner" | Raised sales
26:1 heading skills | Skills
29:1 paragraph skills | Jira
)");
}

TEST(Rst, ReadsGridTables) {
  EXPECT_EQ(ReadDump("rst",
                     "Experience\n==========\n\n+-----------+---------------+\n| 2019-2021 | Example Ltd   |\n+-----------+---------------+\n"
                     "| - Cut costs               |\n+---------------------------+\n"),
            R"(1:1 heading experience | Experience
5:3 role experience "" at "Example Ltd" (2019-2021) | 2019-2021 | Example Ltd
7:5 bullet experience "" | Cut costs
)");
}

TEST(Rst, Directives) {
  EXPECT_EQ(ReadDump("rst", "Experience\n==========\n\n.. resumelint: ignore process/x -- asked\n\n* Cut costs\n"),
            "1:1 heading experience | Experience\n6:3 bullet experience | Cut costs\n"
            "directive resumelint: ignore process/x -- asked\n");
}

}  // namespace
}  // namespace resumelint
