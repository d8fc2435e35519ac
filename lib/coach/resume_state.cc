#include "coach/resume_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "edit/comment.h"
#include "edit/edit.h"
#include "lint/suppress.h"

namespace resumelint {

ResumeState::ResumeState(Document document, std::string raw, const RuleSet& rules, const LintOptions& options,
                         Accepted accepted)
    : rules_(&rules), options_(&options), raw_(std::move(raw)), accepted_(std::move(accepted)) {
  Check(std::move(document));
}

void ResumeState::Check(Document document) {
  report_ = Lint(std::move(document), *rules_, *options_);
  ApplySuppressions(report_, *rules_, *options_);
  ApplyAccepted(report_, accepted_);
}

void ResumeState::UseRules(const RuleSet& rules, const LintOptions& options) {
  rules_ = &rules;
  options_ = &options;
  Check(report_.document);
}

bool ResumeState::writable() const { return IsWritable(report_.document); }

int ResumeState::BlockOf(int ordinal) const {
  const std::vector<Block>& blocks = report_.document.blocks;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::kSkipped && ordinal-- == 0) return static_cast<int>(i);
  }
  return -1;
}

std::vector<const Finding*> ResumeState::FindingsOf(int ordinal, Severity least) const {
  const int block = BlockOf(ordinal);
  std::vector<const Finding*> out;
  for (const Finding& finding : report_.findings) {
    if (finding.block == block && finding.severity >= least) out.push_back(&finding);
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding* a, const Finding* b) { return a->leads && !b->leads; });
  return out;
}

Result<void> ResumeState::Replace(int ordinal, std::string_view text, std::vector<std::string>& lost) {
  const int block = BlockOf(ordinal);
  if (!writable()) {
    Document document = report_.document;
    Block& changed = document.blocks[static_cast<size_t>(block)];
    const Span source = changed.text.ToSource({0, static_cast<uint32_t>(changed.text.chars.size())});
    changed.text = Text();
    changed.text.AppendReplaced(FoldedBlanks(text), source);
    Check(std::move(document));
    return {};
  }
  Result<Edited> edited = ApplyEdits(report_.document, raw_, EditsBetween(report_.document, block, text), rules_->outline);
  if (!edited) return Fail(edited.error());
  lost = std::move(edited->lost);
  raw_ = std::move(edited->raw);
  Check(std::move(edited->document));
  return {};
}

Result<void> ResumeState::Keep(int ordinal, Severity least, std::string_view reason, std::vector<ListEntry>& in_config) {
  const int block = BlockOf(ordinal);
  std::vector<std::string> rules;
  std::vector<std::string> kept;
  for (const Finding* finding : FindingsOf(ordinal, least)) {
    rules.emplace_back(finding->rule);
    kept.push_back(KeptName(report_, *finding));
  }
  if (rules.empty()) return {};
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  const std::string directive = fmt::format("resumelint: ignore {} -- {}", fmt::join(rules, ", "), reason);
  if (writable()) {
    Result<Edited> edited = InsertDirective(report_.document, raw_, block, directive, rules_->outline);
    if (edited) {
      raw_ = std::move(edited->raw);
      Check(std::move(edited->document));
      return {};
    }
  }
  for (const std::string& name : kept) {
    accepted_.kept.push_back(name);
    in_config.push_back({"", "kept", name, std::string(reason)});
  }
  Check(report_.document);
  return {};
}

}  // namespace resumelint
