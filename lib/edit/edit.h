#pragma once

#include <string>
#include <string_view>
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
};

/// A file with edits made, not written yet.
struct Edited {
  std::string raw;    ///< the file's bytes
  Document document;  ///< these bytes, read again
  std::vector<std::string> lost;  ///< markup and comments that went with the words they stood at
};

/// Makes edits in the bytes of a file: the replacement is escaped as the place it goes to needs, in
/// the file's own encoding; a line that was wrapped is wrapped again; markup stays where the words
/// under it stay. Of a DOCX file all parts but the one with the text keep their bytes.
///
/// `raw` are the bytes that `document` was read from. Edits of one block must be in order and not
/// overlap. The result was read again: every edited block shows what was asked for (blanks folded)
/// and every other block is as it was. Fails where the format or the encoding can't hold a text, with
/// a message for the person; then nothing is changed. PDF files can't be edited.
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
