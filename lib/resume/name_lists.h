#pragma once

#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// Under an unknown heading a list of names ("Git, Jenkins", "Chess") tells of no work: it is read as
/// interests are.
void ReadNameLists(Document& document, const OutlineTerms& terms);

}  // namespace resumelint
