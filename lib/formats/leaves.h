#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "formats/lines.h"
#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// A unit of a marked-up document, in source order: what a format's own reader finds before lines are
/// read for glyphs and headings that nobody marked.
struct Leaf {
  enum class Kind { kHeading, kItem, kParagraph, kHtml, kSkipped };
  Kind kind = Kind::kParagraph;
  int depth = 0;                  ///< level of a heading from 0, nesting of an item
  std::vector<ResumeLine> lines;  ///< not for kHtml and kSkipped
  Span span;                      ///< kHtml, kSkipped
  std::string_view note;          ///< as in Block
};

/// All lines of an item or a heading as one text.
Text JoinLines(const std::vector<ResumeLine>& lines);

/// Adds the blocks of a document's leaves. What the leaves show as a whole (are there lists, known
/// headings?) decides how paragraphs are read.
void AddLeaves(Document& document, std::deque<Leaf> leaves, const OutlineTerms& terms);

/// Gathers the leaves of formats that are read line by line.
class LeafBuilder {
 public:
  std::deque<Leaf> leaves;

  void Heading(ResumeLine line, int depth);
  void Item(ResumeLine line, int depth);
  /// One more line of the item or paragraph that is open; opens a paragraph if none is.
  void Line(ResumeLine line);
  void Skip(Span span, const char* note);
  /// Ends the open item or paragraph: what comes next stands alone.
  void Close() { open_ = false; }
  bool InItem() const { return open_ && leaves.back().kind == Leaf::Kind::kItem; }
  bool InParagraph() const { return open_ && leaves.back().kind == Leaf::Kind::kParagraph; }
  /// Marks what comes next, as "quote".
  std::string_view note;

 private:
  bool open_ = false;
};

/// What stands in a line in place of its bytes: markup left out, escapes resolved.
class LineEdits {
 public:
  /// Bytes [begin, end) of the line are shown as `shown`. In order; they don't overlap.
  void Add(size_t begin, size_t end, std::string_view shown = {});
  /// Drops the marks of `*bold*` and the like: a mark opens after a blank or an opening sign and
  /// before text, and closes the other way round. `marks` are single signs, or doubled ones.
  void Emphasis(std::string_view line, std::string_view marks);
  /// The line's text; `begin` is its offset in the source.
  Text Build(std::string_view line, uint32_t begin) const;
  bool Covers(size_t at) const;

 private:
  struct Edit {
    size_t begin;
    size_t end;
    std::string shown;
  };
  std::vector<Edit> edits_;
};

/// A line of the source: its bytes without line end, where they begin, and its indentation.
struct SourceLine {
  uint32_t begin = 0;    ///< of the first byte that isn't blank
  uint32_t end = 0;      ///< after the last that isn't
  uint32_t indent = 0;   ///< columns; a tab goes to the next multiple of 4
  bool blank() const { return begin >= end; }
};
std::vector<SourceLine> SourceLines(const Source& source);

/// A line whose shown text is `text`.
ResumeLine MakeLine(Text text, const SourceLine& line);

}  // namespace resumelint
