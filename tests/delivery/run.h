#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace resumelint {

/// A file's bytes; "" if there is none.
std::string ReadWhole(const std::filesystem::path& path);
void WriteWhole(const std::filesystem::path& path, std::string_view text);

/// An empty folder under the system's temporary folder, removed at the end.
class Scratch {
 public:
  explicit Scratch(std::string_view name);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Ran {
  std::string out;
  std::string err;
  int status = -1;  ///< -1 = ended by a signal

  std::string all() const { return out + err; }
};

/// Runs a shell script in `folder` with a PATH on which `resumelint` is found, an empty input and a
/// home that is empty too. What the script writes is read whole.
Ran RunShell(const std::filesystem::path& folder, std::string_view script);

/// True if a program is on the PATH of RunShell.
bool HasProgram(std::string_view name);

/// Where RESUMELINT_ALL_TESTS is set, as in CI, a program that is missing fails the test. Elsewhere
/// the test is skipped, and says which package has the program.
#define RESUMELINT_NEEDS(program, package)                                                  \
  if (!HasProgram(program)) {                                                               \
    if (std::getenv("RESUMELINT_ALL_TESTS") != nullptr) FAIL() << program << " is missing: " << package;      \
    GTEST_SKIP() << program << " is missing: `tools/setup check` installs " << package;     \
  }

}  // namespace resumelint
