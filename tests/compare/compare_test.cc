#include "compare/compare.h"

#include <gtest/gtest.h>

#include "compare/accepted.h"
#include "formats/read.h"
#include "formats/zip_writer.h"
#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

Report Checked(const std::string& format, const std::string& raw) {
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  return Lint(ReadText(format, raw), Builtin(), options);
}

std::string Resume(const std::string& bullets) {
  return "# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (2019 - 2022)\n\n" + bullets +
         "\n## Skills\n\nSQL, Looker\n";
}

/// "kind: text (detail)" of each claim.
std::string ClaimsOf(const Report& a, const Report& b) {
  std::string out;
  for (const Claim& claim : Compare(a, b, Builtin(), BuiltinRewrites()).claims) {
    out += claim.kind + ": " + claim.text + (claim.detail.empty() ? "" : " (" + claim.detail + ")") + "\n";
  }
  return out;
}

std::string ClaimsOf(const std::string& a, const std::string& b) {
  return ClaimsOf(Checked("markdown", Resume(a)), Checked("markdown", Resume(b)));
}

TEST(Compare, FindsWhatIsClaimedAnew) {
  const struct {
    const char* before;
    const char* after;
    const char* claims;
  } cases[] = {
      {"- Prioritized the backlog for the ferry-booking app\n", "- Prioritized the backlog for the ferry-booking app\n", ""},
      // Slots claim nothing, and what the class of the bullet licenses is no claim.
      {"- Prioritized the backlog for the ferry-booking app\n",
       "- Put [problem] first in the ferry-booking app, moving [metric] from [A] to [B]\n", ""},
      {"- Wrote 140+ user stories & acceptance criteria for the refund page\n", "- Defined the refund page\n", ""},
      {"- Cut waits at the ferry desk from nine minutes to two\n", "- Cut waits at the ferry desk from nine minutes to 2, and refunds by 40%\n",
       "number: refunds by 40%\n"},
      {"- Kept the ferry desk open\n", "- Kept the ferry desk open and cut waits\n",
       "agency: Kept the ferry desk open and cut waits (\"cut\" isn't in the old version)\n"},
      {"- Kept 12 ferries on time with two crews\n", "- Kept 12 ferries on time with 12 crews\n", "number: 12 crews\n"},
      {"- Helped launch the ferry app in 30 harbours\n", "- Led the launch of the ferry app in 30 harbours\n",
       "agency: Led the launch of the ferry app in 30 harbours (\"led\" claims more authority)\n"},
      {"- Kept the ferry app running with the crews\n", "- Kept the ferry app running with the crews of Example Sail\n", "name: Example Sail\n"},
      {"- Wrote user stories for the ferry app\n", "- Launched the ferry app\n", "agency: Launched the ferry app (\"launched\" claims more authority)\n"},
      {"- Tested the ferry app in two harbours\n", "- Tested the ferry app in two harbours\n- Sold the old quay to the town\n",
       "bullet: Sold the old quay to the town\n"},
      {"- Helped cut waits by about 20% with the harbour crews\n", "- Helped cut waits by 20% with the harbour crews\n",
       "result: Helped cut waits by 20% with the harbour crews (the hedge \"about\" is lost)\n"},
      // Numbers in words and in digits are one.
      {"- Interviewed twelve skippers in 9 harbours\n", "- Interviewed 12 skippers in nine harbours\n", ""},
      {"- Interviewed twelve skippers\n", "- Interviewed 13 skippers\n", "number: 13 skippers\n"},
      // Verbs that leave it to a noun to say what was done claim nothing by themselves.
      {"- Interviewed skippers about delays\n", "- Conducted interviews with skippers about delays\n", ""},
      {"- Worked with support on refunds\n", "- Partnered with support on refunds\n", ""},
      {"- Designed the refund page\n", "- Single-handedly designed the refund page\n",
       "agency: Single-handedly designed the refund page (\"Single-handedly\" isn't in the old version)\n"},
      // One bullet made two, two made one.
      {"- Helped launch mobile tickets in nine harbours with a team of 5 developers\n",
       "- Helped launch mobile tickets in nine harbours\n- Helped a team of five developers launch mobile tickets\n", ""},
      {"- Interviewed twelve skippers about delays\n- Worked with support on refund complaints; complaints fell from 40 to 12 a week\n",
       "- Interviewed twelve skippers about delays and worked with support on refund complaints, which fell from 40 to 12 a week\n", ""},
      // A result is told by its words, not by the one that opens it.
      {"- Interviewed skippers about delays\n", "- Interviewed skippers about delays, gaining insights that shaped the plan\n",
       "result: Interviewed skippers about delays, gaining insights that shaped the plan (\"that shaped the plan\" isn't in the old version)\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(ClaimsOf(c.before, c.after), c.claims) << c.before << c.after;
}

TEST(Compare, FindsRaisedTitles) {
  const auto with = [](const char* role) { return Checked("markdown", "# Kim Example\n\n## Experience\n\n### " + std::string(role) + "\n\n- Kept the ferry desk open\n"); };
  const Report before = with("Product Owner, Example Bank (2019 - 2022)");
  EXPECT_EQ(ClaimsOf(before, with("Product owner, Example Bank (2019 - 2022)")), "");
  EXPECT_EQ(ClaimsOf(before, with("Example Bank, Product Owner (2019 - 2022)")), "");
  EXPECT_EQ(ClaimsOf(before, with("Senior Product Owner, Example Bank (2019 - 2022)")), "title: Senior Product Owner (it was \"Product Owner\")\n");
}

TEST(Compare, DatesMayBeWrittenInAnotherWay) {
  const Report a = Checked("markdown", "# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (Mar 2019 - May 2022)\n\n- Kept the ferry desk open\n\n## Education\n\n- BSc Economics, Example University, 2016\n");
  const Report b = Checked("json", R"({"basics": {"name": "Kim Example"}, "work": [{"position": "Product Owner", "name": "Example Bank",
    "startDate": "2019-03", "endDate": "2022-05", "highlights": ["Kept the ferry desk open"]}],
    "education": [{"institution": "Example University", "studyType": "BSc", "area": "Economics", "endDate": "2016-06"}]})");
  EXPECT_EQ(ClaimsOf(a, b), "");
}

