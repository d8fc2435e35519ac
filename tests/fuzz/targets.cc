#include "fuzz/targets.h"

namespace resumelint {

std::span<const FuzzTarget> FuzzTargets() {
  static constexpr FuzzTarget targets[] = {
      {"readers", FuzzReaders}, {"rules", FuzzRules}, {"config", FuzzConfig}, {"lint", FuzzLint}, {"reports", FuzzReports},
      {"coach", FuzzCoach},
  };
  return targets;
}

}  // namespace resumelint
