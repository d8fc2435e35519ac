#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "lint/fingerprint.h"
#include "report/json_writer.h"
#include "report/renderers.h"
#include "report/view.h"

namespace resumelint {

namespace {

const char* Level(Severity severity) {
  switch (severity) {
    case Severity::kError: return "critical";
    case Severity::kWarning: return "minor";
    default: return "info";
  }
}

std::string Description(const Finding& finding) {
  std::string out(finding.message);
  for (const std::string& question : finding.questions) out += " " + question;
  return out;
}

}  // namespace

std::string GitlabHead(const RenderOptions&) { return "["; }

void GitlabOfFile(const Report& report, const RenderOptions& options, Output& out) {
  // GitLab matches paths with those of the repository: without a leading "./".
  const std::string path = std::filesystem::path(report.document.source.path).lexically_normal().string();
  std::map<std::string, int> seen;
  for (const Finding& finding : report.findings) {
    if (finding.severity < options.min_severity) continue;
    const Place place = PlaceOf(report, finding);
    // Unique in the whole report, or GitLab keeps only one of them.
    const std::string print = Fingerprint(report, finding);
    out.Between(",");
    JsonWriter json(2, out.text(), {false});
    json.BeginObject();
    json.Key("description").String(Description(finding));
    json.Key("check_name").String(finding.rule);
    json.Key("fingerprint").String(fmt::format("{}:{}:{}", print, ++seen[print], path));
    json.Key("severity").String(Level(finding.severity));
    json.Key("location").BeginObject();
    json.Key("path").String(path);
    json.Key("lines").BeginObject();
    json.Key("begin").Integer(place.begin.line);
    json.Key("end").Integer(place.end.line);
    json.EndObject().EndObject().EndObject();
    out.Pass();
  }
}

void GitlabEnd(const Totals&, const RenderOptions&, Output& out) {
  out.Between("\n");
  out.text() += "]\n";
}

}  // namespace resumelint
