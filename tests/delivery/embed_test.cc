// The library's one header says what it does.
#include "embed/resumelint.h"

#include <gtest/gtest.h>

#include "delivery/run.h"

namespace resumelint::v1 {
namespace {

const std::string kResume =
    "# Kim Example\n\n## Experience\n\n### Product Owner, Example Ferries (2021 - 2024)\n\n"
    "- Prioritized backlog for the ferry-booking app\n- Cut refunds from 9% to 4% by showing the timetable\n";

TEST(Embed, FindsWhatTheProgramFinds) {
  const auto linter = Linter::Make();
  ASSERT_TRUE(linter);
  const auto resume = linter->Check("resume.md", kResume);
  ASSERT_TRUE(resume);
  EXPECT_EQ(resume->format, "markdown");
  EXPECT_EQ(resume->bullets, 2u);
  ASSERT_FALSE(resume->findings.empty());
  const auto finding = std::find_if(resume->findings.begin(), resume->findings.end(),
                                    [](const Finding& f) { return f.rule == "process/backlog-admin"; });
  ASSERT_NE(finding, resume->findings.end());
  EXPECT_EQ(finding->severity, Severity::kWarning);
  EXPECT_EQ(finding->place.line, 7u);
  EXPECT_EQ(kResume.substr(static_cast<size_t>(finding->place.offset),
                           static_cast<size_t>(finding->place.end_offset - finding->place.offset)),
            "Prioritized backlog");
  EXPECT_TRUE(finding->of_bullet);
  EXPECT_EQ(finding->bullet, "Prioritized backlog for the ferry-booking app");
  EXPECT_EQ(finding->section, "Experience");
  EXPECT_EQ(finding->role, "Product Owner");
  EXPECT_FALSE(finding->questions.empty());
  ASSERT_FALSE(finding->rewrites.empty());
  EXPECT_FALSE(finding->rewrites.front().slots.empty());
  EXPECT_FALSE(linter->RulesVersion().empty());
}

TEST(Embed, HeedsSettings) {
  Settings settings;
  settings.ignore = {"process", "discovery", "identity"};
  settings.packs = {{"ferry.toml",
                     "[[rule]]\nid = 'ferry/timetable'\ntitle = 'Timetables'\nphrases = ['timetable']\nsee = 's'\n"
                     "why = 'w'\nfires = ['a timetable', 'the timetable']\nsilent = ['x']\n"}};
  settings.severities = {{"ferry/timetable", Severity::kError}};
  const auto linter = Linter::Make(settings);
  ASSERT_TRUE(linter);
  const auto resume = linter->Check("resume.md", kResume);
  ASSERT_TRUE(resume);
  bool found = false;
  for (const Finding& finding : resume->findings) {
    EXPECT_FALSE(finding.rule.starts_with("process/")) << finding.rule;
    if (finding.rule == "ferry/timetable") {
      found = true;
      EXPECT_EQ(finding.severity, Severity::kError);
    }
  }
  EXPECT_TRUE(found);
  const std::vector<Rule> rules = linter->Rules();
  EXPECT_EQ(rules.back().id, "ferry/timetable");
}

TEST(Embed, SaysWhatIsWrong) {
  Fault fault;
  Settings settings;
  settings.packs = {{"mine.toml", "[[rule]]\nid = 'a/b'\ntitel = 'x'\n"}};
  EXPECT_FALSE(Linter::Make(settings, &fault));
  EXPECT_EQ(fault.path, "mine.toml");
  EXPECT_GT(fault.line, 0u);
  Settings unknown;
  unknown.select = {"process/backlog-admn"};
  EXPECT_FALSE(Linter::Make(unknown, &fault));
  EXPECT_EQ(fault.what, "no rule is called \"process/backlog-admn\"");
  EXPECT_NE(fault.hint.find("process/backlog-admin"), std::string::npos);
  Settings profile;
  profile.profile = "pm";
  EXPECT_FALSE(Linter::Make(profile));
  const auto linter = Linter::Make();
  ASSERT_TRUE(linter);
  EXPECT_FALSE(linter->Check("resume.md", "", &fault));
  EXPECT_FALSE(fault.what.empty());
  EXPECT_FALSE(linter->Check("x.docx", "PK\x03\x04 no zip"));
}

}  // namespace
}  // namespace resumelint::v1
