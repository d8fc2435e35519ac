#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/printable.h"
#include "report/renderers.h"
#include "report/view.h"

namespace resumelint {

namespace {

// Text from a resume in a comment: no markup, no HTML, and neither "@name" nor "#1" may call anyone.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '@': case '#': out += c; out += "<!-- -->"; break;
      case '\\': case '`': case '*': case '_': case '[': case ']': case '|': case '~': case '!':
        out += '\\';
        out += c;
        break;
      default: out += c;
    }
  }
  return out;
}

// A code span, whatever the text holds.
std::string Code(std::string_view text) {
  const std::string shown = Printable(text);
  size_t longest = 0;
  size_t run = 0;
  for (const char c : shown) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool padded = shown.starts_with('`') || shown.ends_with('`');
  return fence + (padded ? " " : "") + shown + (padded ? " " : "") + fence;
}

// The words of a bullet, cut at about `limit` code points.
std::string Shortened(std::string_view text, size_t limit) {
  size_t at = 0;
  for (size_t count = 0; at < text.size() && count < limit; ++count) {
    at += DecodeAt(text, at).length;
  }
  return at >= text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

std::string PlaceName(const Place& place) {
  if (place.page > 0) return fmt::format("Page {}", place.page);
  if (place.paragraph > 0) return fmt::format("Paragraph {}", place.paragraph);
  return fmt::format("Line {}", place.begin.line);
}

void AddGroup(const Report& report, const FindingGroup& group, std::string& out) {
  const Finding& lead = *group.findings.front();
  const std::string where =
      lead.block < 0 && lead.role < 0 ? "The whole" : PlaceName(PlaceOf(report, lead));
  out += fmt::format("- **{}**", where);
  if (group.block != nullptr) out += " " + Code(Shortened(group.block->text.chars, 160));
  out += fmt::format("  \n  {} ({} {})\n", Plain(lead.message), Name(lead.severity), Code(lead.rule));
  for (const std::string& question : lead.questions) {
    out += fmt::format("  - *{}*\n", Plain(question));
  }
  for (const Rewrite& rewrite : lead.rewrites) {
    if (rewrite.text.empty()) continue;
    out += "  - Try: " + Plain(rewrite.text);
    if (!rewrite.dropped.empty()) {
      out += fmt::format(" (dropped: {})", Plain(fmt::format("{}", fmt::join(rewrite.dropped, ", "))));
    }
    out += "\n";
  }
  for (size_t i = 1; i < group.findings.size(); ++i) {
    out += fmt::format("  - Also: {} ({} {})\n", Plain(group.findings[i]->message),
                       Name(group.findings[i]->severity), Code(group.findings[i]->rule));
  }
}

}  // namespace

void RenderMarkdown(std::span<const Report> reports, const RenderOptions& options, Output& out) {
  const Counts counts = TotalsOf(reports, options.min_severity).counts;
  std::vector<std::string> found;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kHint}) {
    if (counts.Of(severity) > 0 && severity >= options.min_severity) {
      found.push_back(Number(counts.Of(severity), Name(severity)));
    }
  }
  out.text() += fmt::format("### resumelint: {} in {}\n",
                            found.empty() ? "nothing to flag" : fmt::format("{}", fmt::join(found, ", ")),
                            Number(counts.bullets, "bullet"));
  for (const Report& report : reports) {
    const std::vector<FindingGroup> groups = GroupFindings(report, options.min_severity);
    if (groups.empty()) continue;
    out.text() += fmt::format("\n#### {}\n\n", Code(report.document.source.path));
    for (const FindingGroup& group : groups) {
      AddGroup(report, group, out.text());
      out.Pass();
    }
  }
  if (const uint32_t hidden = counts.Below(options.min_severity); hidden > 0 && !options.quiet) {
    out.text() += fmt::format("\n{} not shown (`--min-severity hint` shows them).\n", Number(hidden, "hint"));
  }
}

}  // namespace resumelint
