#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/remember.h"
#include "lint/lint.h"
#include "lint/suppress.h"
#include "rules/rule_set.h"

namespace resumelint {

/// A resume under work: its bytes, what is read of them, what is found in it. Changes are made in
/// memory and checked as they are made.
///
/// Blocks are known by their place among the blocks that are checked ("ordinal"): that stays the same
/// through every change.
class ResumeState {
 public:
  /// `options` and `rules` must outlive it; `accepted` is of which no finding is wanted.
  ResumeState(Document document, std::string raw, const RuleSet& rules, const LintOptions& options, Accepted accepted);

  const Report& report() const { return report_; }
  const std::string& raw() const { return raw_; }
  bool writable() const;
  /// Reads everything again by other rules, which must outlive it.
  void UseRules(const RuleSet& rules, const LintOptions& options);

  int BlockOf(int ordinal) const;
  const Block& At(int ordinal) const { return report_.document.blocks[static_cast<size_t>(BlockOf(ordinal))]; }
  /// Findings of a block at or above a severity, the leading one first.
  std::vector<const Finding*> FindingsOf(int ordinal, Severity least) const;

  /// Gives a block another text. `lost` takes markup that went with its words. A PDF is changed in
  /// memory only.
  Result<void> Replace(int ordinal, std::string_view text, std::vector<std::string>& lost);
  /// Hides a block's findings with a comment in the file, or where none can stand, under `kept` in the
  /// configuration; `in_config` takes what must be written there.
  Result<void> Keep(int ordinal, Severity least, std::string_view reason, std::vector<ListEntry>& in_config);

 private:
  void Check(Document document);

  const RuleSet* rules_;
  const LintOptions* options_;
  std::string raw_;
  Report report_;
  Accepted accepted_;
};

}  // namespace resumelint
