#include "resume/line_shape.h"

#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

std::string DatesIn(std::string_view text) {
  const auto dates = FindDates(text, Terms());
  if (!dates) return "none";
  std::string out(text.substr(dates->span.begin, dates->span.size()));
  if (dates->range) out += " range";
  if (dates->current) out += " current";
  return out;
}

TEST(LineShape, FindsDates) {
  const std::pair<const char*, const char*> cases[] = {
      {"Senior Product Owner, Example Bank   Mar 2020 - Present", "Mar 2020 - Present range current"},
      {"EXAMPLE LTD - PRODUCT OWNER   APR 2019 - TILL DATE", "APR 2019 - TILL DATE range current"},
      {"Product Owner, X (2015 – 2019)", "2015 – 2019 range"},
      {"Engineer · 2021–present", "2021–present range current"},
      {"Manager - Example, 2020 to 2023", "2020 to 2023 range"},
      {"Analyst 06/2017 - 02/2020", "06/2017 - 02/2020 range"},
      {"Analyst 2017-06 - 2020-02", "2017-06 - 2020-02 range"},
      {"Intern, summer 2016", "summer 2016"},
      {"June - August 2019", "June - August 2019 range"},
      {"Sept. 2018 — now", "Sept. 2018 — now range current"},
      {"Jan '19 to Feb '21", "Jan '19 to Feb '21 range"},
      {"Since 2019", "Since 2019 range current"},
      {"2015-17", "2015-17 range"},
      {"January 5, 2019 - March 2, 2020", "January 5, 2019 - March 2, 2020 range"},
      {"15 March 2018 until 1 May 2019", "15 March 2018 until 1 May 2019 range"},
      {"Oct-2017 to Till Date", "Oct-2017 to Till Date range current"},
      {"(2019 -)", "2019 - range current"},
      {"cut costs by 40% in 12 weeks", "none"},
      {"raised it from 2,000 to 3,000", "none"},
      {"moved $2019 and 2020s", "none"},
      {"May be", "none"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(DatesIn(text), expected) << text;
}

std::string Role(std::string_view line) {
  Text text;
  text.AppendVerbatim(line, 0);
  text.FoldBlanks();
  const RoleParts parts = SplitRole(text, line, Terms());
  return parts.title + (parts.unlisted.empty() ? "" : "(" + parts.unlisted + ")") + " / " + parts.organisation + " / " + parts.dates + (parts.current ? " *" : "");
}

TEST(LineShape, SplitsRoleLines) {
  const std::pair<const char*, const char*> cases[] = {
      {"Senior Product Owner, Example Bank, Leeds     Mar 2020 - Present",
       "Senior Product Owner / Example Bank / Mar 2020 - Present *"},
      {"SAMPLE LTD - PRODUCT OWNER   APR 2019 - TILL DATE", "PRODUCT OWNER / SAMPLE LTD / APR 2019 - TILL DATE *"},
      {"Product Owner, X (2015 - 2019)", "Product Owner / X / 2015 - 2019"},
      {"Product Owner / Product Manager at Example Pay | 2019 - now",
       "Product Owner / Product Manager / Example Pay / 2019 - now *"},
      {"Example Pay      Leeds", " / Example Pay / "},
      {"2018 – 2020: Scrum Master – Sample Energy", "Scrum Master / Sample Energy / 2018 – 2020"},
      {"Staff Nurse, Telemetry, Example Hospital 2016 - 2019", "Staff Nurse / Example Hospital / 2016 - 2019"},
      {"Business Analyst Sample Corp 2010 - 2014", "Business Analyst / Sample Corp / 2010 - 2014"},
      {"Falconer — Sample Ltd, 2010–2012", "(Falconer) / Sample Ltd / 2010–2012"},
      {"Truffle Hunter at Sample Woods", "(Truffle Hunter) / Sample Woods / "},
      {"Sample Ltd, Leeds", " / Sample Ltd / "},
      {"Leeds, Sample Street, 2010", " / Leeds / 2010"},
      {"Director of Product Management, Sample Ltd", "Director of Product Management / Sample Ltd / "},
  };
  for (const auto& [line, expected] : cases) EXPECT_EQ(Role(line), expected) << line;
}

TEST(LineShape, TellsContacts) {
  for (const char* text : {"kim@example.com", "+44 20 7946 0000", "Leeds, UK | kim@example.com | 555-0100",
                           "https://example.com/kim", "LinkedIn: kim-example", "Phone: 555 0100"}) {
    EXPECT_TRUE(ShapeOf(text, Terms()).contact) << text;
  }
  for (const char* text : {"Cut 3,000,000 rows", "Product Owner", "Mar 2020 - Present",
                           "Saved 12 weeks a year for 1,400 people in 20 shops"}) {
    EXPECT_FALSE(ShapeOf(text, Terms()).contact) << text;
  }
}

TEST(LineShape, TellsPageNoise) {
  for (const char* text : {"Page 1 of 3", "- 2 -", "2 / 3", "Email me on Indeed: indeed.example.com/r/x"}) {
    EXPECT_TRUE(IsPageNoise(text, Terms())) << text;
  }
  for (const char* text : {"2010 - 2012", "Page design", "3 products launched"}) {
    EXPECT_FALSE(IsPageNoise(text, Terms())) << text;
  }
}

}  // namespace
}  // namespace resumelint
