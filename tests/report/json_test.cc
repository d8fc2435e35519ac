#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/json_writer.h"
#include "report/reporter.h"
#include "report/sample_report.h"

namespace resumelint {
namespace {

using nlohmann::json;

std::string Render(const char* name, const std::vector<Report>& reports) {
  RenderOptions options;
  options.version = "0.1.0";
  options.rules_version = "2026.11";
  return FindReporter(name)->Render(reports, options);
}

TEST(JsonReport, HoldsTheSchema) {
  std::vector<Report> reports;
  reports.push_back(SampleResume());
  const json out = json::parse(Render("json", reports));
  EXPECT_EQ(out["schema"], 1);
  EXPECT_EQ(out["tool"], json({{"name", "resumelint"}, {"version", "0.1.0"}, {"rules", "2026.11"}}));
  EXPECT_EQ(out["summary"],
            json({{"files", 1}, {"bullets", 5}, {"error", 1}, {"warning", 4}, {"hint", 1}}));
  const json& file = out["files"][0];
  EXPECT_EQ(file["path"], "resume.md");
  EXPECT_EQ(file["format"], "markdown");
  EXPECT_EQ(file["profile"], "pm-tech");
  EXPECT_EQ(file["bullets"], 5);
  // Every severity is there, whatever is shown elsewhere.
  ASSERT_EQ(file["findings"].size(), 6u);
  EXPECT_EQ(file["findings"][0], json::parse(R"({
    "rule": "process/backlog-admin", "severity": "warning",
    "message": "A reader sees a list kept in order.",
    "why": "the order of work says nothing of what it changed",
    "line": 5, "column": 3, "end_line": 5, "end_column": 26, "offset": 57, "end_offset": 80,
    "bullet": {"line": 5, "column": 3, "end_line": 5, "end_column": 56,
               "text": "Prioritized the backlog for the café kiosk using Jira",
               "section": "Experience", "role": "Product Owner, Example Bank"},
    "questions": ["Which customer problem did you put first, and what changed after release?"],
    "rewrites": [
      {"variant": "problem-first",
       "text": "Put [customer problem] first in the café kiosk, moving [metric] from [A] to [B].",
       "slots": ["customer problem", "metric", "A", "B"], "dropped": ["Jira"]},
      {"variant": "plain", "text": "Set priorities for the café kiosk.", "slots": [],
       "dropped": ["Jira"]}]})"));
  EXPECT_TRUE(file["findings"][5]["bullet"].is_null());
}

TEST(JsonReport, HoldsNothingThatMovesATerminal) {
  std::string out;
  JsonWriter(0, out).String("a\x1b[31m\u009b\u202e\u2028é");
  EXPECT_EQ(out, "\"a\\u001b[31m\\u009b\\u202e\\u2028é\"");
}

TEST(JsonReport, KeysAreInTheOrderOfTheSchema) {
  std::vector<Report> reports;
  reports.push_back(SampleReport("cv.md", "- Various things\n"));
  AddFinding(reports[0], "writing/hedge", Severity::kHint, "Various", "How many?");
  EXPECT_EQ(Render("jsonl", reports),
            R"({"path":"cv.md","format":"markdown","profile":"pm-tech","bullets":1,"findings":[)"
            R"({"rule":"writing/hedge","severity":"hint","message":"How many?","why":"","line":1,)"
            R"("column":3,"end_line":1,"end_column":10,"offset":2,"end_offset":9,"bullet":)"
            R"({"line":1,"column":3,"end_line":1,"end_column":17,"text":"Various things",)"
            R"("section":"top","role":""},"questions":[],"rewrites":[]}]})"
            "\n");
}

TEST(JsonReport, OffsetsAreNullWhereBytesCannotHoldThem) {
  std::vector<Report> reports;
  reports.push_back(SampleReport("cv.docx", "- Various things\n"));
  reports[0].document.source.extracted = true;
  reports[0].document.blocks[0].paragraph = 7;
  AddFinding(reports[0], "a/b", Severity::kHint, "Various", "m");
  AddFinding(reports[0], "a/c", Severity::kHint, "", "m");
  const json report = json::parse(Render("json", reports));
  EXPECT_EQ(report["files"][0]["findings"].size(), 2u);
  for (const json& finding : report["files"][0]["findings"]) {
    EXPECT_TRUE(finding["offset"].is_null());
    EXPECT_TRUE(finding["end_offset"].is_null());
    EXPECT_EQ(finding["paragraph"], 7);
    EXPECT_FALSE(finding.contains("page"));
  }
}

TEST(JsonReport, NothingReadIsStillAReport) {
  const json out = json::parse(Render("json", {}));
  EXPECT_EQ(out["files"], json::array());
  EXPECT_EQ(out["summary"]["files"], 0);
}

TEST(JsonReport, LinesStreamAsFilesAreDone) {
  std::vector<Report> reports;
  reports.push_back(SampleResume("a.md"));
  reports.push_back(SampleResume("b.md"));
  const std::string all = Render("jsonl", reports);
  std::vector<Report> first, second;
  first.push_back(SampleResume("a.md"));
  second.push_back(SampleResume("b.md"));
  EXPECT_EQ(all, Render("jsonl", first) + Render("jsonl", second));
}

TEST(JsonWriter, EscapesWhatIsNotText) {
  const std::string input("\"\\/\b\n\t\x01\x7F\xC2\x9B\xFF\xC3é\0z", 16);
  std::string out;
  JsonWriter(0, out).BeginArray().String(input).EndArray();
  EXPECT_EQ(json::parse(out)[0], "\"\\/\b\n\t\x01\x7F\xC2\x9B\xEF\xBF\xBD\xEF\xBF\xBDé" +
                                     std::string(1, '\0') + "z");
  EXPECT_EQ(out.find('\x7F'), std::string::npos);
  EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos);
}

TEST(JsonWriter, LaysOutByIndent) {
  std::string out;
  JsonWriter writer(2, out);
  writer.BeginObject().Key("a").BeginArray().Integer(1).Null().EndArray();
  writer.Key("b").BeginObject().EndObject().Key("c").Boolean(true).EndObject();
  EXPECT_EQ(out, "{\n  \"a\": [\n    1,\n    null\n  ],\n  \"b\": {},\n  \"c\": true\n}");
}

}  // namespace
}  // namespace resumelint
