#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "formats/fragments.h"

namespace resumelint {

/// The blocks of an HTML text: headings, list items, paragraphs, and comments (kSkipped, with the
/// comment as text; one within a paragraph stands before it, and their spans overlap). Reads tags in one linear pass and builds no tree, so broken and hostile
/// markup costs no more than good markup; elements open at once are limited to 512 and blocks to 100,000 (an
/// Error).
/// Navigation, scripts, styles, forms and elements with one of `skip_classes` give nothing.
Result<std::vector<Fragment>> HtmlBlocks(const Text& html,
                                         const std::vector<std::string_view>& skip_classes);

/// True for the name of an HTML element, in any case.
bool IsHtmlElement(std::string_view name);

}  // namespace resumelint
