// Many files at once: every good one is told, in order, whatever the bad ones do.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "delivery/run.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

constexpr int kFiles = 60;

std::string NameOf(int number) {
  const std::string digits = std::to_string(number);
  return "resume-" + std::string(3 - digits.size(), '0') + digits + ".md";
}

void WriteResumes(const fs::path& folder) {
  for (int i = 0; i < kFiles; ++i) {
    // Some are long, so that side by side they'd end in another order.
    std::string text = "# Kim Example\n\n## Experience\n\n### Product Owner, Example Ferries (2021 - 2024)\n\n";
    for (int bullet = 0; bullet < (i % 7 == 0 ? 40 : 2); ++bullet) {
      text += "- Prioritized backlog for pier " + std::to_string(i) + "." + std::to_string(bullet) + "\n";
    }
    WriteWhole(folder / NameOf(i), text);
  }
  WriteWhole(folder / NameOf(11), std::string("\0\1\2\3", 4));
  WriteWhole(folder / NameOf(12), "");
}

std::vector<std::string> Paths(const std::string& lines) {
  std::vector<std::string> out;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line).at("path"));
  return out;
}

TEST(Batch, ABadFileStopsNoOther) {
  const Scratch scratch("batch");
  WriteResumes(scratch.path());
  const Ran one = RunShell(scratch.path(), "resumelint check *.md --format jsonl --jobs 1 --fail-on never");
  EXPECT_EQ(one.status, 2);
  for (const int bad : {11, 12}) EXPECT_NE(one.err.find(NameOf(bad) + ": error: "), std::string::npos) << one.err;
  const std::vector<std::string> paths = Paths(one.out);
  EXPECT_EQ(paths.size(), size_t{kFiles - 2});
  EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
  const Ran many = RunShell(scratch.path(), "resumelint check *.md --format jsonl --jobs 7 --fail-on never");
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
}

// Every output is the same whatever is done side by side, and wherever it goes.
TEST(Batch, EveryOutputIsInOrder) {
  const Scratch scratch("order");
  WriteResumes(scratch.path());
  for (const char* format : {"text", "json", "jsonl", "sarif", "github", "gitlab", "markdown", "html"}) {
    const std::string check = std::string("resumelint check resume-*.md missing.md --fail-on never --format ") + format;
    const Ran one = RunShell(scratch.path(), check + " --jobs 1");
    EXPECT_EQ(one.status, 2);
    for (const int bad : {11, 12}) EXPECT_NE(one.err.find(NameOf(bad) + ": error: "), std::string::npos) << one.err;
    EXPECT_NE(one.out.find(NameOf(59)), std::string::npos) << format;
    const Ran many = RunShell(scratch.path(), check + " --jobs 5");
    EXPECT_EQ(one.out, many.out) << format;
    EXPECT_EQ(one.err, many.err) << format;
    const Ran file = RunShell(scratch.path(), check + " --jobs 3 --output report.txt");
    EXPECT_EQ(file.out, "");
    EXPECT_EQ(ReadWhole(scratch.path() / "report.txt"), one.out) << format;
  }
}

// A reason that was told for one file isn't told for the next.
TEST(Batch, AReasonIsToldOnce) {
  const Scratch scratch("reason");
  WriteResumes(scratch.path());
  const Ran ran = RunShell(scratch.path(), "resumelint check resume-00*.md --select process/backlog-admin --jobs 4");
  const size_t first = ran.out.find(" why: ");
  ASSERT_NE(first, std::string::npos) << ran.all();
  EXPECT_EQ(ran.out.find(" why: ", first + 1), std::string::npos);
}

TEST(Batch, AnEntryOfABaselineIsUsedOnceInOrder) {
  const Scratch scratch("baseline");
  WriteResumes(scratch.path());
  RunShell(scratch.path(), "cp resume-001.md a.md; cp resume-001.md b.md; resumelint check a.md --write-baseline known");
  const std::string check = "resumelint check a.md b.md --baseline known --format jsonl --jobs ";
  const Ran one = RunShell(scratch.path(), check + "1");
  EXPECT_NE(one.out.find("\"path\":\"a.md\",\"format\":\"markdown\",\"profile\":\"pm-tech\",\"bullets\":2,\"findings\":[]"),
            std::string::npos) << one.out;
  for (int i = 0; i < 8; ++i) EXPECT_EQ(RunShell(scratch.path(), check + "4").out, one.out);
}

TEST(Batch, AFullDiskIsToldOnceAndAClosedPipeNotAtAll) {
  if (!fs::exists("/dev/full")) GTEST_SKIP();
  const Scratch scratch("full");
  WriteResumes(scratch.path());
  for (const char* format : {"text", "json", "jsonl", "html"}) {
    const std::string check = std::string("resumelint check resume-02*.md --format ") + format;
    const Ran full = RunShell(scratch.path(), check + " --jobs 3 >/dev/full");
    EXPECT_EQ(full.status, 2);
    EXPECT_EQ(full.err, "standard output: error: cannot be written: No space left on device\n") << format;
    const Ran closed = RunShell(scratch.path(), "{ " + check + " --jobs 3; echo $? >status; } | true; cat status");
    EXPECT_EQ(closed.out, "1\n") << format;
    EXPECT_EQ(closed.err, "") << format;
  }
}

TEST(Batch, ProgressIsForTerminalsOnly) {
  const Scratch scratch("progress");
  WriteResumes(scratch.path());
  const std::string check = "resumelint check . --format jsonl --fail-on never";
  EXPECT_EQ(RunShell(scratch.path(), check).err.find(" of "), std::string::npos);
  RESUMELINT_NEEDS("script", "bsdutils");
  const Ran shown = RunShell(scratch.path(), "script -qec '" + check + " >out' /dev/null");
  EXPECT_NE(shown.out.find("\r30 of 58"), std::string::npos) << shown.all();
  EXPECT_TRUE(shown.out.ends_with("\r\x1b[K")) << shown.all();
  const Ran quiet = RunShell(scratch.path(), "script -qec '" + check + " --quiet >out' /dev/null");
  EXPECT_EQ(quiet.out, "");
}

TEST(Batch, StatisticsSumUpACohort) {
  const Scratch scratch("cohort");
  WriteResumes(scratch.path());
  const Ran ran = RunShell(scratch.path(), "resumelint check . --statistics --select process --fail-on never --jobs 3");
  EXPECT_EQ(ran.out, "   458  process/backlog-admin  Backlog upkeep told as an achievement (in 58 of 58 resumes)\n"
                     "458 bullets in 58 resumes: 458 tell what was done, 0 how large it was, 0 what came of it.\n");
}

}  // namespace
}  // namespace resumelint
