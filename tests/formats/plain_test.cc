#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Plain, Reads) {
  const ReadCase cases[] = {
      {"one line", "prioritized backlog", "1:1 bullet experience | prioritized backlog\n"},
      {"one line in title case", "Prioritized Backlog\n", "1:1 bullet experience | Prioritized Backlog\n"},
      {"a bare list", "- prioritized backlog\n- wrote user stories\n",
       "1:3 bullet experience | prioritized backlog\n2:3 bullet experience | wrote user stories\n"},
      {"sentences without glyphs",
       "Prioritized the product backlog for two teams.\nWrote user stories.\nLed the work around the login API.\n",
       "1:1 bullet experience | Prioritized the product backlog for two teams.\n"
       "2:1 bullet experience | Wrote user stories.\n"
       "3:1 bullet experience | Led the work around the login API.\n"},
      {"name and headline over sentences", "Kim Example\nProduct Owner\n\nPrioritized the backlog for two teams\n",
       "1:1 name top | Kim Example\n2:1 headline top | Product Owner\n"
       "4:1 bullet experience | Prioritized the backlog for two teams\n"},
      {"wrapped lines, indented and at column 1",
       "EXPERIENCE\n- Wrote user stories with the team and all of the stakeholders of the bank and\n"
       "  the offices abroad\n- Prioritized the backlog of the deposits platform for three teams together with\n"
       "architects in Leeds\n- Cut costs\n",
       "1:1 heading experience | EXPERIENCE\n"
       "2:3 bullet experience | Wrote user stories with the team and all of the stakeholders of the bank and the offices abroad\n"
       "4:3 bullet experience | Prioritized the backlog of the deposits platform for three teams together with architects in Leeds\n"
       "6:3 bullet experience | Cut costs\n"},
      {"a broken compound keeps its hyphen", "- Led cross-\n  functional work\n",
       "1:3 bullet experience | Led cross-functional work\n"},
      {"nesting", "- Cut costs\n  - of rent\n  - of staff\n- Raised sales\n",
       "1:3 bullet experience | Cut costs\n2:5 bullet+1 experience | of rent\n"
       "3:5 bullet+1 experience | of staff\n4:3 bullet experience | Raised sales\n"},
      {"no glyphs under a job",
       "EXPERIENCE\n\nProduct Owner, Example Ltd  2019 - 2021\n    Prioritized backlog for team\n    Wrote stories every day\n",
       "1:1 heading experience | EXPERIENCE\n"
       "3:1 role experience \"Product Owner\" at \"Example Ltd\" (2019 - 2021) | Product Owner, Example Ltd 2019 - 2021\n"
       "4:5 bullet experience \"Product Owner\" | Prioritized backlog for team\n"
       "5:5 bullet experience \"Product Owner\" | Wrote stories every day\n"},
      {"lost glyphs", "? Cut costs\n? Raised sales\n",
       "1:3 bullet experience | Cut costs\n2:3 bullet experience | Raised sales\n"},
      {"a heading and its text on one line", "SKILLS: Jira, Confluence\n\nSummary: Makes payments simple.\n",
       "1:1 heading skills | SKILLS\n1:9 paragraph skills | Jira, Confluence\n"
       "3:1 heading summary | Summary\n3:10 paragraph summary | Makes payments simple.\n"},
      {"prose is joined, sentences on lines of their own stay apart",
       "SUMMARY\nProduct owner with eight years in payments and lending, and a good deal of\npatience with banks.\n"
       "Detail-oriented team player.\n",
       "1:1 heading summary | SUMMARY\n"
       "2:1 paragraph summary | Product owner with eight years in payments and lending, and a good deal of patience with banks.\n"
       "4:1 paragraph summary | Detail-oriented team player.\n"},
      {"underlined heading", "Kim Example\n\nThings done\n-----------\n- Cut costs\n",
       "1:1 name top | Kim Example\n3:1 heading other | Things done\n5:3 bullet other | Cut costs\n"},
      {"Windows-1252 with CR LF", "EXPERIENCE\r\n\x95\x09" "Cut \x93waste\x94\r\n\x95 R\xE9sum\xE9 work\r\n",
       "1:1 heading experience | EXPERIENCE\n2:3 bullet experience | Cut “waste”\n3:3 bullet experience | Résumé work\n"},
  };
  ExpectReads("plain", cases);
}

TEST(Plain, SkipsWhatAPageAdds) {
  EXPECT_EQ(ReadDump("plain", "EXPERIENCE\n- Cut costs\nPage 1 of 2\n\f- Raised sales\n=====\n", true),
            "1:1 heading experience | EXPERIENCE\n2:3 bullet experience | Cut costs\n3:1 skipped (page)\n"
            "4:4 bullet experience | Raised sales\n5:1 skipped (markup)\n");
}

