#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace resumelint {

/// Writes to standard output. True also where nobody reads any more (a closed pipe is no error);
/// false, and told on standard error, where it can't be written (a full disk).
bool PrintOutput(std::string_view text);

/// Writes to standard error, as it stands.
void PrintError(std::string_view text);
/// `path:line:column: error: what`, the line at fault, the hint. Made safe for a terminal.
void PrintError(const Error& error);
/// `path: note: text`, or without a path.
void PrintNote(std::string_view path, uint32_t line, std::string_view text);

/// Tells on standard error how far a long run has come, if that is a terminal; else nothing.
class ProgressLine {
 public:
  /// Few things need no progress. `wanted` false = say nothing.
  ProgressLine(size_t of, bool wanted);
  void Show(size_t done);
  /// Takes the line away, before anything else is written.
  void Clear();

 private:
  size_t of_;
  size_t step_;
  bool wanted_;
  bool shown_ = false;
};

/// Reads a line of standard input, without its end. False at the end of the input.
bool ReadLine(std::string& line);

/// How standard output is shown.
struct TerminalState {
  bool terminal = false;
  bool colour = false;
  uint32_t width = 80;  ///< of the terminal, at most 100; 80 elsewhere
};
/// `when` is "auto", "always" or "never"; auto heeds NO_COLOR and TERM=dumb.
TerminalState StandardOutput(std::string_view when);

}  // namespace resumelint
