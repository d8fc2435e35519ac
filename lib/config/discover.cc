#include "config/discover.h"

#include <filesystem>
#include <system_error>

namespace resumelint {

namespace fs = std::filesystem;

std::string FindConfig(const std::string& file) {
  std::error_code error;
  fs::path folder = fs::absolute(fs::path(file), error).lexically_normal().parent_path();
  if (error) return {};
  const fs::path here = fs::current_path(error);
  while (true) {
    const fs::path candidate = folder / kConfigName;
    if (fs::is_regular_file(candidate, error)) {
      // Shown in messages: as short as it can be from where the person stands.
      const fs::path relative = candidate.lexically_relative(here);
      const bool below = !relative.empty() && *relative.begin() != "..";
      return below ? relative.string() : candidate.string();
    }
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
}

std::string RelativeToConfig(const std::string& file, const std::string& config) {
  std::error_code error;
  const fs::path whole = fs::absolute(fs::path(file), error).lexically_normal();
  const fs::path folder = fs::absolute(fs::path(config), error).lexically_normal().parent_path();
  if (error) return file;
  const fs::path relative = whole.lexically_relative(folder);
  return relative.empty() || *relative.begin() == ".." ? file : relative.generic_string();
}

}  // namespace resumelint
