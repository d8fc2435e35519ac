#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace resumelint {

/// Reads lines that are edited where they are typed: arrows, words, home and end, kill and yank,
/// earlier answers. Text that is pasted is one line, whatever it holds. Made once at most.
class LineEditor {
 public:
  LineEditor();
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// Standard input and output are a terminal that can do this.
  bool Works() const;
  /// Whether it can show `text` while it is edited: not where signs take no cell (what is left of accents that are
  /// written apart once they are composed, joined emoji), nor where it would fill the screen.
  bool Shows(std::string_view text) const;

  enum class Got : uint8_t {
    kLine,
    kLeave,  ///< Ctrl-C, or Ctrl-D in an empty line
    kEnd,    ///< the terminal is gone
  };
  /// `text` stands in the line already. With `recall` the line can be had again with arrow up, later.
  /// A signal that ends the program ends it here, the terminal as it was.
  Got Read(const std::string& prompt, std::string_view text, bool recall, std::string& line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace resumelint
