#pragma once

#include <string>
#include <vector>

#include "resume/document.h"
#include "rewrite/rewrite.h"

namespace resumelint {

/// How a resume is written, as far as a rewrite must fit in: US or UK spelling, final stops, the
/// comma before "and", and the tense and opening verbs of one role. Evidence that isn't there
/// leaves the defaults. Reads the document once; refers to it.
class Voices {
 public:
  explicit Voices(const Document& document);

  /// The voice of a role's bullets; -1 = those outside any role.
  RewriteContext Of(int role) const;

 private:
  struct OfRole {
    std::vector<std::string> openers;
    int past = 0;
    int present = 0;
  };
  const Document& document_;
  RewriteContext shared_;
  std::vector<OfRole> roles_;  // by role + 1
};

}  // namespace resumelint
