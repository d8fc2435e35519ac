// The coach on a real terminal: a pseudo-terminal that this test types on.
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace resumelint {
namespace {

namespace fs = std::filesystem;

class Terminal {
 public:
  Terminal(const fs::path& folder, unsigned short columns, const char* term = "xterm") : edits_(std::string_view(term) == "xterm") {
    winsize size{};
    size.ws_row = 40;
    size.ws_col = columns;
    child_ = forkpty(&fd_, nullptr, nullptr, &size);
    if (child_ != 0) return;
    setenv("TERM", term, 1);
    unsetenv("NO_COLOR");
    if (chdir(folder.c_str()) != 0) _exit(1);
    execl(RESUMELINT_PROGRAM, "resumelint", "coach", "cv.md", nullptr);
    _exit(1);
  }

  ~Terminal() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    Status();
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

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
      if (!Read()) return Text().find(words, from) != std::string::npos;
    }
    return false;
  }

  /// What was shown, without its colours and the other sequences.
  std::string Text() const {
    std::string out;
    for (size_t at = 0; at < screen.size(); ++at) {
      if (screen[at] != '\033') {
        out += screen[at];
        continue;
      }
      at = screen.find_first_not_of("[?;0123456789", at + 1);
      if (at == std::string::npos) break;
    }
    return out;
  }

  void Resize(unsigned short columns) {
    winsize size{};
    size.ws_row = 40;
    size.ws_col = columns;
    ASSERT_EQ(ioctl(fd_, TIOCSWINSZ, &size), 0);
  }

  void Kill(int signal) { kill(child_, signal); }

  /// The terminal is as programs expect it: it echoes, and gives whole lines.
  bool AsItWas() const {
    termios state{};
    return tcgetattr(fd_, &state) == 0 && (state.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG);
  }

  /// Waits until the program listens to keys, where it does.
  void Type(const std::string& keys) {
    for (int i = 0; edits_ && i < 1000 && screen.rfind("\033[?2004h") + 1 <= screen.rfind("\033[?2004l") + 1; ++i) {
      if (!Read()) break;
    }
    ASSERT_EQ(write(fd_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }

  int Status() {
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    close(fd_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  std::string screen;

 private:
  /// False at the end.
  bool Read() {
    pollfd poller{fd_, POLLIN, 0};
    if (poll(&poller, 1, 10) <= 0) return true;
    char buffer[4096];
    const ssize_t got = read(fd_, buffer, sizeof buffer);
    if (got > 0) screen.append(buffer, static_cast<size_t>(got));
    return got > 0;
  }

  int fd_ = -1;
  pid_t child_ = -1;
  size_t seen_ = 0;
  const bool edits_;
};

class CoachTerminal : public testing::Test {
 protected:
  CoachTerminal() {
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "cv.md") << before;
  }
  ~CoachTerminal() override { fs::remove_all(folder); }

  std::string After() const {
    std::ifstream in(folder / "cv.md");
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// The file with its second bullet changed.
  std::string With(const std::string& words) const {
    std::string out = before;
    return out.replace(out.find(was), was.size(), words);
  }
  /// Skips the first bullet, and edits the second. Keys wait until the line stands there: before, the terminal cooks them.
  static void BeginToEdit(Terminal& terminal, const std::string& line = "") {
    ASSERT_TRUE(terminal.Shows("1 of 2")) << terminal.screen;
    ASSERT_TRUE(terminal.Shows("> ")) << terminal.screen;
    terminal.Type("s\n");
    ASSERT_TRUE(terminal.Shows("2 of 2")) << terminal.screen;
    terminal.Type("e\n");
    ASSERT_TRUE(terminal.Shows("new text: ")) << terminal.screen;
    ASSERT_TRUE(terminal.Shows(line)) << terminal.screen;
  }
  static void SaveAndEnd(Terminal& terminal) {
    ASSERT_TRUE(terminal.Shows("take it?")) << terminal.screen;
    terminal.Type("y\n");
    ASSERT_TRUE(terminal.Shows("1 changed,")) << terminal.screen;
    terminal.Type("w\n");
    ASSERT_TRUE(terminal.Shows("Saved: cv.md")) << terminal.screen;
    terminal.Type("\x04");
    EXPECT_EQ(terminal.Status(), 0) << terminal.screen;
  }

  const fs::path folder = fs::temp_directory_path() / ("resumelint-pty-" + std::to_string(getpid()));
  const std::string was = "Wrote user stories for the refund page of the ferry app";
  const std::string before =
      "# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (2019 - 2022)\n\n"
      "- Prioritized the product backlog for the ferry app\n- " + was + "\n";
};

TEST_F(CoachTerminal, ASession) {
  Terminal terminal(folder, 60);
  BeginToEdit(terminal);
  if (HasFatalFailure()) return;
  terminal.Type("\x15""Cut refund calls by half\n");  // Ctrl-U
  SaveAndEnd(terminal);
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
  EXPECT_EQ(After(), With("Cut refund calls by half"));
}

TEST_F(CoachTerminal, TheLineIsEditedInPlace) {
  struct Case {
    const char* keys;
    const char* line;
  };
  const Case cases[] = {
      {"s", "Wrote user stories for the refund page of the ferry apps"},
      {"\033[D\033[D\033[Dferry \033[C\033[C\033[C!", "Wrote user stories for the refund page of the ferry ferry app!"},
      {"\033[H\033dCut\033OF fast", "Cut user stories for the refund page of the ferry app fast"},
      {"\033[1~\033[1;5C\033f\033[3~\033[3~s", "Wrote userstories for the refund page of the ferry app"},
      {"\033[1;5D\033bbig \x05\x17""boat", "Wrote user stories for the refund page of the big ferry boat"},
      {"\x01\x0b""For \x19", "For Wrote user stories for the refund page of the ferry app"},
      {"\x7f\x7f\x7fZ\xc3\xbcrich \xe5\xad\x97\xe5\xb9\x95\xf0\x9f\x9a\x80\033[D\x7f.", "Wrote user stories for the refund page of the ferry Z\xc3\xbcrich \xe5\xad\x97.\xf0\x9f\x9a\x80"},
      {"\033[5~\033OP\033[24~\tand\x16 boat", "Wrote user stories for the refund page of the ferry app and boat"},
      // Pasted, with the line ends that it had and an accent that is written apart.
      {"\033[200~, and\nmore of\r\nit: cafe\xcc\x81\033[D\x07\n\033[201~s", "Wrote user stories for the refund page of the ferry app, and more of it: caf\xc3\xa9 [Ds"},
      // An arrow is text here.
      {"\x15page => paper", "page => paper"},
  };
  for (const Case& one : cases) {
    std::ofstream(folder / "cv.md") << before;
    Terminal terminal(folder, 60);
    BeginToEdit(terminal, "refund page of the");
    terminal.Type(std::string(one.keys) + "\n");
    SaveAndEnd(terminal);
    if (HasFatalFailure()) return;
    EXPECT_EQ(After(), With(one.line)) << one.line;
    // Cells are written anew, not moved: that loses some.
    EXPECT_EQ(terminal.screen.find('@'), std::string::npos) << terminal.screen;
  }
}

TEST_F(CoachTerminal, AnswersComeBackAndNothingIsLostOnTheWayOut) {
  Terminal terminal(folder, 60);
  BeginToEdit(terminal, "refund page of the");
  terminal.Type("s\n");
  ASSERT_TRUE(terminal.Shows("take it?")) << terminal.screen;
  terminal.Type("\x03");  // Ctrl-C: back to the line
  ASSERT_TRUE(terminal.Shows("2 of 2")) << terminal.screen;
  terminal.Type("e\n");
  ASSERT_TRUE(terminal.Shows("refund page of the")) << terminal.screen;
  terminal.Type("\033[A\n");  // arrow up: what was typed before
  ASSERT_TRUE(terminal.Shows("take it?")) << terminal.screen;
  terminal.Type("y\n");
  ASSERT_TRUE(terminal.Shows("1 changed,")) << terminal.screen;
  terminal.Type("\x03");
  ASSERT_TRUE(terminal.Shows("save first?")) << terminal.screen;
  terminal.Type("b\n");
  ASSERT_TRUE(terminal.Shows("2 of 2")) << terminal.screen;
  terminal.Type("half\x03");  // what stands in the line doesn't count
  ASSERT_TRUE(terminal.Shows("save first?")) << terminal.screen;
  terminal.Type("y\n");
  EXPECT_EQ(terminal.Status(), 0) << terminal.screen;
  EXPECT_EQ(After(), With(was + "s"));
}

TEST_F(CoachTerminal, ATerminalMayChangeItsWidth) {
  Terminal terminal(folder, 60);
  BeginToEdit(terminal, "refund page of the");
  terminal.Resize(40);
  ASSERT_TRUE(terminal.Shows("new text: ")) << terminal.screen;
  terminal.Type(" fast\n");
  SaveAndEnd(terminal);
  EXPECT_EQ(After(), With(was + " fast"));
  // What comes then is as wide as it became.
  const std::string text = terminal.Text();
  size_t width = 0;
  for (size_t at = text.find("was    "); at < text.find("take it?"); ++at) {
    width = text[at] == '\n' || text[at] == '\r' ? 0 : width + 1;
    ASSERT_LE(width, 40u) << text.substr(at - 40, 60);
  }
}

TEST_F(CoachTerminal, ASignalEndsItAsUsual) {
  for (const int signal : {SIGTERM, SIGHUP}) {
    Terminal terminal(folder, 60);
    BeginToEdit(terminal, "refund page of the");
    terminal.Kill(signal);
    EXPECT_FALSE(terminal.Shows("read to its end"));
    EXPECT_NE(terminal.screen.find("\033[?2004l"), std::string::npos) << terminal.screen;
    EXPECT_TRUE(terminal.AsItWas());
    EXPECT_EQ(terminal.Status(), -signal);
    EXPECT_EQ(After(), before);
  }
}

TEST_F(CoachTerminal, LinesAreTypedWholeWhereTheyCannotBeEdited) {
  for (const char* term : {"dumb", "nobody-makes-this"}) {
    std::ofstream(folder / "cv.md") << before;
    Terminal terminal(folder, 60, term);
    BeginToEdit(terminal);
  EXPECT_NE(terminal.screen.find("old words"), std::string::npos) << terminal.screen;
    terminal.Type("stories => letters\n");
    SaveAndEnd(terminal);
    EXPECT_EQ(After(), With("Wrote user letters for the refund page of the ferry app"));
    EXPECT_EQ(terminal.screen.find("2004"), std::string::npos);
  }
}

// Nor is a text that the terminal's cells don't show: a joined emoji, an accent that has no letter of its own.
TEST_F(CoachTerminal, ATextWithoutCellsIsTypedWhole) {
  std::string other = before;
  other.insert(other.size() - 1, " \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
  std::ofstream(folder / "cv.md") << other;
  Terminal terminal(folder, 60);
  BeginToEdit(terminal);
  EXPECT_NE(terminal.screen.find("old words"), std::string::npos) << terminal.screen;
  terminal.Type("stories => letters\n");
  SaveAndEnd(terminal);
  EXPECT_EQ(After(), other.replace(other.find("stories"), 7, "letters"));
}

}  // namespace
}  // namespace resumelint
