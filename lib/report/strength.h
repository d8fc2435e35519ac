#pragma once

#include <cstdint>
#include <vector>

#include "lint/finding.h"
#include "rules/rule_set.h"

namespace resumelint {

/// What one bullet tells, by the detectors of the rules. Three questions, kept apart.
struct BulletStrength {
  int block = 0;          ///< index into Document::blocks
  bool activity = false;  ///< something is done
  bool scale = false;     ///< how large the thing was
  bool result = false;    ///< what changed for someone
  int32_t points = 0;     ///< how much there is to keep; only for finding the strongest bullet
};

/// Of each bullet that tells of work, in the order of the file.
std::vector<BulletStrength> StrengthsOf(const Report& report, const RuleSet& rules);

/// The bullet with the most points, the first of equals; nullptr if none tells a result.
const BulletStrength* Strongest(const std::vector<BulletStrength>& strengths);

}  // namespace resumelint
