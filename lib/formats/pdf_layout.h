#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// A stretch of words on one line of a page, as a PDF program groups them. Measures in points, from
/// the page's upper left corner.
struct PdfWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;  ///< UTF-8
};
struct PdfRun {
  double left = 0, top = 0, right = 0, bottom = 0;  ///< around its words; LayOut sees to it
  std::vector<PdfWord> words;                       ///< at least one, from left to right
};
struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfRun> runs;
};

/// A line in reading order.
struct PdfLine {
  int page = 0;    ///< from 1
  int column = 0;  ///< running number of the column it stands in
  double left = 0, top = 0, right = 0, bottom = 0;
  double first_word = 0;   ///< width of its first word
  double column_left = 0;  ///< where the column's lines begin, past dates and labels at the left
  double column_right = 0; ///< where the column's full lines end; 0 if it has none
  bool aside = false;      ///< set apart at the side of a line of text: dates, a place
  std::string text;        ///< words joined by a blank; a tab where a wide gap is
};

/// Brings the words of all pages into reading order: columns one after the other, whatever stands
/// at the side of a list item (dates in a column at the right) on a line of its own before it.
/// `is_heading` tells a section's heading: what has headings of its own is a column, not a field.
std::vector<PdfLine> LayOut(const std::vector<PdfPage>& pages,
                            const std::function<bool(std::string_view)>& is_heading);

}  // namespace resumelint
