#include "lint/suppress.h"

#include <gtest/gtest.h>

#include "report/sample_report.h"

namespace resumelint {
namespace {

const RuleSet& SomeRules() {
  static const RuleSet* rules = [] {
    auto* set = new RuleSet;
    for (const char* id : {"process/backlog-admin", "process/story-writing", "value/no-number",
                           "value/slot-left", "identity/process-ratio"}) {
      Rule rule;
      rule.id = id;
      set->rules.push_back(rule);
    }
    Rule own;
    own.id = kUnusedSuppression;
    own.severity = Severity::kHint;
    own.see = "It hides nothing.";
    set->rules.push_back(own);
    own.id = kBadSuppression;
    own.severity = Severity::kWarning;
    own.see = "It can't be understood.";
    set->rules.push_back(own);
    return set;
  }();
  return *rules;
}

// A report whose lines "% …" are comments; every "backlog" in it is a process/backlog-admin, every
// "stories" a process/story-writing finding.
Report Checked(const std::string& text) {
  Report report = SampleReport("cv.md", text);
  for (Block& block : report.document.blocks) {
    const size_t at = block.text.chars.find('%');
    if (at == std::string::npos) continue;
    if (at == 0) {
      block.kind = BlockKind::kSkipped;
      block.note = "comment";
    }
    const Span in_text{static_cast<uint32_t>(at), static_cast<uint32_t>(block.text.chars.size())};
    report.document.directives.push_back(
        {block.text.ToSource(in_text), block.text.chars.substr(at + 2)});
  }
  const struct {
    const char* word;
    const char* rule;
  } kWords[] = {{"backlog", "process/backlog-admin"}, {"stories", "process/story-writing"}};
  for (size_t i = 0; i < report.document.blocks.size(); ++i) {
    const Block& block = report.document.blocks[i];
    if (block.kind == BlockKind::kSkipped) continue;
    bool leads = true;
    for (const auto& [word, rule] : kWords) {
      const size_t at = block.text.chars.substr(0, block.text.chars.find('%')).find(word);
      if (at == std::string::npos) continue;
      Finding finding;
      finding.rule = rule;
      finding.block = static_cast<int>(i);
      finding.span = block.text.ToSource({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 7)});
      finding.leads = leads;
      leads = false;
      report.findings.push_back(std::move(finding));
    }
  }
  return report;
}

// `line rule` of each finding, "*" before those that lead; what is said of suppressions in full.
std::string Dump(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) {
    if (!out.empty()) out += "; ";
    out += (finding.leads ? "*" : "") +
           std::to_string(report.document.source.At(finding.span.begin).line) + " ";
    const bool own = finding.rule.starts_with("resumelint/");
    out += own ? std::string(Name(finding.severity)) + ": " + std::string(finding.message) : std::string(finding.rule);
    for (const std::string& question : finding.questions) out += " " + question;
  }
  return out;
}

std::string Applied(const std::string& text, const LintOptions& options = {}) {
  Report report = Checked(text);
  ApplySuppressions(report, SomeRules(), options);
  return Dump(report);
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Suppressions, HideExactlyTheirs) {
  const Case cases[] = {
      {"- backlog\n- stories\n", "*1 process/backlog-admin; *2 process/story-writing"},
      // The next bullet.
      {"% resumelint: ignore process/backlog-admin -- asked for\n- backlog\n- backlog\n",
       "*3 process/backlog-admin"},
      {"% resumelint: ignore process\n\n- backlog stories\n- backlog\n", "*4 process/backlog-admin"},
      {"% resumelint: ignore */backlog-*, process/story-writing\n- backlog stories\n", ""},
      // What stands between is meant too.
      {"% resumelint: ignore process\n# backlog\n@ backlog\n- backlog\n- backlog\n",
       "*5 process/backlog-admin"},
      // The same line.
      {"- backlog % resumelint: ignore process\n- backlog\n", "*2 process/backlog-admin"},
      // Two directives for one bullet.
      {"% resumelint: ignore process/backlog-admin\n% resumelint: ignore process/story-writing\n"
       "- backlog stories\n", ""},
      // A stretch, an open one, one within another.
      {"- backlog\n% resumelint: off process\n- backlog\n- stories\n% resumelint: on process\n- backlog\n",
       "*1 process/backlog-admin; *6 process/backlog-admin"},
      {"- backlog\n% resumelint: off process/backlog-admin\n- backlog\n- stories\n",
       "*1 process/backlog-admin; *4 process/story-writing"},
      // The next best leads where the leading one is hidden.
      {"% resumelint: ignore process/backlog-admin\n- backlog stories\n", "*2 process/story-writing"},
  };
  for (const Case& test : cases) EXPECT_EQ(Applied(test.text), test.expected) << test.text;
}

