#include <gtest/gtest.h>

#include "base/utf8.h"
#include "report/reporter.h"
#include "report/sample_report.h"

namespace resumelint {
namespace {

std::string Render(const Report& report, const RenderOptions& options = {}) {
  return FindReporter("text")->Render({&report, 1}, options);
}

TEST(TextReport, TellsFindingsAndWhatToDo) {
  EXPECT_EQ(Render(SampleResume()),
            R"(resume.md:5:3: warning: A reader sees a list kept in order. [process/backlog-admin]
     5 | - Prioritized the backlog for the café kiosk using Jira
       |   ^^^^^^^^^^^^^^^^^^^^^^^
   why:  the order of work says nothing of what it changed
   ask:  Which customer problem did you put first, and what changed after
         release?
   try:  Put [customer problem] first in the café kiosk, moving [metric] from
         [A] to [B].
   try:  Set priorities for the café kiosk.
         dropped in each: Jira

resume.md:7:19: warning: A reader sees paperwork. [process/story-writing]
     7 | - Responsible for writing user stories and acceptance criteria
       |                   ^^^^^^^^^^^^^^^^^^^^
   why:  stories are a means
   ask:  What could someone do afterwards?
resume.md:7:3: warning: A reader sees a duty, not a deed. [writing/responsible-for]

resume.md:8:27: error: A reader sees an empty blank. [value/slot-left]
     8 | - Launched the kiosk with [X%] more orders
       |                           ^^^^
   why:  the resume is not ready to send

resume.md:1:1: warning: 3 of 5 bullets tell the process. [identity/process-ratio]
   why:  readers skim

resume.md: 5 bullets read: 1 error, 4 warnings (process 2, identity 1, value 1,
  writing 1).
1 hint not shown: see it with --min-severity hint.
Next: mend what is marked error, then check again.
)");
}

TEST(TextReport, SaysWhatEachRewriteDropsWhereTheyDiffer) {
  Report report = SampleReport("cv.md", "- Various things\n");
  AddFinding(report, "a/b", Severity::kWarning, "Various", "m").rewrites = {
      {Variant::kPlain, "One.", {"Jira", "12 items"}, ""},
      {Variant::kPlain, "Two.", {"Jira"}, "merge it with another"}};
  RenderOptions options;
  options.quiet = true;
  EXPECT_EQ(Render(report, options), R"(cv.md:1:3: warning: m [a/b]
     1 | - Various things
       |   ^^^^^^^
   try:  One.
         dropped: Jira, 12 items
   try:  Two.
         dropped: Jira
         merge it with another
)");
}

TEST(TextReport, QuietTellsFindingsOnly) {
  RenderOptions options;
  options.quiet = true;
  options.min_severity = Severity::kError;
  EXPECT_EQ(Render(SampleResume(), options),
            R"(resume.md:8:27: error: A reader sees an empty blank. [value/slot-left]
     8 | - Launched the kiosk with [X%] more orders
       |                           ^^^^
   why:  the resume is not ready to send
)");
}

TEST(TextReport, CleanRunIsToldOnATerminalOnly) {
  const Report report = SampleReport("cv.md", "# Experience\n- Cut waiting time by half\n");
  RenderOptions options;
  EXPECT_EQ(Render(report, options), "");
  options.terminal = true;
  EXPECT_EQ(Render(report, options), "cv.md: 1 bullet read, nothing to flag (profile pm-tech).\n");
  Report prose = SampleReport("cv.md", "One.\nTwo.\n");
  EXPECT_EQ(Render(prose, options),
            "cv.md: no bullets, 2 paragraphs read, nothing to flag (profile pm-tech).\n");
}

TEST(TextReport, CountsHintsNotShown) {
  Report report = SampleReport("cv.md", "- Various things\n- Several things\n");
  AddFinding(report, "writing/hedge", Severity::kHint, "Various", "How many?");
  AddFinding(report, "writing/hedge", Severity::kHint, "Several", "How many?");
  EXPECT_EQ(Render(report),
            "cv.md: 2 bullets read, nothing to flag (profile pm-tech).\n"
            "2 hints not shown: see them with --min-severity hint.\n");
}

TEST(TextReport, SaysAReasonOnce) {
  Report report = SampleReport("cv.md", "- Various things\n- Several things\n");
  AddFinding(report, "writing/hedge", Severity::kWarning, "Various", "How many?").why = "vague";
  AddFinding(report, "writing/hedge", Severity::kWarning, "Several", "How many?").why = "vague";
  RenderOptions options;
  options.quiet = true;
  EXPECT_EQ(Render(report, options), R"(cv.md:1:3: warning: How many? [writing/hedge]
     1 | - Various things
       |   ^^^^^^^
   why:  vague

cv.md:2:3: warning: How many? [writing/hedge]
     2 | - Several things
       |   ^^^^^^^
)");
}

TEST(TextReport, UnderlinesByTerminalCells) {
  Report report = SampleReport("cv.md", "- 管理 the back\xCC\x81log\tof things\n");
  AddFinding(report, "a/b", Severity::kWarning, "back\xCC\x81log\tof", "m");
  RenderOptions options;
  options.quiet = true;
  EXPECT_EQ(Render(report, options),
            "cv.md:1:10: warning: m [a/b]\n"
            "     1 | - 管理 the back\xCC\x81log of things\n"
            "       |            ^^^^^^^^^^\n");
}

TEST(TextReport, ShowsALongLineAroundTheSpan) {
  std::string line = "- ";
  for (int i = 0; i < 5000; ++i) line += "word ";
  line += "TARGET";
  for (int i = 0; i < 5000; ++i) line += " word";
  Report report = SampleReport("cv.md", line + "\n");
  AddFinding(report, "a/b", Severity::kWarning, "TARGET", "m");
  RenderOptions options;
  options.quiet = true;
  options.width = 60;
  EXPECT_EQ(Render(report, options),
            "cv.md:1:25003: warning: m [a/b]\n"
            "     1 | …d word word word TARGET word word word word word …\n"
            "       |                   ^^^^^^\n");
}

TEST(TextReport, ShowsTheFirstLinesOfALongSpan) {
  Report report = SampleReport("cv.md", "- one\n  two\n  three\n  four\n");
  AddFinding(report, "a/b", Severity::kWarning, "one\n  two\n  three\n  four", "m");
  RenderOptions options;
  options.quiet = true;
  EXPECT_EQ(Render(report, options), R"(cv.md:1:3: warning: m [a/b]
     1 | - one
       |   ^^^
     2 | two
       | ^^^
     3 | three
       | ^^^^^
)");
}

TEST(TextReport, WrapsHeadingsOnATerminal) {
  Report report = SampleReport("cv.md", "- Various things\n");
  AddFinding(report, "writing/hedge", Severity::kWarning, "Various",
             "A reader cannot tell how many there were, and moves on to the next line.");
  RenderOptions options;
  options.quiet = true;
  options.terminal = true;
  options.width = 50;
  EXPECT_EQ(Render(report, options), R"(cv.md:1:3: warning: A reader cannot tell how many
    there were, and moves on to the next line.
    [writing/hedge]
     1 | - Various things
       |   ^^^^^^^
)");
}

TEST(TextReport, ColoursWhenAsked) {
  Report report = SampleReport("cv.md", "- Various things\n");
  AddFinding(report, "writing/hedge", Severity::kWarning, "Various", "How many?").rewrites = {
      {Variant::kPlain, "[N] things", {}, ""}};
  RenderOptions options;
  options.quiet = true;
  options.colour = true;
  EXPECT_EQ(Render(report, options),
            "\033[1mcv.md:1:3:\033[0m \033[1;33mwarning:\033[0m How many? \033[2m[writing/hedge]\033[0m\n"
            "\033[2m     1 |\033[0m - Various things\n"
            "\033[2m       |\033[0m   \033[1;33m^^^^^^^\033[0m\n"
            "   \033[36mtry:\033[0m  \033[35m[N]\033[0m things\n");
}

TEST(TextReport, ControlsOfAResumeNeverReachTheTerminal) {
  const std::string evil = "a\033]0;own\007b\177\xC2\x9B" "31mc\xE2\x80\xAE" "d\xE2\x80\xA8" "e\xFF";
  Report report = SampleReport("cv\033[2J.md", "- " + evil + "\n");
  Finding& finding = AddFinding(report, "a/b", Severity::kWarning, "a\033]0", evil);
  finding.why = evil;
  finding.questions = {evil};
  finding.rewrites = {{Variant::kPlain, evil + " [" + evil + "]", {evil}, evil}};
  RenderOptions options;
  options.terminal = true;
  options.width = 20;
  const std::string shown = Render(report, options);
  EXPECT_TRUE(IsValidUtf8(shown));
  for (size_t at = 0; at < shown.size();) {
    const CodePoint point = DecodeAt(shown, at);
    const bool control = (point.value < 0x20 && point.value != '\n') ||
                         (point.value >= 0x7F && point.value < 0xA0) || point.value == 0x202E ||
                         point.value == 0x2028;
    ASSERT_FALSE(control) << "U+" << std::hex << static_cast<uint32_t>(point.value);
    at += point.length;
  }
}

TEST(TextReport, NoLineIsWiderThanAsked) {
  const Report report = SampleResume();
  for (const uint32_t width : {40u, 57u, 80u, 120u}) {
    RenderOptions options;
    options.terminal = true;
    options.width = width;
    std::string line;
    for (const char c : Render(report, options)) {
      if (c != '\n') {
        line += c;
        continue;
      }
      EXPECT_LE(DisplayWidth(line), width) << line;
      line.clear();
    }
  }
}

TEST(TextReport, SuggestsTheExplanationOfTheCommonestRule) {
  Report report = SampleReport("-my cv's.md", "- Various things\n");
  AddFinding(report, "writing/hedge", Severity::kWarning, "Various", "How many?");
  EXPECT_NE(Render(report).find("\n  resumelint explain writing/hedge\n"), std::string::npos) << Render(report);
}

TEST(TextReport, PagesAndParagraphsStandForLines) {
  Report report = SampleReport("cv.pdf", "- Various things\n");
  report.document.source.extracted = true;
  report.document.blocks[0].page = 2;
  AddFinding(report, "writing/hedge", Severity::kWarning, "Various", "How many?");
  EXPECT_EQ(Render(report), R"(cv.pdf:1:3: warning: How many? [writing/hedge]
page 2 | - Various things
       |   ^^^^^^^

cv.pdf: 1 bullet read: 1 warning (writing 1).
Next: see what good looks like with
  resumelint explain writing/hedge
)");
}

TEST(TextReport, TellsTheFirstShownFindingOfABulletInFull) {
  Report report = SampleReport("cv.md", "- Various things\n");
  AddFinding(report, "a/hint", Severity::kHint, "Various", "One.").why = "w";
  AddFinding(report, "a/warning", Severity::kWarning, "things", "Two.").why = "v";
  RenderOptions options;
  options.quiet = true;
  EXPECT_EQ(Render(report, options), R"(cv.md:1:11: warning: Two. [a/warning]
     1 | - Various things
       |           ^^^^^^
   why:  v
)");
}

}  // namespace
}  // namespace resumelint
