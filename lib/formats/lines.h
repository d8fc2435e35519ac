#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// One line of a resume whose format marks nothing: plain text, or a paragraph of another format.
struct ResumeLine {
  Text text;            ///< the line without blanks at its ends; not folded
  Span span;            ///< its source bytes, from the first that isn't blank
  uint32_t indent = 0;  ///< columns before it
  bool blank_before = false;  ///< an empty line stands before it
  bool starts = false;        ///< it never continues the line before
  bool joins = false;         ///< it continues the line before: the format's layout shows it
  bool item = false;          ///< the layout shows it as a list item, with or without a mark
  bool strong = false;        ///< the format shows all of it in bold or italics
};

/// Makes blocks of lines: bullets by their glyphs with wrapped lines joined, headings, paragraphs,
/// page noise and directives; lines without glyphs become bullets where a resume has no glyphs.
class LineReader {
 public:
  struct Habits {
    bool glyphs = false;    ///< the file marks its bullets
    bool headings = false;  ///< it has a heading that is known
    bool dashes = false;    ///< "-text" is a bullet here
    bool letters = false;   ///< so are letters and "?" that stand for a lost glyph
    uint32_t lines = 0;     ///< that aren't empty
    uint32_t wrap = 0;      ///< columns at which lines are wrapped
  };
  /// What the lines of a whole file show. Lines may be given in parts.
  static void Learn(const std::vector<ResumeLine>& lines, const OutlineTerms& terms, Habits& habits);

  LineReader(Document& document, const OutlineTerms& terms, Habits habits)
      : document_(document), terms_(terms), habits_(habits) {}

  /// Adds the blocks of some lines. A block never goes on from one call to the next.
  void Add(const std::vector<ResumeLine>& lines);
  /// Tells of a heading that the format itself marked.
  void EnterSection(std::string_view heading);

 private:
  struct Open {
    bool active = false;
    Block block;
    uint32_t indent = 0;
    uint32_t last_width = 0;  // columns up to the end of its last line
    bool prose = false;       // a paragraph that may go on
  };
  bool IsHeading(const std::vector<ResumeLine>& lines, size_t i) const;
  uint32_t InlineHeading(const ResumeLine& line) const;
  bool Continues(const ResumeLine& line) const;
  void Extend(const ResumeLine& line);
  void Start(const ResumeLine& line, BlockKind kind, uint32_t skip);
  void Close();
  int DepthOf(uint32_t indent);
  bool HasDocumentGlyph(const ResumeLine& line, uint32_t& length) const;

  Document& document_;
  const OutlineTerms& terms_;
  Habits habits_;
  Open open_;
  SectionKind section_ = SectionKind::kTop;
  bool double_rulers_ = false;  // a heading is underlined with "=": those with "-" stand below it
  uint32_t blocks_ = 0;
  std::vector<uint32_t> indents_;  // of the bullets that are open, outer first
};

/// Splits [range) of the source into lines; very long ones also at inline glyphs, at headings and
/// at sentences.
std::vector<ResumeLine> SplitLines(const Source& source, Span range, const OutlineTerms& terms);

/// Reads [range) of the document's source as plain text.
void ReadPlainText(Document& document, Span range, const OutlineTerms& terms);

}  // namespace resumelint
