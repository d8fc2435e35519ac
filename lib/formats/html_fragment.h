#pragma once

#include "base/span.h"
#include "formats/lines.h"
#include "resume/document.h"

namespace resumelint {

/// Blocks of a piece of HTML that stands in a file of another format: tags are left out, items and
/// headings are told, comments and styles skipped. For whole HTML files there is the HTML reader.
void AddHtmlFragment(Document& document, Span html, LineReader& reader);

}  // namespace resumelint
