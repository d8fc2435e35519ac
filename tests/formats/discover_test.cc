#include "formats/discover.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "formats/read.h"
#include "formats/zip_writer.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kResume = "# Kim Example\n\n## Experience\n\n### Product Owner, A Co (2019 - now)\n\n- Cut costs\n";

/// A folder of its own that goes with the test.
class Discover : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "resumelint-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  void Write(const std::string& path, const std::string& content) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
  }

  /// Paths found, relative to the test's folder, one a line.
  std::string Found(const std::string& below = "") {
    const std::string start = (root_ / below).string();
    const auto found = FindResumes(start, Terms());
    if (!found) return "error: " + found.error().what;
    std::string out;
    for (const std::string& path : *found) {
      EXPECT_EQ(path.find(start), 0u) << path;
      out += fs::path(path).lexically_relative(root_).string() + "\n";
    }
    return out;
  }

  fs::path root_;
};

TEST_F(Discover, FindsResumesByContent) {
  Write("b.md", kResume);
  Write("a/cv.txt", "Kim Example\n\nEXPERIENCE\nProduct Owner, A Co, 2019 - now\n- Cut costs\n");
  Write("README.md", "# Tool\n\n## Installation\n\n- Run make\n\n## License\n\nMIT\n");
  Write("notes.txt", "buy milk\n- eggs\n");
  Write("package.json", "{\"name\": \"x\", \"version\": \"1.0.0\", \"description\": \"a tool for many things of ours\"}");
  Write("resume.json", R"({"work": [{"position": "PO", "name": "A Co", "highlights": ["Cut costs"]}]})");
  Write("config.yml", "on: push\njobs:\n  build:\n    steps:\n      - run: make\n");
  Write("student.md", "# Kim\n\n## Education\n\n- BSc\n\n## Skills\n\n- SQL\n\n## Projects\n\n- A tool\n");
  Write("image.png", kResume);
  EXPECT_EQ(Found(), "a/cv.txt\nb.md\nresume.json\nstudent.md\n");
}

TEST_F(Discover, KeepsContainersThatCannotBeRead) {
  Write("broken.docx", "PK\x03\x04 no");
  Write("scan.pdf", "%PDF-1.4 no");
  Write("broken.json", "{");
  Write("sheet.docx", WriteDocx("<w:p><w:r><w:t>Invoice for something</w:t></w:r></w:p>"));
  EXPECT_EQ(Found(), "broken.docx\nscan.pdf\n");
}

TEST_F(Discover, KeepsWhatMayNotBeRead) {
  Write("good.md", kResume);
  Write("secret.md", kResume);
  Write("locked/cv.md", kResume);
  Write("listed/cv.md", kResume);
  chmod(root_.c_str(), 0755);
  chmod((root_ / "secret.md").c_str(), 0);
  chmod((root_ / "locked").c_str(), 0);
  chmod((root_ / "listed").c_str(), 0744);
  const uid_t user = geteuid();
  if (user == 0) {
    ASSERT_EQ(seteuid(65534), 0);  // root may read everything
  } else {
    chmod((root_ / "listed").c_str(), 0644);
  }
  const std::string found = Found();
  if (user == 0) ASSERT_EQ(seteuid(0), 0);
  chmod((root_ / "locked").c_str(), 0755);
  chmod((root_ / "listed").c_str(), 0755);
  EXPECT_EQ(found, "good.md\nlisted/cv.md\nlocked\nsecret.md\n");
}

TEST_F(Discover, HonoursGitIgnore) {
  fs::create_directories(root_ / ".git/info");
  Write(".git/info/exclude", "private.md\n");
  Write(".gitignore", "*.bak.md\n/old/\n!keep.bak.md\n");
  Write("a.md", kResume);
  Write("a.bak.md", std::string(kResume) + "1");
  Write("keep.bak.md", std::string(kResume) + "2");
  Write("private.md", kResume);
  Write("old/a.md", kResume);
  Write("sub/old/b.md", kResume);
  Write("sub/.gitignore", "c.md\n");
  Write("sub/c.md", kResume);
  EXPECT_EQ(Found(), "a.md\nkeep.bak.md\nsub/old/b.md\n");
  // The outer files hold for a search that begins further in.
  Write("sub/d.bak.md", kResume);
  EXPECT_EQ(Found("sub"), "sub/old/b.md\n");
}

TEST_F(Discover, GitIgnoreMeansNothingOutsideAWorkTree) {
  Write(".gitignore", "*.md\n");
  Write("a.md", kResume);
  EXPECT_EQ(Found(), "a.md\n");
}

TEST_F(Discover, SkipsWhatIsNoResumeByItsPlace) {
  Write("node_modules/x/a.md", kResume);
  Write(".hidden/a.md", kResume);
  Write(".a.md", kResume);
  Write("real/a.md", kResume);
  fs::create_directory_symlink(root_, root_ / "real/loop");
  fs::create_symlink(root_ / "real/a.md", root_ / "linked.md");
  fs::create_symlink(root_ / "nowhere.md", root_ / "dangling.md");
  ASSERT_EQ(mkfifo((root_ / "pipe.md").c_str(), 0600), 0);
  EXPECT_EQ(Found(), "linked.md\n");  // the first of two ways to one file
}

TEST_F(Discover, SaysWhatItCannotList) {
  EXPECT_EQ(Found("absent"), "error: can't be listed: No such file or directory");
  EXPECT_EQ(Found(), "");
}

}  // namespace
}  // namespace resumelint
