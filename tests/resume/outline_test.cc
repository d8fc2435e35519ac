#include "resume/outline.h"

#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Outline, MatchesHeadings) {
  const std::pair<const char*, SectionKind> known[] = {
      {"EXPERIENCE", SectionKind::kExperience},
      {"Work History:", SectionKind::kExperience},
      {"=== Professional Experience ===", SectionKind::kExperience},
      {"E X P E R I E N C E", SectionKind::kExperience},
      {"Skills & Tools", SectionKind::kSkills},
      {"Skills and Tools", SectionKind::kSkills},
      {"Licenses and Certifications", SectionKind::kCertifications},
      {"★ Education", SectionKind::kEducation},
      {"Recent Work Experience", SectionKind::kExperience},
  };
  for (const auto& [heading, kind] : known) {
    const SectionMatch match = MatchSection(heading, Terms());
    EXPECT_TRUE(match.known) << heading;
    EXPECT_EQ(match.kind, kind) << heading;
  }
  for (const char* heading : {"Example Bank", "Product Owner", "", "-----",
                              "A heading of very many words that ends with skills"}) {
    EXPECT_FALSE(MatchSection(heading, Terms()).known) << heading;
  }
}

TEST(Outline, FindsRolesAndSections) {
  const ReadCase cases[] = {
      {"title, then company, then dates",
       "Experience\n\nProduct Owner\nExample Bank, Leeds\nMar 2020 - Present\n- Cut costs\n",
       R"(1:1 heading experience | Experience
3:1 role experience "Product Owner" at "Example Bank" (Mar 2020 - Present, current) | Product Owner
4:1 role experience "Product Owner" | Example Bank, Leeds
5:1 role experience "Product Owner" | Mar 2020 - Present
6:3 bullet experience "Product Owner" | Cut costs
)"},
      {"company, then title with dates",
       "Experience\n\nExample Bank\nProduct Owner   2015 - 2019\n- Cut costs\n\nSample Corp\nAnalyst   2012 - 2015\n- Cut more\n",
       R"(1:1 heading experience | Experience
3:1 role experience "Product Owner" at "Example Bank" (2015 - 2019) | Example Bank
4:1 role experience "Product Owner" | Product Owner 2015 - 2019
5:3 bullet experience "Product Owner" | Cut costs
7:1 role experience "Analyst" at "Sample Corp" (2012 - 2015) | Sample Corp
8:1 role experience "Analyst" | Analyst 2012 - 2015
9:3 bullet experience "Analyst" | Cut more
)"},
      {"labels",
       "EXPERIENCE\n\nClient: Example Telecom\nRole: Product Owner\nDuration: Jan 2018 - Till date\nResponsibilities:\n- Cut costs\nEnvironment: Jira, Java\n",
       R"(1:1 heading experience | EXPERIENCE
3:1 role experience "Product Owner" at "Example Telecom" (Jan 2018 - Till date, current) | Client: Example Telecom
4:1 role experience "Product Owner" | Role: Product Owner
5:1 role experience "Product Owner" | Duration: Jan 2018 - Till date
6:1 heading experience "Product Owner" | Responsibilities:
7:3 bullet experience "Product Owner" | Cut costs
8:1 paragraph skills "Product Owner" | Environment: Jira, Java
)"},
      {"certifications and skills are not bullets of a job",
       "EXPERIENCE\nOwner, Example Ltd 2019 - 2020\n- Cut costs\n\nCERTIFICATIONS\n- CSPO\n\nSKILLS\n- Jira\n",
       R"(1:1 heading experience | EXPERIENCE
2:1 role experience "Owner" at "Example Ltd" (2019 - 2020) | Owner, Example Ltd 2019 - 2020
3:3 bullet experience "Owner" | Cut costs
5:1 heading certifications | CERTIFICATIONS
6:3 item certifications | CSPO
8:1 heading skills | SKILLS
9:3 item skills | Jira
)"},
      {"no headings at all", "Kim Example\nProduct Owner\nkim@example.com\n\nProduct Owner, Example Ltd 2019 - now\n- Cut costs\n",
       R"(1:1 name top | Kim Example
2:1 headline top | Product Owner
3:1 contact top | kim@example.com
5:1 role experience "Product Owner" at "Example Ltd" (2019 - now, current) | Product Owner, Example Ltd 2019 - now
6:3 bullet experience "Product Owner" | Cut costs
)"},
      {"an unknown heading over jobs", "Kim Example\n\nMY WAY SO FAR\n\nProduct Owner, Example Ltd 2019 - 2020\n- Cut costs\n\nSKILLS\nJira\n",
       R"(1:1 name top | Kim Example
3:1 heading experience | MY WAY SO FAR
5:1 role experience "Product Owner" at "Example Ltd" (2019 - 2020) | Product Owner, Example Ltd 2019 - 2020
6:3 bullet experience "Product Owner" | Cut costs
8:1 heading skills | SKILLS
9:1 paragraph skills | Jira
)"},
      {"prose and bullets before the first heading are a summary",
       "Kim Example\n\nI make payments simple for small shops.\n- Eight years in payments\n\nEXPERIENCE\nOwner, X Ltd 2019 - 2020\n- Cut costs\n",
       R"(1:1 name top | Kim Example
3:1 paragraph summary | I make payments simple for small shops.
4:3 item summary | Eight years in payments
6:1 heading experience | EXPERIENCE
7:1 role experience "Owner" at "X Ltd" (2019 - 2020) | Owner, X Ltd 2019 - 2020
8:3 bullet experience "Owner" | Cut costs
)"},
      {"small capitals, and a heading behind an icon", "Kim Example\n\nW ORK E XPERIENCE\n\nProduct Owner, Example Ltd 2019 - 2021\n- Cut costs\n\n\xEF\x82\xB1 Skills\n- SQL\n",
       "1:1 name top | Kim Example\n3:1 heading experience | W ORK E XPERIENCE\n"
       "5:1 role experience \"Product Owner\" at \"Example Ltd\" (2019 - 2021) | Product Owner, Example Ltd 2019 - 2021\n"
       "6:3 bullet experience \"Product Owner\" | Cut costs\n8:1 heading skills | \xEF\x82\xB1 Skills\n9:3 item skills | SQL\n"},
      {"jobs that follow a summary under no heading of their own",
       "Kim Example\n\nSUMMARY\n- Eight years in payments\n\nExample Ltd\nProduct Owner\nJan 2022 - Present\n- Cut costs\n",
       "1:1 name top | Kim Example\n3:1 heading summary | SUMMARY\n4:3 item summary | Eight years in payments\n"
       "6:1 role experience \"Product Owner\" at \"Example Ltd\" (Jan 2022 - Present, current) | Example Ltd\n7:1 role experience \"Product Owner\" | Product Owner\n"
       "8:1 role experience \"Product Owner\" | Jan 2022 - Present\n9:3 bullet experience \"Product Owner\" | Cut costs\n"},
      {"an item that is only an address is no bullet", "EXPERIENCE\n- Cut costs\n- Ferry: https://example.com/ferry\n- Certified for ISO 27001 (80%)\n- Phone: 555 0100 200 100\n",
       "1:1 heading experience | EXPERIENCE\n2:3 bullet experience | Cut costs\n3:3 contact experience | Ferry: https://example.com/ferry\n"
       "4:3 bullet experience | Certified for ISO 27001 (80%)\n5:3 contact experience | Phone: 555 0100 200 100\n"},
      {"a job that follows the skills of the one before", "EXPERIENCE\n\nOwner, Example Ltd 2020 - 2021\n- Cut costs\n\nSKILLS\n- SQL\n\nSample Inc\nAnalyst (May 2018 - June 2020)\n- Found waste\n",
       "1:1 heading experience | EXPERIENCE\n3:1 role experience \"Owner\" at \"Example Ltd\" (2020 - 2021) | Owner, Example Ltd 2020 - 2021\n"
       "4:3 bullet experience \"Owner\" | Cut costs\n6:1 heading skills | SKILLS\n7:3 item skills | SQL\n"
       "9:1 role experience \"Analyst\" at \"Sample Inc\" (May 2018 - June 2020) | Sample Inc\n10:1 role experience \"Analyst\" | Analyst (May 2018 - June 2020)\n"
       "11:3 bullet experience \"Analyst\" | Found waste\n"},
      {"dates and a place in the list, as programs put them", "EXPERIENCE\n\nProduct Owner, Example Ltd\n- Nov 2021 - present\n- Leeds, UK\n- Cut costs, Sold Things\n- example.com/ferry\n- May 2019\n",
       "1:1 heading experience | EXPERIENCE\n3:1 role experience \"Product Owner\" at \"Example Ltd\" (Nov 2021 - present, current) | Product Owner, Example Ltd\n"
       "4:3 role experience \"Product Owner\" | Nov 2021 - present\n5:3 role experience \"Product Owner\" | Leeds, UK\n"
       "6:3 bullet experience \"Product Owner\" | Cut costs, Sold Things\n7:3 contact experience \"Product Owner\" | example.com/ferry\n"
       "8:3 bullet experience \"Product Owner\" | May 2019\n"},
      {"people to ask", "EXPERIENCE\n- Cut costs\n\nREFERENCES\n- Robin Example, robin@example.com\n",
       "1:1 heading experience | EXPERIENCE\n2:3 bullet experience | Cut costs\n4:1 heading other | REFERENCES\n5:3 contact other | Robin Example, robin@example.com\n"},
  };
  ExpectReads("plain", cases);
}

