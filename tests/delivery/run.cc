#include "delivery/run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace resumelint {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void WriteWhole(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

Scratch::Scratch(std::string_view name)
    : path_(fs::temp_directory_path() / ("resumelint-" + std::to_string(getpid()) + "-" + std::string(name))) {
  fs::remove_all(path_);
  fs::create_directories(path_);
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Ran RunShell(const fs::path& folder, std::string_view script) {
  const Scratch own("run-" + folder.filename().string());
  fs::create_directories(own.path() / "home");
  WriteWhole(own.path() / "script", script);
  const std::string program = fs::path(RESUMELINT_PROGRAM).parent_path().string();
  const std::string command = "cd '" + folder.string() + "' && env -i PATH='" + program +
                              "':/usr/local/bin:/usr/bin:/bin HOME='" + (own.path() / "home").string() +
                              "' TZ=UTC LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 bash '" +
                              (own.path() / "script").string() + "' >'" + (own.path() / "out").string() +
                              "' 2>'" + (own.path() / "err").string() + "' </dev/null";
  const int ended = std::system(command.c_str());
  return {ReadWhole(own.path() / "out"), ReadWhole(own.path() / "err"),
          WIFEXITED(ended) ? WEXITSTATUS(ended) : -1};
}

bool HasProgram(std::string_view name) {
  return RunShell(fs::temp_directory_path(), "command -v " + std::string(name)).status == 0;
}

}  // namespace resumelint
