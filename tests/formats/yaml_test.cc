#include <gtest/gtest.h>

#include "formats/check.h"
#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Yaml, Reads) {
  const ReadCase cases[] = {
      {"RenderCV",
       "cv:\n  name: Kim Example\n  headline: Product Owner\n  email: kim@example.com\n  sections:\n    summary:\n"
       "      - Owner of **payments**.\n    Professional Experience:\n      - company: Example Bank\n        position: PO\n"
       "        start_date: 2019-01\n        end_date: present\n        highlights:\n          - Cut costs: 40%\n"
       "          - 'Thesis: Owner''s view'\n    toolbox:\n      - label: Research\n        details: interviews, surveys\n"
       "    Anything Else:\n      - bullet: Did it\n",
       "2:9 name top | Kim Example\n3:13 headline top | Product Owner\n4:10 contact top | kim@example.com\n"
       "6:5 heading summary | summary\n7:9 paragraph summary | Owner of payments.\n"
       "8:5 heading experience | Professional Experience\n"
       "9:18 role experience \"PO\" at \"Example Bank\" (2019-01 - present, current) | Example Bank, PO, 2019-01, present\n"
       "14:13 bullet experience \"PO\" | Cut costs: 40%\n15:14 bullet experience \"PO\" | Thesis: Owner's view\n"
       "16:5 heading skills | toolbox\n17:16 paragraph skills | Research: interviews, surveys\n"
       "19:5 heading other | Anything Else\n20:17 bullet other | Did it\n"},
      {"a theme's data file with Markdown in a literal",
       "experiences:\n  - role: Product Owner\n    time: 2014 - Present\n    company: Startup Hub\n    details: |\n"
       "      Worked on payments\n      for shops.\n\n        - Cut costs &mdash; *twice*\n        - Led a team\n          of five\n",
       "1:1 heading experience | experiences\n"
       "2:11 role experience \"Product Owner\" at \"Startup Hub\" (2014 - Present, current) | Product Owner, 2014 - Present, Startup Hub\n"
       "6:7 paragraph experience \"Product Owner\" | Worked on payments for shops.\n"
       "9:11 bullet experience \"Product Owner\" | Cut costs — twice\n10:11 bullet experience \"Product Owner\" | Led a team of five\n"},
      {"all styles of scalars",
       "experience:\n  - title: PO\n    highlights:\n      - plain that\n        wraps  # comment\n      - \"double \\\"quoted\\\" \\\n         caf\\u00e9\"\n"
       "      - >-\n        folded\n        text\n      - |\n        - one\n        - two\n    responsibilities: |\n      First\n      Second\n",
       "1:1 heading experience | experience\n2:12 role experience \"PO\" | PO\n4:9 bullet experience \"PO\" | plain that wraps\n"
       "6:10 bullet experience \"PO\" | double \"quoted\" café\n9:9 bullet experience \"PO\" | folded text\n"
       "12:11 bullet experience \"PO\" | one\n13:11 bullet experience \"PO\" | two\n15:7 bullet experience \"PO\" | First\n"
       "16:7 bullet experience \"PO\" | Second\n"},
      {"HTML in a scalar", "jobs:\n  - position: PO\n    company: A Co\n    summary: <ul><li>Cut &amp; saved</li><li>Led</li></ul>\n",
       "1:1 heading experience | jobs\n2:15 role experience \"PO\" at \"A Co\" | PO, A Co\n"
       "4:22 bullet experience \"PO\" | Cut & saved\n4:46 bullet experience \"PO\" | Led\n"},
      {"sections that name themselves",
       "- title: Work Experience\n  contents:\n    - title: PO\n      institution: A Co\n      year: 2019 - now\n      description:\n        - Cut costs\n"
       "        - title: Inner\n          contents: [Led a team]\n- title: Skills\n  type: list\n  contents: [SQL, Jira]\n",
       "1:10 heading experience | Work Experience\n3:14 role experience \"PO\" at \"A Co\" (2019 - now, current) | PO, A Co, 2019 - now\n"
       "7:11 bullet experience \"PO\" | Cut costs\n8:18 bullet experience \"PO\" | Inner\n9:22 bullet+1 experience \"PO\" | Led a team\n"
       "10:10 heading skills | Skills\n12:14 item skills | SQL\n12:19 item skills | Jira\n"},
      {"entries that stand under the key of a text, the employer as title",
       "content:\n  - title: Experience\n    layout: list\n    content:\n      - layout: left\n        title: Example Bank\n        sub_title: Product Owner\n"
       "        caption: 2020 - present\n        description: |\n          - Cut costs\n          ## Later\n          - Led a team\n",
       "2:12 heading experience | Experience\n"
       "6:16 role experience \"Product Owner\" at \"Example Bank\" (2020 - present, current) | Example Bank, Product Owner, 2020 - present\n"
       "10:13 bullet experience \"Product Owner\" | Cut costs\n11:14 paragraph experience \"Product Owner\" | Later\n12:13 bullet experience \"Product Owner\" | Led a team\n"},
      {"words about the person and of studies are no bullets",
       "- title: General\n  contents:\n    - name: Nationality\n      value: British\n- title: Education\n  contents:\n    - degree: BSc\n      courses: [Statistics, Law]\n"
       "      notes_of_mine: [Wrote a thesis on queues]\n",
       "3:13 contact top | Nationality: British\n5:10 heading education | Education\n7:15 role education \"BSc\" | BSc\n"
       "9:23 item education \"BSc\" | Wrote a thesis on queues\n"},
      {"a file of entries alone", "- company: A Co\n  position: PO\n  duration: 2019 - 2021\n  summary: Led things there.\n",
       "1:12 role experience \"PO\" at \"A Co\" (2019 - 2021) | A Co, PO, 2019 - 2021\n4:12 paragraph experience \"PO\" | Led things there.\n"},
      {"a nested list", "work:\n  - position: PO\n    highlights:\n      - Led three teams:\n          - inner one\n          - inner two\n      - Next\n",
       "1:1 heading experience | work\n2:15 role experience \"PO\" | PO\n4:9 bullet experience \"PO\" | Led three teams\n"
       "5:13 bullet+1 experience \"PO\" | inner one\n6:13 bullet+1 experience \"PO\" | inner two\n7:9 bullet experience \"PO\" | Next\n"},
      {"anchors, aliases, `no` and several documents",
       "work:\n  - &a\n    position: &t PO\n    highlights: [&x Cut costs, *x, no]\n---\nskills: !!seq [SQL]\n",
       "1:1 heading experience | work\n3:18 role experience \"PO\" | PO\n4:21 bullet experience \"PO\" | Cut costs\n"
       "4:36 bullet experience \"PO\" | no\n6:1 heading skills | skills\n6:16 item skills | SQL\n"},
      {"comments hide, directives count, # in texts stays",
       "# resumelint: off a/b\nwork:\n  - position: PO  # resumelint: ignore c/d\n    summary: |\n      C# and #1 in F#\n    # - commented out\n"
       "    highlights:\n      - 'Cut # costs'\n",
       "2:1 heading experience | work\n3:15 role experience \"PO\" | PO\n5:7 paragraph experience \"PO\" | C# and #1 in F#\n"
       "8:10 bullet experience \"PO\" | Cut # costs\ndirective resumelint: off a/b\ndirective resumelint: ignore c/d\n"},
      {"positions after letters of several bytes", "jobs:\n  - title: \"Café – PO\"\n    highlights: [é, 'ü Cut costs']\n",
       "1:1 heading experience | jobs\n2:13 role experience \"Café – PO\" | Café – PO\n3:18 bullet experience \"Café – PO\" | é\n"
       "3:22 bullet experience \"Café – PO\" | ü Cut costs\n"},
      {"breaks of YAML 1.1", "work:\n  - position: PO\n    highlights: [Cut \u2028 costs, Led \u0085a team]\n",
       "1:1 heading experience | work\n2:15 role experience \"PO\" | PO\n3:18 bullet experience \"PO\" | Cut costs\n"
       "3:31 bullet experience \"PO\" | Led a team\n"},
      {"CRLF", "work:\r\n  - position: PO\r\n    summary: |\r\n      - one\r\n      - two\r\n",
       "1:1 heading experience | work\n2:15 role experience \"PO\" | PO\n4:9 bullet experience \"PO\" | one\n5:9 bullet experience \"PO\" | two\n"},
      {"a wrapped item that holds a list",
       "work:\n  - position: PO\n    highlights:\n      - Cut costs\n        by half\n        - closed two sites\n        - sold one\n      - Led a team\n",
       "1:1 heading experience | work\n2:15 role experience \"PO\" | PO\n4:9 bullet experience \"PO\" | Cut costs by half\n"
       "6:11 bullet+1 experience \"PO\" | closed two sites\n7:11 bullet+1 experience \"PO\" | sold one\n8:9 bullet experience \"PO\" | Led a team\n"},
      {"marked lines with tags, wrapped without an indent",
       "experiences:\n  - role: PO\n    details: |\n      - <b>Cut</b> costs\n      by half. Then again.\n      - Led <i>a team</i>\n",
       "1:1 heading experience | experiences\n2:11 role experience \"PO\" | PO\n4:12 bullet experience \"PO\" | Cut costs by half. Then again.\n"
       "6:9 bullet experience \"PO\" | Led a team\n"},
      {"a number at a line's start that counts nothing",
       "work:\n  - role: PO\n    details: |\n      Taught children between the ages of 10 and\n      17. They wrote programs.\n",
       "1:1 heading experience | work\n2:11 role experience \"PO\" | PO\n4:7 paragraph experience \"PO\" | Taught children between the ages of 10 and\n"
       "5:7 paragraph experience \"PO\" | 17. They wrote programs.\n"},
  };
  for (const ReadCase& c : cases) {
    EXPECT_EQ(ReadDump("yaml", c.input), c.dump) << c.what;
    EXPECT_EQ(Faults(ReadText("yaml", c.input)), "") << c.what;
    EXPECT_TRUE(ReadText("yaml", c.input).notes.empty()) << c.what;
  }
}

