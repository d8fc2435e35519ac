#include <fmt/format.h>

#include <map>

#include "lint/fingerprint.h"
#include "report/json_writer.h"
#include "report/renderers.h"
#include "report/uri.h"
#include "report/view.h"

namespace resumelint {

namespace {

// Where the rules are documented, to be followed by a rule's id; "" where they are nowhere on the web.
constexpr const char* kRulesAddress = RESUMELINT_RULES_ADDRESS;

const char* Level(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    case Severity::kHint: return "note";
    case Severity::kOff: break;
  }
  return "none";
}

// "backlog-admin" -> "BacklogAdmin", as SARIF likes rule names.
std::string PascalName(std::string_view id) {
  std::string out;
  bool up = true;
  for (const char c : id.substr(id.find('/') + 1)) {
    if (c == '-') {
      up = true;
    } else {
      out += up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      up = false;
    }
  }
  return out;
}

// What is underlined may be part of the bullet only: the bullet's words in the source, if there they
// stand as they are shown, in one stretch, in a format where a rewrite needs no escapes.
Span Replaceable(const Document& document, const Block& block) {
  if (document.source.extracted || (document.format != "plain" && document.format != "markdown")) return {};
  if (block.text.pieces.size() != 1 || !block.text.pieces.front().verbatim) return {};
  return block.text.pieces.front().source;
}

// Only the person can fill a slot or say whether a fact may go.
bool IsComplete(const Rewrite& rewrite) {
  return rewrite.dropped.empty() && rewrite.advice.empty() &&
         rewrite.text.find_first_of("*_`[]<>#\\") == std::string::npos;
}

std::string HelpText(const Rule& rule) {
  std::string out = fmt::format("{}\n{}\n", rule.see, rule.why);
  for (const std::string_view question : rule.ask.Read()) out += fmt::format("Ask: {}\n", question);
  if (!rule.fix.empty()) out += fmt::format("{}\n", rule.fix);
  for (const Citation& source : rule.sources.Read()) {
    const std::string at = source.at.empty() ? "" : fmt::format(" ({})", source.at);
    out += fmt::format("Source{}: {}\n", at, source.text);
  }
  return out;
}

class Sarif {
 public:
  Sarif(std::span<const Report> reports, const RenderOptions& options, Output& out)
      : reports_(reports), options_(options), out_(out) {
    for (const Report& report : reports_) {
      for (const Finding& finding : report.findings) {
        if (Shown(finding)) rules_.emplace(finding.rule, 0);
      }
    }
    int64_t index = 0;
    for (auto& [id, at] : rules_) at = index++;
  }

  void Render() {
    json_.BeginObject();
    json_.Key("$schema").String("https://json.schemastore.org/sarif-2.1.0.json");
    json_.Key("version").String("2.1.0");
    json_.Key("runs").BeginArray().BeginObject();
    json_.Key("tool").BeginObject().Key("driver").BeginObject();
    json_.Key("name").String("resumelint");
    json_.Key("version").String(options_.version);
    json_.Key("semanticVersion").String(options_.version);
    json_.Key("rules").BeginArray();
    for (const auto& [id, index] : rules_) WriteRule(id);
    json_.EndArray();
    json_.Key("properties").BeginObject();
    json_.Key("rulesVersion").String(options_.rules_version).EndObject();
    json_.EndObject().EndObject();
    json_.Key("columnKind").String("unicodeCodePoints");
    json_.Key("artifacts").BeginArray();
    for (const Report& report : reports_) {
      json_.BeginObject().Key("location");
      BeginArtifactLocation(report);
      json_.EndObject().EndObject();
    }
    json_.EndArray();
    json_.Key("results").BeginArray();
    for (size_t file = 0; file < reports_.size(); ++file) {
      std::map<std::string, int> seen;
      for (const Finding& finding : reports_[file].findings) {
        if (Shown(finding)) WriteResult(file, finding, seen);
        out_.Pass();
      }
    }
    json_.EndArray();
    json_.EndObject().EndArray().EndObject();
    out_.text() += '\n';
  }

 private:
  bool Shown(const Finding& finding) const { return finding.severity >= options_.min_severity; }

  void WriteRule(std::string_view id) {
    const Rule* rule = RuleOf(id, options_);
    json_.BeginObject();
    json_.Key("id").String(id);
    json_.Key("name").String(PascalName(id));
    if (rule != nullptr) {
      WriteText("shortDescription", rule->title);
      WriteText("fullDescription", fmt::format("{} {}", rule->see, rule->why));
      WriteText("help", HelpText(*rule));
      if (*kRulesAddress != '\0') json_.Key("helpUri").String(fmt::format("{}{}", kRulesAddress, id));
      json_.Key("defaultConfiguration").BeginObject();
      json_.Key("level").String(Level(rule->severity)).EndObject();
    }
    json_.Key("properties").BeginObject();
    json_.Key("tags").BeginArray().String(PackOf(id)).EndArray();
    json_.EndObject().EndObject();
  }

