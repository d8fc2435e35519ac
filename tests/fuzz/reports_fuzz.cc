#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "formats/read.h"
#include "fuzz/targets.h"
#include "lint/lint.h"
#include "report/reporter.h"
#include "rules/builtin.h"

namespace resumelint {

namespace {

bool IsJson(std::string_view text) { return nlohmann::json::accept(text); }

/// True for what a terminal would obey: all control characters but line feeds.
bool HoldsControls(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if ((point.value < 0x20 && point.value != '\n') || (point.value >= 0x7F && point.value < 0xA0)) return true;
    at += point.length;
  }
  return false;
}

}  // namespace

/// The first line is the file's name, the rest a resume in Markdown.
std::string FuzzReports(std::string_view input) {
  const size_t first = std::min(input.find('\n'), input.size());
  auto document = ReadDocument(std::string(input.substr(0, first)), std::string(input.substr(first)), Terms(), "markdown");
  if (!document) return {};
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  const Report report = Lint(std::move(*document), Builtin(), options);
  RenderOptions rendering;
  rendering.min_severity = Severity::kHint;
  rendering.version = "0";
  rendering.rules_version = "0";
  rendering.rules = &Builtin();
  for (const Reporter& reporter : Reporters()) {
    const std::string name = reporter.name;
    const std::string text = reporter.Render({&report, 1}, rendering);
    if (!IsValidUtf8(text)) return name + " isn't UTF-8";
    if (name == "json" || name == "sarif" || name == "gitlab") {
      if (!IsJson(text)) return name + " isn't JSON:\n" + text;
    } else if (name == "jsonl") {
      for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        if (!IsJson(std::string_view(text).substr(begin, end - begin))) return "a line isn't JSON:\n" + text;
        begin = end + 1;
      }
    } else if (name != "html" && HoldsControls(text)) {
      return name + " holds control characters:\n" + text;
    }
  }
  return {};
}

}  // namespace resumelint
