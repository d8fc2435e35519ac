#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "base/text.h"

namespace resumelint {

/// A macro where it is used: `\name*[option]{argument}{argument}`.
struct LatexMacro {
  std::string_view name;        ///< without the backslash, "" for a control space; `*` left out
  Span span;                    ///< the backslash and the name
  std::vector<Span> arguments;  ///< contents of the brace groups that follow, no more than asked for
  std::vector<Span> options;    ///< contents of the bracket groups that follow the name
  uint32_t end = 0;             ///< after the last argument read
};

/// Reads LaTeX bytes: braces matched once, comments known, characters and inline macros turned into
/// text. Linear: no construct is searched for twice.
class LatexScanner {
 public:
  explicit LatexScanner(const Source& source);

  /// Begin of the group's contents is `open + 1`; its end, where the closing brace is. The end of the
  /// file for a group that isn't closed, nullopt if there is no group at `open`.
  std::optional<uint32_t> GroupEnd(uint32_t open) const;
  /// Reads a macro at a backslash, with up to `most` arguments; `adjacent` ones have no line end
  /// before them.
  LatexMacro ReadMacro(uint32_t at, size_t most, bool adjacent = false) const;
  /// The name of the macro at a backslash.
  std::string_view NameAt(uint32_t at) const;
  /// True if `\item`, an environment or an item macro begins within the span.
  bool HoldsItems(Span span) const;
  /// End of the comment at `at`, blanks of the next line included; `at` if there is none.
  uint32_t SkipComment(uint32_t at) const;
  uint32_t SkipBlanks(uint32_t at) const;  ///< and comments, but no empty line

  /// Adds what stands at `at` to `out` and returns where to go on; always moves. Understands
  /// characters, escapes, accents, dashes, quotes, math and macros that only format.
  uint32_t Step(uint32_t at, uint32_t limit, Text& out) const;
  /// A span as text, blanks folded.
  Text Inline(Span span) const;

  const std::vector<Span>& comments() const { return comments_; }
  std::string_view bytes() const { return bytes_; }

 private:
  uint32_t AddressEnd(uint32_t open) const;
  uint32_t StepMacro(uint32_t at, uint32_t limit, Text& out) const;
  uint32_t Accent(uint32_t at, uint32_t limit, Text& out) const;

  std::string_view bytes_;
  std::vector<Span> comments_;
  std::unordered_map<uint32_t, uint32_t> groups_;
  std::vector<uint32_t> items_;  // offsets of what makes items
  std::unordered_map<uint32_t, uint32_t> other_ways_;  // end of a text to the end of the same for bookmarks
};

/// True for a macro whose name says that it makes a list item.
bool IsItemName(std::string_view name);

}  // namespace resumelint
