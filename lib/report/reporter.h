#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.h"

namespace resumelint {

/// How a report is shown. No field depends on clock, locale or machine.
struct RenderOptions {
  Severity min_severity = Severity::kWarning;  ///< lesser findings are counted, not shown
  bool colour = false;
  uint32_t width = 80;     ///< terminal cells to wrap to
  bool quiet = false;      ///< findings only, no summary
  bool redact = false;     ///< no contact details
  std::string rules_version;
  std::string version;
};

/// One row an output. `begin` and `end` frame the whole run; `file` is called as each file is done.
struct Reporter {
  const char* name;  ///< "json", as in `--format`
  std::string (*render)(std::span<const Report> reports, const RenderOptions& options);
};

std::span<const Reporter> Reporters();
const Reporter* FindReporter(std::string_view name);

}  // namespace resumelint
