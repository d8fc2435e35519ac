#include "base/utf8.h"
#include "fuzz/targets.h"
#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {

/// One bullet. Findings lie within it, and rewrites say only what can be said.
std::string FuzzLint(std::string_view input) {
  if (!IsValidUtf8(input) || input.find('\0') != std::string_view::npos) return {};
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  const Report report = LintText(input, "Product Owner", "Experience", Builtin(), options);
  const auto size = static_cast<uint32_t>(report.document.source.bytes.size());
  for (const Finding& finding : report.findings) {
    if (finding.span.begin > finding.span.end || finding.span.end > size) return std::string(finding.rule) + " lies outside";
    for (const Rewrite& rewrite : finding.rewrites) {
      if (!IsValidUtf8(rewrite.text)) return "a rewrite isn't UTF-8: " + rewrite.text;
      if (rewrite.text.empty()) return "an empty rewrite";
    }
  }
  return {};
}

}  // namespace resumelint
