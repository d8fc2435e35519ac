#pragma once

#include <string_view>

#include "resume/document.h"
#include "rewrite/rewrite.h"

namespace resumelint {

/// How a resume is written, as far as a rewrite must fit in: US or UK spelling, final stops, the
/// comma before "and", and the tense and opening verbs of one role. Evidence that isn't there
/// leaves the defaults.
RewriteContext VoiceOf(const Document& document, int role);

}  // namespace resumelint
