#include "rules/builtin.h"

#include <fmt/format.h>

#include <cstdlib>

namespace resumelint {

namespace {

template <class T>
T Demand(Result<T> result) {
  if (result) return std::move(*result);
  const Error& error = result.error();
  fmt::print(stderr, "{}:{}:{}: error: {}\n{}\n", error.path, error.line, error.column, error.what, error.hint);
  std::abort();
}

}  // namespace

const RuleSet& Builtin() {
  static const RuleSet rules = Demand(LoadRules(BuiltinRules()));
  return rules;
}

const RewriteRules& BuiltinRewrites() {
  static const RewriteRules rewrites = Demand(LoadRewrites(BuiltinRules(), Builtin().lexicon, Builtin().fragments));
  return rewrites;
}

}  // namespace resumelint
