#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Typst, Reads) {
  EXPECT_EQ(ReadDump("typst",
                     R"(#import "template.typ": *
#let entry(title, body) = [
  - not text #title
]
#show: resume.with(author: "Kim Example", email: "kim@example.com", fill: "red")

= Experience

#resume-entry(
  title: "Product Owner",
  date: "2019 - Present",
  description: "Example Ltd",
)

#resume-item[
  - Cut costs by \$5M \#1, see https://example.com/x // hidden
  // - hidden
  - *Raised* sales and _kept_ [X%] of
    them -- twice

  - Sold #link("https://example.com")[things] \u{2022} /* hidden */ well
]
#work(title: "Analyst", company: "Sample Inc", dates: span(start: "May 2015", end: "May 2019"))
+ Found waste

#cvEntry(title: [Tester], society: [Other GmbH], date: [2012 - 2015], description: list([Tested things], [Tested more]))

= Skills
/ Tools: Jira
)"),
            R"(5:29 name top | Kim Example
5:51 contact top | kim@example.com
7:3 heading experience | Experience
10:11 role experience "Product Owner" at "Example Ltd" (2019 - Present, current) | Product Owner | 2019 - Present | Example Ltd
16:5 bullet experience "Product Owner" | Cut costs by $5M #1, see https://example.com/x
18:6 bullet experience "Product Owner" | Raised sales and kept [X%] of them – twice
21:5 bullet experience "Product Owner" | Sold things • well
23:15 role experience "Analyst" at "Sample Inc" (May 2015 – May 2019) | Analyst | Sample Inc | May 2015 – May 2019
24:3 bullet experience "Analyst" | Found waste
26:18 role experience "Tester" at "Other GmbH" (2012 - 2015) | Tester
26:37 role experience "Tester" | Other GmbH
26:57 role experience "Tester" | 2012 - 2015
26:90 bullet experience "Tester" | Tested things
26:107 bullet experience "Tester" | Tested more
28:3 heading skills | Skills
29:3 paragraph skills | Tools: Jira
)");
}

TEST(Typst, ContentAfterACall) {
  EXPECT_EQ(ReadDump("typst", "= Experience\n#job[Owner][Example Ltd][2019 - 2021]\n- Cut costs \\\n  by half\n"),
            R"(1:3 heading experience | Experience
2:6 role experience "Owner" at "Example Ltd" (2019 - 2021) | Owner | Example Ltd | 2019 - 2021
3:3 bullet experience "Owner" | Cut costs by half
)");
}

TEST(Typst, PlacesAreNoEmployers) {
  EXPECT_EQ(ReadDump("typst", "= Experience\n#work(title: \"Owner\", location: \"Leeds\", company: \"Example Ltd\", dates: \"2019 - 2021\")\n- Cut costs\n"),
            R"(1:3 heading experience | Experience
2:15 role experience "Owner" at "Example Ltd" (2019 - 2021) | Owner (Leeds) | Example Ltd | 2019 - 2021
3:3 bullet experience "Owner" | Cut costs
)");
}

TEST(Typst, DatesInAListAreNoItems) {
  EXPECT_EQ(ReadDump("typst", "= Experience\n#cv-entry(title: [Analyst], date: list([2017], [2016]), description: list([Tested things]))\n"),
            R"(1:3 heading experience | Experience
2:19 role experience "Analyst" (2016) | Analyst
2:41 role experience "Analyst" | 2017
2:49 role experience "Analyst" | 2016
2:76 bullet experience "Analyst" | Tested things
)");
}

TEST(Typst, ContentInADefinition) {
  EXPECT_EQ(ReadDump("typst", "#let title = [Work]\n#let content = [\n  #entry(title: \"Owner\", company: \"Example Ltd\", date: \"2019 - 2021\")[\n"
                              "    - Cut costs\n  ]\n]\n= Skills\n- SQL\n"),
            R"(3:18 role experience "Owner" at "Example Ltd" (2019 - 2021) | Owner | Example Ltd | 2019 - 2021
4:7 bullet experience "Owner" | Cut costs
7:3 heading skills | Skills
8:3 item skills | SQL
)");
}

TEST(Typst, NamesOfDataAreNoText) {
  EXPECT_EQ(ReadDump("typst", "= Experience\n#work(dates: if \"end_date\" in item { item.at(\"end_date\") } else { \"Present\" })\n- Cut costs\n"),
            "1:3 heading experience | Experience\n2:68 role experience \"\" at \"Present\" | Present\n3:3 bullet experience \"\" | Cut costs\n");
}

TEST(Typst, Directives) {
  EXPECT_EQ(ReadDump("typst", "= Experience\n// resumelint: ignore process/x -- asked\n- Cut costs // resumelint: ignore a/b\n"),
            "1:3 heading experience | Experience\n3:3 bullet experience | Cut costs\n"
            "directive resumelint: ignore process/x -- asked\ndirective resumelint: ignore a/b\n");
}

}  // namespace
}  // namespace resumelint
