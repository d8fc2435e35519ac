#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace resumelint {

struct ChildLimits {
  int seconds = 10;
  uint64_t max_output = 64ull << 20;
  uint64_t max_memory = 2ull << 30;  ///< of its address space, where the system can limit it
  int cpu_seconds = 2;               ///< that it computes, where the system can limit it: a busy machine gives it less
};

struct ChildOutput {
  std::string out;
  std::string error;  ///< its standard error, cut at 64 KB
  int status = 0;     ///< its exit code; -1 if a signal ended it
};

/// Runs a program found in PATH, without a shell: gives it `input` on standard input and collects
/// what it prints. Kills it at a limit, which is an Error. A program that doesn't exist is an Error
/// whose `what` is "not found". An Error has no path.
Result<ChildOutput> RunChild(const std::vector<std::string>& arguments, const std::string& input,
                             const ChildLimits& limits = {});

}  // namespace resumelint
