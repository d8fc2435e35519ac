#include "terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"
#include "report/printable.h"

namespace resumelint {

namespace {

bool Write(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = write(fd, text.data(), text.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    text.remove_prefix(static_cast<size_t>(done));
  }
  return true;
}

}  // namespace

bool PrintOutput(std::string_view text) {
  if (Write(STDOUT_FILENO, text) || errno == EPIPE) return true;
  PrintError(Error{"standard output", 0, 0, fmt::format("cannot be written: {}", std::strerror(errno)), "", ""});
  return false;
}

void PrintError(std::string_view text) { Write(STDERR_FILENO, text); }

void PrintError(const Error& error) {
  std::string out = error.path.empty() ? "resumelint" : Printable(error.path);
  if (error.line > 0) out += fmt::format(":{}", error.line);
  if (error.line > 0 && error.column > 0) out += fmt::format(":{}", error.column);
  out += fmt::format(": error: {}\n", Printable(error.what));
  if (!error.excerpt.empty()) {
    const std::string number = std::to_string(error.line);
    out += fmt::format("{:>6} | {}\n", number, Printable(error.excerpt));
    if (error.column > 0) {
      size_t at = 0;
      for (uint32_t column = 1; column < error.column && at < error.excerpt.size(); ++column) {
        at += DecodeAt(error.excerpt, at).length;
      }
      const std::string before = Printable(std::string_view(error.excerpt).substr(0, at));
      out += fmt::format("{:>6} | {:>{}}^\n", "", "", DisplayWidth(before));
    }
  }
  if (!error.hint.empty()) out += fmt::format("  {}\n", Printable(error.hint));
  PrintError(out);
}

void PrintNote(std::string_view path, uint32_t line, std::string_view text) {
  std::string out = path.empty() ? "resumelint" : Printable(path);
  if (line > 0) out += fmt::format(":{}", line);
  PrintError(fmt::format("{}: note: {}\n", out, Printable(text)));
}

ProgressLine::ProgressLine(size_t of, bool wanted)
    : of_(of), step_(std::max<size_t>(of / 200, 1)), wanted_(wanted && of >= 20 && isatty(STDERR_FILENO) == 1) {}

void ProgressLine::Show(size_t done) {
  if (!wanted_ || done % step_ != 0) return;
  PrintError(fmt::format("\r{} of {}", done, of_));
  shown_ = true;
}

void ProgressLine::Clear() {
  if (shown_) PrintError("\r\x1b[K");
  shown_ = false;
}

bool ReadLine(std::string& line) {
  line.clear();
  char c = 0;
  while (true) {
    const ssize_t got = read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return !line.empty();
    if (c == '\n') break;
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

TerminalState StandardOutput(std::string_view when) {
  TerminalState state;
  state.terminal = isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (state.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    state.width = std::clamp<uint32_t>(size.ws_col, 40, 100);
  }
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool wanted = state.terminal && (no_colour == nullptr || *no_colour == '\0') &&
                      (term == nullptr || std::string_view(term) != "dumb");
  state.colour = when == "always" || (when == "auto" && wanted);
  return state;
}

}  // namespace resumelint
