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
  TextReport(const RenderOptions& options, Output& out) : options_(options), out_(out) {}

  void File(const Report& report) {
    for (const FindingGroup& group : GroupFindings(report, options_.min_severity)) {
      out_.Between("\n");
      InFull(report, *group.findings.front());
      for (size_t i = 1; i < group.findings.size(); ++i) Heading(report, *group.findings[i]);
      out_.Pass();
    }
  }

  void Summary(const Totals& totals) {
    const Counts& counts = totals.counts;
    const uint32_t shown = counts.AtLeast(options_.min_severity);
    const uint32_t hidden = counts.Below(options_.min_severity);
    if (shown == 0 && hidden == 0 && !options_.terminal) return;
    out_.Between("\n");
    if (shown == 0) {
      Line(fmt::format("{}, nothing to flag{}.", WhatWasRead(totals), Under(totals)));
    } else {
      Line(fmt::format("{}: {} ({}).", WhatWasRead(totals), Severities(counts), Packs(totals)));
    }
    if (hidden > 0) Line(Hidden(counts, hidden));
    if (shown > 0) Next(totals);
  }

 private:
  void Heading(const Report& report, const Finding& finding) {
    const Place place = PlaceOf(report, finding);
    Paragraph heading;
    heading.Add(fmt::format("{}:{}:{}:", report.document.source.path, place.begin.line,
                            place.begin.column), Ink::kStrong)
        .Add(" ")
        .Add(fmt::format("{}:", Name(finding.severity)), InkOf(finding.severity))
        .Add(fmt::format(" {} ", finding.message))
        .Add(fmt::format("[{}]", finding.rule), Ink::kFaint);
    out_.text() += heading.Layout("", "    ", options_.terminal ? options_.width : 0, options_.colour);
  }

  void InFull(const Report& report, const Finding& finding) {
    Heading(report, finding);
    const Place place = PlaceOf(report, finding);
    std::string label;
    if (place.page > 0) label = fmt::format("page {}", place.page);
    if (place.paragraph > 0) label = fmt::format("par. {}", place.paragraph);
    if (finding.block >= 0 || finding.role >= 0) {
      out_.text() += Excerpt(report.document.source, finding.span, label, options_.width,
                      InkOf(finding.severity), options_.colour);
    }
    // The reason is the same for every finding of a rule: once is enough.
    if (told_.insert(finding.rule).second) out_.Once(std::string(finding.rule), Laid("why:", Paragraph().Add(finding.why)));
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

  void Labelled(std::string_view label, const Paragraph& text) { out_.text() += Laid(label, text); }

  std::string Laid(std::string_view label, const Paragraph& text) const {
    if (text.empty()) return {};
    const std::string margin(kMargin - 4, ' ');
    const std::string first =
        margin + Paint(label, Ink::kLabel, options_.colour) + std::string(6 - label.size(), ' ');
    return text.Layout(first, margin + "      ", options_.width, options_.colour);
  }

  void Line(const std::string& text) {
    out_.text() += Paragraph().Add(text).Layout("", "  ", options_.width, options_.colour);
  }

  static std::string WhatWasRead(const Totals& totals) {
    const Counts& counts = totals.counts;
    const std::string read =
        counts.bullets == 0 ? "no bullets, " + Number(totals.paragraphs, "paragraph") : Number(counts.bullets, "bullet");
    if (counts.files == 1) return fmt::format("{}: {} read", totals.path, read);
    return fmt::format("{}, {} read", Number(counts.files, "file"), read);
  }

  // The assumption under which nothing was found.
  static std::string Under(const Totals& totals) {
    return totals.counts.files == 1 && !totals.profile.empty() ? fmt::format(" (profile {})", totals.profile)
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

  static std::string Packs(const Totals& totals) {
    std::vector<std::string> parts;
    for (const auto& [pack, count] : CountBy(totals, PackOf)) {
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

  void Next(const Totals& totals) {
    if (totals.counts.error > 0) {
      Line("Next: mend what is marked error, then check again.");
      return;
    }
    const std::string rule =
        CountBy(totals, [](std::string_view id) { return id; }).front().first;
    // A command is to be copied: it stays on one line.
    Line("Next: see what good looks like with");
    out_.text() += "  resumelint explain " + rule + "\n";
  }

  const RenderOptions& options_;
  Output& out_;
  std::set<std::string_view> told_;  // rules whose reason was told in this file
};

}  // namespace

void TextOfFile(const Report& report, const RenderOptions& options, Output& out) {
  TextReport(options, out).File(report);
}

void TextEnd(const Totals& totals, const RenderOptions& options, Output& out) {
  if (!options.quiet && totals.counts.files > 0) TextReport(options, out).Summary(totals);
}

}  // namespace resumelint
