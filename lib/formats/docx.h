#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace resumelint {

/// The way from the extracted text of a DOCX file back to its XML, for editing in place.
struct DocxMap {
  std::string part;  ///< the part of the archive that holds the text, see ReplaceInZip
  std::string xml;   ///< its bytes
  /// `text.chars` is the Source::bytes of the document as read. Each piece's source is a range of
  /// `xml`: a verbatim piece lies within one `w:t`, the others stand for an entity (within a `w:t`),
  /// a tab or break (its element), or the end of a paragraph (an empty range). Pieces of one sentence
  /// may lie in several runs with markup in between.
  Text text;
};

/// Fails as reading does, and for files whose XML can't be mapped byte by byte.
Result<DocxMap> MapDocx(const std::string& raw);

}  // namespace resumelint
