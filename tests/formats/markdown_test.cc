#include <gtest/gtest.h>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Markdown, Reads) {
  const ReadCase cases[] = {
      {"markup is not text",
       "## Experience\n\n* Managed **the** backlog &amp; `Jira` \\*items\\* with [a link](https://example.com)\n",
       "1:4 heading experience | Experience\n"
       "3:3 bullet experience | Managed the backlog & Jira *items* with a link\n"},
      {"lazy continuation and hard breaks", "- Cut\ncosts\n- Raised  \n  sales\\\n  twice\n",
       "1:3 bullet experience | Cut costs\n3:3 bullet experience | Raised sales twice\n"},
      {"numbers, tasks, nesting", "1. One thing\n2. Two things\n   - inner\n\n- [x] Done thing\n",
       "1:4 bullet experience | One thing\n2:4 bullet experience | Two things\n3:6 bullet+1 experience | inner\n"
       "5:7 bullet experience | Done thing\n"},
      {"a dash as code", "- `-` Cut costs\n", "1:7 bullet experience | Cut costs\n"},
      {"emphasis at line start is no bullet", "## Summary\n\n*Makes* payments simple.\n",
       "1:4 heading summary | Summary\n3:2 paragraph summary | Makes payments simple.\n"},
      {"bold roles and typed glyphs",
       "## Experience\n\n**Senior PM, Example Ltd** (2021 - now)\n• Cut costs\n– Raised sales\n  twice\n",
       "1:4 heading experience | Experience\n"
       "3:3 role experience \"Senior PM\" at \"Example Ltd\" (2021 - now, current) | Senior PM, Example Ltd (2021 - now)\n"
       "4:3 bullet experience \"Senior PM\" | Cut costs\n5:3 bullet experience \"Senior PM\" | Raised sales twice\n"},
      {"definition lists and attributes",
       "## [EXPERIENCE]{.underline} {#x}\n\n2010-2012\n:   **Analyst**, Sample Inc\n\n    * Cut costs\n",
       "1:5 heading experience | EXPERIENCE\n"
       "3:1 role experience \"Analyst\" at \"Sample Inc\" (2010-2012) | 2010-2012\n"
       "4:7 role experience \"Analyst\" | Analyst, Sample Inc\n6:7 bullet experience \"Analyst\" | Cut costs\n"},
      {"tables", "## Experience\n\n| Role | Company | Years |\n|---|---|---|\n| Tester | Sample GmbH | 2008–2010 |\n",
       "1:4 heading experience | Experience\n"
       "5:3 role experience \"Tester\" at \"Sample GmbH\" (2008–2010) | Tester | Sample GmbH | 2008–2010\n"},
      {"HTML", "## Experience\n\n<ul><li>Cut costs</li><li>Raised &amp; doubled sales</li></ul>\n",
       "1:4 heading experience | Experience\n3:9 bullet experience | Cut costs\n3:27 bullet experience | Raised & doubled sales\n"},
      {"a fence around everything", "```text\nKim Example\n\nEXPERIENCE\n- Cut costs\n```\n",
       "2:1 name top | Kim Example\n4:1 heading experience | EXPERIENCE\n5:3 bullet experience | Cut costs\n"},
      {"bold headings", "Kim Example\n\n**Experience**\n\n- Cut costs\n\n**Skills**\n\n- Jira\n",
       "1:1 name top | Kim Example\n3:3 heading experience | Experience\n5:3 bullet experience | Cut costs\n"
       "7:3 heading skills | Skills\n9:3 item skills | Jira\n"},
      {"a rule under a paragraph makes no heading of it",
       "# Kim Example\n\nLeeds, UK | kim@example.com\n---\n\n## Experience\n\n- Cut costs\n",
       "1:3 name top | Kim Example\n3:1 contact top | Leeds, UK | kim@example.com\n"
       "6:4 heading experience | Experience\n8:3 bullet experience | Cut costs\n"},
      {"a line of another tool ends a paragraph", "## Summary\n\nMakes payments\n\\vspace{1em}\nsimple to use.\n",
       "1:4 heading summary | Summary\n3:1 paragraph summary | Makes payments\n5:1 paragraph summary | simple to use.\n"},
      {"no markup at all", "prioritized backlog\n", "1:1 bullet experience | prioritized backlog\n"},
  };
  ExpectReads("markdown", cases);
}

TEST(Markdown, SkipsAndFindsDirectives) {
  EXPECT_EQ(ReadDump("markdown",
                     "---\ntitle: x\n# resumelint: off a/b\n---\n\n<!-- resumelint: ignore process/* -- asked -->\n"
                     "- Cut costs <!-- resumelint: ignore c/d -->\n\n> Quoted praise of the work\n\n```\ncode\n```\n\n"
                     "<!-- a template's footer -->\n",
                     true),
            R"(1:1 skipped (front matter)
6:1 skipped (directive)
7:3 bullet experience | Cut costs
9:3 paragraph summary (quote) | Quoted praise of the work
11:1 skipped (markup)
12:1 skipped (code)
13:1 skipped (markup)
15:1 skipped (comment)
directive resumelint: off a/b
directive resumelint: ignore process/* -- asked
directive resumelint: ignore c/d
)");
}

TEST(Markdown, MapsBackToTheSource) {
  const std::string source = "- Cut **costs** &amp; \\*waste\\*\n  by half\n";
  const Document document = ReadText("markdown", source);
  const Text& text = document.blocks[0].text;
  ASSERT_EQ(text.chars, "Cut costs & *waste* by half");
  const auto raw = [&](std::string_view shown) {
    const auto at = static_cast<uint32_t>(text.chars.find(shown));
    const Span span = text.ToSource({at, at + static_cast<uint32_t>(shown.size())});
    return source.substr(span.begin, span.size());
  };
  EXPECT_EQ(raw("costs"), "costs");
  EXPECT_EQ(raw("&"), "&amp;");
  EXPECT_EQ(raw("*waste"), "*waste");
  EXPECT_EQ(raw("half"), "half");
}

}  // namespace
}  // namespace resumelint
