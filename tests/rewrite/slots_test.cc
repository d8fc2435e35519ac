#include "rewrite/slots.h"

#include <gtest/gtest.h>

#include "rules/builtin.h"

namespace resumelint {
namespace {

const SlotTypes& Types() {
  static const SlotTypes types = [] {
    auto loaded = LoadSlots(BuiltinRules(), Builtin().lexicon, Builtin().fragments);
    if (!loaded) ADD_FAILURE() << loaded.error().path << ":" << loaded.error().line << ": " << loaded.error().what;
    return loaded ? *loaded : SlotTypes{};
  }();
  return types;
}

std::string TypeOf(std::string_view slot) {
  const SlotType* type = Types().Of(slot, Builtin().lexicon);
  return type == nullptr ? "none" : type->name;
}

TEST(Slots, EverySlotOfEveryTemplateHasAType) {
  int slots = 0;
  const auto check = [&](const std::vector<TemplatePart>& parts) {
    for (const TemplatePart& part : parts) {
      if (part.kind != TemplatePart::Kind::kSlot) continue;
      EXPECT_NE(TypeOf(part.text.substr(1, part.text.size() - 2)), "none") << part.text;
      ++slots;
    }
  };
  for (const RewriteClass& c : BuiltinRewrites().classes) {
    for (const Template& t : c.templates) check(t.parts);
  }
  for (const WorkKind& kind : BuiltinRewrites().kinds) {
    for (const auto& effect : kind.effects) check(effect);
  }
  EXPECT_GT(slots, 100);
}

TEST(Slots, AreOfTheTypeThatTheyAskFor) {
  const struct {
    const char* slot;
    const char* type;
  } cases[] = {
      {"metric", "metric"}, {"A", "baseline"}, {"B", "amount"}, {"who", "who"}, {"which users", "who"}, {"whom", "who"},
      {"evidence: interviews, call logs, usage data", "evidence"}, {"trade-off", "decision"}, {"bet", "decision"},
      {"when", "time"}, {"period", "time"}, {"what you changed", "change"}, {"do what", "change"}, {"problem", "problem"}, {"what was really needed", "evidence"},
      {"Led | Co-led | Helped", "choice"}, {"how many", "amount"}, {"time from idea to users", "metric"},
      {"what users told or showed you", "evidence"}, {"time or money", "metric"},
  };
  for (const auto& c : cases) EXPECT_EQ(TypeOf(c.slot), c.type) << c.slot;
}

TEST(Slots, AnswersAreChecked) {
  const struct {
    const char* slot;
    const char* answer;
    bool fine;
  } cases[] = {
      {"metric", "refund time", true},         {"metric", "story points per sprint", false},
      {"metric", "efficiency", false},         {"B", "12 stories", false},
      {"B", "two days", true},                 {"A", "about 40%", true},
      {"who", "shop staff", true},             {"who", "stakeholders", false},
      {"what you changed", "12 user stories", false}, {"do what", "refund without a call", true},
      {"evidence", "feedback", false},         {"evidence", "14 merchants who gave up", true},
  };
  for (const auto& c : cases) {
    const SlotType* type = Types().Of(c.slot, Builtin().lexicon);
    ASSERT_NE(type, nullptr) << c.slot;
    EXPECT_EQ(CheckAnswer(*type, c.answer, Builtin().lexicon).empty(), c.fine) << c.slot << ": " << c.answer;
  }
}

TEST(Slots, AreToldApart) {
  const auto parts = SplitSlots("Put [problem] first; [metric] rose");
  ASSERT_EQ(parts.size(), 5u);
  EXPECT_EQ(parts[0].text, "Put ");
  EXPECT_TRUE(parts[1].slot);
  EXPECT_EQ(parts[1].text, "problem");
  EXPECT_EQ(parts[3].text, "metric");
  EXPECT_EQ(SplitSlots("a [b").size(), 1u);
  EXPECT_EQ(ChoicesOf("Led | Co-led|Helped"), (std::vector<std::string>{"Led", "Co-led", "Helped"}));
  EXPECT_TRUE(ChoicesOf("metric").empty());
}

}  // namespace
}  // namespace resumelint
