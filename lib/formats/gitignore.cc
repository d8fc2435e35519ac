#include "formats/gitignore.h"

#include <algorithm>

#include "base/glob.h"

namespace resumelint {

void GitIgnore::Add(std::string_view text, std::string_view folder) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    Pattern pattern;
    pattern.folder = folder;
    if (line[0] == '!') {
      pattern.keep = true;
      line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
      pattern.folders_only = true;
      line.remove_suffix(1);
    }
    pattern.anchored = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) continue;
    pattern.glob = line;
    patterns_.push_back(std::move(pattern));
  }
}

bool GitIgnore::Ignores(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    std::string_view rest = path;
    if (!pattern->folder.empty()) {
      if (!rest.starts_with(pattern->folder + "/")) continue;
      rest.remove_prefix(pattern->folder.size() + 1);
    }
    if (!pattern->anchored) rest = rest.substr(rest.rfind('/') + 1);
    if (MatchesGitPattern(pattern->glob, rest)) return !pattern->keep;
  }
  return false;
}

}  // namespace resumelint