TEST(Plain, Directives) {
  EXPECT_EQ(ReadDump("plain",
                     "# resumelint: ignore process/* -- asked for\n- Cut costs\n// resumelint: off value/x\n"
                     "% resumelint: on value/x\n<!-- resumelint: ignore a/b -->\n- # 1 supplier\n"),
            "2:3 bullet experience | Cut costs\n6:3 bullet experience | # 1 supplier\n"
            "directive resumelint: ignore process/* -- asked for\ndirective resumelint: off value/x\n"
            "directive resumelint: on value/x\ndirective resumelint: ignore a/b\n");
}

TEST(Plain, JobsWithoutHeadings) {
  EXPECT_EQ(ReadDump("plain",
                     "Tia Example\nCare Assistant\n\nRegistered Nurse, Example Hospital\n2018 - 2024\n\n- Trained four nurses\n\n"
                     "Care Assistant\nExample Home\nJune 2015 - May 2018\n- Helped residents\n"),
            R"(1:1 name top | Tia Example
2:1 headline top | Care Assistant
4:1 role experience "Registered Nurse" at "Example Hospital" (2018 - 2024) | Registered Nurse, Example Hospital
5:1 role experience "Registered Nurse" | 2018 - 2024
7:3 bullet experience "Registered Nurse" | Trained four nurses
9:1 role experience "Care Assistant" at "Example Home" (June 2015 - May 2018) | Care Assistant
10:1 role experience "Care Assistant" | Example Home
11:1 role experience "Care Assistant" | June 2015 - May 2018
12:3 bullet experience "Care Assistant" | Helped residents
)");
  EXPECT_EQ(ReadDump("plain", "Tia Example\nProduct Owner\nAnalyst, Example Bank\n2018 - 2024\n- Cut costs\n- Led a team\n"),
            R"(1:1 name top | Tia Example
2:1 headline top | Product Owner
3:1 role experience "Analyst" at "Example Bank" (2018 - 2024) | Analyst, Example Bank
4:1 role experience "Analyst" | 2018 - 2024
5:3 bullet experience "Analyst" | Cut costs
6:3 bullet experience "Analyst" | Led a team
)");
  EXPECT_EQ(ReadDump("plain", "Client: Example Heating      Jan 2018 - Dec 2020\nRole: Product Owner\n\nResponsibilities:\n* Cut costs\n* Led a team\n"),
            R"(1:1 role experience "Product Owner" at "Example Heating" (Jan 2018 - Dec 2020) | Client: Example Heating Jan 2018 - Dec 2020
2:1 role experience "Product Owner" | Role: Product Owner
4:1 heading experience "Product Owner" | Responsibilities:
5:3 bullet experience "Product Owner" | Cut costs
6:3 bullet experience "Product Owner" | Led a team
)");
}

TEST(Plain, SeveralJobsWithOneEmployer) {
  EXPECT_EQ(ReadDump("plain",
                     "Experience\n==========\n\nExample Mining, Perth\n---------------------\nProject Manager (2016-2020)\n* Cut costs\n\n"
                     "Engineer (2012-2016)\n* Drew plans\n"),
            R"(1:1 heading experience | Experience
4:1 role experience "Project Manager" at "Example Mining" (2016-2020) | Example Mining, Perth
6:1 role experience "Project Manager" | Project Manager (2016-2020)
7:3 bullet experience "Project Manager" | Cut costs
9:1 role experience "Engineer" at "Example Mining" (2012-2016) | Engineer (2012-2016)
10:3 bullet experience "Engineer" | Drew plans
)");
}

TEST(Plain, OneLongLine) {
  const std::string text =
      "Kim Sample Product Owner Work Experience Product Owner Example Bank - Columbus, OH June 2014 to Present "
      "• Prioritized backlog for the deposits team • Wrote user stories with acceptance criteria and tests for "
      "every team • Facilitated sprint planning Business Analyst Sample Corp - Austin, TX March 2010 to May 2014 "
      "• Gathered requirements from branch staff and call centres • Documented flows Education BS Example "
      "University Certifications CSPO\n";
  EXPECT_EQ(ReadDump("plain", text),
            R"(1:1 headline top | Kim Sample Product Owner
1:26 heading experience | Work Experience
1:42 role experience "Product Owner" at "Example Bank" (June 2014 to Present, current) | Product Owner Example Bank - Columbus, OH June 2014 to Present
1:107 bullet experience "Product Owner" | Prioritized backlog for the deposits team
1:151 bullet experience "Product Owner" | Wrote user stories with acceptance criteria and tests for every team
1:222 bullet experience "Product Owner" | Facilitated sprint planning
1:250 role experience "Business Analyst" at "Sample Corp" (March 2010 to May 2014) | Business Analyst Sample Corp - Austin, TX March 2010 to May 2014
1:317 bullet experience "Business Analyst" | Gathered requirements from branch staff and call centres
1:376 bullet experience "Business Analyst" | Documented flows
1:393 heading education | Education
1:403 paragraph education | BS Example University Certifications CSPO
)");
}

}  // namespace
}  // namespace resumelint
