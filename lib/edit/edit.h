#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// A change of what a reader sees of one block. No escapes, no markup: both sides are shown text.
struct Edit {
  int block = 0;            ///< index into Document::blocks
  Span in_text;             ///< bytes of the block's text that go
  std::string replacement;  ///< what comes in their place; one line
  bool correction = false;  ///< the same words, mended: markup around them stays
};

/// A file with edits made, not written yet.
struct Edited {
  std::string raw;    ///< the file's bytes
  Document document;  ///< these bytes, read again
  std::vector<std::string> lost;  ///< markup and comments that went with the words they stood at
  std::vector<std::pair<int, Error>> refused;  ///< blocks that stayed as they were, and why
  uint32_t readings = 0;  ///< how often the file was read again
};

/// Makes edits in the bytes of a file: the replacement is escaped as the place it goes to needs, in
/// the file's own encoding; a line that was wrapped is wrapped again; markup stays where the words
/// under it stay. Of a DOCX file all parts but the one with the text keep their bytes.
///
/// `raw` are the bytes that `document` was read from. Edits must be in the order of the file and not
/// overlap. The result was read again: every edited block shows what was asked for (blanks folded)
/// and every other block is as it was. A block whose format or encoding can't hold a text stays as it
/// was and is told with a message for the person. However many blocks are edited, the file is read as
/// often as one block needs it, and then for each that doesn't read as it should. PDF files can't be edited.
Edited EditWhatCan(const Document& document, const std::string& raw, const std::vector<Edit>& edits,
                   const OutlineTerms& terms);

/// The same, all or nothing: fails where a block is refused.
Result<Edited> ApplyEdits(const Document& document, const std::string& raw,
                          const std::vector<Edit>& edits, const OutlineTerms& terms);

/// The edits that make a block show `wanted`, as few words as can be where the block has markup to
/// keep, else from the first word that differs to the last.
std::vector<Edit> EditsBetween(const Document& document, int block, std::string_view wanted);

/// False for files that ApplyEdits can't write (PDF).
bool IsWritable(const Document& document);

/// Text with blanks folded to one space and none at its ends, as blocks show it.
std::string FoldedBlanks(std::string_view text);

}  // namespace resumelint