TEST(Outline, NestedHeadings) {
  EXPECT_EQ(ReadDump("markdown",
                     "# Kim Example\n\n## Experience\n\n### Example Corp\n\n#### Product Owner (2018 - 2021)\n\n- Cut costs\n\n"
                     "#### Analyst (2016 - 2018)\n\n- Found waste\n\n#### Skills\n\n- Jira\n\n### Sample Ltd, Tester, 2012 - 2016\n\n- Tested\n"),
            R"(1:3 name top | Kim Example
3:4 heading experience | Experience
5:5 role experience "Product Owner" at "Example Corp" (2018 - 2021) | Example Corp
7:6 role experience "Product Owner" | Product Owner (2018 - 2021)
9:3 bullet experience "Product Owner" | Cut costs
11:6 role experience "Analyst" at "Example Corp" (2016 - 2018) | Analyst (2016 - 2018)
13:3 bullet experience "Analyst" | Found waste
15:6 heading skills | Skills
17:3 item skills | Jira
19:5 role experience "Tester" at "Sample Ltd" (2012 - 2016) | Sample Ltd, Tester, 2012 - 2016
21:3 bullet experience "Tester" | Tested
)");
}

TEST(Outline, SubHeadingsOfSkillsStayAmongThem) {
  EXPECT_EQ(ReadDump("markdown",
                     "# Kim Example\n\n- Leeds, UK\n- kim@example.com\n\n## Skills\n\n### Python Language\n\n- pandas\n\n### Version Control\n\n- Git\n\n"
                     "### Work History\n\n- Cut costs\n"),
            R"(1:3 name top | Kim Example
3:3 contact top | Leeds, UK
4:3 contact top | kim@example.com
6:4 heading skills | Skills
8:5 heading skills | Python Language
10:3 item skills | pandas
12:5 heading skills | Version Control
14:3 item skills | Git
16:5 heading experience | Work History
18:3 bullet experience | Cut costs
)");
}

TEST(Outline, KeepsTheFieldsThatAReaderGives) {
  Document document;
  document.source = *MakeSource("x", "Owner, not a title\n- Cut costs\n");
  document.roles.push_back({"Head of Cheese", "Example Dairy", "2019 - now", false, SectionKind::kOther, 0});
  Block role;
  role.kind = BlockKind::kRole;
  role.role = 0;
  role.span = {0, 18};
  role.text.AppendVerbatim("Owner, not a title", 0);
  Block bullet;
  bullet.kind = BlockKind::kBullet;
  bullet.span = {19, 30};
  bullet.text.AppendVerbatim("Cut costs", 21);
  document.blocks = {role, bullet};
  ApplyOutline(document, Terms());
  EXPECT_EQ(Dump(document),
            "1:1 role experience \"Head of Cheese\" at \"Example Dairy\" (2019 - now, current) | Owner, not a title\n"
            "2:3 bullet experience \"Head of Cheese\" | Cut costs\n");
}

}  // namespace
}  // namespace resumelint
