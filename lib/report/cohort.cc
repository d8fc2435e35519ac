#include "report/cohort.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "report/strength.h"
#include "report/view.h"

namespace resumelint {

void Cohort::Add(const Report& report, const RuleSet& rules) {
  ++resumes_;
  std::set<std::string_view> here;
  for (const Finding& finding : report.findings) {
    Met& met = rules_[std::string(finding.rule)];
    ++met.findings;
    if (here.insert(finding.rule).second) ++met.resumes;
  }
  for (const BulletStrength& strength : StrengthsOf(report, rules)) {
    ++bullets_;
    activity_ += strength.activity ? 1 : 0;
    scale_ += strength.scale ? 1 : 0;
    result_ += strength.result ? 1 : 0;
  }
}

std::string Cohort::Table(const RenderOptions& options) const {
  std::vector<std::pair<std::string, Met>> rows(rules_.begin(), rules_.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.findings > b.second.findings; });
  size_t widest = 0;
  for (const auto& [rule, met] : rows) widest = std::max(widest, rule.size());
  std::string out;
  for (const auto& [rule, met] : rows) {
    const Rule* known = RuleOf(rule, options);
    out += fmt::format("{:>6}  {:<{}}  {}", met.findings, rule, widest, known == nullptr ? std::string_view() : known->title);
    if (resumes_ > 1) out += fmt::format(" (in {} of {} resumes)", met.resumes, resumes_);
    out += '\n';
  }
  if (resumes_ > 1) {
    out += fmt::format("{} in {}: {} what was done, {} how large it was, {} what came of it.\n",
                       Number(bullets_, "bullet"), Number(resumes_, "resume"),
                       fmt::format("{} tell{}", activity_, activity_ == 1 ? "s" : ""), scale_, result_);
  }
  return out;
}

}  // namespace resumelint
