#include "lint/baseline.h"

#include <gtest/gtest.h>

#include "lint/changed.h"
#include "report/sample_report.h"

namespace resumelint {
namespace {

Report Two(std::string path = "cv.md") {
  Report report = SampleReport(std::move(path), "- Kept a backlog\n- Wrote stories\n");
  AddFinding(report, "process/backlog-admin", Severity::kWarning, "backlog", "m");
  AddFinding(report, "process/story-writing", Severity::kWarning, "stories", "m");
  return report;
}

std::string Rules(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) out += std::string(finding.rule) + (finding.leads ? "* " : " ");
  return out;
}

TEST(Baseline, HidesWhatItKnowsAndNothingElse) {
  Baseline written;
  written.Add(Two(), "cv.md");
  Baseline read = Baseline::Parse("b", written.Text()).value();
  Report again = Two();
  AddFinding(again, "value/no-number", Severity::kHint, "stories", "m");
  read.Apply(again, "cv.md");
  EXPECT_EQ(Rules(again), "value/no-number* ");
  EXPECT_EQ(read.Stale(), 0u);
  EXPECT_EQ(read.Text(), written.Text());
}

TEST(Baseline, HoldsNoWordOfTheResume) {
  Baseline written;
  written.Add(Two(), "cv.md");
  EXPECT_EQ(written.Text().find("stories"), std::string::npos);
  EXPECT_NE(written.Text().find("process/story-writing"), std::string::npos);
}

TEST(Baseline, AnEntryStandsForOneFinding) {
  Baseline written;
  written.Add(Two(), "cv.md");
  Report twice = SampleReport("cv.md", "- Kept a backlog\n- Kept a backlog\n");
  AddFinding(twice, "process/backlog-admin", Severity::kWarning, "backlog", "m");
  Finding second = twice.findings[0];
  second.block = 1;
  twice.findings.push_back(second);
  written = Baseline::Parse("b", written.Text()).value();
  written.Apply(twice, "cv.md");
  EXPECT_EQ(twice.findings.size(), 1u);
}

TEST(Baseline, FollowsABulletToAnotherFile) {
  Baseline written;
  written.Add(Two(), "old.md");
  Baseline read = Baseline::Parse("b", written.Text()).value();
  Report moved = Two("new.md");
  read.Apply(moved, "new.md");
  EXPECT_EQ(Rules(moved), "");
}

TEST(Baseline, PrunesWhatIsGoneFromTheFilesChecked) {
  Baseline written;
  written.Add(Two(), "cv.md");
  written.Add(Two("other.md"), "other.md");
  Baseline read = Baseline::Parse("b", written.Text()).value();
  Report fixed = SampleReport("cv.md", "- Cut costs\n");
  read.Apply(fixed, "cv.md");
  EXPECT_EQ(read.Stale(), 2u);
  EXPECT_EQ(read.Text().find("cv.md"), std::string::npos);
  EXPECT_NE(read.Text().find("other.md"), std::string::npos);
}

TEST(Baseline, RefusesWhatIsNone) {
  for (const char* text : {"hello", "a/b 123 cv.md", "a/b 0123456789abcdef", "{\"a\": 1}"}) {
    const auto read = Baseline::Parse("base.txt", std::string("# comment\n\n") + text + "\n");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().line, 3u);
    EXPECT_EQ(read.error().excerpt, text);
  }
}

TEST(Baseline, TakesAnyFileName) {
  Baseline written;
  written.Add(Two("a b\nc.md"), "a b\nc.md");
  Baseline read = Baseline::Parse("b", written.Text()).value();
  Report again = Two("a b\nc.md");
  read.Apply(again, "a b\nc.md");
  EXPECT_EQ(Rules(again), "");
  EXPECT_EQ(read.Stale(), 0u);
}

TEST(ChangedLines, AreReadFromADiff) {
  struct Case {
    const char* diff;
    const char* lines;
  };
  const Case cases[] = {
      {"", ""},
      {"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -3 +3 @@ head\n-a\n+b\n", "3-3 "},
      {"@@ -1,2 +4,3 @@\n@@ -9,0 +13 @@\n", "4-6 13-13 "},
      {"@@ -5,2 +4,0 @@\n", ""},
      {"@@ nonsense\n@@ -1 +x @@\n", ""},
      {"Binary files a/x and b/x differ\n", "all"},
  };
  for (const Case& test : cases) {
    const ChangedLines changed = ParseHunks(test.diff);
    std::string lines = changed.all ? "all" : "";
    for (const auto& [first, last] : changed.ranges) {
      lines += std::to_string(first) + "-" + std::to_string(last) + " ";
    }
    EXPECT_EQ(lines, test.lines) << test.diff;
  }
}

TEST(ChangedLines, KeepFindingsOfTheBulletsTheyTouch) {
  Report report = Two();
  AddFinding(report, "identity/process-ratio", Severity::kWarning, "", "m");
  KeepChanged(report, ParseHunks("@@ -2 +2 @@\n"));
  EXPECT_EQ(Rules(report), "process/story-writing* ");
  report = Two();
  AddFinding(report, "identity/process-ratio", Severity::kWarning, "", "m");
  KeepChanged(report, ParseHunks("Binary files a/x and b/x differ\n"));
  EXPECT_EQ(report.findings.size(), 3u);
}

}  // namespace
}  // namespace resumelint
