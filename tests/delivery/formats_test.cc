// What other tools read is what they ask for: the formats of `check` against their schemas, and the
// GitHub action's own script.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "delivery/run.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kRoot = RESUMELINT_SOURCE_DIR;

// Every format's example, and a file whose name and words are out to break a report.
const fs::path& Resumes() {
  static const Scratch scratch("formats");
  static const bool made = [] {
    for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "examples")) {
      if (entry.path().stem() == "resume") fs::copy_file(entry.path(), scratch.path() / entry.path().filename());
    }
    WriteWhole(scratch.path() / "a, b: 100%\n::error::.md",
               "# Kim Example\n\n## Experience\n\n### Product Owner, Example Ferries (2021 - 2024)\n\n"
               "- Prioritized backlog for 100% of ::error file=x:: teams, \"quoted\" <b>\xF0\x9F\x98\x80</b>\n"
               "- Prioritized backlog for 100% of ::error file=x:: teams, \"quoted\" <b>\xF0\x9F\x98\x80</b>\n"
               "- Responsible for writing user stories for the crew rota\n"
               "- Managed the backlog\n- Wrote the roadmap for [X] users\n");
    return true;
  }();
  EXPECT_TRUE(made);
  return scratch.path();
}

std::string Report(const std::string& format, const std::string& options = "") {
  const Ran ran = RunShell(Resumes(), "resumelint check --no-config --min-severity hint --fail-on never --format " + format + " " +
                                          options + " -- *");
  EXPECT_EQ(ran.status, 0) << ran.err;
  return ran.out;
}

void Validate(const char* schema, const std::string& report) {
  if (RunShell(kRoot, "/usr/bin/python3 -c 'import jsonschema, tomllib'").status != 0) {
    if (std::getenv("RESUMELINT_ALL_TESTS") != nullptr) FAIL() << "python3-jsonschema is missing";
    GTEST_SKIP() << "no validator: `tools/setup check` installs python3-jsonschema";
  }
  const Scratch scratch("validate");
  WriteWhole(scratch.path() / "report.json", report);
  const Ran ran = RunShell(kRoot, "/usr/bin/python3 tests/delivery/validate.py tests/delivery/" + std::string(schema) +
                                      " '" + (scratch.path() / "report.json").string() + "'");
  EXPECT_EQ(ran.status, 0) << ran.all();
}

TEST(Formats, SarifIsValid) { Validate("sarif-2.1.0.schema.json", Report("sarif")); }

TEST(Formats, SarifSaysWhatViewersShow) {
  const Json run = Json::parse(Report("sarif")).at("runs").at(0);
  const Json& rules = run.at("tool").at("driver").at("rules");
  for (const Json& rule : rules) {
    for (const char* text : {"shortDescription", "fullDescription", "help"}) {
      EXPECT_FALSE(rule.at(text).at("text").get<std::string>().empty()) << rule.at("id");
    }
  }
  std::set<std::pair<int, std::string>> prints;
  size_t fixes = 0;
  for (const Json& result : run.at("results")) {
    const size_t index = result.at("ruleIndex");
    EXPECT_EQ(rules.at(index).at("id"), result.at("ruleId"));
    const Json& place = result.at("locations").at(0).at("physicalLocation");
    const std::string print = result.at("partialFingerprints").at("bulletHash/v1");
    EXPECT_TRUE(prints.insert({place.at("artifactLocation").at("index"), print}).second) << print;
    for (const Json& fix : result.value("fixes", Json::array())) {
      ++fixes;
      const Json& change = fix.at("artifactChanges").at(0);
      EXPECT_EQ(change.at("artifactLocation").at("uri"), place.at("artifactLocation").at("uri"));
      const std::string inserted = change.at("replacements").at(0).at("insertedContent").at("text");
      EXPECT_EQ(inserted.find('['), std::string::npos) << inserted;
    }
  }
  EXPECT_GT(prints.size(), 100u);
  RecordProperty("fixes", static_cast<int>(fixes));
}

