#pragma once

#include "base/source.h"
#include "formats/tree.h"

namespace resumelint {

/// Reads a file that means to be YAML but isn't, line by line and by indentation: `key: value` (only
/// the first colon counts), `- item`, `|` and `>` texts, quotes around a value. Tabs count four
/// columns. Total: what it can't place becomes a text.
Tree ReadYamlLines(const Source& source);

}  // namespace resumelint
