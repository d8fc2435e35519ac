#include "edit/save.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

class Save : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("resumelint-save-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string Path(const char* name) const { return (folder_ / name).string(); }
  static void Write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
  static std::string Read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  size_t Files() const { return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator())); }
  fs::path folder_;
};

TEST_F(Save, ReplacesAndKeepsABackup) {
  const std::string path = Path("my resume.md");
  Write(path, "old");
  chmod(path.c_str(), 0640);
  EXPECT_FALSE(SaveFile(path, "old", "new", true));
  EXPECT_EQ(Read(path), "new");
  EXPECT_EQ(Read(path + "~"), "old");
  struct stat status {};
  stat(path.c_str(), &status);
  EXPECT_EQ(status.st_mode & 07777, 0640u);
  EXPECT_EQ(Files(), 2u);
  EXPECT_FALSE(SaveFile(path, "new", "newer", false));
  EXPECT_EQ(Read(path + "~"), "old");
}

TEST_F(Save, FollowsALink) {
  Write(Path("real.md"), "old");
  fs::create_symlink("real.md", Path("link.md"));
  EXPECT_FALSE(SaveFile(Path("link.md"), "old", "new", true));
  EXPECT_TRUE(fs::is_symlink(Path("link.md")));
  EXPECT_EQ(Read(Path("real.md")), "new");
  EXPECT_EQ(Read(Path("real.md~")), "old");
}

TEST_F(Save, RefusesWhatChangedMeanwhile) {
  Write(Path("a.md"), "edited elsewhere");
  const auto error = SaveFile(Path("a.md"), "old", "new", true);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->what, "has changed on the disk since it was read");
  EXPECT_EQ(Read(Path("a.md")), "edited elsewhere");
  EXPECT_EQ(Files(), 1u);
  EXPECT_TRUE(SaveFile(Path("none.md"), "", "new", true));
}

TEST_F(Save, RefusesAFileThatMayNotBeWritten) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everything";
  Write(Path("a.md"), "old");
  chmod(Path("a.md").c_str(), 0440);
  EXPECT_TRUE(SaveFile(Path("a.md"), "old", "new", true));
  EXPECT_EQ(Read(Path("a.md")), "old");
}

// A process that saves again and again is killed at any moment: the file is one of the two texts, whole.
TEST_F(Save, KilledInTheMiddleLosesNothing) {
  const std::string path = Path("a.md");
  const std::string one(200'000, 'a');
  const std::string two(150'000, 'b');
  Write(path, one);
  std::mt19937 random(7);
  for (int round = 0; round < 25; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      while (true) {
        SaveFile(path, one, two, true);
        SaveFile(path, two, one, true);
      }
    }
    usleep(static_cast<useconds_t>(random() % 20'000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const std::string now = Read(path);
    ASSERT_TRUE(now == one || now == two) << now.size();
    if (fs::exists(path + "~")) {
      const std::string backup = Read(path + "~");
      ASSERT_TRUE(backup == one || backup == two) << backup.size();
    }
  }
}

}  // namespace
}  // namespace resumelint
