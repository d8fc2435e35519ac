#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace resumelint {

/// A value for one of a configuration's lists.
struct ListEntry {
  std::string table;    ///< "vocabulary"; empty for the top of the file
  std::string key;      ///< "confidential"
  std::string value;
  std::string comment;  ///< said behind it; may be empty
};

/// The text of a configuration with a value added to a list: what stands there, comments and order
/// included, stays as it is. A list that has the value already is left alone; one that isn't there yet
/// is made. `text` may be empty. The result was read again: it holds the value, and nothing else
/// changed. Fails where the text is no configuration, or the list stands in a form that no line can be
/// added to.
Result<std::string> AddToList(const std::string& path, const std::string& text, const ListEntry& entry);

}  // namespace resumelint
