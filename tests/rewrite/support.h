#pragma once

#include <string>
#include <string_view>

#include "rewrite/suggest.h"

namespace resumelint {

/// The project's own vocabulary and rewrites, loaded once.
const Lexicon& TestLexicon();
const RewriteRules& TestRewrites();
std::string ReadTestFile(const std::string& path);

}  // namespace resumelint
