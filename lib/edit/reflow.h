#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "resume/document.h"

namespace resumelint {

/// How a document wraps a block's lines.
struct Wrapping {
  uint32_t width = 0;    ///< in code points; 0 = lines aren't wrapped
  std::string indent;    ///< of the lines after the first
  std::string line_end;  ///< "\n" or "\r\n"
};

/// The wrapping of each block of a document, which must outlive it.
class Wrappings {
 public:
  explicit Wrappings(const Document& document);
  Wrapping Of(const Block& block) const;

 private:
  const Document& document_;
  std::string line_end_;
  uint32_t width_ = 0;  ///< of the widest line of a wrapped bullet
  std::map<std::string, std::string, std::less<>> indents_;  ///< by the blanks before a bullet: those before its second line
};

/// `bytes` with the lines in [range) filled anew from the line that holds `from` on, where one of them
/// is too wide or `refill` says so. nullopt if nothing is to be done or a line ends in a break that was
/// meant.
std::optional<std::string> Refill(const std::string& bytes, Span range, uint32_t from, bool refill,
                                  const Wrapping& wrapping);

}  // namespace resumelint
