#pragma once

#include "formats/tree.h"
#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// Reads the resume in a JSON or YAML tree: fills blocks (with section and role) and roles
/// of `document`, whose source the tree's spans refer to. What the keys mean is in `terms`;
/// structure it doesn't know is walked through, and long enough texts in it are kept.
void ReadTree(const Tree& tree, const OutlineTerms& terms, Document& document);

}  // namespace resumelint
