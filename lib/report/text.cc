#include <fmt/format.h>

#include <set>

#include "report/excerpt.h"
#include "report/paragraph.h"
#include "report/printable.h"
#include "report/renderers.h"
#include "report/view.h"

namespace resumelint {

namespace {


class TextReport {
 public:
  explicit TextReport(const RenderOptions& options) : options_(options) {}

  void File(const Report& report) {
    for (const FindingGroup& group : GroupFindings(report, options_.min_severity)) {
      if (!out_.empty()) out_ += '\n';
      InFull(report, *group.findings.front());
      for (size_t i = 1; i < group.findings.size(); ++i) Heading(report, *group.findings[i]);
    }
  }

  void Summary(std::span<const Report> reports) {
    const Counts counts = CountFindings(reports);
    const uint32_t shown = counts.AtLeast(options_.min_severity);
    const uint32_t hidden = counts.Below(options_.min_severity);
    if (shown == 0 && hidden == 0 && !options_.terminal) return;
    if (!out_.empty()) out_ += '\n';
    if (shown == 0) {
      Line(fmt::format("{}, nothing to flag{}.", WhatWasRead(reports, counts), Under(reports)));
    } else {
      Line(fmt::format("{}: {} ({}).", WhatWasRead(reports, counts), Severities(counts),
                       Packs(reports)));
    }
    if (hidden > 0) Line(Hidden(counts, hidden));
    if (shown > 0) Next(reports, counts);
  }

  std::string Take() { return std::move(out_); }

 private:
  void Heading(const Report& report, const Finding& finding) {
    const Place place = PlaceOf(report, finding);
    Paragraph heading;
    heading.Add(fmt::format("{}:{}:{}:", report.document.source.path, place.begin.line,
                            place.begin.column), Ink::kStrong)
        .Add(" ")
        .Add(fmt::format("{}:", Name(finding.severity)), InkOf(finding.severity))
        .Add(" " + finding.message + " ")
        .Add("[" + finding.rule + "]", Ink::kFaint);
    out_ += heading.Layout("", "    ", options_.terminal ? options_.width : 0, options_.colour);
  }

  void InFull(const Report& report, const Finding& finding) {
    Heading(report, finding);
    const Place place = PlaceOf(report, finding);
    std::string label;
    if (place.page > 0) label = fmt::format("page {}", place.page);
    if (place.paragraph > 0) label = fmt::format("par. {}", place.paragraph);
    if (finding.block >= 0 || finding.role >= 0) {
      out_ += Excerpt(report.document.source, finding.span, label, options_.width,
                      InkOf(finding.severity), options_.colour);
    }
    // The reason is the same for every finding of a rule: once is enough.
    if (told_.insert(finding.rule).second) Labelled("why:", Paragraph().Add(finding.why));
    for (const std::string& question : finding.questions) {
      Labelled("ask:", Paragraph().Add(question));
    }
    const bool alike = DropsAlike(finding.rewrites);
    for (const Rewrite& rewrite : finding.rewrites) ShowRewrite(rewrite, !alike);
    if (alike) Labelled("", Dropped("dropped in each: ", finding.rewrites.front()));
    const Rule* rule = RuleOf(finding.rule, options_);
    if (finding.rewrites.empty() && rule != nullptr) Labelled("fix:", Paragraph().Add(rule->fix));
  }

  static Paragraph Dropped(const char* label, const Rewrite& rewrite) {
    return Paragraph().Add(fmt::format("{}{}", label, fmt::join(rewrite.dropped, ", ")), Ink::kFaint);
  }

  void ShowRewrite(const Rewrite& rewrite, bool with_dropped) {
    Labelled("try:", Paragraph().AddWithSlots(rewrite.text));
    if (with_dropped && !rewrite.dropped.empty()) Labelled("", Dropped("dropped: ", rewrite));
    Labelled(rewrite.text.empty() ? "try:" : "", Paragraph().Add(rewrite.advice, Ink::kFaint));
  }

  void Labelled(std::string_view label, const Paragraph& text) {
    if (text.empty()) return;
    const std::string margin(kMargin - 4, ' ');
    const std::string first =
        margin + Paint(label, Ink::kLabel, options_.colour) + std::string(6 - label.size(), ' ');
    out_ += text.Layout(first, margin + "      ", options_.width, options_.colour);
  }

  void Line(const std::string& text) {
    out_ += Paragraph().Add(text).Layout("", "  ", options_.width, options_.colour);
  }

  std::string WhatWasRead(std::span<const Report> reports, const Counts& counts) const {
    std::string read = Number(counts.bullets, "bullet");
    if (counts.bullets == 0) {
      uint32_t paragraphs = 0;
      for (const Report& report : reports) {
        for (const Block& block : report.document.blocks) {
          paragraphs += block.kind == BlockKind::kParagraph ? 1 : 0;
        }
      }
      read = "no bullets, " + Number(paragraphs, "paragraph");
    }
    if (counts.files == 1) return fmt::format("{}: {} read", reports.front().document.source.path, read);
    return fmt::format("{}, {} read", Number(counts.files, "file"), read);
  }

  // The assumption under which nothing was found.
  static std::string Under(std::span<const Report> reports) {
    return reports.size() == 1 && !reports.front().profile.empty()
               ? fmt::format(" (profile {})", reports.front().profile)
               : std::string();
  }

  std::string Severities(const Counts& counts) const {
    std::vector<std::string> parts;
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kHint}) {
      if (counts.Of(severity) > 0 && severity >= options_.min_severity) {
        parts.push_back(Number(counts.Of(severity), Name(severity)));
      }
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string Packs(std::span<const Report> reports) const {
    std::vector<std::string> parts;
    for (const auto& [pack, count] : CountBy(reports, options_.min_severity, PackOf)) {
      parts.push_back(fmt::format("{} {}", pack, count));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string Hidden(const Counts& counts, uint32_t hidden) const {
    const bool only_hints = hidden == counts.hint;
    return fmt::format("{} not shown: see {} with --min-severity {}.",
                       Number(hidden, only_hints ? "hint" : "lesser finding"),
                       hidden == 1 ? "it" : "them", "hint");
  }

  void Next(std::span<const Report> reports, const Counts& counts) {
    if (counts.error > 0) {
      Line("Next: mend what is marked error, then check again.");
      return;
    }
    const std::string rule =
        CountBy(reports, options_.min_severity, [](std::string_view id) { return id; }).front().first;
    // A command is to be copied: it stays on one line.
    Line("Next: see what good looks like with");
    out_ += "  resumelint explain " + rule + "\n";
  }

  const RenderOptions& options_;
  std::string out_;
  std::set<std::string> told_;
};

}  // namespace

std::string RenderText(std::span<const Report> reports, const RenderOptions& options) {
  TextReport text(options);
  for (const Report& report : reports) text.File(report);
  if (!options.quiet && !reports.empty()) text.Summary(reports);
  return text.Take();
}

}  // namespace resumelint
