#pragma once

#include "formats/reader.h"

namespace resumelint {

// Each is defined in the .cc of its format and is one row of the table in reader.cc.
extern const Reader kPlainReader;
extern const Reader kMarkdownReader;
extern const Reader kLatexReader;
extern const Reader kJsonReader;
extern const Reader kYamlReader;
extern const Reader kHtmlReader;
extern const Reader kDocxReader;
extern const Reader kPdfReader;
extern const Reader kTypstReader;
extern const Reader kOrgReader;
extern const Reader kAsciiDocReader;
extern const Reader kRstReader;

}  // namespace resumelint
