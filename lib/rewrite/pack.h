#pragma once

#include <string>

#include "rewrite/slots.h"
#include "rewrite/templates.h"

namespace resumelint {

/// The same for rewrites as rules/pack.h has for rules.
std::string PackRewrites(RewriteRules rules);
RewriteRules UnpackRewrites(const char* memory);
RewriteRules BuiltinRewriteRules();

std::string PackSlots(SlotTypes slots);
SlotTypes UnpackSlots(const char* memory);
SlotTypes BuiltinSlotTypes();

}  // namespace resumelint
