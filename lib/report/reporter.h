#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.h"

namespace resumelint {

struct RuleSet;

/// How a report is shown. No field depends on clock, locale or machine.
struct RenderOptions {
  Severity min_severity = Severity::kWarning;  ///< lesser findings are counted, not shown
  bool colour = false;
  bool terminal = false;   ///< a person reads along: headings wrap too, a clean run is told
  uint32_t width = 80;     ///< terminal cells to wrap to; 0 = nothing is wrapped
  bool quiet = false;      ///< findings only, no summary
  bool redact = false;     ///< no contact details
  std::string rules_version;
  std::string version;
  const RuleSet* rules = nullptr;  ///< titles, sources and advice of rules; may be absent
};

/// One row an output.
struct Reporter {
  const char* name;  ///< "json", as in `--format`
  std::string (*render)(std::span<const Report> reports, const RenderOptions& options);
  bool streams;  ///< the output of several reports is that of each, one after the other
};

std::span<const Reporter> Reporters();
const Reporter* FindReporter(std::string_view name);

}  // namespace resumelint
