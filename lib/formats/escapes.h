#pragma once

#include <string_view>

#include "base/span.h"
#include "base/text.h"

namespace resumelint {

/// From what stands in a file to what it means, keeping for each decoded byte the bytes it came
/// from. Results may hold line feeds; NUL comes out as U+FFFD, so that it reaches no reader.

/// A JSON string: `raw` is the part of `bytes` between the quotes and is valid JSON. A surrogate
/// pair is one piece.
Text DecodeJsonString(std::string_view bytes, Span raw);

/// Replaces `&eacute;`, `&#8226;` and `&#x2022;` in a text; numbers 128 to 159 mean Windows-1252, as
/// browsers read them. What isn't an entity stays as it is.
Text DecodeEntities(const Text& text);

/// How YAML writes a scalar.
enum class ScalarStyle { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

/// A YAML scalar: `raw` runs from its first character (quote, `|` or `>` included) at least to the
/// end of its content, `value` is what the YAML parser made of it. The result's characters are
/// always `value`; where the two can't be aligned the whole is one piece.
Text DecodeYamlScalar(std::string_view bytes, Span raw, ScalarStyle style, std::string_view value);

}  // namespace resumelint
