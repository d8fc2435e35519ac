#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "language/phrase.h"
#include "resume/document.h"

namespace resumelint {

enum class Severity : uint8_t { kOff, kHint, kWarning, kError };
const char* Name(Severity severity);

/// A sentence of the advice that a rule comes from.
struct Citation {
  std::string at;    ///< as printed in the source: "01:17:52"; may be empty
  std::string text;
};

/// A bullet that the rule must fire on, or must leave alone. Every one is a test.
struct Example {
  std::string text;
  std::string title;      ///< the role's title; empty = "Product Owner"
  std::string section;    ///< empty = Experience
  std::string why;        ///< for a silent one: the guard it stands for
  uint32_t line = 0;      ///< in the rule file
};

}  // namespace resumelint
