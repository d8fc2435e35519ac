// The commit hooks, with the real pre-commit: a commit that brings in process language is stopped.
#include <gtest/gtest.h>

#include <cstdlib>

#include "delivery/run.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = RESUMELINT_SOURCE_DIR;

const std::string kGood =
    "# Kim Example\n\n## Experience\n\n### Product Owner, Example Ferries (2021 - 2024)\n\n"
    "- Cut refunds from 9% to 4% by showing the timetable at the till\n";
const std::string kBad = kGood + "- Prioritized backlog for the ferry-booking app\n";

/// A repository with something in it, in which commits can be made.
class Repository {
 public:
  explicit Repository(std::string_view name) : scratch_(name) {
    Run("git init -q -b main . && git config user.name Kim && git config user.email kim@example.com && "
        "git commit -q --allow-empty -m begin");
  }

  Ran Run(const std::string& script) { return RunShell(scratch_.path(), script); }
  void Write(const std::string& name, std::string_view text) { WriteWhole(scratch_.path() / name, text); }
  const fs::path& path() const { return scratch_.path(); }

 private:
  Scratch scratch_;
};

size_t CountOf(const std::string& text, const std::string& what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(PreCommit, TheLocalRecipeStopsABadCommit) {
  RESUMELINT_NEEDS("pre-commit", "pre-commit");
  Repository repository("hook local");
  ASSERT_EQ(repository.Run("resumelint init --pre-commit && pre-commit install && git add -A && git commit -qm hook").status, 0);

  repository.Write("resume.md", kBad);
  const Ran bad = repository.Run("git add -A && git commit -m bad");
  EXPECT_EQ(bad.status, 1) << bad.all();
  EXPECT_NE(bad.all().find("resume.md:8:3: warning:"), std::string::npos) << bad.all();
  EXPECT_NE(bad.all().find("To commit: mend these bullets and `git add` the file"), std::string::npos) << bad.all();

  // A reason is enough to keep it.
  repository.Write("resume.md", kGood + "<!-- resumelint: ignore process/* -- asked for -->\n- Prioritized backlog for the ferry-booking app\n");
  const Ran kept = repository.Run("git add -A && git commit -m kept");
  EXPECT_EQ(kept.status, 0) << kept.all();

  repository.Write("resume.md", kGood);
  const Ran good = repository.Run("git add -A && git commit -m good && git log --oneline | wc -l");
  EXPECT_EQ(good.status, 0) << good.all();
  EXPECT_NE(good.out.find("4\n"), std::string::npos) << good.all();
}

TEST(PreCommit, ReadmeShowsTheRecipe) {
  Repository repository("hook readme");
  ASSERT_EQ(repository.Run("resumelint init --pre-commit").status, 0);
  const std::string entry = ReadWhole(repository.path() / ".pre-commit-config.yaml");
  const std::string readme = ReadWhole(kRoot / "README.md");
  EXPECT_NE(readme.find("```yaml\n" + entry.substr(entry.find('\n') + 1) + "```\n"), std::string::npos) << entry;
}

TEST(PreCommit, OnlyTheStagedBulletsCount) {
  RESUMELINT_NEEDS("pre-commit", "pre-commit");
  Repository repository("hook staged");
  repository.Write("cv.md", kBad);
  ASSERT_EQ(repository.Run("git add -A && git commit -qm old && resumelint init --pre-commit && pre-commit install && "
                           "git add -A && git commit -qm hook").status, 0);
  // What was there stays unmentioned; and what isn't staged isn't in the commit.
  repository.Write("cv.md", kBad + "- Halved queues at two piers by opening a second gate, from 40 minutes to 20\n");
  ASSERT_EQ(repository.Run("git add -A").status, 0);
  repository.Write("cv.md", kBad + "- Halved queues at two piers by opening a second gate, from 40 minutes to 20\n"
                                   "- Wrote user stories for the ferry team\n");
  const Ran good = repository.Run("git commit -m good");
  EXPECT_EQ(good.status, 0) << good.all();
  const Ran bad = repository.Run("git add -A && git commit -m bad");
  EXPECT_EQ(bad.status, 1) << bad.all();
  EXPECT_NE(bad.all().find("cv.md:10:"), std::string::npos) << bad.all();
  EXPECT_EQ(bad.all().find("cv.md:8:"), std::string::npos) << bad.all();
}

TEST(PreCommit, ThePublishedHooksReadEveryFormat) {
  RESUMELINT_NEEDS("pre-commit", "pre-commit");
  // The hooks are taken from a repository: one that holds their definition alone.
  Repository hooks("hook source");
  hooks.Write(".pre-commit-hooks.yaml", ReadWhole(kRoot / ".pre-commit-hooks.yaml"));
  ASSERT_EQ(hooks.Run("git add -A && git commit -qm hooks").status, 0);

  Repository repository("hook user");
  for (const char* extension : {"md", "tex", "yaml", "docx", "html", "json"}) {
    fs::copy_file(kRoot / "examples" / ("resume." + std::string(extension)),
                  repository.path() / ("my resume " + std::string(extension) + "." + extension));
  }
  repository.Write("README.md", kBad);        // by its name no resume
  repository.Write("discover.md", kBad);      // nor is "cv" within a word
  ASSERT_EQ(repository.Run("git add -A").status, 0);
  const Ran ran = repository.Run("pre-commit try-repo '" + hooks.path().string() + "' resumelint --all-files");
  EXPECT_EQ(ran.status, 1) << ran.all();
  for (const char* extension : {"md", "tex", "yaml", "docx", "html", "json"}) {
    EXPECT_NE(ran.all().find("my resume " + std::string(extension) + "." + extension + ":"), std::string::npos)
        << extension << ran.all();
  }
  EXPECT_EQ(ran.all().find("README.md"), std::string::npos) << ran.all();
  EXPECT_EQ(ran.all().find("discover.md"), std::string::npos) << ran.all();
  EXPECT_EQ(CountOf(ran.all(), "To commit:"), 1u) << ran.all();

  const Ran staged = repository.Run("git commit -qm all && pre-commit try-repo '" + hooks.path().string() +
                                    "' resumelint-staged --all-files");
  EXPECT_EQ(staged.status, 0) << staged.all();
}

// Without pre-commit.
TEST(PreCommit, AHookOfGitAloneWorksToo) {
  Repository repository("hook git");
  // As README.md shows it.
  const std::string readme = ReadWhole(kRoot / "README.md");
  const size_t begin = readme.find("```sh\n") + 6;
  repository.Write(".git/hooks/pre-commit", readme.substr(begin, readme.find("```", begin) - begin));
  ASSERT_EQ(repository.Run("chmod +x .git/hooks/pre-commit").status, 0);
  repository.Write("-my resume.md", kBad);
  const Ran bad = repository.Run("git add -A && git commit -m bad");
  EXPECT_NE(bad.status, 0) << bad.all();
  EXPECT_NE(bad.all().find("-my resume.md:8:3: warning"), std::string::npos) << bad.all();
  repository.Write("-my resume.md", kGood);
  const Ran good = repository.Run("git add -A && git commit -m good");
  EXPECT_EQ(good.status, 0) << good.all();
}

}  // namespace
}  // namespace resumelint
