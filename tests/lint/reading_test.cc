// What detectors say of texts: results against figures that aren't results.

#include "lint/reading.h"

#include <gtest/gtest.h>

#include "rules/builtin.h"

namespace resumelint {
namespace {

bool Says(std::string_view detector, std::string_view text) {
  const Sentence sentence = ReadForRules(text, Builtin());
  Detection detection(sentence, Builtin());
  const int index = Builtin().FindDetector(detector);
  EXPECT_GE(index, 0) << detector;
  return index >= 0 && detection.Says(static_cast<uint16_t>(index));
}

TEST(Detectors, Metric) {
  for (const char* text : {"Cut the wait for a visa from 40 days to 12", "Complaints fell by a third", "Raised renewals to 94%",
                           "+12% repeat orders", "Halved night calls", "Saved the depot $80k a year", "58% of tenants now book online",
                           "Missed meals: 31 to 4 a week",
                           "Used retrospectives to find flaky tests; fixing them took the build from 48 minutes to 11", "Late buses down 9%", "three of five pilots were kept"}) {
    EXPECT_TRUE(Says("metric", text)) << text;
  }
  for (const char* text : {"Took velocity from 20 to 44 points", "Managed a backlog of 300 items", "Led 4 squads and 2 vendors",
                           "Signed off 97% of stories", "Cut carry-over stories from 28% to 9%", "Ran 60 retrospectives",
                           "Worked there from 2017 to 2021", "Wrote stories for an app used by 3M customers"}) {
    EXPECT_FALSE(Says("metric", text)) << text;
  }
}

TEST(Detectors, ResultsWithoutNumbers) {
  for (const char* text : {"Passed the safety audit at the first attempt", "Moved payroll without one late payment",
                           "Built a rota so that carers could swap shifts", "Found a fault before it reached production",
                           "Persuaded the council; the library stayed open", "Replaced the fax; re-keying ended"}) {
    EXPECT_TRUE(Says("result", text)) << text;
  }
  for (const char* text : {"Wrote stories, enabling the development team to deliver smoothly", "Improved planning, resulting in timely delivery",
                           "Worked with stakeholders to ensure alignment", "Groomed the backlog so that developers were never blocked"}) {
    EXPECT_FALSE(Says("result", text)) << text;
  }
}

TEST(Detectors, DiscoveryDecisionPurpose) {
  EXPECT_TRUE(Says("discovery", "Watched 12 farmers use the scale"));
  EXPECT_TRUE(Says("discovery", "Interviewed users and collaborated with legal"));
  EXPECT_FALSE(Says("discovery", "Ran JAD sessions with stakeholders"));
  EXPECT_TRUE(Says("decision", "Dropped the chat after a two-week test"));
  EXPECT_TRUE(Says("decision", "Chose self-service over a bigger desk"));
  EXPECT_FALSE(Says("decision", "Prioritised the backlog"));
  EXPECT_TRUE(Says("purpose", "Led the rollout to reduce account takeover"));
  EXPECT_FALSE(Says("purpose", "Worked with teams to ensure smooth delivery"));
}

TEST(Reading, SensesAndQuotationsLoseTheirClasses) {
  const Lexicon& lexicon = Builtin().lexicon;
  const auto holds = [&](std::string_view text, const char* cls) {
    const Sentence sentence = ReadForRules(text, Builtin());
    for (const Term& term : sentence.terms) {
      if (term.cls == lexicon.Find(cls)) return true;
    }
    return false;
  };
  EXPECT_TRUE(holds("groomed the backlog", "N.backlog"));
  EXPECT_FALSE(holds("worked through a claims backlog", "N.backlog"));
  EXPECT_FALSE(holds("Talk: \"Why we stopped writing user stories\"", "N.story"));
  EXPECT_TRUE(holds("wrote \"user stories\"", "N.story"));
  EXPECT_FALSE(holds("built a story-point calculator", "N.velocity"));
}

}  // namespace
}  // namespace resumelint
