#include "rewrite/contract.h"

#include <gtest/gtest.h>

#include "rewrite/support.h"

namespace resumelint {
namespace {

struct Case {
  const char* why;
  const char* rewrite_class;
  const char* bullet;
  const char* candidate;
  std::vector<std::string> dropped = {};
};

std::vector<Breach> Check(const Case& c) {
  const RewriteClass* rewrite_class = TestRewrites().Find(c.rewrite_class);
  EXPECT_NE(rewrite_class, nullptr) << c.rewrite_class;
  const Sentence bullet = TestLexicon().Read(c.bullet);
  return CheckContract(TestRewrites(), TestLexicon(), {TestRewrites(), TestLexicon(), bullet}, TestLexicon().Read(c.candidate),
                       {rewrite_class}, c.dropped);
}

TEST(Contract, KeepsHonestRewrites) {
  const Case kCases[] = {
      {"plain", "backlog", "Prioritized the backlog for the parking app",
       "Set priorities for the parking app"},
      {"slots", "backlog", "Prioritized the backlog for the parking app",
       "Put [problem] first in the parking app, moving [metric] from [A] to [B]"},
      {"count with its noun", "backlog", "Managed a backlog of 90 items for the parking app",
       "Chose among 90 candidate items for the parking app, putting [choice] first; [metric] went "
       "from [A] to [B]"},
      {"help stays", "opener", "Assisted in launching the returns counter",
       "Helped launch the returns counter"},
      {"owner owns", "backlog", "Responsible for the backlog of the parking app",
       "Owned priorities for the parking app"},
      {"listed",
       "stories",
       "Wrote 40 user stories in Jira for the parking app",
       "Defined the parking app",
       {"40 user stories", "Jira"}},
      {"people after a licensed verb", "ceremony", "Facilitated refinement for a team of 7",
       "Brought a team of 7 to [decision or change]"},
      {"choice slot", "ordertaker", "Worked on tickets for the payroll API",
       "[Built | Fixed] [what] in the payroll API, so that [who] could [do what]"},
      {"stated result", "stories", "Wrote stories for the search page, which raised bookings by 9%",
       "Defined the search page, which raised bookings by 9%"},
      {"nominal", "opener", "Responsible for onboarding of seasonal staff",
       "Onboarded seasonal staff"},
      {"capitals", "backlog", "RESPONSIBLE FOR THE BACKLOG OF THE HR PORTAL (ENGLISH/FRENCH)",
       "Owned priorities for the HR portal (English/French)"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Dump(Check(c)), "") << c.why << ": " << c.candidate;
}

// One lie each: the honest text is above or stands in the bullet.
TEST(Contract, RefusesMutations) {
  const Case kCases[] = {
      {"number added", "backlog", "Prioritized the backlog for the parking app",
       "Set priorities for 3 parking apps"},
      {"number changed", "ship", "Launched the kiosk in 12 stores",
       "Launched the kiosk in 21 stores"},
      {"number of something else", "stories",
       "Ran 12 interviews with nurses and wrote stories for the roster",
       "Defined the roster with 12 nurses"},
      {"number twice", "ship", "Launched the kiosk in 12 stores",
       "Launched 12 kiosks in 12 stores"},
      {"number in words", "backlog", "Prioritized the backlog for the parking app",
       "Set priorities for four parking apps"},
      {"percent from nowhere", "ship", "Launched the kiosk",
       "Launched the kiosk, reducing queues by 20%"},
      {"name added", "ship", "Launched the kiosk in 12 stores",
       "Launched the Fastlane kiosk in 12 stores"},
      {"acronym added", "stories", "Wrote stories for the login API",
       "Defined the login API and SSO"},
      {"place added", "ship", "Launched the kiosk in 12 stores",
       "Launched the kiosk in 12 Berlin stores"},
      {"user group invented", "stories", "Wrote stories for the booking page",
       "Defined the booking page for shoppers"},
      {"built from written", "stories", "Wrote stories for the booking page",
       "Built the booking page"},
      {"launched from written", "stories", "Wrote stories for the booking page",
       "Launched the booking page"},
      {"delivered from written", "stories", "Wrote stories for the booking page",
       "Delivered the booking page"},
      {"interviewed from gathered", "requirements",
       "Gathered requirements from branch staff for the portal",
       "Interviewed branch staff for the portal"},
      {"customers from stakeholders", "requirements",
       "Gathered requirements from stakeholders for the portal",
       "Learned from customers what the portal had to do"},
      {"strategy from upkeep", "backlog", "Managed the backlog for the parking app",
       "Set strategy for the parking app"},
      {"led from did", "ceremony", "Facilitated planning for a team of 7", "Led a team of 7"},
      {"managed from did", "ceremony", "Facilitated planning for a team of 7",
       "Managed planning for a team of 7"},
      {"owned from did", "backlog", "Prioritized the backlog for the parking app",
       "Owned priorities for the parking app"},
      {"owned from helped", "backlog", "Helped manage the backlog of the parking app",
       "Owned priorities for the parking app"},
      {"help lost", "opener", "Assisted in launching the returns counter",
       "Launched the returns counter"},
      {"help lost, gerund", "opener", "Participated in testing the payment gateway",
       "Tested the payment gateway"},
      {"involvement lost", "opener", "Was involved in testing the payment gateway",
       "Tested the payment gateway"},
      {"help lost in a second deed",
       "doc",
       "Prepared the BRD and assisted the client in testing the portal",
       "Specified the portal and tested the portal",
       {"BRD"}},
      {"team led", "ceremony", "Planned the sprint with 5 engineers", "Led 5 engineers"},
      {"team directed", "liaison", "Worked with the design team on the portal",
       "Directed the design team on the portal"},
      {"people coordinated, not with", "liaison", "Coordinated with 7 contractors on the handover",
       "Coordinated 7 contractors on the handover"},
      {"source became audience", "requirements",
       "Gathered requirements from finance for the portal", "Defined the portal for finance"},
      {"hedge lost", "ship", "Launched the kiosk in about 12 stores",
       "Launched the kiosk in 12 stores"},
      {"up to lost", "ceremony", "Ran planning for up to 12 people", "Ran planning for 12 people"},
      {"negation lost", "ship", "Moved the database without downtime",
       "Moved the database with downtime"},
      {"plan done", "opener", "Planned to launch the returns counter",
       "Launched the returns counter"},
      {"preparation done", "opener", "Preparing the launch of the returns counter",
       "Drove the launch of the returns counter"},
      {"pilot lost", "ship", "Launched a pilot of the kiosk in 12 stores",
       "Launched the kiosk in 12 stores"},
      {"part lost", "stories", "Wrote part of the user stories for the roster",
       "Defined the roster"},
      {"direction from nowhere", "ship", "Launched the kiosk in 12 stores",
       "Launched the kiosk in 12 stores, reducing queues"},
      {"effect outside a slot", "ship", "Launched the kiosk",
       "Launched the kiosk, saving staff time"},
      {"cause from a semicolon", "backlog", "Groomed the backlog for returns; calls fell 31%",
       "Set priorities for returns, by which calls fell 31%"},
      {"cause from while", "ship", "Launched the kiosk while queues fell 31%",
       "Launched the kiosk, so that queues fell 31%"},
      {"cause from and", "backlog", "Prioritized the backlog for returns and calls fell 31%",
       "Reduced calls 31% by setting priorities for returns"},
      {"number dropped in silence", "stories", "Wrote 40 user stories for the parking app",
       "Defined the parking app"},
      {"tool dropped in silence", "stories", "Wrote stories in Jira for the parking app",
       "Defined the parking app"},
      {"name dropped in silence", "ship", "Launched the kiosk for Acme", "Launched the kiosk"},
      {"cadence dropped in silence", "report", "Presented weekly figures to finance",
       "Presented figures to finance"},
      {"quotation changed", "ship", "Launched \"Pay Later\" for the shop",
       "Launched Pay Later for the shop"},
      {"address changed", "ship", "Launched https://example.com/shop for buyers",
       "Launched example.com for buyers"},
      {"four slots", "backlog", "Prioritized the backlog for the parking app",
       "To [goal], put [problem] first in the parking app; [result], and [what changed]"},
      {"praise added", "ship", "Launched the kiosk", "Successfully launched the kiosk"},
      {"adjective added", "ship", "Launched the kiosk", "Launched the innovative kiosk"},
      {"nothing left", "ship", "Launched the kiosk", ""},
  };
  for (const Case& c : kCases) {
    EXPECT_FALSE(Check(c).empty()) << c.why << ": " << c.bullet << " -> " << c.candidate;
  }
}

TEST(Contract, SlotUnits) {
  const auto units = [](const char* text) { return SlotUnits(TestRewrites(), TestLexicon(), text); };
  EXPECT_EQ(units("Launched the kiosk"), 0u);
  EXPECT_EQ(units("moving [metric] from [A] to [B]"), 1u);
  EXPECT_EQ(units("so that [who] could [do what]; [metric] went from [A] to [B]"), 2u);
  EXPECT_EQ(units("saving [who] [time] per [period]"), 1u);
  EXPECT_EQ(units("Put [problem] first in [product]"), 2u);
  EXPECT_EQ(units("To [goal], put [problem] first; [result], and [what changed]"), 4u);
}

}  // namespace
}  // namespace resumelint
