// Faults of rule files: each is told at its line and column, with what to do.

#include "rules/rule_set.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace resumelint {
namespace {

std::string Fault(std::string text) {
  std::vector<RuleFile> files(BuiltinRules().begin(), BuiltinRules().end());
  files.push_back({"mine.toml", std::move(text), false});
  const auto rules = LoadRules(files);
  if (rules) return "loads";
  const Error& error = rules.error();
  return fmt::format("{}:{}:{}: {} | {}", error.path, error.line, error.column, error.what, error.hint);
}

std::string WithRule(std::string_view body) {
  return fmt::format(
      "[[rule]]\nid = \"mine/charting\"\ntitle = \"t\"\nsee = \"s.\"\nwhy = \"w\"\n"
      "source = [{{ text = \"x\" }}]\nfires = [\"charted vitals\", \"charting vitals\"]\nsilent = [\"ran\"]\n{}\n",
      body);
}

struct Case {
  const char* name;
  std::string text;
  const char* fault;
};

class LoadFault : public testing::TestWithParam<Case> {};

TEST_P(LoadFault, IsToldAtItsPlace) { EXPECT_EQ(Fault(GetParam().text), GetParam().fault); }

INSTANTIATE_TEST_SUITE_P(
    Rules, LoadFault,
    testing::Values(
        Case{"good", WithRule("phrases = [\"<chart> *2 vitals\"]"), "loads"},
        Case{"unknown_key", WithRule("phrase = [\"a\"]"),
             "mine.toml:9:1: unknown key \"phrase\" | did you mean \"phrases\"?"},
        Case{"unknown_class", WithRule("phrases = [\"V.ordr backlog\"]"),
             "mine.toml:9:13: in phrase \"V.ordr backlog\": no class of words is called \"V.ordr\" | did you mean \"V.order\"?"},
        Case{"matches_nothing", WithRule("phrases = [\"a? *2\"]"),
             "mine.toml:9:13: in phrase \"a? *2\": the phrase can match nothing at all | give at least one word, class or number that must stand there"},
        Case{"open_bracket", WithRule("phrases = [\"(a|b\"]"),
             "mine.toml:9:13: in phrase \"(a|b\": this bracket is never closed | "},
        Case{"gap_too_wide", WithRule("phrases = [\"a *40 b\"]"),
             "mine.toml:9:15: in phrase \"a *40 b\": a gap is *N with N from 1 to 16 | "},
        Case{"unknown_detector", WithRule("phrases = [\"a\"]\nunless = [\"metrik\"]"),
             "mine.toml:10:1: no detector is called \"metrik\" | did you mean \"metric\"?"},
        Case{"unknown_severity", WithRule("phrases = [\"a\"]\nseverity = \"fatal\""),
             "mine.toml:10:1: \"fatal\" is no severity | write error, warning, hint or off"},
        Case{"bad_regex", WithRule("regex = ['(']"), "mine.toml:9:1: in pattern \"(\": missing ): ( | "},
        Case{"empty_regex", WithRule("regex = ['x*']"), "mine.toml:9:1: in pattern \"x*\": it matches the empty text | "},
        Case{"nothing_to_look_for", WithRule(""),
             "mine.toml:2:1: rule \"mine/charting\" has nothing to look for | give it phrases, an act (verb and object), a regex or a check"},
        Case{"taken_id", "[[rule]]\nid = \"process/backlog-admin\"\n",
             "mine.toml:2:1: rule \"process/backlog-admin\" is already defined at rules/process.toml:7 | to change its severity, write it under [severity]"},
        Case{"id_shape", "[[rule]]\nid = \"Charting\"\n",
             "mine.toml:2:1: \"Charting\" is not of the form pack/name | use lower-case letters, digits and hyphens, as in \"process/backlog-admin\""},
        Case{"severity_of_nothing", "[severity]\n\"process/backlog\" = \"off\"\n",
             "mine.toml:2:2: no rule is called \"process/backlog\" | did you mean \"process/backlog-admin\"?"},
        Case{"not_toml", "a = [", "mine.toml:1:6: Error while parsing array: encountered end-of-file | "}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Rules, APackAddsWordsRulesAndSeverities) {
  std::vector<RuleFile> files(BuiltinRules().begin(), BuiltinRules().end());
  files.push_back({"mine.toml",
                   "[nouns.backlog]\nwords = [\"kartei\"]\n[severity]\n\"process/backlog-admin\" = \"hint\"\n" +
                       WithRule("phrases = [\"<chart> *2 vitals\"]"),
                   false});
  const auto rules = LoadRules(files);
  ASSERT_TRUE(rules) << rules.error().what;
  EXPECT_NE(rules->FindRule("mine/charting"), nullptr);
  EXPECT_EQ(rules->FindRule("process/backlog-admin")->severity, Severity::kHint);
  EXPECT_TRUE(rules->lexicon.Read("our kartei").Covers(1, rules->lexicon.Find("N.backlog")));
}

TEST(Rules, AHostilePhraseIsRefusedOrFast) {
  // Nested alternatives and gaps: refused for size, or matched in time linear in the text.
  std::string nested = "a";
  for (int i = 0; i < 40; ++i) nested = "(" + nested + "|b)";
  EXPECT_NE(Fault(WithRule("phrases = [\"" + nested + "\"]")).find("too many brackets"), std::string::npos);
  std::string gaps = "a";
  for (int i = 0; i < 60; ++i) gaps += " *16 a";
  EXPECT_NE(Fault(WithRule("phrases = [\"" + gaps + "\"]")).find("too large"), std::string::npos);
  const Lexicon lexicon = Lexicon::Build({}, {});
  const auto phrase = Phrase::Compile("a *16 a *16 a *16 a *16 a *16 b", lexicon);
  ASSERT_TRUE(phrase);
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "a ";
  EXPECT_FALSE(phrase->Find(lexicon.Read(text)));
}

TEST(Rules, RuleNamesAndGlobs) {
  struct Row { const char* pattern; const char* id; bool matches; };
  for (const Row& row : {Row{"process/backlog-admin", "process/backlog-admin", true}, Row{"process", "process/x", true},
                         Row{"proc", "process/x", false}, Row{"process/*", "process/x", true}, Row{"*/x", "process/x", true},
                         Row{"*", "a/b", true}, Row{"p*s/b*k", "process/back", true}, Row{"p*s/b*k", "process/backs", false},
                         Row{"process/", "process/x", false}}) {
    EXPECT_EQ(MatchesRule(row.pattern, row.id), row.matches) << row.pattern << " " << row.id;
  }
}

}  // namespace
}  // namespace resumelint