  void WriteText(const char* key, std::string_view text) {
    json_.Key(key).BeginObject().Key("text").String(text).EndObject();
  }

  void BeginArtifactLocation(const Report& report) {
    const std::string uri = Uri(report.document.source.path);
    json_.BeginObject().Key("uri").String(uri);
    if (!uri.starts_with("file:")) json_.Key("uriBaseId").String("%SRCROOT%");
  }

  void WriteResult(size_t file, const Finding& finding, std::map<std::string, int>& seen) {
    const Report& report = reports_[file];
    const Place place = PlaceOf(report, finding);
    json_.BeginObject();
    json_.Key("ruleId").String(finding.rule);
    json_.Key("ruleIndex").Integer(rules_.at(finding.rule));
    json_.Key("level").String(Level(finding.severity));
    WriteText("message", Message(finding));
    json_.Key("locations").BeginArray().BeginObject();
    json_.Key("physicalLocation").BeginObject();
    json_.Key("artifactLocation");
    BeginArtifactLocation(report);
    json_.Key("index").Integer(static_cast<int64_t>(file)).EndObject();
    json_.Key("region").BeginObject();
    json_.Key("startLine").Integer(place.begin.line);
    json_.Key("startColumn").Integer(place.begin.column);
    json_.Key("endLine").Integer(place.end.line);
    json_.Key("endColumn").Integer(place.end.column);
    if (place.begin.offset >= 0) {
      json_.Key("byteOffset").Integer(place.begin.offset);
      json_.Key("byteLength").Integer(place.end.offset - place.begin.offset);
    }
    json_.EndObject().EndObject().EndObject().EndArray();
    // Two bullets of the same words are two findings: number them.
    const std::string print = Fingerprint(report, finding);
    json_.Key("partialFingerprints").BeginObject();
    json_.Key("bulletHash/v1").String(fmt::format("{}:{}", print, ++seen[print])).EndObject();
    WriteFixes(report, finding);
    json_.Key("properties").BeginObject();
    json_.Key("why").String(finding.why);
    json_.Key("questions").Strings(finding.questions.list());
    json_.Key("rewrites").BeginArray();
    for (const Rewrite& rewrite : finding.rewrites) json_.String(rewrite.text);
    json_.EndArray();
    if (place.page > 0) json_.Key("page").Integer(place.page);
    if (place.paragraph > 0) json_.Key("paragraph").Integer(place.paragraph);
    json_.EndObject().EndObject();
  }

  void WriteFixes(const Report& report, const Finding& finding) {
    const Block* block = BlockOf(report, finding);
    const Span span = block == nullptr ? Span{} : Replaceable(report.document, *block);
    if (span.empty()) return;
    bool any = false;
    for (const Rewrite& rewrite : finding.rewrites) {
      if (!IsComplete(rewrite)) continue;
      if (!any) json_.Key("fixes").BeginArray();
      any = true;
      const Position begin = report.document.source.At(span.begin);
      const Position end = report.document.source.At(span.end);
      json_.BeginObject();
      WriteText("description", rewrite.text);
      json_.Key("artifactChanges").BeginArray().BeginObject();
      json_.Key("artifactLocation");
      BeginArtifactLocation(report);
      json_.EndObject();
      json_.Key("replacements").BeginArray().BeginObject();
      json_.Key("deletedRegion").BeginObject();
      json_.Key("startLine").Integer(begin.line).Key("startColumn").Integer(begin.column);
      json_.Key("endLine").Integer(end.line).Key("endColumn").Integer(end.column).EndObject();
      WriteText("insertedContent", rewrite.text);
      json_.EndObject().EndArray().EndObject().EndArray().EndObject();
    }
    if (any) json_.EndArray();
  }

  // Viewers show the message alone: what to ask and to try belongs in it.
  static std::string Message(const Finding& finding) {
    std::string out(finding.message);
    for (const std::string& question : finding.questions) out += "\n" + question;
    for (const Rewrite& rewrite : finding.rewrites) {
      if (!rewrite.text.empty()) out += "\nTry: " + rewrite.text;
    }
    return out;
  }

  std::span<const Report> reports_;
  const RenderOptions& options_;
  std::map<std::string_view, int64_t> rules_;
  Output& out_;
  JsonWriter json_{2, out_.text()};
};

}  // namespace

void RenderSarif(std::span<const Report> reports, const RenderOptions& options, Output& out) {
  Sarif(reports, options, out).Render();
}

}  // namespace resumelint
