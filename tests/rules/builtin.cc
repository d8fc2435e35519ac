#include "rules/builtin.h"

#include "rewrite/pack.h"
#include "rules/pack.h"

namespace resumelint {

const RuleSet& Builtin() {
  static const RuleSet rules = BuiltinRuleSet();
  return rules;
}

const RewriteRules& BuiltinRewrites() {
  static const RewriteRules rewrites = BuiltinRewriteRules();
  return rewrites;
}

}  // namespace resumelint
