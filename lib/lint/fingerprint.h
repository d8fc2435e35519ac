#pragma once

#include <string>

#include "lint/finding.h"

namespace resumelint {

/// Names a finding by its rule and the words of its bullet, in 16 hexadecimal digits: it stays the
/// same when lines move or markup changes, and changes when the wording does. A finding about a role
/// goes by the role's title and organisation. Two bullets of the same words share it.
std::string Fingerprint(const Report& report, const Finding& finding);

}  // namespace resumelint
