#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// Where a text goes to.
struct EncodePlace {
  bool begins_block = false;  ///< nothing of the block stands before it
  bool in_string = false;     ///< between quotation marks of the format (Typst)
};

/// Ways to write a text in a format, the one that reads best first. Which of them is right can depend
/// on what stands around: the caller reads the result. All of a format's lists have the same length.
std::vector<std::string> Encodings(std::string_view format, std::string_view text, EncodePlace place);

/// A string of YAML or JSON in double quotes, without the quotes.
std::string DoubleQuoted(std::string_view text);

}  // namespace resumelint
