#include <fmt/format.h>

#include "report/printable.h"
#include "report/renderers.h"
#include "report/view.h"

namespace resumelint {

namespace {

const char* Command(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    default: return "notice";
  }
}

// A workflow command is one line; a message's own lines and, in properties, the separators are
// percent-encoded. Each line is made Printable first, so a resume can't begin a command of its own.
std::string Encoded(std::string_view line, bool property) {
  std::string out;
  for (const char c : Printable(line)) {
    if (c == '%') {
      out += "%25";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string Annotation(const Report& report, const Finding& finding) {
  const Place place = PlaceOf(report, finding);
  std::string out = fmt::format("::{} file={},line={},col={}", Command(finding.severity),
                                Encoded(report.document.source.path, true), place.begin.line,
                                place.begin.column);
  out += fmt::format(",endLine={}", place.end.line);
  // GitHub takes an end column within one line only.
  if (place.end.line == place.begin.line) out += fmt::format(",endColumn={}", place.end.column);
  out += fmt::format(",title={}::{}", Encoded(finding.rule, true), Encoded(finding.message, false));
  for (const std::string& question : finding.questions) {
    out += "%0AAsk: " + Encoded(question, false);
  }
  for (const Rewrite& rewrite : finding.rewrites) {
    if (!rewrite.text.empty()) out += "%0ATry: " + Encoded(rewrite.text, false);
  }
  return out + "\n";
}

}  // namespace

void GithubOfFile(const Report& report, const RenderOptions& options, Output& out) {
  for (const Finding& finding : report.findings) {
    if (finding.severity >= options.min_severity) out.text() += Annotation(report, finding);
    out.Pass();
  }
}

}  // namespace resumelint
