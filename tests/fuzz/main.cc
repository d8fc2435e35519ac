// Entry for libFuzzer: one program a target, named by RESUMELINT_FUZZ_TARGET.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  for (const resumelint::FuzzTarget& target : resumelint::FuzzTargets()) {
    if (target.name != std::string_view(RESUMELINT_FUZZ_TARGET)) continue;
    const std::string wrong = target.run({reinterpret_cast<const char*>(data), size});
    if (wrong.empty()) return 0;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  std::abort();
}
