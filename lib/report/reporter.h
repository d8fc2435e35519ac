#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.h"

namespace resumelint {

struct RuleSet;
struct Totals;
class Output;

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
  /// What is said of one file, whatever the others: files may be rendered side by side, and none need
  /// be kept for the others. nullptr where files can't be told apart.
  void (*file)(const Report& report, const RenderOptions& options, Output& out);
  std::string (*head)(const RenderOptions& options);  ///< before the files; may be nullptr
  void (*end)(const Totals& totals, const RenderOptions& options, Output& out);  ///< after them; may be nullptr
  /// Where `file` is nullptr: all of it.
  void (*together)(std::span<const Report> reports, const RenderOptions& options, Output& out);

  /// All of it as one text.
  std::string Render(std::span<const Report> reports, const RenderOptions& options) const;
};

std::span<const Reporter> Reporters();
const Reporter* FindReporter(std::string_view name);

}  // namespace resumelint
