// SARIF, GitLab, GitHub and Markdown.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "lint/fingerprint.h"
#include "report/reporter.h"
#include "report/sample_report.h"
#include "report/uri.h"
#include "rules/rule_set.h"

namespace resumelint {
namespace {

using nlohmann::json;

const RuleSet& SampleRules() {
  static const RuleSet* rules = [] {
    auto* set = new RuleSet;
    Rule rule;
    rule.id = "process/backlog-admin";
    rule.title = "Backlog upkeep told as an achievement";
    rule.severity = Severity::kWarning;
    rule.see = "A reader sees a list kept in order.";
    rule.why = "the order of work says nothing of what it changed";
    rule.ask = {"What came of it?"};
    rule.sources = {{"01:22:22", "determining if they were building the right product"}};
    set->rules.push_back(rule);
    return set;
  }();
  return *rules;
}

std::string Render(const char* name, const std::vector<Report>& reports,
                   Severity least = Severity::kWarning) {
  RenderOptions options;
  options.version = "0.1.0";
  options.rules_version = "2026.11";
  options.min_severity = least;
  options.rules = &SampleRules();
  return FindReporter(name)->Render(reports, options);
}

std::vector<Report> One(Report report) {
  std::vector<Report> reports;
  reports.push_back(std::move(report));
  return reports;
}

TEST(SarifReport, HasWhatAViewerNeeds) {
  std::vector<Report> reports = One(SampleResume("dir/my resume.md"));
  reports.push_back(SampleResume("/abs/b.md"));
  const json out = json::parse(Render("sarif", reports));
  EXPECT_EQ(out["version"], "2.1.0");
  ASSERT_EQ(out["runs"].size(), 1u);
  const json& run = out["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const json& rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(run["tool"]["driver"]["version"], "0.1.0");
  ASSERT_EQ(run["results"].size(), 10u);  // hints aren't shown
  std::set<std::pair<std::string, std::string>> prints;
  for (const json& result : run["results"]) {
    const size_t index = result["ruleIndex"].get<size_t>();
    ASSERT_LT(index, rules.size());
    EXPECT_EQ(rules[index]["id"], result["ruleId"]);
    EXPECT_FALSE(result.contains("fixes"));
    EXPECT_TRUE(result["level"] == "error" || result["level"] == "warning");
    const json& place = result["locations"][0]["physicalLocation"];
    const json& region = place["region"];
    EXPECT_GE(region["startLine"], 1);
    EXPECT_GE(region["startColumn"], 1);
    EXPECT_GE(region["endLine"], region["startLine"]);
    const size_t artifact = place["artifactLocation"]["index"].get<size_t>();
    EXPECT_EQ(run["artifacts"][artifact]["location"]["uri"], place["artifactLocation"]["uri"]);
    prints.emplace(place["artifactLocation"]["uri"], result["partialFingerprints"]["bulletHash/v1"]);
  }
  EXPECT_EQ(prints.size(), 10u);
  EXPECT_EQ(run["artifacts"][0]["location"],
            json({{"uri", "dir/my%20resume.md"}, {"uriBaseId", "%SRCROOT%"}}));
  EXPECT_EQ(run["artifacts"][1]["location"], json({{"uri", "file:///abs/b.md"}}));
  const json& first = run["results"][0];
  EXPECT_EQ(first["locations"][0]["physicalLocation"]["region"],
            json({{"startLine", 5}, {"startColumn", 3}, {"endLine", 5}, {"endColumn", 26},
                  {"byteOffset", 57}, {"byteLength", 23}}));
  EXPECT_EQ(rules[1]["id"], "process/backlog-admin");
  EXPECT_EQ(rules[1]["name"], "BacklogAdmin");
  EXPECT_EQ(rules[1]["shortDescription"]["text"], "Backlog upkeep told as an achievement");
  EXPECT_NE(rules[1]["help"]["text"].get<std::string>().find("What came of it?"), std::string::npos);
}

TEST(SarifReport, TellsEqualBulletsApart) {
  Report report = SampleReport("cv.md", "- Various things\n- Various things\n");
  AddFinding(report, "a/b", Severity::kWarning, "Various", "m");
  Finding again = report.findings[0];
  again.block = 1;
  report.findings.push_back(again);
  const json out = json::parse(Render("sarif", One(std::move(report))));
  const json& results = out["runs"][0]["results"];
  EXPECT_NE(results[0]["partialFingerprints"], results[1]["partialFingerprints"]);
}

TEST(SarifReport, EmptyRunIsValid) {
  const json out = json::parse(Render("sarif", {}));
  EXPECT_EQ(out["runs"][0]["results"], json::array());
  EXPECT_EQ(out["runs"][0]["tool"]["driver"]["rules"], json::array());
}

TEST(Fingerprint, FollowsTheWordsNotThePlace) {
  const auto print = [](std::string text, const char* rule = "a/b") {
    Report report = SampleReport("cv.md", std::move(text));
    AddFinding(report, rule, Severity::kWarning, "Various", "m");
    return Fingerprint(report, report.findings[0]);
  };
  const std::string one = print("- Various things, done\n");
  EXPECT_EQ(one.size(), 16u);
  EXPECT_EQ(one, print("# Other\n\n-  Various  **things** done.\n"));
  EXPECT_NE(one, print("- Various other things, done\n"));
  EXPECT_NE(one, print("- Various things, done 2\n"));
  EXPECT_NE(one, print("- Various things, done\n", "a/c"));
}

TEST(GitlabReport, HasUniqueFingerprints) {
  std::vector<Report> reports = One(SampleResume("./a.md"));
  reports.push_back(SampleResume("b.md"));
  const json out = json::parse(Render("gitlab", reports));
  ASSERT_EQ(out.size(), 10u);
  std::set<std::string> prints;
  for (const json& issue : out) prints.insert(issue["fingerprint"]);
  EXPECT_EQ(prints.size(), 10u);
  EXPECT_EQ(out[0]["location"], json::parse(R"({"path": "a.md", "lines": {"begin": 5, "end": 5}})"));
  EXPECT_EQ(out[0]["check_name"], "process/backlog-admin");
  EXPECT_EQ(out[0]["severity"], "minor");
  EXPECT_EQ(out[3]["severity"], "critical");
}

TEST(GithubReport, IsOneCommandALine) {
  Report report = SampleReport("a,b:c.md", "- Various 100% things\n");
  Finding& finding = AddFinding(report, "a/b", Severity::kHint, "Various", "50%\n::error::x");
  finding.questions = {"How many?\r\n::set-output name=x::y"};
  finding.rewrites = {{Variant::kPlain, "N things: 100%", {}, ""}};
  EXPECT_EQ(Render("github", One(std::move(report)), Severity::kHint),
            "::notice file=a%2Cb%3Ac.md,line=1,col=3,endLine=1,endColumn=10,title=a/b"
            "::50%25 ::error::x%0AAsk: How many?  ::set-output name=x::y%0ATry: N things: 100%25\n");
}

TEST(MarkdownReport, ReadsWellInAComment) {
  EXPECT_EQ(Render("markdown", One(SampleResume())), R"(### resumelint: 1 error, 4 warnings in 5 bullets

#### `resume.md`

- **Line 5** `Prioritized the backlog for the café kiosk using Jira`  
  A reader sees a list kept in order. (warning `process/backlog-admin`)
  - *Which customer problem did you put first, and what changed after release?*
  - Try: Put \[customer problem\] first in the café kiosk, moving \[metric\] from \[A\] to \[B\]. (dropped: Jira)
  - Try: Set priorities for the café kiosk. (dropped: Jira)
- **Line 7** `Responsible for writing user stories and acceptance criteria`  
  A reader sees paperwork. (warning `process/story-writing`)
  - *What could someone do afterwards?*
  - Also: A reader sees a duty, not a deed. (warning `writing/responsible-for`)
- **Line 8** `Launched the kiosk with [X%] more orders`  
  A reader sees an empty blank. (error `value/slot-left`)
- **The whole**  
  3 of 5 bullets tell the process. (warning `identity/process-ratio`)

1 hint not shown (`--min-severity hint` shows them).
)");
}

TEST(MarkdownReport, CallsNobodyAndBreaksNothing) {
  Report report = SampleReport("cv.md", "- Various ``code`` @octocat\n");
  AddFinding(report, "a/b", Severity::kWarning, "Various", "@octocat <script> [x](y) #12 **b**");
  EXPECT_EQ(Render("markdown", One(std::move(report))), R"(### resumelint: 1 warning in 1 bullet

#### `cv.md`

- **Line 1** ```Various ``code`` @octocat```  
  @<!-- -->octocat &lt;script&gt; \[x\](y) #<!-- -->12 \*\*b\*\* (warning `a/b`)
)");
}

TEST(MarkdownReport, SaysWhenNothingIsFound) {
  EXPECT_EQ(Render("markdown", One(SampleReport("cv.md", "- Cut costs\n"))),
            "### resumelint: nothing to flag in 1 bullet\n");
}

TEST(Uri, QuotesWhatAUriCannotHold) {
  EXPECT_EQ(Uri("./a/b c.md"), "a/b%20c.md");
  EXPECT_EQ(Uri("/tmp/é.md"), "file:///tmp/%C3%A9.md");
  EXPECT_EQ(Uri("-"), "stdin");
  EXPECT_EQ(Uri("a:b%.md"), "a%3Ab%25.md");
}

TEST(Reporters, AreFoundByName) {
  for (const Reporter& reporter : Reporters()) EXPECT_EQ(FindReporter(reporter.name), &reporter);
  EXPECT_EQ(FindReporter("nonsense"), nullptr);
}

// What every output must do with whatever a resume holds.
TEST(Reporters, PassNoControlsOn) {
  Report report = SampleReport("c\033v.md", "- Various\033[31m \xC2\x9B" "2J \x07 things\n");
  Finding& finding = AddFinding(report, "a/b", Severity::kError, "Various", "m\033[31m\x07");
  finding.questions = {"q\033[31m"};
  finding.rewrites = {{Variant::kPlain, "r\033[31m [s\033]", {"d\033"}, "a\033"}};
  const std::vector<Report> reports = One(std::move(report));
  for (const Reporter& reporter : Reporters()) {
    const std::string out = Render(reporter.name, reports, Severity::kHint);
    EXPECT_EQ(out.find('\033'), std::string::npos) << reporter.name;
    EXPECT_EQ(out.find('\007'), std::string::npos) << reporter.name;
    EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos) << reporter.name;
  }
}

TEST(Reporters, SayTheSameTwice) {
  const std::vector<Report> reports = One(SampleResume());
  for (const Reporter& reporter : Reporters()) {
    EXPECT_EQ(Render(reporter.name, reports), Render(reporter.name, reports)) << reporter.name;
  }
}

}  // namespace
}  // namespace resumelint
