#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "resume/document.h"
#include "rewrite/rewrite.h"
#include "rules/rule.h"

namespace resumelint {

/// One thing to tell the person, about a bullet, a line or the whole document.
struct Finding {
  std::string rule;  ///< "process/backlog-admin"
  Severity severity = Severity::kWarning;  ///< after profile, guards and configuration
  int block = -1;    ///< index into Document::blocks; -1 = the document or a role as a whole
  int role = -1;     ///< for a finding about a role as a whole
  Span span;         ///< source bytes to underline
  std::string message;  ///< what the reader sees
  std::string why;      ///< one clause
  std::vector<std::string> questions;
  std::vector<Rewrite> rewrites;
  bool leads = true;  ///< the most telling finding of its bullet; the others are told in a line
};

/// Everything about one checked file. Owns what it shows.
struct Report {
  Document document;
  std::string profile;  ///< "pm-tech"; under auto, the profile of most bullets
  std::vector<std::string> role_profiles;  ///< per Document::roles
  uint32_t bullets = 0;
  std::vector<Finding> findings;  ///< in the order of the file
};

}  // namespace resumelint
