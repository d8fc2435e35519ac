#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/finding.h"
#include "report/paragraph.h"
#include "report/reporter.h"

namespace resumelint {

/// Where a finding or a block stands, for people and tools.
struct Place {
  Position begin;
  Position end;       ///< exclusive
  int page = 0;       ///< PDF, from 1; 0 elsewhere
  int paragraph = 0;  ///< DOCX, from 1; 0 elsewhere
};

Ink InkOf(Severity severity);

Place PlaceOf(const Report& report, const Finding& finding);
/// The block's text, without its glyph.
Place PlaceOf(const Document& document, const Block& block);

/// The block a finding is about; nullptr for a finding about a role or the whole document.
const Block* BlockOf(const Report& report, const Finding& finding);
/// The section's title as written, or what kind of section it is.
std::string SectionOf(const Block& block);
/// The rule of an id; nullptr where the options carry no rules or don't know it.
const Rule* RuleOf(std::string_view id, const RenderOptions& options);
/// "process" of "process/backlog-admin".
std::string_view PackOf(std::string_view rule);

/// Findings that are told together: those of one bullet, or one of a role or of the document. The
/// first is told in full.
struct FindingGroup {
  const Block* block = nullptr;
  std::vector<const Finding*> findings;
};

/// Groups of the findings at or above a severity, in the order of the file; findings about the
/// document as a whole come last.
std::vector<FindingGroup> GroupFindings(const Report& report, Severity least);

/// True if there are several rewrites and all leave out the same: then that need be told once only.
bool DropsAlike(const std::vector<Rewrite>& rewrites);

struct Counts {
  uint32_t files = 0;
  uint32_t bullets = 0;
  uint32_t error = 0;
  uint32_t warning = 0;
  uint32_t hint = 0;

  uint32_t Of(Severity severity) const;
  /// Findings of lesser severity than `least`.
  uint32_t Below(Severity least) const;
  uint32_t AtLeast(Severity least) const { return error + warning + hint - Below(least); }
};

/// What a summary tells of the files together.
struct Totals {
  Counts counts;
  uint32_t paragraphs = 0;
  std::map<std::string, uint32_t, std::less<>> rules;  ///< findings that are shown, by rule
  std::string path;     ///< of the last file
  std::string profile;  ///< and its profile

  /// `least` = severity of findings that are shown.
  void Add(const Report& report, Severity least);
};
Totals TotalsOf(std::span<const Report> reports, Severity least);

/// Findings that are shown by a name taken from their rule: most first, then by name.
std::vector<std::pair<std::string, uint32_t>> CountBy(const Totals& totals, std::string_view (*name)(std::string_view));

/// "1 warning", "2 warnings".
std::string Number(uint32_t count, std::string_view noun);

}  // namespace resumelint
