#pragma once

#include "resume/document.h"

namespace resumelint {

/// Finds text that a program reads and a person doesn't see, as the source of a markup format says it:
/// `style="font-size:0"`, `display:none`, `\textcolor{white}{…}`, `{\color{white} …}`, `#text(fill: white)[…]`.
/// Adds to Document::concealed. White text on a coloured box is seen, and so are single words: colour alone
/// counts from five words on and outside boxes. Linear in the source; never fails.
void FindConcealed(Document& document);

}  // namespace resumelint
