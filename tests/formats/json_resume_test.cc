#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(JsonResume, Reads) {
  const ReadCase cases[] = {
      {"basics", R"({"basics": {"name": "Kim Example", "label": "Product Owner", "email": "kim@example.com", "image": "",
 "summary": "Owner of payments.", "location": {"city": "Leeds"}, "profiles": [{"network": "X", "username": "kim"}]}})",
       "1:22 name top | Kim Example\n1:46 headline top | Product Owner\n1:72 contact top | kim@example.com\n"
       "2:3 heading summary | summary\n2:14 paragraph summary | Owner of payments.\n"},
      {"work with highlights", R"({"work": [{"name": "Example Bank", "position": "Product Owner", "startDate": "2019-01",
  "highlights": ["Cut \"costs\" & caf\u00e9s", "", "Java"]}]})",
       "1:3 heading experience | work\n"
       "1:21 role experience \"Product Owner\" at \"Example Bank\" (2019-01, current) | Example Bank, Product Owner, 2019-01\n"
       "2:19 bullet experience \"Product Owner\" | Cut \"costs\" & cafés\n2:53 bullet experience \"Product Owner\" | Java\n"},
      {"old keys, an end date, keys sorted by name",
       R"({"work": [{"company": "Old Co", "endDate": "2018-02", "highlights": ["Cut costs"], "position": "Analyst",
 "startDate": "2015", "website": "https://example.com"}]})",
       "1:3 heading experience | work\n"
       "1:24 role experience \"Analyst\" at \"Old Co\" (2015 - 2018-02) | Old Co, 2018-02\n"
       "1:71 bullet experience \"Analyst\" | Cut costs\n"},
      {"bullets within a summary, all on one line",
       R"({"work": [{"name": "A Co", "position": "PO", "highlights": [], "summary": "Owned it.\n- Cut costs\n\u2022 Led \ud83d\ude80\nShipped it"}]})",
       "1:3 heading experience | work\n1:21 role experience \"PO\" at \"A Co\" | A Co, PO\n"
       "1:76 paragraph experience \"PO\" | Owned it.\n1:89 bullet experience \"PO\" | Cut costs\n"
       "1:107 bullet experience \"PO\" | Led 🚀\n1:125 bullet experience \"PO\" | Shipped it\n"},
      {"other carriers", R"({"experience": [{"title": "PO", "employer": "A Co", "period": "2019 - now", "bullets": ["Cut costs"],
 "responsibilities": "Led a team\nRan planning", "keyAchievements": [{"text": "Won it"}], "did_well": ["Helped four teams ship things"]}]})",
       "1:3 heading experience | experience\n"
       "1:28 role experience \"PO\" at \"A Co\" (2019 - now, current) | PO, A Co, 2019 - now\n"
       "1:90 bullet experience \"PO\" | Cut costs\n2:23 bullet experience \"PO\" | Led a team\n"
       "2:35 bullet experience \"PO\" | Ran planning\n2:80 bullet experience \"PO\" | Won it\n"
       "2:105 bullet experience \"PO\" | Helped four teams ship things\n"},
      {"several positions at one employer",
       R"({"work": [{"company": "A Co", "positions": [{"title": "PO", "start": "2019", "highlights": ["Cut costs"]},
 {"title": "BA", "start": "2017", "end": "2019", "highlights": ["Led things"]}]}]})",
       "1:3 heading experience | work\n1:24 role experience \"\" at \"A Co\" | A Co\n"
       "1:56 role experience \"PO\" at \"A Co\" (2019, current) | PO, 2019\n1:94 bullet experience \"PO\" | Cut costs\n"
       "2:13 role experience \"BA\" at \"A Co\" (2017 - 2019) | BA, 2017, 2019\n2:66 bullet experience \"BA\" | Led things\n"},
      {"lists of words and studies",
       R"({"skills": [{"name": "Research", "level": "", "keywords": ["interviews", "surveys"]}, "SQL"],
"languages": [{"language": "English", "fluency": "Native"}], "interests": ["Chess"],
"education": [{"institution": "Example University", "area": "Sociology", "studyType": "MA", "endDate": 2011}],
"references": [{"name": "Jo", "reference": "The best product owner we had."}], "meta": {"theme": "x y z a b c"}})",
       "1:3 heading skills | skills\n1:23 paragraph skills | Research: interviews, surveys\n1:88 item skills | SQL\n"
       "2:2 heading languages | languages\n2:29 paragraph languages | English: Native\n2:63 heading interests | interests\n"
       "2:77 item interests | Chess\n3:2 heading education | education\n"
       "3:32 role education \"MA\" at \"Example University\" (2011) | Example University, MA, 2011\n"},
      {"projects and volunteering",
       R"({"projects": [{"name": "Lint", "description": "A tool.", "highlights": ["Found 9 bugs"]}],
"volunteer": [{"organization": "Food bank", "position": "Driver", "summary": "Drove food to people in need."}]})",
       "1:3 heading projects | projects\n1:25 role projects \"Lint\" | Lint\n1:48 paragraph projects \"Lint\" | A tool.\n"
       "1:74 bullet projects \"Lint\" | Found 9 bugs\n2:2 heading volunteering | volunteer\n"
       "2:33 role volunteering \"Driver\" at \"Food bank\" | Food bank, Driver\n"
       "2:79 paragraph volunteering \"Driver\" | Drove food to people in need.\n"},
      {"entries by name, dates as a pair", R"({"projects": {"Lint": {"description": "A tool.", "tagline": "Finds what nobody wants to read", "bullets": ["Found bugs"]}},
"work": {"A Co": {"title": "PO", "dates": {"start": "2019", "end": "now"}, "bullets": ["Cut costs"]}}})",
       "1:3 heading projects | projects\n1:16 role projects \"Lint\" | Lint\n1:40 paragraph projects \"Lint\" | A tool.\n"
       "1:62 paragraph projects \"Lint\" | Finds what nobody wants to read\n1:109 bullet projects \"Lint\" | Found bugs\n"
       "2:2 heading experience | work\n2:29 role experience \"PO\" at \"A Co\" (2019 - now, current) | PO, 2019, now\n"
       "2:89 bullet experience \"PO\" | Cut costs\n"},
      {"comments as some tools allow them", "// resumelint: off a/b\n{\"work\": [{\"position\": \"PO\", \"highlights\": [\"Cut costs\" /* x */]}]}",
       "2:3 heading experience | work\n2:25 role experience \"PO\" | PO\n2:46 bullet experience \"PO\" | Cut costs\n"
       "directive resumelint: off a/b\n"},
      {"a label for tools is no achievement", R"({"work": [{"position": "PO", "highlights": ["Tools: Jira, Miro"]}]})",
       "1:3 heading experience | work\n1:25 role experience \"PO\" | PO\n1:46 item skills \"PO\" | Tools: Jira, Miro\n"},
  };
  ExpectReads("json", cases);
}

TEST(JsonResume, SaysWhereItIsBroken) {
  const auto document = ReadDocument("r.json", "{\n  \"work\": [,]\n}", Terms(), "json");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().line, 2u);
  EXPECT_EQ(document.error().column, 12u);
  EXPECT_EQ(document.error().excerpt, "  \"work\": [,]");
  EXPECT_NE(document.error().what.find("not valid JSON"), std::string::npos);
}

TEST(JsonResume, NothingInItIsAnError) {
  EXPECT_EQ(ReadDump("json", R"({"name": "package", "version": "1.0"})"), "error: no resume content found, read as json\n");
}

TEST(JsonResume, IsTold) {
  const auto chosen = [](const char* path, const char* raw) { return std::string(ChooseReader(path, raw).name); };
  EXPECT_EQ(chosen("-", "{\n \"basics\": {}}"), "json");
  EXPECT_EQ(chosen("r.txt", "[{\"title\": 1}]"), "json");
  EXPECT_EQ(chosen("r.txt", "[Kim](x)\n"), "plain");
}

}  // namespace
}  // namespace resumelint
