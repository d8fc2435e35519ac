#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resume/document.h"

namespace resumelint {

/// The words by which a resume's structure is told. Data: filled from rules/outline.toml.
struct OutlineTerms {
  struct SectionTerm {
    std::string heading;  ///< lower case, words joined by one space, e.g. "work history"
    SectionKind kind = SectionKind::kOther;
  };
  std::vector<SectionTerm> sections;
  std::vector<std::string> title_words;  ///< lower case; a line with one may name a job: "manager"
  std::vector<std::string> present;      ///< "present", "now", "till date"
  std::vector<std::string> months;       ///< "january", "jan", …
  std::vector<std::string> organisation_words;  ///< "inc", "ltd", "university", …
};

/// The section a heading opens, or kOther with `known` false. Case, trailing colons, decoration and
/// "&" / "and" don't matter.
struct SectionMatch {
  SectionKind kind = SectionKind::kOther;
  bool known = false;
};
SectionMatch MatchSection(std::string_view heading, const OutlineTerms& terms);

/// Second half of reading, the same for every format: readers give blocks in order with their
/// headings, roles where the format marks them, bullets and paragraphs; this assigns sections, finds
/// role lines and contacts among the paragraphs, and splits title, organisation and dates.
void ApplyOutline(Document& document, const OutlineTerms& terms);

}  // namespace resumelint
