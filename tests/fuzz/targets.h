#pragma once

#include <span>
#include <string>
#include <string_view>

namespace resumelint {

/// What is fed with arbitrary bytes. `resumelint_fuzz_NAME` does so by the hour, and the tests with
/// what is kept in corpus/NAME.
struct FuzzTarget {
  const char* name;
  std::string (*run)(std::string_view input);  ///< what is wrong, or ""
};

std::span<const FuzzTarget> FuzzTargets();

/// Each from the file of its name.
std::string FuzzReaders(std::string_view input);
std::string FuzzRules(std::string_view input);
std::string FuzzConfig(std::string_view input);
std::string FuzzLint(std::string_view input);
std::string FuzzReports(std::string_view input);
std::string FuzzCoach(std::string_view input);

}  // namespace resumelint