TEST(Compare, TellsProgressAndLoss) {
  const Report a = Checked("markdown", Resume("- Prioritized the backlog for the ferry app in Jira\n- Facilitated sprint planning for the ferry app\n"
                                              "- Wrote 40 user stories for the harbour portal\n"));
  const Report b = Checked("markdown", Resume("- Decided what the ferry app got first\n- Facilitated sprint planning for the ferry app\n"
                                              "- Defined the harbour portal\n"));
  const Comparison c = Compare(a, b, Builtin(), BuiltinRewrites());
  std::string states;
  for (const FindingProgress& progress : c.findings) {
    if (progress.finding->severity < Severity::kWarning || progress.finding->block < 0) continue;
    states += std::to_string(static_cast<int>(progress.state)) + " " + std::string(progress.finding->rule) + "\n";
  }
  EXPECT_NE(states.find("0 process/backlog-admin\n"), std::string::npos) << states;
  EXPECT_NE(states.find("0 vanity/backlog-size\n"), std::string::npos) << states;
  EXPECT_NE(states.find("1 process/ceremonies\n"), std::string::npos) << states;
  std::string lost;
  for (const LostFact& fact : c.lost) lost += fact.kind + ": " + fact.text + "\n";
  EXPECT_EQ(lost, "tool: Jira\nnumber: 40 user\n");
}

