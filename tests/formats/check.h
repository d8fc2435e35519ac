#pragma once

#include <string>

#include "resume/document.h"

namespace resumelint {

/// What is wrong with a document as read, or "": blocks overlap or are out of order, leave bytes
/// uncovered, or a verbatim piece of a text isn't what the source holds.
std::string Faults(const Document& document);

/// A text with its way back to `bytes`: verbatim parts as they are, others as `{shown=source}`.
std::string ShowPieces(const Text& text, std::string_view bytes);

}  // namespace resumelint
