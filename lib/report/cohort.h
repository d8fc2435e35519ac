#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "lint/finding.h"
#include "report/reporter.h"

namespace resumelint {

/// Sums over many resumes that are seen one by one: none of them is kept.
class Cohort {
 public:
  void Add(const Report& report, const RuleSet& rules);

  /// A line a rule that was met, the most frequent first: findings, rule, title and, where there are
  /// several resumes, in how many of them. Then, for several resumes, a line about their bullets.
  std::string Table(const RenderOptions& options) const;

 private:
  struct Met {
    uint32_t findings = 0;
    uint32_t resumes = 0;
  };
  std::map<std::string, Met> rules_;
  uint32_t resumes_ = 0;
  uint32_t bullets_ = 0;  // that tell of work
  uint32_t activity_ = 0;
  uint32_t scale_ = 0;
  uint32_t result_ = 0;
};

}  // namespace resumelint
