#pragma once

#include "formats/reader.h"

namespace resumelint {

// Each is defined in the .cc of its format and is one row of the table in reader.cc.
extern const Reader kPlainReader;
extern const Reader kMarkdownReader;

}  // namespace resumelint
