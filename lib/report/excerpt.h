#pragma once

#include <string>
#include <string_view>

#include "base/source.h"
#include "base/span.h"
#include "report/paragraph.h"

namespace resumelint {

/// The source lines under a span, each with the span underlined:
///
///       12 | - Prioritized the backlog for the claims portal
///          |   ^^^^^^^^^^^^^^^^^^^^^^^
///
/// Underlines are aligned by terminal cells. A line too long for `width` is shown around the span,
/// of a span over many lines the first ones. `label` stands in place of the line number where it is
/// not empty. "" for an empty span. `width` 0 = lines are shown to 160 cells.
std::string Excerpt(const Source& source, Span span, std::string_view label, size_t width,
                    Ink ink, bool colour);

/// Width of the margin before "|" in an excerpt, by which other lines are aligned.
inline constexpr size_t kMargin = 7;

}  // namespace resumelint
