// What a system may do to a program: full disks, closed files, names that are no words, little memory.
// Each ends with a status and a message, and with every file whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "delivery/run.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

const char* const kResume =
    "# Kim Example\n\n## Experience\n\n### Product Owner, Example Ferries (2021 - 2024)\n\n"
    "- Prioritized bakclog for the pier\n- Cut waits from nine minutes to two\n";

TEST(Adverse, AFullDiskIsAnError) {
  const Scratch scratch("full");
  WriteWhole(scratch.path() / "cv.md", kResume);
  for (const char* command :
       {"check cv.md", "check cv.md --format json", "check cv.md --format html", "check cv.md --statistics", "check cv.md --fix --dry-run",
        "text cv.md", "compare cv.md cv.md", "coach cv.md", "rules list", "explain process/backlog-admin", "--help", "--version",
        "completion bash"}) {
    const Ran ran = RunShell(scratch.path(), std::string("resumelint ") + command + " >/dev/full");
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_TRUE(ran.err.ends_with("standard output: error: cannot be written: No space left on device\n")) << command << "\n" << ran.err;
  }
  for (const char* option : {"--output", "--write-baseline"}) {
    const Ran ran = RunShell(scratch.path(), std::string("resumelint cv.md ") + option + " /dev/full");
    EXPECT_EQ(ran.status, 2) << option;
    EXPECT_EQ(ran.err, "/dev/full: error: cannot be written: No space left on device\n") << option;
  }
}

TEST(Adverse, AFileThatMayNotGrowIsNotHarmed) {
  RESUMELINT_NEEDS("prlimit", "util-linux");
  const Scratch scratch("small");
  WriteWhole(scratch.path() / "cv.md", kResume);
  const Ran output = RunShell(scratch.path(), "prlimit --fsize=100 resumelint cv.md --format json --output out.json");
  EXPECT_EQ(output.status, 2);
  EXPECT_EQ(output.err, "out.json: error: cannot be written: File too large\n");
  const Ran fix = RunShell(scratch.path(), "prlimit --fsize=100 resumelint check --fix cv.md");
  EXPECT_EQ(fix.status, 2);
  EXPECT_EQ(fix.err, "cv.md~: error: cannot be written: File too large\n  nothing was changed\n");
  EXPECT_EQ(ReadWhole(scratch.path() / "cv.md"), kResume);
  EXPECT_EQ(RunShell(scratch.path(), "ls -A").out, "cv.md\n");
}

// What is said must not land in a file that got the number of a closed one.
TEST(Adverse, ClosedFilesHarmNoOther) {
  const Scratch scratch("closed");
  std::string mended = kResume;
  mended.replace(mended.find("bakclog"), 7, "backlog");
  for (const char* closed : {"<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
    WriteWhole(scratch.path() / "cv.md", kResume);
    const bool out = std::string(closed).find(" >&-") != std::string::npos || closed[0] == '>';
    EXPECT_EQ(RunShell(scratch.path(), std::string("resumelint check --fix cv.md ") + closed).status, out ? 2 : 1) << closed;
    EXPECT_EQ(ReadWhole(scratch.path() / "cv.md"), mended) << closed;
    EXPECT_EQ(ReadWhole(scratch.path() / "cv.md~"), kResume) << closed;
  }
  EXPECT_EQ(RunShell(scratch.path(), "resumelint - <&-").err, "-: error: cannot be read: Bad file descriptor\n");
}

TEST(Adverse, OnlyFilesAreRead) {
  const Scratch scratch("special");
  RunShell(scratch.path(), "mkfifo fifo.md; ln -s loop.md loop.md; ln -s nothing.md dangling.md; mkdir empty; ln -s . here; truncate -s 20T huge.md");
  WriteWhole(scratch.path() / "cv.md", kResume);
  for (const char* name : {"fifo.md", "loop.md", "dangling.md", "empty", "huge.md", "/dev/zero", "/dev/null", "''", "cv.md/", "cv.md/x"}) {
    const Ran ran = RunShell(scratch.path(), std::string("timeout 10 resumelint ") + name);
    EXPECT_EQ(ran.status, 2) << name;
    EXPECT_NE(ran.err.find(": error: "), std::string::npos) << name;
    EXPECT_EQ(ran.out, "") << name;
  }
  const std::string all = "timeout 20 resumelint cv.md fifo.md loop.md dangling.md empty here --format jsonl --jobs ";
  const Ran one = RunShell(scratch.path(), all + "1");
  const Ran many = RunShell(scratch.path(), all + "8");
  EXPECT_EQ(one.status, 2);
  EXPECT_EQ(many.status, 2);
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
  EXPECT_NE(one.out.find("\"cv.md\""), std::string::npos);
}

TEST(Adverse, NamesThatAreNoWords) {
  const Scratch scratch("names");
  for (const char* name : {"-dash.md", "new\nline.md", "bad\xff\xfe.md", "esc\x1b[31m.md", " blank .md", "q'uo\"te.md", "*.md", "$(x).md"}) {
    WriteWhole(scratch.path() / name, kResume);
  }
  for (const char* format : {"text", "json", "jsonl", "sarif", "html", "github", "gitlab", "markdown"}) {
    const std::string check = std::string("resumelint . --format ") + format + " --jobs ";
    const Ran one = RunShell(scratch.path(), check + "1");
    EXPECT_EQ(one.status, 1) << format << one.err;
    EXPECT_EQ(one.all().find('\x1b'), std::string::npos) << format;
    EXPECT_EQ(one.out, RunShell(scratch.path(), check + "8").out) << format;
    const bool json = std::string(format) == "json" || std::string(format) == "sarif" || std::string(format) == "gitlab";
    EXPECT_TRUE(!json || nlohmann::json::accept(one.out)) << format;
  }
  EXPECT_EQ(RunShell(scratch.path(), "resumelint -- -dash.md").status, 1);
  EXPECT_EQ(RunShell(scratch.path(), "resumelint coach esc* </dev/null").all().find('\x1b'), std::string::npos);
}

TEST(Adverse, LittleMemoryIsTold) {
  RESUMELINT_NEEDS("prlimit", "util-linux");
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer needs an address space of terabytes";
#endif
  const Scratch scratch("threads");
  for (int i = 10; i < 50; ++i) WriteWhole(scratch.path() / ("cv" + std::to_string(i) + ".md"), kResume);
  const std::string all = RunShell(scratch.path(), "resumelint . --format jsonl --jobs 1").out;
  for (int megabytes = 40; megabytes < 400; megabytes += 20) {
    const Ran few = RunShell(scratch.path(), "prlimit --as=" + std::to_string(megabytes) + "000000 resumelint . --format jsonl --jobs 40");
    if (few.status == 1) {
      EXPECT_EQ(few.out, all);
    } else {
      EXPECT_EQ(few.status, 2) << megabytes;
      EXPECT_TRUE(few.err.starts_with("resumelint: error: not enough memory\n")) << few.err;
    }
  }
}

}  // namespace
}  // namespace resumelint
