// The advice's own strings: what it tells people not to write, and what it tells them to write.

#include <gtest/gtest.h>

#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

std::string Warnings(std::string_view text, std::string_view section = "") {
  std::string out;
  for (const Finding& finding : LintText(text, "Product Owner", section, Builtin(), {}).findings) {
    if (finding.severity < Severity::kWarning || finding.block < 0) continue;
    if (!out.empty()) out += ' ';
    out += finding.rule;
  }
  return out;
}

TEST(Anchors, MustWarn) {
  struct Row { const char* text; const char* rule; };
  for (const Row& row : {Row{"prioritized backlog", "process/backlog-admin"},
                         Row{"wrote user stories", "process/user-stories"},
                         Row{"Managing the backlog", "process/backlog-admin"},
                         Row{"Working with retrospectives", "process/ceremonies"},
                         Row{"Maximizing the value of the team's work", "process/role-definition"},
                         Row{"Ensuring developers have a full backlog", "process/feed-the-team"},
                         Row{"Translate requirements into user stories", "relay/requirements-relay"}}) {
    const std::string warnings = Warnings(row.text);
    EXPECT_EQ(warnings.substr(0, warnings.find(' ')), row.rule) << row.text;
  }
  EXPECT_EQ(Warnings("Certified Scrum Product Owner (CSPO)", "headline"), "identity/cert-in-headline");
  EXPECT_EQ(Warnings("Certified Scrum Product Owner (CSPO)", "certifications"), "");
}

TEST(Anchors, MustNotWarn) {
  EXPECT_EQ(Warnings("Led the work around the login API to enhance security and meet regulatory requirements."), "");
  EXPECT_EQ(Warnings("Interviewed users and collaborated with legal and compliance teams to translate requirements into solutions."), "");
  EXPECT_EQ(Warnings("Launched a feature that resulted in 14% increase in repeat bookings, improving customer engagement/satisfaction."), "");
  EXPECT_EQ(Warnings("Launched a feature that resulted in X% increase in Y metric, improving customer engagement/satisfaction."), "value/slot-left");
}

}  // namespace
}  // namespace resumelint
