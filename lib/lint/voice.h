#pragma once

#include <span>
#include <vector>

#include "language/tokens.h"
#include "resume/document.h"
#include "rewrite/rewrite.h"

namespace resumelint {

/// How a resume is written, as far as a rewrite must fit in: US or UK spelling, final stops, the
/// comma before "and", and the tense and opening verbs of one role. Evidence that isn't there
/// leaves the defaults. Refers to the document's roles.
class Voices {
 public:
  explicit Voices(const std::vector<Role>& roles) : document_roles_(roles), roles_(roles.size() + 1) {}

  /// Takes in a bullet or a paragraph, as tokenised; other blocks say nothing.
  void Add(const Block& block, std::span<const Token> tokens);

  /// The voice of a role's bullets; -1 = those outside any role.
  RewriteContext Of(int role) const;

 private:
  struct OfRole {
    std::vector<WordHash> openers;
    int past = 0;
    int present = 0;
  };
  const std::vector<Role>& document_roles_;
  int uk_ = 0;
  int stops_ = 0;
  int no_stops_ = 0;
  int oxford_ = 0;
  int plain_ = 0;
  std::vector<OfRole> roles_;  // by role + 1
};

}  // namespace resumelint