TEST(Compare, FormatsMayDiffer) {
  const auto p = [](const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; };
  const Report docx = Checked("docx", WriteDocx(p("Kim Example") + p("Experience") + p("Product Owner, Example Bank (2019 - 2022)") +
                                                p("- Prioritized the backlog for the ferry app") + p("- Cut waits from 9 minutes to 2") +
                                                p("Skills") + p("SQL, Looker")));
  const Report same = Checked("markdown", Resume("- Prioritized the backlog for the ferry app\n- Cut waits from 9 minutes to 2\n"));
  EXPECT_EQ(ClaimsOf(docx, same), "");
  EXPECT_EQ(ClaimsOf(same, docx), "");
  const Report more = Checked("latex", "\\section{Experience}\n\\textbf{Product Owner}, Example Bank (2019 -- 2022)\n\\begin{itemize}\n"
                                       "\\item Prioritized the backlog for the ferry app\n\\item Cut waits from 9 minutes to 1\n\\end{itemize}\n");
  EXPECT_EQ(ClaimsOf(docx, more), "number: minutes to 1\n");
}

// Rewrites keep the contract: whatever is offered and left unfilled claims nothing.
TEST(Compare, OfferedRewritesClaimNothing) {
  for (const char* path : {"examples/resume.md", "tests/corpus/weak/product-owner-bank.txt", "tests/corpus/weak/product-owner-mechanical.md"}) {
    const Report a = Checked("", ProjectFile(path));
    int tried = 0;
    for (const Finding& finding : a.findings) {
      if (finding.block < 0) continue;
      for (const Rewrite& rewrite : finding.rewrites) {
        if (rewrite.text.empty()) continue;
        Report b = a;
        b.document.blocks[static_cast<size_t>(finding.block)].text = Text();
        b.document.blocks[static_cast<size_t>(finding.block)].text.AppendVerbatim(rewrite.text, 0);
        b.findings.clear();
        const std::string claims = ClaimsOf(a, b);
        EXPECT_EQ(claims, "") << path << "\n" << a.document.blocks[static_cast<size_t>(finding.block)].text.chars << "\n" << rewrite.text;
        ++tried;
      }
    }
    EXPECT_GT(tried, 10) << path;
  }
}

// Thousands of lines, most of them many times there: each meets its own, and none is held against all.
TEST(Compare, PairsAFileOfManyLines) {
  std::string before = "# Kim Example\n\n## Experience\n";
  std::string after = before;
  constexpr int kRoles = 600;
  for (int i = 0; i < kRoles; ++i) {
    const std::string role = "\n### Product Owner, Pier " + std::to_string(i) + " (2019 - 2022)\n\n";
    const std::string lines = "- Kept the ferry desk open on Sundays\n- Tested the booking page with the crews of pier " + std::to_string(i) +
                              "\n- Sold the old quay to the town\n- Planned crews for the night boats\n";
    before += role + lines;
    after += role + (i == 300 ? "- Kept the ferry desk open on Sundays for 9000 crews\n" + lines.substr(lines.find('\n') + 1) : lines);
  }
  const Report a = Checked("markdown", before);
  const Report b = Checked("markdown", after);
  EXPECT_EQ(ClaimsOf(a, b), "number: 9000 crews\n");
  const Comparison comparison = Compare(a, b, Builtin(), BuiltinRewrites());
  EXPECT_TRUE(comparison.lost.empty());
  for (const FindingProgress& progress : comparison.findings) EXPECT_EQ(progress.state, FindingProgress::State::kLeft);
}

TEST(AcceptedFacts, AreKeptAndReadAgain) {
  AcceptedFacts facts;
  facts.Add("number", "40%");
  facts.Add("number", "12 \"x\"");
  facts.Add("agency", "Led a \\ b");
  const std::string text = facts.Text();
  EXPECT_EQ(text,
            "# Facts that were confirmed: `resumelint compare` doesn't ask for them again. Delete a line to be asked.\n"
            "\nagency = [\n  \"Led a \\\\ b\",\n]\n\nnumber = [\n  \"12 \\\"x\\\"\",\n  \"40%\",\n]\n");
  const auto again = AcceptedFacts::Parse("x.toml", text);
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->Text(), text);
  EXPECT_TRUE(again->Has("agency", "Led a \\ b"));
  EXPECT_FALSE(again->Has("name", "40%"));
  EXPECT_FALSE(AcceptedFacts::Parse("x.toml", "numbr = []\n"));
}

}  // namespace
}  // namespace resumelint
