#include "files.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "base/utf8.h"
#include "config/discover.h"
#include "formats/discover.h"

namespace resumelint {

namespace fs = std::filesystem;

namespace {

bool IsMade(const fs::path& path) {
  const std::string extension = Lower(path.extension().string());
  return extension == ".pdf" || extension == ".docx" || extension == ".html";
}

Result<std::vector<std::string>> Search(const std::string& folder, Setups& setups) {
  const Result<const Setup*> setup = setups.For((fs::path(folder) / kConfigName).string());
  if (!setup) return Fail(setup.error());
  Result<std::vector<std::string>> found = FindResumes(folder, (*setup)->rules.outline);
  if (found && found->empty()) {
    return Fail(folder, "no resume found in this folder",
                "name the file itself, and it is read whatever it looks like");
  }
  return found;
}

}  // namespace

std::vector<std::string> ExpandFiles(const std::vector<std::string>& paths, Setups& setups,
                                     std::vector<Error>& errors, std::vector<Error>& notes) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(fs::path(path).lexically_normal().string()).second) out.push_back(path);
  };
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) {
      add(path);
      continue;
    }
    Result<std::vector<std::string>> found = Search(path, setups);
    if (!found) {
      errors.push_back(std::move(found.error()));
      continue;
    }
    std::map<std::string, std::string> sources;  // path without extension -> the source
    for (const std::string& file : *found) {
      if (!IsMade(file)) sources.emplace(fs::path(file).replace_extension().string(), file);
    }
    for (const std::string& file : *found) {
      const auto source = sources.find(fs::path(file).replace_extension().string());
      if (IsMade(file) && source != sources.end()) {
        notes.push_back({file, 0, 0, fmt::format("left out: {} is checked", source->second), "", ""});
      } else {
        add(file);
      }
    }
  }
  return out;
}

}  // namespace resumelint
