// The coach on a real terminal: a pseudo-terminal that this test types on.
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

class Terminal {
 public:
  Terminal(const fs::path& folder, unsigned short columns) {
    winsize size{};
    size.ws_row = 40;
    size.ws_col = columns;
    child_ = forkpty(&fd_, nullptr, nullptr, &size);
    if (child_ != 0) return;
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    if (chdir(folder.c_str()) != 0) _exit(1);
    execl(RESUMELINT_PROGRAM, "resumelint", "coach", "cv.md", nullptr);
    _exit(1);
  }

  /// Reads until `words` were shown or ten seconds passed.
  bool Shows(const std::string& words) {
    const size_t from = seen_;
    for (int i = 0; i < 1000; ++i) {
      const std::string text = Text();
      const size_t at = text.find(words, from);
      if (at != std::string::npos) {
        seen_ = at + words.size();
        return true;
      }
      pollfd poller{fd_, POLLIN, 0};
      if (poll(&poller, 1, 10) <= 0) continue;
      char buffer[4096];
      const ssize_t got = read(fd_, buffer, sizeof buffer);
      if (got <= 0) return Text().find(words, from) != std::string::npos;
      screen.append(buffer, static_cast<size_t>(got));
    }
    return false;
  }

  /// What was shown, without its colours.
  std::string Text() const {
    std::string out;
    for (size_t at = 0; at < screen.size(); ++at) {
      if (screen[at] != '\033') {
        out += screen[at];
        continue;
      }
      at = screen.find('m', at);
      if (at == std::string::npos) break;
    }
    return out;
  }

  void Type(const std::string& keys) { ASSERT_EQ(write(fd_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size())); }

  int Status() {
    int status = 0;
    waitpid(child_, &status, 0);
    close(fd_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string screen;

 private:
  int fd_ = -1;
  pid_t child_ = -1;
  size_t seen_ = 0;
};

TEST(CoachTerminal, ASession) {
  const fs::path folder = fs::temp_directory_path() / ("resumelint-pty-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string before =
      "# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (2019 - 2022)\n\n"
      "- Prioritized the product backlog for the ferry app\n- Wrote user stories for the refund page of the ferry app\n";
  std::ofstream(folder / "cv.md") << before;
  Terminal terminal(folder, 60);
  ASSERT_TRUE(terminal.Shows("1 of 2")) << terminal.screen;
  ASSERT_TRUE(terminal.Shows("> ")) << terminal.screen;
  terminal.Type("s\n");
  ASSERT_TRUE(terminal.Shows("2 of 2")) << terminal.screen;
  terminal.Type("e\n");
  ASSERT_TRUE(terminal.Shows("new text: ")) << terminal.screen;
  terminal.Type("Cut refund calls by half\n");
  ASSERT_TRUE(terminal.Shows("take it?")) << terminal.screen;
  terminal.Type("y\n");
  ASSERT_TRUE(terminal.Shows("1 changed, 1 skipped")) << terminal.screen;
  terminal.Type("w\n");
  ASSERT_TRUE(terminal.Shows("Saved: cv.md")) << terminal.screen;
  terminal.Type("\x04");  // end of input
  EXPECT_EQ(terminal.Status(), 0) << terminal.screen;
  EXPECT_NE(terminal.screen.find("\033["), std::string::npos) << "no colours";
  // Nothing is wider than the terminal.
  size_t width = 0;
  const std::string text = terminal.Text();
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\r') {
      width = 0;
    } else if ((text[at] & 0xC0) != 0x80) {
      ASSERT_LE(++width, 60u) << text.substr(at > 80 ? at - 80 : 0, 80);
    }
  }
  std::ifstream in(folder / "cv.md");
  const std::string after{std::istreambuf_iterator<char>(in), {}};
  std::string expected = before;
  const std::string was = "Wrote user stories for the refund page of the ferry app";
  EXPECT_EQ(after, expected.replace(expected.find(was), was.size(), "Cut refund calls by half"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace resumelint
