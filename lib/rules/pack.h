#pragma once

#include <string>

#include "base/packed.h"
#include "language/phrase_code.h"
#include "rules/rule_set.h"

namespace resumelint {

/// A rule set as bytes that hold no pointer.
std::string PackRules(RuleSet rules);

/// The rule set that was packed. `memory` is aligned to 8 and outlives all copies of the result.
RuleSet UnpackRules(const char* memory);
/// `version` of it.
std::string_view UnpackVersion(const char* memory);

/// The packs in the binary, loaded by the build.
RuleSet BuiltinRuleSet();
std::string_view BuiltinRulesVersion();

/// What the build packed: rules, and what lib/rewrite packed. In the program itself.
struct BuiltinImage {
  const char* rules = nullptr;
  const char* rewrites = nullptr;
  const char* slots = nullptr;
};
BuiltinImage FindBuiltinImage();

inline void Pack(Packer& packer, Phrase& phrase) {
  packer.Size(packer.Block(&phrase.code(), phrase.code().bytes));
}
inline Phrase Unpack(Unpacker& unpacker, Phrase*) {
  return Phrase::Of(reinterpret_cast<const PhraseCode*>(unpacker.Block(unpacker.Size())));
}

}  // namespace resumelint
