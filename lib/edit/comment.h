#pragma once

#include <string>
#include <string_view>

#include "edit/edit.h"

namespace resumelint {

/// Puts a comment of one line before a block, in the format's own syntax: `resumelint: ignore …`. The
/// result was read again: it has one directive more, and every block is as it was. Fails where the
/// format has no comments (DOCX, JSON, PDF) or none can stand there.
Result<Edited> InsertDirective(const Document& document, const std::string& raw, int block,
                               std::string_view directive, const OutlineTerms& terms);

}  // namespace resumelint
