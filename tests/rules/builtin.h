#pragma once

#include "rewrite/templates.h"
#include "rules/rule_set.h"

namespace resumelint {

/// The rules in the binary, loaded once for all tests. A fault in them fails every test that asks.
const RuleSet& Builtin();
const RewriteRules& BuiltinRewrites();

}  // namespace resumelint
