#include "config/glob.h"

#include <vector>

namespace resumelint {

bool MatchesGlob(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos) {
    path = path.substr(path.rfind('/') + 1);
  } else if (pattern.starts_with('/')) {
    pattern.remove_prefix(1);
  }
  // fits[i]: the pattern read so far fits the first i characters of the path.
  std::vector<bool> fits(path.size() + 1, false);
  fits[0] = true;
  for (size_t at = 0; at < pattern.size();) {
    std::vector<bool> next(path.size() + 1, false);
    if (pattern.substr(at).starts_with("**")) {
      const bool folder = pattern.substr(at).starts_with("**/");
      bool any = false;
      for (size_t i = 0; i <= path.size(); ++i) {
        // "**/" stands for nothing or for whole folders.
        next[i] = fits[i] || (any && (!folder || path[i - 1] == '/'));
        any = any || fits[i];
      }
      at += folder ? 3 : 2;
    } else if (pattern[at] == '*') {
      bool any = false;
      for (size_t i = 0; i <= path.size(); ++i) {
        if (i > 0 && path[i - 1] == '/') any = false;
        any = any || fits[i];
        next[i] = any;
      }
      ++at;
    } else {
      for (size_t i = 0; i < path.size(); ++i) {
        const bool same = pattern[at] == '?' ? path[i] != '/' : path[i] == pattern[at];
        next[i + 1] = fits[i] && same;
      }
      ++at;
    }
    fits = std::move(next);
  }
  return fits[path.size()];
}

}  // namespace resumelint
