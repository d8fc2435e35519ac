#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace resumelint {

struct ZipLimits {
  uint64_t max_unpacked = 64ull << 20;  ///< of all parts together, as declared and as found
  uint64_t max_ratio = 200;             ///< unpacked to packed, of a part over 1 MB
  uint32_t max_parts = 10'000;
};

/// The parts of a ZIP archive that are named in `wanted`, by name; absent ones are left out. Refuses
/// archives that are encrypted, broken or larger than the limits. An Error has no path.
Result<std::map<std::string, std::string>> ReadZip(const std::string& raw,
                                                   const std::vector<std::string>& wanted,
                                                   const ZipLimits& limits = {});

/// A copy of the archive with one part's content replaced. All other parts keep their compressed
/// bytes, order and dates. The part must exist.
Result<std::string> ReplaceInZip(const std::string& raw, const std::string& name,
                                 const std::string& content);

}  // namespace resumelint
