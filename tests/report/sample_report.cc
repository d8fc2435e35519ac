#include "report/sample_report.h"

#include <algorithm>

namespace resumelint {

Report SampleReport(std::string path, std::string text) {
  Report report;
  Document& document = report.document;
  document.source = MakeSource(std::move(path), std::move(text)).value();
  document.format = "markdown";
  report.profile = "pm-tech";
  SectionKind section = SectionKind::kTop;
  std::string title;
  int role = -1;
  for (uint32_t line = 1; line <= document.source.line_starts.size(); ++line) {
    const std::string shown(document.source.Line(line));
    if (shown.empty()) continue;
    const uint32_t begin = document.source.line_starts[line - 1];
    Block block;
    block.span = {begin, begin + static_cast<uint32_t>(shown.size())};
    uint32_t skip = 2;
    if (shown.starts_with("# ")) {
      block.kind = BlockKind::kHeading;
      title = shown.substr(2);
      section = title == "Experience" ? SectionKind::kExperience : SectionKind::kOther;
      role = -1;
    } else if (shown.starts_with("@ ")) {
      block.kind = BlockKind::kRole;
      role = static_cast<int>(document.roles.size());
      document.roles.push_back({shown.substr(2), "", "", false, section,
                                static_cast<uint32_t>(document.blocks.size())});
    } else if (shown.starts_with("- ")) {
      block.kind = BlockKind::kBullet;
      ++report.bullets;
    } else {
      skip = 0;
    }
    block.text.AppendVerbatim(std::string_view(shown).substr(skip), begin + skip);
    block.section = section;
    block.section_title = report.document.texts.Keep(title);
    block.role = role;
    document.blocks.push_back(std::move(block));
  }
  return report;
}

Finding& AddFinding(Report& report, std::string rule, Severity severity, std::string_view words,
                    std::string message) {
  Finding finding;
  finding.rule = report.texts.Keep(std::move(rule));
  finding.severity = severity;
  finding.message = report.texts.Keep(std::move(message));
  if (!words.empty()) {
    const auto at = static_cast<uint32_t>(report.document.source.bytes.find(words));
    finding.span = {at, at + static_cast<uint32_t>(words.size())};
    const std::vector<Block>& blocks = report.document.blocks;
    const auto block = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const Block& b) { return b.span.Contains(at); });
    finding.block = static_cast<int>(block - blocks.begin());
    finding.leads = std::none_of(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& f) { return f.block == finding.block; });
  }
  report.findings.push_back(std::move(finding));
  return report.findings.back();
}

Report SampleResume(std::string path) {
  Report report = SampleReport(std::move(path),
                               "Ada Sample\n"
                               "\n"
                               "# Experience\n"
                               "@ Product Owner, Example Bank\n"
                               "- Prioritized the backlog for the café kiosk using Jira\n"
                               "- Cut kiosk drop-off from 41% to 27% in 12 branches\n"
                               "- Responsible for writing user stories and acceptance criteria\n"
                               "- Launched the kiosk with [X%] more orders\n"
                               "- Various stakeholder meetings\n");
  Finding& backlog = AddFinding(report, "process/backlog-admin", Severity::kWarning,
                                "Prioritized the backlog", "A reader sees a list kept in order.");
  backlog.why = "the order of work says nothing of what it changed";
  backlog.questions = {"Which customer problem did you put first, and what changed after release?"};
  backlog.rewrites = {
      {Variant::kProblemFirst,
       "Put [customer problem] first in the café kiosk, moving [metric] from [A] to [B].",
       {"Jira"},
       ""},
      {Variant::kPlain, "Set priorities for the café kiosk.", {"Jira"}, ""}};
  Finding& stories = AddFinding(report, "process/story-writing", Severity::kWarning,
                                "writing user stories", "A reader sees paperwork.");
  stories.why = "stories are a means";
  stories.questions = {"What could someone do afterwards?"};
  AddFinding(report, "writing/responsible-for", Severity::kWarning, "Responsible for",
             "A reader sees a duty, not a deed.");
  Finding& slot = AddFinding(report, "value/slot-left", Severity::kError, "[X%]",
                             "A reader sees an empty blank.");
  slot.why = "the resume is not ready to send";
  AddFinding(report, "writing/hedge", Severity::kHint, "Various", "A reader wonders how many.");
  Finding& ratio = AddFinding(report, "identity/process-ratio", Severity::kWarning, "",
                              "3 of 5 bullets tell the process.");
  ratio.why = "readers skim";
  return report;
}

// The rewrite engine brings its own.
__attribute__((weak)) const char* Name(Variant variant) {
  return variant == Variant::kPlain ? "plain" : "problem-first";
}

}  // namespace resumelint