TEST(Suppressions, TellWhatIsWrongWithThem) {
  const Case cases[] = {
      {"% resumelint: ignore value/no-number\n- backlog\n",
       "*1 hint: It hides nothing (value/no-number).; *2 process/backlog-admin"},
      {"% resumelint: ignore process/story-writing, process/backlog-admin\n- backlog\n",
       "*1 hint: It hides nothing (process/story-writing)."},
      {"- x\n% resumelint: off value\n", "*2 hint: It hides nothing (value)."},
      {"% resumelint: ignore proces/backlog-admin\n- backlog\n",
       "*1 warning: It can't be understood (no rule is called \"proces/backlog-admin\"). did you mean "
       "\"process/backlog-admin\"?; *2 process/backlog-admin"},
      {"% resumelint: on process\n- backlog\n",
       "*1 warning: It can't be understood (process is turned on, but was not turned off above).; "
       "*2 process/backlog-admin"},
      {"% resumelint: ignroe process\n- x\n",
       "*1 warning: It can't be understood (\"ignroe\" is no directive). did you mean \"ignore\"?"},
      {"% resumelint:\n- x\n",
       "*1 warning: It can't be understood (nothing is said after \"resumelint:\")."},
      {"% resumelint: ignore -- because\n- x\n",
       "*1 warning: It can't be understood (\"ignore\" doesn't say which rule)."},
  };
  for (const Case& test : cases) EXPECT_EQ(Applied(test.text), test.expected) << test.text;
}

TEST(Suppressions, FindingsAboutTheWholeNeedOnlyBeNamed) {
  Report report = Checked("- x\n% resumelint: ignore identity/process-ratio -- my field is process\n");
  AddFinding(report, "identity/process-ratio", Severity::kWarning, "", "m");
  ApplySuppressions(report, SomeRules(), {});
  EXPECT_EQ(Dump(report), "");
}

TEST(Suppressions, OfARuleThatIsOffAreNotUnused) {
  LintOptions options;
  options.ignore = {"value"};
  EXPECT_EQ(Applied("% resumelint: ignore value/no-number\n- x\n", options), "");
  options.ignore = {};
  options.select = {"process", "resumelint"};
  EXPECT_EQ(Applied("% resumelint: ignore value/no-number\n- x\n", options), "");
}

TEST(Suppressions, WhatIsSaidOfThemCanBeTurnedOffToo) {
  LintOptions options;
  options.ignore = {"resumelint/unused-suppression"};
  EXPECT_EQ(Applied("% resumelint: ignore value/no-number\n- x\n", options), "");
  options.ignore = {};
  options.severities = {{"resumelint", Severity::kError}};
  EXPECT_EQ(Applied("% resumelint: on process\n- x\n", options).substr(0, 8), "*1 error");
}

TEST(ParseSuppression, TakesTheReasonOff) {
  const struct {
    const char* text;
    const char* rule;
    const char* reason;
  } cases[] = {
      {"resumelint: ignore process/x -- the job asks for it", "process/x", "the job asks for it"},
      {"resumelint:ignore process/x", "process/x", ""},
      {"resumelint: ignore process/x — an editor's dash", "process/x", "an editor's dash"},
      {"resumelint: off process/* --", "process/*", ""},
  };
  for (const auto& test : cases) {
    const Suppression suppression = ParseSuppression(test.text).value();
    ASSERT_EQ(suppression.rules.size(), 1u) << test.text;
    EXPECT_EQ(suppression.rules[0], test.rule);
    EXPECT_EQ(suppression.reason, test.reason);
  }
}

TEST(Accepted, DropsFindingsOfTheseWordsAlone) {
  Report report = Checked("- backlog\n- Stories\n- stories\n");
  ApplyAccepted(report, {{"STORIES", " two  words "}, {}});
  EXPECT_EQ(Dump(report), "*1 process/backlog-admin");
}

TEST(Accepted, DropsKeptFindingsOfTheSameWordsAlone) {
  Report report = Checked("- backlog\n- Stories\n");
  ASSERT_FALSE(report.findings.empty());
  const std::string kept = KeptName(report, report.findings[0]);
  const size_t before = report.findings.size();
  EXPECT_TRUE(IsKeptName(kept)) << kept;
  EXPECT_FALSE(IsKeptName("process/backlog-admin"));
  ApplyAccepted(report, {{}, {kept}});
  EXPECT_EQ(report.findings.size(), before - 1);
  Report other = Checked("- the backlog\n- Stories\n");
  ApplyAccepted(other, {{}, {kept}});
  EXPECT_EQ(other.findings.size(), before);
}

}  // namespace
}  // namespace resumelint
