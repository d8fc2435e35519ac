// The packs as the build made them ready, in the read-only part of the program.

#include <cstdint>
#include <cstring>

#include "rules/pack.h"

asm(R"(
  .section .rodata
  .balign 64
  .globl resumelint_image
  .hidden resumelint_image
resumelint_image:
  .incbin ")" RESUMELINT_IMAGE R"("
  .byte 0
  .previous
)");

extern "C" const char resumelint_image[];

namespace resumelint {

BuiltinImage FindBuiltinImage() {
  const auto next = [](const char* packed) {
    uint64_t size = 0;
    std::memcpy(&size, packed - sizeof size, sizeof size);
    return packed + size + sizeof size;
  };
  BuiltinImage image;
  image.rules = resumelint_image + sizeof(uint64_t);
  image.rewrites = next(image.rules);
  image.slots = next(image.rewrites);
  return image;
}

std::string_view BuiltinRulesVersion() { return UnpackVersion(FindBuiltinImage().rules); }

RuleSet BuiltinRuleSet() { return UnpackRules(FindBuiltinImage().rules); }

}  // namespace resumelint