// A bullet keeps its fingerprint wherever it stands: new lines above it make no new alerts.
TEST(Formats, SarifFingerprintsOutliveMoves) {
  const auto prints = [](const std::string& above) {
    const Scratch scratch("moves");
    WriteWhole(scratch.path() / "resume.md", "# Kim Example\n\n## Experience\n\n" + above +
                                                 "### Product Owner, Example Ferries (2021 - 2024)\n\n- Managed the backlog\n");
    const Json report = Json::parse(RunShell(scratch.path(), "resumelint --format sarif resume.md").out);
    std::map<std::string, std::string> out;
    for (const Json& result : report.at("runs").at(0).at("results")) {
      out[result.at("ruleId")] = result.at("partialFingerprints").at("bulletHash/v1");
    }
    return out;
  };
  const auto before = prints("");
  const auto after = prints("Two new lines,\nthat tell nothing.\n\n");
  ASSERT_EQ(before.count("process/backlog-admin"), 1u);
  EXPECT_EQ(before.at("process/backlog-admin"), after.at("process/backlog-admin"));
}

TEST(Formats, GitlabIsValid) {
  const std::string report = Report("gitlab");
  std::set<std::string> prints;
  for (const Json& finding : Json::parse(report)) {
    EXPECT_TRUE(prints.insert(finding.at("fingerprint")).second) << finding.at("fingerprint");
  }
  EXPECT_GT(prints.size(), 100u);
  Validate("gitlab.schema.json", report);
}

TEST(Formats, GithubCommandsAreOneLineEach) {
  std::istringstream lines(Report("github"));
  const std::regex command(
      "::(error|warning|notice) file=[^:,\\n]+,line=[0-9]+,col=[0-9]+,endLine=[0-9]+(,endColumn=[0-9]+)?,title=[^:,]+::[^\\r\\n]+");
  size_t count = 0;
  size_t odd = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(std::regex_match(line, command)) << line;
    odd += line.find("file=a%2C b%3A 100%25") != std::string::npos ? 1 : 0;
    // A percent sign stands for itself only when encoded.
    for (size_t at = line.find('%'); at != std::string::npos; at = line.find('%', at + 1)) {
      EXPECT_TRUE(std::isxdigit(static_cast<unsigned char>(line[at + 1]))) << line;
    }
  }
  EXPECT_GT(count, 100u);
  EXPECT_GE(odd, 3u);
}

TEST(Formats, JsonLinesAreTheFilesOfJson) {
  const Json whole = Json::parse(Report("json"));
  std::istringstream lines(Report("jsonl", "--jobs 2"));
  size_t at = 0;
  for (std::string line; std::getline(lines, line); ++at) EXPECT_EQ(Json::parse(line), whole.at("files").at(at));
  EXPECT_EQ(at, whole.at("files").size());
}

// The script of the action's last step, as a runner would run it.
TEST(Formats, TheActionChecks) {
  const std::string action = ReadWhole(kRoot / "action.yml");
  const size_t begin = action.find("run: |\n", action.find("- name: check")) + 7;
  std::string script;
  std::istringstream lines(action.substr(begin));
  for (std::string line; std::getline(lines, line);) script += line.substr(std::min<size_t>(8, line.size())) + "\n";
  const Scratch scratch("action");
  WriteWhole(scratch.path() / "step", script);
  fs::create_directory(scratch.path() / "my cv");
  fs::copy_file(kRoot / "examples/resume.md", scratch.path() / "my cv/resume.md");
  const auto run = [&](const std::string& environment) {
    return RunShell(scratch.path(), environment + " bash --noprofile --norc -eo pipefail step");
  };
  const Ran found = run("FILES=$'my cv\\n' FAIL_ON=warning DIFF= ARGS=$'--select\\nprocess\\n' SARIF=out.sarif");
  EXPECT_EQ(found.status, 1) << found.all();
  EXPECT_TRUE(found.out.starts_with("::warning file=my cv/resume.md,")) << found.all();
  EXPECT_FALSE(Json::parse(ReadWhole(scratch.path() / "out.sarif")).at("runs").at(0).at("results").empty());
  EXPECT_EQ(run("FILES='my cv' FAIL_ON=never DIFF= ARGS= SARIF=").status, 0);
  const Ran missing = run("FILES=gone.md FAIL_ON=never DIFF= ARGS= SARIF=x.sarif");
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("gone.md: error:"), std::string::npos) << missing.err;
}

TEST(Formats, TheWorkflowsAreYaml) {
  if (RunShell(kRoot, "/usr/bin/python3 -c 'import yaml'").status != 0) GTEST_SKIP() << "python3-yaml is missing";
  const Ran ran = RunShell(kRoot, "/usr/bin/python3 -c 'import sys, yaml\nfor name in sys.argv[1:]: yaml.safe_load(open(name))' "
                                  "action.yml .pre-commit-hooks.yaml .github/workflows/*.yml examples/ci/*.yml");
  EXPECT_EQ(ran.status, 0) << ran.all();
}

}  // namespace
}  // namespace resumelint
