#include "rewrite/pack.h"
#include "rules/pack.h"

namespace resumelint {

RewriteRules BuiltinRewriteRules() { return UnpackRewrites(FindBuiltinImage().rewrites); }

SlotTypes BuiltinSlotTypes() { return UnpackSlots(FindBuiltinImage().slots); }

}  // namespace resumelint