TEST(Yaml, ReadsBrokenFilesLineByLine) {
  const ReadCase cases[] = {
      {"a colon too many", "work:\n- title: PO\n  company: A Co\n  years: 2019 - now\n  bullets:\n    - item: Linux: CentOS, Ubuntu\n"
       "    - Cut costs: by 40%: yes\n    - Led a team\n      of five\n  summary: |\n     Prose.\n       - listed\n- title: BA\n  bullets:\n  - same indent\n",
       "1:1 heading experience | work\n2:10 role experience \"PO\" at \"A Co\" (2019 - now, current) | PO, A Co, 2019 - now\n"
       "6:13 bullet experience \"PO\" | Linux: CentOS, Ubuntu\n7:7 bullet experience \"PO\" | Cut costs: by 40%: yes\n"
       "8:7 bullet experience \"PO\" | Led a team of five\n11:6 paragraph experience \"PO\" | Prose.\n12:10 bullet experience \"PO\" | listed\n"
       "13:10 role experience \"BA\" | BA\n15:5 bullet experience \"BA\" | same indent\n"},
      {"tabs", "work:\n\t- position: PO\n\t  highlights:\n\t\t- Cut costs\n\t\t- 'quoted'\nskills:\n\t- SQL\n",
       "1:1 heading experience | work\n2:14 role experience \"PO\" | PO\n4:5 bullet experience \"PO\" | Cut costs\n"
       "5:6 bullet experience \"PO\" | quoted\n6:1 heading skills | skills\n7:4 item skills | SQL\n"},
      {"CRLF", "work:\r\n- title: PO: x: y\r\n  bullets:\r\n    - Cut costs \\\r\n      by half\r\n",
       "1:1 heading experience | work\n2:10 role experience \"PO: x: y\" | PO: x: y\n4:7 bullet experience \"PO: x: y\" | Cut costs \\ by half\n"},
      {"bad indentation", "name: Kim Example\nwork:\n  - position: PO\n   company: A Co\n    highlights:\n      - Cut costs\n",
       "1:7 name top | Kim Example\n2:1 heading experience | work\n3:15 role experience \"PO\" at \"A Co\" | PO, A Co\n6:9 bullet experience \"PO\" | Cut costs\n"},
      {"comments and switches", "sidebar:\n  education: True # or False\nwork:\n  - position: PO # he: leads\n    highlights:\n      - Cut: costs: twice\n    note: a: b\n   bad: x\n",
       "3:1 heading experience | work\n4:15 role experience \"PO\" | PO\n6:9 bullet experience \"PO\" | Cut: costs: twice\n"
       "7:11 paragraph experience \"PO\" | a: b\n"},
  };
  for (const ReadCase& c : cases) {
    EXPECT_EQ(ReadDump("yaml", c.input), c.dump) << c.what;
    const Document document = ReadText("yaml", c.input);
    EXPECT_EQ(Faults(document), "") << c.what;
    ASSERT_EQ(document.notes.size(), 1u) << c.what;
    EXPECT_NE(document.notes[0].text.find("line by line"), std::string::npos);
    EXPECT_GT(document.notes[0].line, 0u);
  }
}

TEST(Yaml, IsTold) {
  const auto chosen = [](const char* path, const char* raw) { return std::string(ChooseReader(path, raw).name); };
  EXPECT_EQ(chosen("-", "cv:\n  name: Kim\n  sections:\n    work:\n      - title: PO\n"), "yaml");
  EXPECT_EQ(chosen("resume.yml", "- PO\n"), "yaml");
  EXPECT_EQ(chosen("-", "---\ntitle: Kim\nlayout: x\nname: y\n---\n\n# Kim\n\n- x\n"), "markdown");
  EXPECT_EQ(chosen("-", "Kim Example\nEmail: kim@example.com\nExperience:\n- x\n"), "plain");
}

}  // namespace
}  // namespace resumelint
