#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/regex.h"
#include "lint/finding.h"

namespace resumelint {

/// Takes out of shown text what tells who the person is, wherever in the resume it stands:
/// addresses of mail and of pages, telephone numbers, and the name at the top.
class Redactor {
 public:
  explicit Redactor(const Document& document);

  /// The text with each of these replaced by what it was: "[mail]", "[link]", "[phone]", "[name]".
  std::string Redacted(std::string_view text) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::pair<Regex, std::string>> patterns_;
};

}  // namespace resumelint
