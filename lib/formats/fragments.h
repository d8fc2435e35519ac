#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "resume/document.h"

namespace resumelint {

/// A unit found inside a longer text: the value of a JSON or YAML string, the content of a page.
struct Fragment {
  BlockKind kind = BlockKind::kParagraph;
  Text text;      ///< no mark, no markup, blanks folded
  Span span;      ///< source bytes, mark and markup included
  int depth = 0;  ///< nesting of a bullet, level of a heading (from 0)
  std::string_view note;  ///< why it is skipped, for kSkipped; "cell" for a text in a table
};

/// How the line feeds of a text came about.
enum class Breaks {
  kMeant,    ///< typed as such (`\n` in a JSON string): each ends a statement
  kWrapped,  ///< the file's own line ends: a sentence may run on
};

/// Bytes of the sure list marks (FindGlyph) and the blanks after them at the beginning of `line`; 0
/// if there is none, or nothing behind it.
uint32_t ListMark(std::string_view line);

/// Splits a text into its list items and paragraphs. Understands marks at line starts, HTML (as soon
/// as there is a tag) and inline Markdown. `list`: it stands where bullets are expected, so lines
/// without a mark are items too.
std::vector<Fragment> SplitValue(const Text& value, bool list, Breaks breaks);

/// Drops Markdown's inline marks: `**bold**`, `_em_`, `code`, `[text](url)`, `\*`.
Text DropInlineMarkdown(const Text& text);

}  // namespace resumelint
