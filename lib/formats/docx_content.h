#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "resume/document.h"

namespace resumelint {

/// A paragraph of a DOCX file as its reader sees it.
struct DocxParagraph {
  int number = 0;     ///< from 1: its place among the paragraphs of the main part
  Text text;          ///< '\n' is a soft break, '\t' a tab; sources are bytes of DocxContent::xml
  int heading = -1;   ///< outline level from 0; -1 for none
  bool list = false;  ///< numbered or bulleted by Word itself
  int depth = 0;      ///< of a list item
  bool strong = false;  ///< all of it is bold
};

struct DocxContent {
  std::string part;  ///< name of the main part, usually "word/document.xml"
  std::string xml;   ///< its bytes
  std::vector<DocxParagraph> paragraphs;  ///< those that hold text, in order
  std::vector<std::pair<int, Concealed>> concealed;  ///< by paragraph number; spans are not set
  bool exact = true;  ///< sources of the texts are right (false for a part that isn't in UTF-8)
};

/// Takes the text out of a DOCX file: tables, text boxes, content controls and hyperlinks included,
/// deleted and hidden text left out. An Error has no path.
Result<DocxContent> ReadDocxContent(const std::string& raw);

}  // namespace resumelint
