#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared_list.h"
#include "base/text_pool.h"
#include "resume/document.h"
#include "rewrite/rewrite.h"
#include "rules/rule.h"

namespace resumelint {

/// One thing to tell the person, about a bullet, a line or the whole document. A file may have many:
/// what it says is kept by its rules, or by Report::texts, and shared.
struct Finding {
  std::string_view rule;  ///< "process/backlog-admin"
  Severity severity = Severity::kWarning;  ///< after profile, guards and configuration
  bool leads = true;  ///< the most telling finding of its bullet; the others are told in a line
  int block = -1;    ///< index into Document::blocks; -1 = the document or a role as a whole
  int role = -1;     ///< for a finding about a role as a whole
  Span span;         ///< source bytes to underline
  std::string_view message;  ///< what the reader sees
  std::string_view why;      ///< one clause
  SharedList questions;
  std::vector<Rewrite> rewrites;
};

/// What the reader sees, with what it was: "The reader sees a typo (reqirement)."
std::string WithDetail(std::string_view see, std::string_view detail);

/// Everything about one checked file. The rules that it was checked by must outlive it.
struct Report {
  Document document;
  std::string profile;  ///< "pm-tech"; under auto, the profile of most bullets
  std::vector<std::string> role_profiles;  ///< per Document::roles
  uint32_t bullets = 0;
  std::vector<Finding> findings;  ///< in the order of the file
  TextPool texts;                 ///< what findings say that no rule has as it stands
};

}  // namespace resumelint
