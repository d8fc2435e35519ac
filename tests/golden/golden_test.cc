// Each folder beside this file is a command run: `cmd` (a shell script that finds `resumelint`), its
// input files, and what it must give: `stdout`, `stderr` (absent = empty) and `status` (absent = 0).
// The run happens in a copy of the folder. UPDATE_GOLDEN=1 writes what came out; nothing else does.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class GoldenCase : public testing::Test {
 public:
  explicit GoldenCase(fs::path folder) : folder_(std::move(folder)) {}

  void TestBody() override {
    const fs::path copy = fs::temp_directory_path() / ("resumelint-golden-" + std::to_string(getpid()) +
                                                       "-" + folder_.filename().string());
    fs::remove_all(copy);
    fs::create_directories(copy / "in");
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
      const std::string name = entry.path().filename().string();
      if (expected_.count(name) == 0) {
        fs::copy(entry.path(), copy / "in" / name, fs::copy_options::recursive);
      }
    }
    const std::string program = fs::path(RESUMELINT_PROGRAM).parent_path().string();
    const std::string command = "cd '" + (copy / "in").string() + "' && env -i PATH='" + program +
                                "':/usr/bin:/bin HOME='" + copy.string() + "' TZ=UTC" +
                                " GIT_CONFIG_NOSYSTEM=1 sh '" + (folder_ / "cmd").string() + "' >'" +
                                (copy / "stdout").string() + "' 2>'" + (copy / "stderr").string() +
                                "' </dev/null";
    const int ended = std::system(command.c_str());
    const std::string status = std::to_string(WIFEXITED(ended) ? WEXITSTATUS(ended) : -1) + "\n";
    std::ofstream(copy / "status") << status;
    const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
    for (const char* name : {"stdout", "stderr", "status"}) {
      const std::string got = Read(copy / name);
      const std::string usual = std::string(name) == "status" ? "0\n" : "";
      if (update) {
        got == usual ? void(fs::remove(folder_ / name)) : void(std::ofstream(folder_ / name, std::ios::binary) << got);
        continue;
      }
      EXPECT_EQ(got, fs::exists(folder_ / name) ? Read(folder_ / name) : usual) << name << " of " << folder_;
    }
    fs::remove_all(copy);
  }

 private:
  fs::path folder_;
  const std::set<std::string> expected_ = {"cmd", "stdout", "stderr", "status"};
};

const bool kRegistered = [] {
  std::vector<fs::path> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(RESUMELINT_SOURCE_DIR "/tests/golden")) {
    if (fs::exists(entry.path() / "cmd")) cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  for (const fs::path& folder : cases) {
    testing::RegisterTest("Golden", folder.filename().c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [folder]() -> GoldenCase* { return new GoldenCase(folder); });
  }
  return true;
}();

TEST(GoldenCases, AreFound) {
  EXPECT_TRUE(kRegistered);
  EXPECT_GT(testing::UnitTest::GetInstance()->total_test_count(), 0);
}

}  // namespace
}  // namespace resumelint
