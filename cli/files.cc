#include "files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include "base/utf8.h"
#include "formats/reader.h"

namespace resumelint {

namespace fs = std::filesystem;

namespace {

constexpr int kDeepest = 12;
constexpr std::array<std::string_view, 4> kBuilt = {"node_modules", "build", "dist", "vendor"};

bool HasReader(const std::string& path) {
  const std::string lower = Lower(path);
  for (const Reader& reader : Readers()) {
    for (const std::string_view extension : reader.extensions) {
      if (lower.ends_with(extension)) return true;
    }
  }
  return false;
}

bool IsMade(const fs::path& path) {
  const std::string extension = Lower(path.extension().string());
  return extension == ".pdf" || extension == ".docx" || extension == ".html";
}

void Search(const std::string& folder, std::vector<std::string>& out, std::vector<Error>& errors) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  if (error) {
    errors.push_back({folder, 0, 0, "cannot be searched: " + error.message(), "", ""});
    return;
  }
  std::vector<std::string> found;
  for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
    if (error) break;
    const std::string name = at->path().filename().string();
    const bool hidden = name.starts_with('.');
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      const bool built = std::find(kBuilt.begin(), kBuilt.end(), name) != kBuilt.end();
      if (hidden || built || at.depth() >= kDeepest) at.disable_recursion_pending();
    } else if (!hidden && at->is_regular_file(ignored) && HasReader(name)) {
      found.push_back(at->path().string());
    }
  }
  std::sort(found.begin(), found.end());
  out.insert(out.end(), found.begin(), found.end());
}

}  // namespace

std::vector<Input> ExpandFiles(const std::vector<std::string>& paths, std::vector<Error>& errors,
                               std::vector<Error>& notes) {
  std::vector<Input> out;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path, bool named) {
    if (seen.insert(fs::path(path).lexically_normal().string()).second) out.push_back({path, named});
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      add(path, true);
      continue;
    }
    std::vector<std::string> found;
    Search(path, found, errors);
    std::map<std::string, std::string> sources;  // name without extension -> the source
    for (const std::string& file : found) {
      if (!IsMade(file)) sources.emplace(fs::path(file).replace_extension().string(), file);
    }
    for (const std::string& file : found) {
      const auto source = sources.find(fs::path(file).replace_extension().string());
      if (IsMade(file) && source != sources.end()) {
        notes.push_back({file, 0, 0, fmt::format("left out: {} is checked", source->second), "", ""});
        continue;
      }
      add(file, false);
    }
  }
  return out;
}

}  // namespace resumelint
