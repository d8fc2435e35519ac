#pragma once

#include <string_view>
#include <vector>

#include "resume/document.h"

namespace resumelint {

/// Adds a comment to the document: a kSkipped block over `comment` (bytes of the source), and a
/// Directive if its text holds `resumelint:`.
void AddComment(Document& document, Span comment);

/// Adds comments that a reader found on its way: the directives of all, and a kSkipped block for
/// each that lies outside the blocks that the document has by now. Blocks are left sorted.
void AddComments(Document& document, std::vector<Span> comments);

/// Only the Directive, for a comment within a block.
void AddDirective(Document& document, Span comment);

/// The directive in a comment's text, from `resumelint:` on, without the comment's closing mark;
/// empty if there is none.
std::string_view DirectiveIn(std::string_view comment);

}  // namespace resumelint
