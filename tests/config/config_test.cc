#include "config/config.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

std::string Told(const Error& error) {
  return error.path + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": " +
         error.what + (error.hint.empty() ? "" : " (" + error.hint + ")");
}

std::string Dump(const FileSettings& settings) {
  std::string out = settings.lint.profile;
  const auto list = [&](const char* name, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out += std::string(" ") + name;
    for (const std::string& item : items) out += " " + item;
  };
  list("select", settings.lint.select);
  list("ignore", settings.lint.ignore);
  for (const auto& [rule, severity] : settings.lint.severities) {
    out += " " + rule + "=" + Name(severity);
  }
  return out + " fail-on " + (settings.fail_on == Severity::kOff ? "never" : Name(settings.fail_on));
}

constexpr const char* kFull = R"(profile = "delivery"
select = ["process", "value/*"]
ignore = "writing/too-long"
fail-on = "error"
rules = ["my-pack.toml", "more/other.toml"]
confidential = ["Project \"Heron\""]
unknown = ["ticket desk"]
kept = ["a/b 0123456789abcdef"]

[severity]
"process/backlog-admin" = "hint"

[vocabulary]
accept = ["Scrumban"]
"N.backlog" = ["demand list"]

[[overrides]]
files = ["cover/*.md", "*.tex"]
profile = "general"
ignore = ["value"]
severity = { "writing" = "off" }

[[overrides]]
files = ["cover/old.md"]
select = ["value"]
fail-on = "never"
)";

TEST(Config, SettingsOfAFile) {
  const Config config = ParseConfig("resumelint.toml", kFull).value();
  EXPECT_EQ(Dump(SettingsFor(config, "cv.md")),
            "delivery select process value/* ignore writing/too-long process/backlog-admin=hint "
            "fail-on error");
  EXPECT_EQ(Dump(SettingsFor(config, "a/cv.tex")),
            "general select process value/* ignore writing/too-long value "
            "process/backlog-admin=hint writing=off fail-on error");
  EXPECT_EQ(Dump(SettingsFor(config, "cover/old.md")),
            "general select value ignore writing/too-long value process/backlog-admin=hint "
            "writing=off fail-on never");
  EXPECT_EQ(config.rules, (std::vector<std::string>{"my-pack.toml", "more/other.toml"}));
  EXPECT_EQ(config.accept.words, std::vector<std::string>{"Scrumban"});
}

TEST(Config, EmptyOneChangesNothing) {
  const Config config = ParseConfig("resumelint.toml", "").value();
  EXPECT_EQ(Dump(SettingsFor(config, "cv.md")), "auto fail-on warning");
  EXPECT_FALSE(VocabularyOf(config));
}

TEST(Config, VocabularyIsAFileOfRules) {
  const Config config = ParseConfig("resumelint.toml", kFull).value();
  const RuleFile file = VocabularyOf(config).value();
  EXPECT_EQ(file.text,
            "[nouns.\"backlog\"]\nwords = [\"demand list\", ]\n"
            "[words.\"confidential\"]\nwords = [\"Project \\\"Heron\\\"\", \"ticket desk\", ]\n");
  EXPECT_EQ(LoadRules({&file, 1}).value().lexicon.classes().size(), 2u);
}

TEST(Config, ComplainsAtThePlace) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"profle = \"general\"", "c.toml:1:1: unknown key \"profle\" (did you mean \"profile\"?)"},
      {"\nfail-on = \"off\"",
       "c.toml:2:1: \"off\" is nothing to fail on (write error, warning, hint or never)"},
      {"select = [1]", "c.toml:1:11: \"select\" must hold strings, but this is a whole number"},
      {"[severity]\n\"a/b\" = \"loud\"",
       "c.toml:2:2: the severity of \"a/b\" must be a string (write \"error\", \"warning\", \"hint\" "
       "or \"off\")"},
      {"[[overrides]]\nignore = [\"a\"]",
       "c.toml:1:1: an override needs the files it is for (write files = [\"*.tex\"])"},
      {"[[overrides]]\nfiles = [\"a\"]\nrules = [\"x\"]",
       "c.toml:3:1: unknown key \"rules\" (known here: files, profile, select, ignore, fail-on, "
       "severity)"},
      {"[vocabulary]\nacept = [\"a\"]",
       "c.toml:2:1: unknown key \"acept\" (write accept = [\"…\"], or a word class in quotes: "
       "\"N.backlog\" = [\"…\"])"},
      {"[vocabulary]\n\"N.backlog\" = 3",
       "c.toml:2:2: \"N.backlog\" must be a list of strings, not a whole number"},
  };
  for (const Case& test : cases) {
    const Result<Config> config = ParseConfig("c.toml", test.text);
    ASSERT_FALSE(config) << test.text;
    EXPECT_EQ(Told(config.error()), test.expected);
  }
}

// Rules as small as can be: two packs, one profile, one word class.
RuleSet SmallRules(const Config& config) {
  RuleSet rules;
  std::vector<RuleFile> files = {
      {"base.toml", "[nouns.backlog]\nabout = \"lists of work\"\nwords = [\"backlog\"]\n", true}};
  if (auto vocabulary = VocabularyOf(config)) files.push_back(*vocabulary);
  rules = std::move(LoadRules(files).value());
  for (const char* id : {"process/backlog-admin", "value/no-number"}) {
    Rule rule;
    rule.id = id;
    rules.rules.push_back(rule);
  }
  Profile profile;
  profile.name = "delivery";
  rules.profiles.push_back(profile);
  return rules;
}

TEST(Config, ChecksNamesAgainstTheRules) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"profile = \"delivery\"\nselect = [\"process\", \"value/*\"]\nignore = \"value/no-number\"\n"
       "[severity]\nprocess = \"hint\"\n[vocabulary]\n\"N.backlog\" = [\"demand list\"]",
       ""},
      {"profile = \"auto\"", ""},
      {"profile = \"delivry\"",
       "c.toml:1:11: no profile is called \"delivry\" (did you mean \"delivery\"?)"},
      {"ignore = [\"process\", \"proces\"]",
       "c.toml:1:22: no rule is called \"proces\" (did you mean \"process\"?)"},
      {"[severity]\n\"value/no-numbr\" = \"off\"",
       "c.toml:2:20: no rule is called \"value/no-numbr\" (did you mean \"value/no-number\"?)"},
      {"[[overrides]]\nfiles = [\"a\"]\nselect = [\"quite/else\"]",
       "c.toml:3:11: no rule is called \"quite/else\" (`resumelint rules list` shows what there is)"},
      {"[vocabulary]\n\"N.backlogs\" = [\"demand list\"]",
       "c.toml:2:16: no word class is called \"N.backlogs\" (did you mean \"N.backlog\"?)"},
  };
  for (const Case& test : cases) {
    const Config config = ParseConfig("c.toml", test.text).value();
    const std::optional<Error> fault = CheckConfig(config, SmallRules(config));
    EXPECT_EQ(fault ? Told(*fault) : "", test.expected);
  }
}

}  // namespace
}  // namespace resumelint
